"""Claims against data, from the data's side: which answers what is on this screen contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from readycheck.core.message import say
from readycheck.core.names import measure_name
from readycheck.tui.keys import key
from readycheck.tui.measured import contradicted_at
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.widgets.claims_line import ClaimsLine

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen


class ClaimsHere(Base):
    """A part of the screens on which something is measured; they have a ClaimsLine."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("exclamation_mark", "claims", say("Contradictions"), say("Answers that the data here contradicts."),
            id="claims", show=False, display="!"),
    ]

    def show_claims(self) -> None:
        """Say how many there are."""
        self.query_one(ClaimsLine).show_claims(self.session.scores, self.PLACE, self.tr)

    def action_claims(self) -> None:
        """List them; from there to the question."""
        found = contradicted_at(self.PLACE, self.session.scores)
        if not found:
            self.tell(say("No answer contradicts the data here."))
            return
        choices = {
            q.id: (
                say("{prompt}", prompt=q.question.prompt),
                say("the answer says yes; {name}: {value} of 100", name=measure_name(q.question.measure or ""),
                    value=self.tr.number(q.measured, 0)),
            )
            for q in found
        }
        self.app.push_screen(ChooseScreen(self.tr, say("Answers that the data here contradicts"), choices), self._ask)

    def _ask(self, question: str | None) -> None:
        if question is not None:
            self.session.places["audit"] = question
            self.action_go("audit")
