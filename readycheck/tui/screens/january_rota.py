"""Where January's next hours should go: asked for a number of hours, shown day by day, taken into the trial."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.staffing.rota import RotaDay, RotaSuggestion, suggest_rota
from readycheck.i18n import Translator
from readycheck.tui.fields import Field, NotTyped
from readycheck.tui.hours_text import figure
from readycheck.tui.january_text import day_name, missing_text
from readycheck.tui.keys import key
from readycheck.tui.latest_job import PAUSE, LatestJob
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.field_row import FieldRow
from readycheck.tui.widgets.rows import Cell, Column, Row, Rows

MOST_HOURS, LONGEST_SHIFT = 5000, 24
FIELDS = (
    Field("budget", say("Agent-hours to place"), "whole", needed=True),
    Field("shift", say("Smallest shift, hours"), "whole", needed=True),
)
Asked = tuple[int, int]


class RotaScreen(Dialog[RotaSuggestion]):
    """Answers with the suggestion; it is counted anew while the hours are typed."""

    CSS_PATH = ["dialog.tcss", "form.tcss", "january_rota.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "take", say("Try it"), say("Take these hours into the trial."), id="rota.take", display="⏎",
            priority=True),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="rota.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="rota.previous", show=False),
    ]

    def __init__(self, tr: Translator, audit: Audit, asked: Asked) -> None:
        super().__init__(tr, say("Where should January's next hours go?"))
        self.asked = asked
        self._audit = audit
        self._taken = False
        self._found: tuple[Asked, RotaSuggestion] | None = None
        self._job = LatestJob(self, self._told)

    def compose_content(self) -> ComposeResult:
        for field, value in zip(FIELDS, self.asked, strict=True):
            yield FieldRow(field, value, self.tr)
        yield Static(id="said", markup=False)
        yield Rows(id="days")

    def on_mount(self) -> None:
        """Begin with the hours that were asked for last."""
        self.query(FieldRow).first().control.focus()
        self._want()

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for."""
        return not self._job.busy

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._want(PAUSE)

    def show_again(self) -> None:
        """What was found, in the other language."""
        if self._found is not None:
            self._show(self._found[1])

    def _want(self, pause: float = 0.0) -> None:
        asked = self._read()
        if isinstance(asked, Message):
            self._job.forget()
            self.query_one("#said", Static).update(f"⚠ {self.tr(asked)}")
        elif self._found is None or self._found[0] != asked:
            self.asked = asked
            self.query_one("#said", Static).update(self.tr(say("Counting…")))
            self._job.want(lambda: (asked, suggest_rota(self._audit, *asked)), pause=pause)
        else:
            self._show(self._found[1])

    def _read(self) -> Asked | Message:
        values = []
        for row, most in zip(self.query(FieldRow), (MOST_HOURS, LONGEST_SHIFT), strict=True):
            try:
                value = row.read()
            except NotTyped as error:
                return error.message
            if value is None or not 1 <= value <= most:
                return say("{field}: a whole number from 1 to {most}.", field=row.field.label, most=most)
            values.append(value)
        return values[0], values[1]

    def _told(self, found: tuple[Asked, RotaSuggestion]) -> None:
        if self.is_attached and found[0] == self.asked:
            self._found = found
            if self.whole:
                self._show(found[1])
            self._close_if_counted()

    def _show(self, found: RotaSuggestion) -> None:
        self.query_one("#said", Static).update(rota_text(found, self.tr))
        tr = self.tr
        columns = [Column(tr(say("day")), 12)]
        columns += [Column(tr(title), 10, right=True) for title in (
            say("need h"), say("plan h"), say("add h"), say("then ±"))]
        self.query_one("#days", Rows).show_rows(columns, {str(day.day): _row(day, tr) for day in found.days})

    def action_take(self) -> None:
        """Close with the suggestion, as soon as it is the one that is asked for."""
        self._taken = isinstance(self._read(), tuple)
        self._close_if_counted()

    def _close_if_counted(self) -> None:
        if self._taken and self._found is not None and self._read() == self._found[0]:
            self._taken = False
            if self._found[1].days:
                self.dismiss(self._found[1])


def rota_text(found: RotaSuggestion, tr: Translator) -> str:
    """What the hours bring."""
    if found.missing:
        return missing_text(found.missing, tr)
    if not found.days:
        return tr(say("No day is short of hands: nothing to add."))
    given = sum(day.hours for day in found.days)
    head = say("{hours} h on {n} days cover {gained:.0f} h of need.", hours=given, n=len(found.days),
               gained=found.gained)
    score = figure(tr(say("January")), found.score_after, found.score_before, tr)
    backlog = figure(tr(say("backlog h")), found.backlog_after, found.backlog_before, tr)
    return f"{tr(head)}\n{score}   {backlog}"


def _row(day: RotaDay, tr: Translator) -> Row:
    then = day.planned + day.hours - day.required
    return [
        day_name(day.day, tr), tr.number(day.required),
        tr.number(day.planned), Cell(f"+{day.hours}", "bold"), tr.number(then),
    ]
