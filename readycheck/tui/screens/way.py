"""The way through an audit: what comes next, and going to a question or a row of a table."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from readycheck.core.message import Message
from readycheck.core.next_step import EACH_QUESTION, NextStep, next_step, steps_left
from readycheck.tui.keys import keys_by_id
from readycheck.tui.newer_lists import not_looked_at
from readycheck.tui.report_stand import report_is_current
from readycheck.tui.screens.spoken import SpokenScreen
from readycheck.tui.session import Session
from readycheck.tui.widgets.next_line import NextLine
from readycheck.tui.widgets.rows import Rows


class Way(SpokenScreen):
    """A part of every screen of an audit. Its place is `PLACE`, its id in the registry."""

    PLACE: ClassVar[str] = ""
    session: Session

    if TYPE_CHECKING:
        def show_audit(self) -> None:
            """Put the session's state into the widgets."""

        def tell(self, sentence: Message | str) -> None:
            """A sentence in the corner."""

        def action_go(self, place: str) -> None:
            """To another screen."""

        def action_import(self) -> None:
            """To the import."""

        def action_report(self) -> None:
            """Write the report."""

    def show_next(self) -> None:
        """Say what comes next."""
        self.query_one(NextLine).show_step(self.step_ahead, self.session.scores, self._pressed)

    @cached_property
    def _pressed(self) -> dict[str, str]:
        """The keys' names: they are the same as long as the app runs."""
        return keys_by_id(self)

    @property
    def steps_left(self) -> tuple[NextStep, ...]:
        """What is still to be done."""
        session = self.session
        return steps_left(session.audit, session.scores, session.today, reported=report_is_current(session),
                          newer_lists=not_looked_at(session))

    @property
    def step_ahead(self) -> NextStep:
        """What comes next, after the step that one was led to last in this sitting."""
        return next_step(self.steps_left, self.session.places.get("led", ""), self.PLACE)

    def action_next(self) -> None:
        """To what comes next."""
        self.lead_to(self.step_ahead)

    def lead_to(self, step: NextStep) -> None:
        """To where a step is done."""
        if step.id in EACH_QUESTION:
            self.lead_to_question(step)
            return
        self.session.places["led"] = step.id
        match step.place:
            case "":
                self.tell(step.what)
            case "import":
                self.action_import()
            case "report":
                self.action_report()
            case place:
                self.action_go(place)

    def lead_to_question(self, step: NextStep) -> None:
        """To the first question that a step is about."""
        self.go_and_stand("audit", question=step.question)

    def go_and_stand(self, place: str, table: str = "", row: str = "", question: str = "") -> None:
        """To a row of a table of another screen, or of this one; or to a question."""
        self.session.places["row"] = (place, table, row)
        if question:
            self.session.places["audit"] = question
        if place == self.PLACE:
            self.stand_on_row()
        else:
            self.action_go(place)

    def stand_on_row(self) -> None:
        """Where one was sent to, once the screen is there."""
        place, table, row = self.session.places.get("row", ("", "", ""))
        if place == self.PLACE:
            del self.session.places["row"]
            self.show_audit()
            if table:
                rows = self.query_one(f"#{table}", Rows)
                rows.focus()
                rows.go_to(row)
