"""The checklists, one question at a time: the claim, the data at its side, the score answering at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from readycheck.core.audit import Answer, AnswerValue
from readycheck.core.message import Message, say
from readycheck.core.next_step import NextStep
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.storage.document import REMOVED
from readycheck.storage.edits import By, answer
from readycheck.tui.keys import key
from readycheck.tui.left_off import last_place
from readycheck.tui.question_text import (
    VOICES,
    effect_text,
    source_text,
)
from readycheck.tui.question_years import last_year_text, observed_text
from readycheck.tui.saving import Document
from readycheck.tui.screens.answering import Answering, answer_keys
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.question_tools import TOOL_KEYS
from readycheck.tui.widgets.question_card import QuestionCard
from readycheck.tui.widgets.score_board import ScoreBoard
from readycheck.tui.widgets.section_list import SectionList

STAYED = 1.0
"""Seconds at a question until it is remembered."""


class QuestionScreen(Answering, AuditScreen):
    """Sections on the left, one question on the right; on a wide screen the scores beside them."""

    PLACE = "audit"
    CSS_PATH = "audit.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *answer_keys(),
        key("enter,space", "open_question", say("Next open"), say("To the next question without an answer."),
            id="question.open", display="⏎"),
        key("down", "step(1)", say("Question"), say("To the next question."), id="question.next", display="↑↓"),
        key("right", "section(1)", say("Section"), say("To the next section."), id="section.next",
            display="←→"),
        *TOOL_KEYS,
        key("up", "step(-1)", say("Previous question"), say("To the question before."), id="question.previous",
            show=False),
        key("left", "section(-1)", say("Previous section"), say("To the section before."),
            id="section.previous", show=False),
        key("home", "go_to_end(0)", say("First question"), say("To the first question of all."), id="question.first",
            show=False),
        key("end", "go_to_end(-1)", say("Last question"), say("To the last question of all."), id="question.last",
            show=False),
        key("escape", "step_back", say("To the question"),
            say("From the list of sections to the question, from there back to the shops."), id="question.focus",
            show=False),
        key("delete,backspace", "clear", say("Take the answer away"),
            say("Leave the question open again, for whoever is answering now."), id="answer.clear",
            show=False, display="del"),
    ]

    def compose_body(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="left"):
                yield SectionList(self.tr)
            yield QuestionCard(self.tr)
            with VerticalScroll(id="scores", can_focus=False):
                yield ScoreBoard(self.tr)

    def on_mount(self) -> None:
        """Keys go to the question."""
        super().on_mount()
        self.query_one(QuestionCard).focus()
        self._stay = self.set_timer(STAYED, self._keep_place)

    def on_unmount(self) -> None:
        """Where one left is where one goes on."""
        self._stay.stop()
        last_place(self.session).keep(self._here)

    def _keep_place(self) -> None:
        """Soon after a move, beside the keys: a kill takes no more than the last second."""
        here = self._here
        self.run_worker(lambda: last_place(self.session).keep(here), thread=True, group="place", exit_on_error=False)

    @property
    def _here(self) -> str:
        return self.order[self.present][1].id if self.order else ""

    # where one is

    @property
    def order(self) -> list[tuple[SectionScore, QuestionScore]]:
        """Every question with its section, in the order of the lists."""
        return [(section, q) for section in self.session.scores.sections for q in section.questions]

    @property
    def present(self) -> int:
        """The open question's index in `order`."""
        wanted = self.session.places.get(self.PLACE)
        found = (n for n, (_, q) in enumerate(self.order) if q.id == wanted)
        return next(found, 0)

    @property
    def voice(self) -> By:
        """Who is answering."""
        voice: By = self.session.places.get("voice", "owner")
        return voice

    def given(self, q: QuestionScore) -> Answer:
        """What has been answered to a question."""
        return self.session.audit.answers.get(q.id, Answer())

    def go_to_question(self, identifier: str) -> None:
        """Open a question."""
        self.session.places[self.PLACE] = identifier
        self.query_one(QuestionCard).scroll_home(animate=False)
        self.query_one(QuestionCard).show_effect("")
        self.show_audit()
        self._stay.stop()
        self._stay = self.set_timer(STAYED, self._keep_place)

    def show_audit(self) -> None:
        """Draw the open question, the sections and the scores."""
        order, scores = self.order, self.session.scores
        if not order:
            self.query_one(QuestionCard).show_nothing()
            return
        section, q = order[self.present]
        previous, audit = self.session.previous, self.session.audit
        self.query_one(QuestionCard).show_question(
            section, q, self.given(q), self.voice, scores,
            last_year_text(q.id, audit, previous.audit if previous is not None else None, self.tr),
            source_text(q, audit), observed_text((s for s in audit.observations if s.question == q.id), self.tr),
        )
        self.query_one(SectionList).show_scores(self.session.audit, scores, section.id)
        self.query_one(ScoreBoard).show_scores(scores)

    # answering

    def give(self, value: AnswerValue) -> None:
        """Answer the open question; "does not concern us" asks why first."""
        if not self.order:
            return
        q = self.order[self.present][1]
        if value != "na":
            self.edit(answer(self.session.document, q.id, value, by=self.voice, on=self.session.today))
            return
        self.ask_text(
            say("Why not?"), self.given(q).note,
            lambda note: answer(self.session.document, q.id, "na", by=self.voice, on=self.session.today, note=note),
            note=say("Why does this not concern your shop? The question then leaves the score."), needed=True,
            kind="text",
        )

    def taken(self, document: Document) -> Message | None:
        """Take an edit, and show beside the answer what it did to the scores."""
        before = self._standing()
        complaint = super().taken(document)
        if complaint is None:
            self.query_one(QuestionCard).show_effect(effect_text(before, self._standing(), self.tr))
        return complaint

    def action_undo(self) -> None:
        """Take the last edit back, and what was said of its effect."""
        self.query_one(QuestionCard).show_effect("")
        super().action_undo()

    def _standing(self) -> tuple[float | None, float | None]:
        return self.order[self.present][0].score, self.session.scores.readiness.score

    def action_clear(self) -> None:
        """Take the speaking voice's answer away."""
        q = self.order[self.present][1]
        if getattr(self.given(q), self.voice) is not None:
            self.edit(self.with_value(["answers", q.id, self.voice], REMOVED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The letters of the other language do nothing."""
        if action == "answer" and len(parameters) == 2:
            return parameters[1] in ("", self.tr.lang)
        return super().check_action(action, parameters)

    # moving

    def action_step(self, by: int) -> None:
        """To a question before or after."""
        at = self.present + by
        if 0 <= at < len(self.order):
            self.go_to_question(self.order[at][1].id)

    def action_go_to_end(self, at: int) -> None:
        """To the first (0) or the last (-1) question."""
        if self.order:
            self.go_to_question(self.order[at][1].id)

    def action_section(self, by: int) -> None:
        """To the first question of a section before or after."""
        sections = self.session.scores.sections
        here = self.order[self.present][0].id
        at = [section.id for section in sections].index(here) + by
        if 0 <= at < len(sections):
            self.go_to_question(sections[at].questions[0].id)

    @on(SectionList.Chosen)
    def _section_chosen(self, event: SectionList.Chosen) -> None:
        event.stop()
        section = self.session.scores.section(event.section)
        if section is not None and self.order[self.present][0].id != section.id:
            self.go_to_question(section.questions[0].id)

    def action_step_back(self) -> None:
        """From the list to the question; from there as from every screen."""
        if self.focused is self.query_one(QuestionCard):
            self.action_leave()
        else:
            self.action_to_question()

    @on(SectionList.Entered)
    def action_to_question(self) -> None:
        """The keys go to the question again."""
        self.query_one(QuestionCard).focus()

    def action_open_question(self) -> None:
        """To the next question that the speaking voice has not answered, round the end."""
        order, at = self.order, self.present
        for _, q in [*order[at + 1:], *order[:at]]:
            if self._is_open(q):
                self.go_to_question(q.id)
                return
        self.tell(say("Nothing is left to agree on.") if self.voice == "agreed" else
                  say("Every question is answered ({voice}).", voice=VOICES[self.voice]))

    def go_and_stand(self, place: str, table: str = "", row: str = "", question: str = "") -> None:
        """A question is on this screen."""
        if question:
            self.go_to_question(question)
            self.action_to_question()
        else:
            super().go_and_stand(place, table, row)

    def lead_to_question(self, step: NextStep) -> None:
        """From question to question; from a blocker on to what is done about it."""
        q = self.order[self.present][1]
        elsewhere = step.id == "questions" and not q.id.startswith(step.question.partition("/")[0] + "/")
        match step.id:
            case "questions" | "other-questions" if self._is_open(q) and not elsewhere:
                self.action_open_question()
            case "conflicts" if q.id == step.question:
                self.action_conflict()
            case "blockers" if q.id == step.question:
                self.action_to_do()
            case _:
                self.go_to_question(step.question)

    def _is_open(self, q: QuestionScore) -> bool:
        """Agreeing is wanted only where the two voices differ."""
        if self.voice == "agreed":
            return q.difference > 0
        return q.applicable and getattr(self.given(q), self.voice) is None


