"""Answering blind, agreeing, and what comes of it: notes, actions, the agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from readycheck.core.audit import Answer, AnswerValue
from readycheck.core.message import Message, say
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.core.sparring import AgendaItem, blind_state
from readycheck.i18n import Translator
from readycheck.storage.document import REMOVED
from readycheck.storage.edits import By, answer
from readycheck.tui.keys import key
from readycheck.tui.saving import Document
from readycheck.tui.screens.answering import Answering
from readycheck.tui.screens.sparring_state import Sitting
from readycheck.tui.widgets.header import change_text
from readycheck.tui.widgets.sparring_card import SparringCard

LATER = say("(the reason is written down once both have answered)")
ABOUT_QUESTIONS = (
    "answer", "onward", "voice", "agenda", "step", "section", "which", "pause", "private", "minutes",
    "agreement", "to_do", "note", "data", "clear",
)
OPEN_ONLY = ("note", "to_do", "data")
"""What would show a hidden answer, or what depends on it."""
TALK_KEYS = (
    key("s", "agreement", say("Agreement"), say("Write the one-page agreement as an HTML file beside the audit."),
        id="sparring.agreement"),
    key("t", "to_do", say("To do"), say("Turn the remedy into an action: who does it, by when."),
        id="sparring.action", show=False),
    key("m", "note", say("Note"), say("Write a note on this question, for both."), id="sparring.note", show=False),
    key("d", "data", say("Data"), say("The arithmetic behind the measured figure, or where to get it."),
        id="sparring.data", show=False),
    key("delete,backspace", "clear", say("Take the answer away"),
        say("The answer of the one answering, or what was agreed."), id="sparring.clear", show=False, display="del"),
)


class SparringTools(Answering):
    """A part of the sparring screen."""

    if TYPE_CHECKING:
        @property
        def sitting(self) -> Sitting:
            """How the sitting stands."""

        @property
        def here(self) -> tuple[SectionScore, QuestionScore, Answer]:
            """The open question, its section, what was answered."""

        @property
        def seen(self) -> bool:
            """Whether what was answered to the open question may be shown."""

        def look(self) -> None:
            """Work out questions and agenda."""

        def now(self, **changes: object) -> None:
            """Let the sitting stand otherwise."""

        def item(self, question: str) -> AgendaItem | None:
            """A question's place on the agenda."""

        def go_on_asking(self, told: str = "") -> bool:
            """To the next question that not both have answered."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The other language's letters do nothing; nor does what could show a hidden answer."""
        if not self.order and action in ABOUT_QUESTIONS:
            return False
        listing = self.sitting.listing
        if action == "answer":
            return not listing and parameters[1] in ("", self.tr.lang)
        if action in OPEN_ONLY:
            return self.seen and (not listing or self.item(self.sitting.question) is not None)
        if action == "next":
            return False
        if action == "voice":
            return not listing and not self.seen
        if action in ("step", "section", "clear", "pause"):
            return not listing
        return super().check_action(action, parameters)

    # answering

    def give(self, value: AnswerValue) -> None:
        """Answer for who is asked now; where both have answered: agree."""
        if not self.order:
            return
        if self.seen:
            self._agree(value)
        else:
            self._answer_blind(value)

    def _answer_blind(self, value: AnswerValue) -> None:
        """Take it, and ask the other; the reason of a "does not concern us" waits: to ask for it would tell."""
        _, q, given = self.here
        note = self.tr(LATER) if value == "na" and not given.note.strip() else None
        by: By = self.sitting.voice
        self.now(running=True, told="")
        if not self.edit(answer(self.session.document, q.id, value, by=by, on=self.session.today, note=note)):
            return
        if blind_state(self.here[2]) == "both":
            self._reveal()
        else:
            self.now(voice="consultant" if by == "owner" else "owner")
        self.show_audit()

    def _reveal(self) -> None:
        """Both have answered: where there is nothing to talk about, the next question comes by itself."""
        _, q, given = self.here
        self.look()
        alike = given.owner is not None and given.consultant is not None and given.owner.value == given.consultant.value
        if alike and given.owner is not None and given.owner.value != "na" and self.item(q.id) is None:
            self.go_on_asking(told=q.id)

    def _agree(self, value: AnswerValue) -> None:
        """What both stand behind from now on."""
        _, q, given = self.here
        document, today = self.session.document, self.session.today
        if value != "na":
            self.edit(answer(document, q.id, value, by="agreed", on=today))
            return
        self.ask_text(
            say("Why not?"), _written(given),
            lambda note: answer(document, q.id, "na", by="agreed", on=today, note=note),
            note=say("Why does this not concern your shop? The question then leaves the score."), needed=True,
            kind="text",
        )

    def action_note(self) -> None:
        """The note for both; what stands in for a reason gives way to the reason."""
        _, q, given = self.here
        before = _written(given)
        self.ask_text(say("Note"), before, lambda note: (
            self.with_value(["answers", q.id, "note"], note or REMOVED) if note != before else self.session.document
        ))

    def taken(self, document: Document) -> Message | None:
        """Take an edit; of an agreed answer, show what it did to the readiness."""
        seen, before = self.seen, self.session.scores.readiness.score
        complaint = super().taken(document)
        after = self.session.scores.readiness.score
        if complaint is None and seen:
            changed = change_text(after - before, self.tr) if before is not None and after is not None else ""
            text = say("Readiness{change} points", change=changed)
            self.query_one(SparringCard).show_effect(self.tr(text) if changed else "")
        return complaint

    def action_clear(self) -> None:
        """Take away the answer of who is asked now, or what was agreed."""
        _, q, given = self.here
        by: By = "agreed" if self.seen else self.sitting.voice
        if getattr(given, by) is not None:
            self.edit(self.with_value(["answers", q.id, by], REMOVED))

    def action_undo(self) -> None:
        """Take the last edit back, and show the question that it was about."""
        before = self.session.audit.answers
        super().action_undo()
        self._to_changed(before)

    def action_redo(self) -> None:
        """Bring it back, at its question."""
        before = self.session.audit.answers
        super().action_redo()
        self._to_changed(before)

    def _to_changed(self, before: Mapping[str, Answer]) -> None:
        """What is hidden stays so: only where it was is told."""
        after = self.session.audit.answers
        changed = [q.id for _, q in self.order if before.get(q.id) != after.get(q.id)]
        if changed and not self.sitting.listing:
            self.go_to_question(changed[0])
            self.show_audit()

    # the agreement

    def action_agreement(self) -> None:
        """Write it beside the audit and say where it is."""
        self.shell.write_agreement()


def _written(given: Answer) -> str:
    """The note that a person has written, in whatever language the stand-in for one was put there."""
    return "" if given.note in (Translator("fi")(LATER), Translator("en")(LATER)) else given.note
