"""One question of a sparring session: hidden until both have answered, then everything side by side."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.audit import Answer
from readycheck.core.message import say
from readycheck.core.results import QuestionScore, Scores, SectionScore
from readycheck.core.sparring import AgendaItem
from readycheck.i18n import Translator
from readycheck.storage.edits import By
from readycheck.tui import sparring_text as words
from readycheck.tui.question_text import data_text, place_line, remedy_text, warning_text
from readycheck.tui.widgets.answer_bar import AnswerBar
from readycheck.tui.widgets.labelled import Labelled
from readycheck.tui.widgets.put import put
from readycheck.tui.widgets.question_card import QuestionCard

SECRET = ("data", "remedy", "note", "actions")
"""Rows that could give a hidden answer away."""


class SparringCard(VerticalScroll, inherit_bindings=False):
    """Shows what it is given; what is hidden is not even in its widgets."""

    BINDINGS: ClassVar[list[BindingType]] = QuestionCard.BINDINGS

    def __init__(self, tr: Translator) -> None:
        super().__init__(can_focus=True)
        self._tr = tr

    def compose(self) -> ComposeResult:
        tr = self._tr
        for name in ("told", "where", "prompt", "turn"):
            yield Static("", id=name, markup=False)
        yield AnswerBar(tr)
        for name in ("why-talk", "warning", "effect"):
            yield Static("", id=name, markup=False)
        yield Labelled(tr(say("Data")), id="data", pressed="d", does="sparring.data")
        yield Labelled(tr(say("Why")), id="why")
        yield Labelled(tr(say("Remedy")), id="remedy", pressed="t", does="sparring.action")
        yield Labelled(tr(say("To do")), id="actions")
        yield Labelled(tr(say("Note")), id="note", pressed="m", does="sparring.note", empty="–")

    def on_mount(self) -> None:
        """Nothing was agreed on yet."""
        self.show_effect("")

    def show_hidden(self, section: SectionScore, q: QuestionScore, number: str, answer: Answer, voice: By) -> None:
        """Ask: who answers now, who has answered; nothing that depends on what was said."""
        tr = self._tr
        self._line("where", words.hidden_place(section, q, tr))
        self._line("prompt", words.numbered(q, number, tr))
        self._line("turn", words.turn_text(answer, voice, tr))
        self.query_one(AnswerBar).show_answer(None)
        for name in ("why-talk", "warning", "effect"):
            self._line(name, "")
        for name in SECRET:
            self.query_one(f"#{name}", Labelled).take_away()
        self.query_one("#why", Labelled).show_text(tr(q.question.why))

    def show_both(
        self, section: SectionScore, q: QuestionScore, number: str, answer: Answer, item: AgendaItem | None,
        scores: Scores,
    ) -> None:
        """Both answers, the data, and what can be agreed on."""
        tr = self._tr
        self._line("where", place_line(section, q, tr))
        self._line("prompt", words.numbered(q, number, tr))
        agree = words.agree_text(answer, tr)
        self._line("turn", Content.assemble(words.side_by_side(answer, q, tr), f"\n\n{agree}"))
        self.query_one(AnswerBar).show_answer(answer.agreed.value if answer.agreed else None)
        self._line("why-talk", words.why_talk(item, answer, tr))
        self._line("warning", warning_text(q, answer.agreed.value if answer.agreed else None, scores, tr))
        actions = "" if item is None else "\n".join(action.title for action in item.actions)
        texts: dict[str, str | Content] = {
            "data": data_text(q, scores, tr), "why": tr(q.question.why), "remedy": remedy_text(q, tr),
            "note": answer.note, "actions": actions,
        }
        for name, text in texts.items():
            self.query_one(f"#{name}", Labelled).show_text(text)

    def show_told(self, text: str) -> None:
        """What came of the question before."""
        self._line("told", text)

    def show_effect(self, text: str) -> None:
        """What the agreed answer did to the readiness."""
        self._line("effect", text)

    def _line(self, name: str, text: str | Content) -> None:
        line = self.query_one(f"#{name}", Static)
        put(line, Content(text) if isinstance(text, str) else text)
        line.display = bool(str(text))
