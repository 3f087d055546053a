"""Looking for a question by its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.keys import after_typing, key
from readycheck.tui.screens.dialog import Dialog


class SearchScreen(Dialog[str]):
    """Answers with the id of the question that was chosen; `questions` are ids with their texts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "choose", say("Open"), say("Open the marked question."), id="search.open",
            priority=True),
        key("down", "move(1)", say("Next"), say("To the next question found."), id="search.next", display="↑↓",
            priority=True),
        key("up", "move(-1)", say("Previous"), say("To the question before."), id="search.previous", show=False,
            priority=True),
    ]

    def __init__(self, tr: Translator, questions: Sequence[tuple[str, str]]) -> None:
        super().__init__(tr, say("Look for a question"))
        self._questions = questions
        self._shown: str | None = None

    def compose_content(self) -> ComposeResult:
        yield Input(placeholder=self.tr(say("some words of it")), compact=True, id="sought")
        found = OptionList(markup=False, compact=True)
        found.can_focus = False
        yield found

    def on_mount(self) -> None:
        """All questions until something is typed."""
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        """Show what has all the words that were typed, unless it is shown already: the mark stays."""
        if typed == self._shown:
            return
        self._shown = typed
        words = typed.casefold().split()
        found = self.query_one(OptionList)
        found.clear_options()
        hits = [(identifier, text) for identifier, text in self._questions if _has(text, words)]
        # the section's name stands before the question: "pal" is asked of palautus, not of every Itsepalvelu
        hits.sort(key=lambda hit: not _has(hit[1].partition(": ")[2], words))
        found.add_options([Option(Content(text), id=identifier) for identifier, text in hits])
        if not found.option_count:
            found.add_option(Option(Content(self.tr(say("No question has these words."))), disabled=True))
        found.highlighted = 0

    def action_move(self, by: int) -> None:
        """Move the mark."""
        found = self.query_one(OptionList)
        found.action_cursor_down() if by > 0 else found.action_cursor_up()

    def action_choose(self) -> None:
        """Open the marked question."""
        after_typing(self.app, self._choose)

    def _choose(self) -> None:
        if self.is_current:
            self._find(self.query_one(Input).value)
            self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)
