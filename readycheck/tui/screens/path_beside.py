"""Several testers side by side: who stumbled where, and what took how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.core.walks import StepBeside, side_by_side
from readycheck.tui import beside_text as words
from readycheck.tui.keys import key
from readycheck.tui.path_text import entries
from readycheck.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

BESIDE = "-beside"


class BesideRows(Rows):
    """The arrows go from walk to walk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "screen.other_walk(-1)", say("Walk before"), say("To the walk to the left."),
            id="path.walk-before", show=False),
        key("right", "screen.other_walk(1)", say("Next walk"), say("To the walk to the right."),
            id="path.walk-next", show=False),
    ]


class PathBeside(Base):
    """A part of the path screen."""

    if TYPE_CHECKING:
        @property
        def run_number(self) -> int:
            """The walk that is shown."""

        def look_at(self, n: int) -> None:
            """Show another walk."""

        def stand_at(self, at: str) -> None:
            """Put the cursor on a step's entry."""

    @property
    def beside(self) -> bool:
        """Whether the walks stand side by side."""
        return self.has_class(BESIDE)

    def show_beside(self) -> None:
        """The table of all walks, the chosen one in sight."""
        runs, chosen, tr = self.session.audit.path_runs, max(0, self.run_number), self.tr
        width = self.size.width - 2
        sight = words.walks_in_sight(len(runs), chosen, width)
        self.query_one("#beside-head", Static).update(words.heading(len(runs), sight, tr))
        self.query_one("#beside", Rows).show_rows(
            words.beside_columns(runs, sight, chosen, width, tr), words.beside_rows(runs, sight, tr),
        )
        self.show_notes()

    def show_notes(self) -> None:
        """What the testers met at the step under the cursor."""
        runs, chosen = self.session.audit.path_runs, self.query_one("#beside", Rows).chosen
        rows = side_by_side(runs)
        text = words.notes_of(rows[int(chosen)], runs, self.tr) if chosen and chosen.isdigit() else ""
        self.query_one("#notes", Static).update(text)

    def open_beside(self, key: str) -> None:
        """The chosen walk at the step of a row."""
        if key.isdigit() and self.run_number >= 0:
            self._go_to_step(side_by_side(self.session.audit.path_runs)[int(key)])
        elif self.beside:
            self.action_beside()

    def _go_to_step(self, wanted: StepBeside) -> None:
        """The chosen walk alone, at this step."""
        n = self.run_number
        steps = dict(entries(self.session.audit.path_runs[n]))
        of_step = [name for name, step in steps.items() if step.step == wanted.step]
        tried = [name for name in of_step if steps[name] in wanted.entries[n]]
        if self.beside:
            self.action_beside()
        self.stand_at((tried or of_step)[0])
        self.query_one("#steps", Rows).focus()

    def action_leave(self) -> None:
        """Back to the one walk; from there as elsewhere."""
        if self.beside:
            self.action_beside()
        else:
            super().action_leave()

    def action_other_walk(self, by: int) -> None:
        """To a walk to the left or to the right."""
        n = self.run_number + by
        if 0 <= n < len(self.session.audit.path_runs):
            self.look_at(n)

    def action_beside(self) -> None:
        """All walks in one table; again: one walk."""
        self.set_class(not self.beside, BESIDE)
        self.show_audit()
        self.query_one("#beside" if self.beside else "#steps", Rows).focus()
        self.refresh_bindings()
