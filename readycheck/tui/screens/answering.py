"""Answering a question, by a letter of either language or by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import BindingType

from readycheck.core.audit import AnswerValue
from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.screens.question_tools import QuestionTools
from readycheck.tui.widgets.answer_bar import KEYS, LABELS, AnswerBar


def answer_keys() -> list[BindingType]:
    """Each language's letters; the two signs are the same in both and stand once."""
    made: dict[tuple[str, str], BindingType] = {}
    signs = {"?": "question_mark", "-": "minus"}
    for lang, keys in KEYS.items():
        for value, pressed in keys.items():
            spoken = "" if pressed in signs else lang
            made[spoken, value] = key(
                signs.get(pressed, pressed), f"answer('{value}', '{spoken}')", LABELS[value],
                say("Give this answer."), id=f"answer.{value}{spoken and '.' + spoken}", show=False,
                display=pressed,
            )
    return list(made.values())


class Answering(QuestionTools):
    """A part of a screen with an open question and an answer bar; `give` takes the answer."""

    if TYPE_CHECKING:
        def give(self, value: AnswerValue) -> None:
            """Take an answer."""

    def action_answer(self, value: AnswerValue, lang: str) -> None:
        """Answer the open question."""
        self.give(value)

    @on(AnswerBar.Chosen)
    def _chosen(self, event: AnswerBar.Chosen) -> None:
        event.stop()
        self.give(event.value)
