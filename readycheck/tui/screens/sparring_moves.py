"""From question to question of a sparring session, and between asking and the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.binding import ActiveBinding
from textual.screen import Screen

from readycheck.core.audit import Answer
from readycheck.core.message import say
from readycheck.core.results import QuestionScore
from readycheck.core.sparring import AgendaItem, Asked, blind_state, may_be_seen
from readycheck.tui.keys import called, key, key_of
from readycheck.tui.screens.sparring_state import Sitting, Speaker
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.sparring_card import SparringCard

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen
ALL_AGREED = say("Everything is agreed. {key} writes the agreement.", key=key_of("sparring.agreement", "s"))
MOVE_KEYS = (
    key("enter", "onward", say("Next open"), say("To the next question that needs an answer, or an agreement."),
        id="sparring.onward", display="⏎"),
    key("v", "voice", say("Who answers"), say("Let the other person answer."), id="sparring.voice"),
    key("a", "agenda", say("Agenda"), say("From asking to the list of what to talk about, and back."),
        id="sparring.agenda"),
    key("down", "step(1)", say("Question"), say("To the next question."), id="sparring.next", display="↑↓",
        show=False),
    key("up", "step(-1)", say("Previous question"), say("To the question before."), id="sparring.previous",
        show=False),
    key("right", "section(1)", say("Section"), say("To the next section."), id="sparring.section", display="←→",
        show=False),
    key("left", "section(-1)", say("Previous section"), say("To the section before."),
        id="sparring.section.previous", show=False),
    key("w", "which", say("Which"), say("Ask only the most important questions, or all of them."),
        id="sparring.which", show=False),
    key("escape", "back", say("Back"), say("From one item of the agenda to the list, from there to the questions."),
        id="sparring.back", show=False),
)
WHILE_TALKING = {"sparring.agenda": (say("Questions"), say("Back to the questions, where the asking was left."))}
WHILE_OPENED = {"sparring.back": (say("Agenda"), say("From one item of the agenda back to the list."))}
"""What keys are called where they lead elsewhere than usual."""


class SparringMoves(Base):
    """A part of the sparring screen."""

    if TYPE_CHECKING:
        questions: Sequence[Asked]
        items: Sequence[AgendaItem]

        @property
        def sitting(self) -> Sitting:
            """How the sitting stands."""

        @property
        def order(self) -> list[Asked]:
            """Every question with its section."""

        @property
        def present(self) -> int:
            """The open question's index in `order`."""

        def now(self, **changes: Any) -> None:
            """Let the sitting stand otherwise."""

        def given(self, q: QuestionScore) -> Answer:
            """What has been answered to a question."""

        def look(self) -> None:
            """Work out questions and agenda."""

        def take_keys(self) -> None:
            """Keys go to what is in sight."""

    @property
    def bindings_now(self) -> dict[str, ActiveBinding]:
        """Each key called by where it leads from here."""
        sitting = self.sitting
        names = {**(WHILE_TALKING if sitting.talking else {}), **(WHILE_OPENED if sitting.opened else {})}
        return called(super().bindings_now, names)

    def go_to_question(self, identifier: str, told: str = "") -> None:
        """Open a question: who has not answered it yet is asked, the owner first."""
        q = next((q for _, q in self.order if q.id == identifier), None)
        state = blind_state(self.given(q)) if q is not None else "nobody"
        voice: Speaker = "consultant" if state == "owner" else "owner"
        self.now(question=identifier, voice=voice, told=told)
        card = self.query_one(SparringCard)
        card.scroll_home(animate=False)
        card.show_effect("")

    def go_on_asking(self, told: str = "") -> bool:
        """To the next question that not both have answered, round the end; False where there is none."""
        at, order = self.present, [q for _, q in self.order]
        chosen = {q.id for _, q in self.questions}
        start = at + 1 if self.sitting.question else at
        waiting = [
            q for q in (*order[start:], *order[:start]) if q.id in chosen and not may_be_seen(self.given(q))
        ]
        if waiting:
            self.go_to_question(waiting[0].id, told)
        return bool(waiting)

    def action_onward(self) -> None:
        """The next question, or the next item that is not decided."""
        if self.sitting.talking:
            self._next_item()
        elif self.go_on_asking():
            self.show_audit()
        elif any(item.seen and not item.decided for item in self.items):
            self.tell(say("Both have answered every question here. {key} shows what there is to talk about.",
                          key=key_of("sparring.agenda", "a")))
        else:
            self.tell(ALL_AGREED)

    def _next_item(self) -> None:
        order = [item for item in self.items if item.seen]
        at = next((n for n, item in enumerate(order) if item.score.id == self.sitting.question), -1)
        left = [item for item in (*order[at + 1:], *order[:max(at, 0)]) if not item.decided]
        if left:
            self.open_item(left[0].score.id)
        else:
            self.tell(ALL_AGREED)
            self.action_to_list()

    def open_item(self, question: str) -> None:
        """One item of the agenda."""
        self.now(talking=True, opened=True)
        self.go_to_question(question)
        self.show_audit()
        self.take_keys()

    def action_to_list(self) -> None:
        """The agenda as a list, the cursor on the item that was open."""
        self.now(talking=True, opened=False)
        self.show_audit()
        # the table has no width before it is laid out
        self.later(self._stand_on_item)

    def _stand_on_item(self) -> None:
        self.show_audit()
        self.query_one(Rows).go_to(self.sitting.question)
        self.now(question=self.query_one(Rows).chosen or self.sitting.question)
        self.show_audit()
        self.take_keys()

    def action_back(self) -> None:
        """One step back."""
        if self.sitting.talking and self.sitting.opened:
            self.action_to_list()
        else:
            self.action_leave()

    def action_agenda(self) -> None:
        """From asking to the agenda and back."""
        if not self.sitting.talking:
            self.now(asked=self.sitting.question)
            self.action_to_list()
            return
        self.now(talking=False, opened=False)
        self.go_to_question(self.sitting.asked or self.sitting.question)
        self.show_audit()
        self.take_keys()

    def action_voice(self) -> None:
        """The other person answers."""
        self.now(voice="consultant" if self.sitting.voice == "owner" else "owner")
        self.show_audit()

    def action_which(self) -> None:
        """The most important questions, or all."""
        self.now(heavy=not self.sitting.heavy)
        self.look()
        if self.sitting.question not in {q.id for _, q in self.questions} and not self.sitting.talking:
            self.go_on_asking()
        self.show_audit()

    def _steps(self) -> list[str]:
        """The questions that one steps through."""
        if self.sitting.talking:
            return [item.score.id for item in self.items if item.seen]
        chosen = {q.id for _, q in self.questions}
        return [q.id for _, q in self.order if q.id in chosen or q.id == self.sitting.question]

    def action_step(self, by: int) -> None:
        """To a question before or after."""
        steps = self._steps()
        at = steps.index(self.sitting.question) + by if self.sitting.question in steps else 0
        if 0 <= at < len(steps):
            self.go_to_question(steps[at])
            self.show_audit()

    def action_section(self, by: int) -> None:
        """To the first question of a section before or after."""
        sections = list(dict.fromkeys(section.id for section, _ in self.questions))
        here = self.order[self.present][0].id
        at = sections.index(here) + by if here in sections else 0
        if 0 <= at < len(sections):
            self.action_open_section(sections[at])

    def action_open_section(self, identifier: str) -> None:
        """To a section's first question."""
        self.go_to_question(next(q.id for section, q in self.questions if section.id == identifier))
        self.show_audit()
