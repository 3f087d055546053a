"""Kept scenarios side by side with what is saved; each is counted in a thread, one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.errors import ReadycheckError
from readycheck.storage.document import audit_of
from readycheck.storage.scenarios import apply_scenario, drop_scenario
from readycheck.tui.january_board import HEADS, ROOMY, figures_of
from readycheck.tui.january_changes import changed_words
from readycheck.tui.january_trial import Trial
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.session import Session
from readycheck.tui.widgets.rows import Cell, Column, Row, Rows

SAVED, TRIAL = "\nsaved", "\ntrial"
NARROW = (0, 3, 5, 6, 7)
"""Which of the board's figures have room beside the names in a small terminal."""
Outcome = tuple[Audit, JanuaryStaffing] | Message
"""A scenario's audit and figures, or why it cannot be tried any more."""


class ScenariosScreen(Dialog[str]):
    """Answers with the name of the scenario that is to be taken up."""

    CSS_PATH = ["dialog.tcss", "scenarios.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("delete", "remove", say("Remove"), say("Remove the scenario under the cursor; undo brings it back."),
            id="scenarios.remove", display="del"),
        key("space", "take_up", say("Try it"), say("Take the scenario under the cursor up as the trial."),
            id="scenarios.take", display="⏎"),
        key("ctrl+z", "undo", say("Undo"), say("Take the last change back."), id="undo"),
    ]

    def __init__(self, session: Session, trial: Trial | None, counted: JanuaryStaffing | None) -> None:
        super().__init__(session.tr, say("Scenarios"))
        self._session = session
        self._trial = trial
        self._counted = counted
        self._found: dict[str, Outcome] = {}

    def compose_content(self) -> ComposeResult:
        yield Rows(id="scenarios")
        yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        """What is known at once, then the rest."""
        self.query_one(Rows).focus()
        self.call_after_refresh(self._show)
        self.run_worker(self._count(), exclusive=True)

    async def _count(self) -> None:
        for name, scenario in self._session.audit.scenarios.items():
            self._found[name] = await asyncio.to_thread(_outcome, self._session, scenario.changes)
            if self.whole:  # else it has been left, or shows it when it is made anew
                self._show()

    def laid_out(self) -> None:
        """Columns take the width there is."""
        self._show()

    def show_again(self) -> None:
        """What is known."""
        self._show()

    def _show(self) -> None:
        tr = self.tr
        columns = [Column(tr(say("scenario")), 0, least=16)]
        heads = [tr(HEADS[at]) for at in self._shown]
        columns += [Column(head, max(7, cell_len(head)), right=True) for head in heads]
        rows: dict[str, Row] = {SAVED: [Cell(tr(say("saved")), "bold"), *self._cells(self._session.scores.january)]}
        if self._trial is not None and self._counted is not None:
            name = self._trial.name
            label = tr(say("trial ({name})", name=name)) if name else tr(say("trial"))
            rows[TRIAL] = [Cell(label, "bold"), *self._cells(self._counted)]
        rows.update({name: [name, *self._of(name)] for name in self._session.audit.scenarios})
        self.query_one(Rows).show_rows(columns, rows)
        self._show_about()

    @property
    def _shown(self) -> Sequence[int]:
        return range(len(HEADS)) if self.app.size.width >= ROOMY else NARROW

    def _of(self, name: str) -> list[str]:
        found = self._found.get(name)
        if found is None:
            return ["…"] * len(self._shown)
        return ["–"] * len(self._shown) if isinstance(found, Message) else self._cells(found[1])

    def _cells(self, found: JanuaryStaffing) -> list[str]:
        figures = figures_of(found, self.tr)
        return [figures[at] for at in self._shown]

    def _show_about(self) -> None:
        chosen = self.query_one(Rows).chosen or SAVED
        self.query_one("#about", Static).update(self._about(chosen))

    def _about(self, chosen: str) -> str:
        if chosen == TRIAL and self._trial is not None:
            return "; ".join(changed_words(self._session.audit, self._trial.audit, self.tr))
        found, kept = self._found.get(chosen), self._session.audit.scenarios.get(chosen)
        if kept is None:
            return self.tr(say("What is saved. {key} on a scenario tries it out.", key=key_of("rows.open", "Enter")))
        if isinstance(found, Message):
            return self.tr(say("Cannot be tried any more: {why}", why=found))
        changes = "; ".join(changed_words(self._session.audit, found[0], self.tr)) if found else ""
        return "\n".join(part for part in (kept.note, changes or self.tr(say("As what is saved."))) if part)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_about()

    @on(Rows.Opened)
    def action_take_up(self) -> None:
        """Close, and let it be the trial."""
        chosen = self.query_one(Rows).chosen or SAVED
        if chosen in self._session.audit.scenarios and not isinstance(self._found.get(chosen), Message):
            self.dismiss(chosen)

    def action_remove(self) -> None:
        """Remove the scenario under the cursor."""
        chosen = self.query_one(Rows).chosen
        if chosen is None or chosen not in self._session.audit.scenarios:
            return
        self._session.apply(drop_scenario(self._session.document, chosen))
        self.notify(self.tr(say("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z"))), markup=False)
        self._show()

    def action_undo(self) -> None:
        """Take the last edit back, as on the screen below."""
        if self._session.undo():
            self.run_worker(self._count(), exclusive=True)
            self._show()


def _outcome(session: Session, changes: tuple[str, ...]) -> Outcome:
    """In a thread: the scenario upon the audit as it is now."""
    try:
        audit = audit_of(apply_scenario(session.document, changes), session.path.name)
    except ReadycheckError as error:
        return error.problems[0].message()
    return audit, january(audit)
