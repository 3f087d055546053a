"""One question with everything around it, to be read from top to bottom."""

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
from readycheck.i18n import Translator
from readycheck.storage.edits import By
from readycheck.tui.keys import key, key_of
from readycheck.tui.question_text import (
    VOICES,
    concerns_voices,
    data_text,
    overruled_text,
    passed_over,
    place_line,
    question_numbers,
    remedy_text,
    voices_line,
    warning_text,
)
from readycheck.tui.widgets.answer_bar import AnswerBar
from readycheck.tui.widgets.labelled import Labelled
from readycheck.tui.widgets.put import put


class QuestionCard(VerticalScroll, inherit_bindings=False):
    """Shows what it is given; the arrows are left to the screen, the page keys scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("pagedown", "page_down", say("Read on"), say("Down in a long text."), id="card.down", show=False),
        key("pageup", "page_up", say("Read back"), say("Up in a long text."), id="card.up", show=False),
    ]

    def __init__(self, tr: Translator) -> None:
        super().__init__(can_focus=True)
        self._tr = tr

    def compose(self) -> ComposeResult:
        tr = self._tr
        yield Static("", id="where", markup=False)
        yield Static("", id="prompt", markup=False)
        yield Static("", id="speaking", markup=False)
        yield AnswerBar(tr)
        yield Static("", id="warning", markup=False)
        yield Static("", id="effect", markup=False)
        yield Labelled(tr(say("Data")), id="data", pressed="d", does="question.data")
        yield Labelled(tr(say("Why")), id="why")
        yield Labelled(tr(say("Remedy")), id="remedy", pressed="t", does="question.action")
        yield Labelled(tr(say("Voice")), id="voices", pressed="v", does="question.voice")
        yield Labelled(tr(say("Note")), id="note", pressed="m", does="question.note", empty="–")
        yield Labelled(tr(say("Evidence")), id="evidence", pressed="l", does="question.evidence", empty="–")
        yield Labelled(tr(say("Seen")), id="observed", pressed="h", does="question.observation", empty="–")
        yield Labelled(tr(say("Last year")), id="before")
        yield Labelled(tr(say("Source")), id="source")

    def on_mount(self) -> None:
        """Nothing was answered yet."""
        self.show_effect("")

    def show_question(
        self, section: SectionScore, q: QuestionScore, answer: Answer, voice: By, scores: Scores,
        before: str = "", source: str = "", observed: str = "",
    ) -> None:
        """Draw a question, what was answered, what the data says, `before` from last year, its `source`, and what was
        `observed` of it this season.
        """
        tr = self._tr
        given = getattr(answer, voice)
        self._line("#where", place_line(section, q, tr))
        self._line("#prompt", f"{question_numbers(scores)[q.id]}  {self._prompt(q)}")
        self._line("#speaking", "" if voice == "owner" else tr(
            say("Answers now: {voice}. {key} lets the next one answer.",
                key=key_of("question.voice", "v"), voice=VOICES[voice])
        ))
        self.query_one(AnswerBar).show_answer(given.value if given else None)
        warned = overruled_text(answer, voice, tr), warning_text(q, given.value if given else None, scores, tr)
        self._line("#warning", "\n".join(filter(None, warned)))
        texts: dict[str, str | Content] = {
            "data": data_text(q, scores, tr), "why": tr(q.question.why), "remedy": remedy_text(q, tr),
            "voices": voices_line(answer, voice, tr) if concerns_voices(answer, voice) else "", "note": answer.note,
            "evidence": "\n".join(answer.evidence), "before": before, "source": source, "observed": observed,
        }
        for row, text in texts.items():
            self.query_one(f"#{row}", Labelled).show_text(text)

    def show_effect(self, text: str) -> None:
        """What the last answer did to the scores."""
        self._line("#effect", text)

    def show_nothing(self) -> None:
        """An audit without any checklist."""
        self.query_one("#prompt", Static).update(
            Content(self._tr(say("This audit holds no checklist. `readycheck checklist list` shows what there is.")))
        )

    def _prompt(self, q: QuestionScore) -> str:
        prompt = self._tr(q.question.prompt)
        if q.applicable or q.claim == "na":
            return prompt
        return f"{prompt}\n{passed_over(q, self._tr)}"

    def _line(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        put(line, Content(text))
        line.display = bool(text)
