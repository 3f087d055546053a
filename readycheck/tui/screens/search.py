"""Looking for anything by its words or its number, and doing it: one window for search and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.finds import Find, matching
from readycheck.tui.held import Held
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.line import Line

MOST = 60
"""More than these nobody reads: another word finds faster."""
KIND, TEXT = 15, 55
"""Characters of a line."""


class SearchScreen(Dialog[Find]):
    """Answers with what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "choose", say("Open"), say("Go to what is marked, or do it."), id="search.open",
            priority=True),
        key("down", "move(1)", say("Next"), say("To the next one found."), id="search.next", display="↑↓",
            priority=True),
        key("up", "move(-1)", say("Previous"), say("To the one before."), id="search.previous", show=False,
            priority=True),
    ]

    def __init__(self, tr: Translator, finds: Callable[[], Sequence[Find]]) -> None:
        super().__init__(tr, say("Find or do"))
        self._make_finds = finds
        self._finds: list[Find] = []
        self._found: list[Find] = []
        self._shown: str | None = None

    def compose_content(self) -> ComposeResult:
        yield Line(placeholder=self.tr(say("words, a question's number such as 3.2, or what is to be done")),
                    compact=True, id="sought")
        found = OptionList(markup=False, compact=True)
        found.can_focus = False
        yield found

    def on_mount(self) -> None:
        """Everything until something is typed, what comes next first."""
        self.show_again()

    def show_again(self) -> None:
        """Look in what there is in this language."""
        self._finds = list(self._make_finds())
        self._shown = None
        self._find(self.query_one(Input).value)

    def put_back(self, held: Held) -> None:
        """The words first, then the mark on what they find."""
        super().put_back(held)
        self.show_again()
        super().put_back(held)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        """Show what has all the words that were typed, unless it is shown already: the mark stays."""
        if typed == self._shown:
            return
        self._shown = typed
        self._found = matching(self._finds, typed)
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options([Option(self._line(find)) for find in self._found[:MOST]])
        left = len(self._found) - MOST
        if left > 0:
            more = say("… and {n} more: one word more finds them.", n=left)
            found.add_option(Option(Content(self.tr(more)), disabled=True))
        if not self._found:
            found.add_option(Option(Content(self.tr(say("Nothing has these words."))), disabled=True))
        found.highlighted = 0

    def _line(self, find: Find) -> Content:
        """What it is, its words beside it, its key."""
        kind = f"{self.tr(find.kind)} {find.number}".rstrip()
        about = f" – {find.about}" if find.about else ""
        pressed = f"  [{find.pressed}]" if find.pressed else ""
        lines = wrap(f"{find.text}{about}{pressed}", TEXT) or [""]
        indent = "\n" + " " * KIND
        return Content.assemble((kind.ljust(KIND), "$secondary"), indent.join(lines))

    def action_move(self, by: int) -> None:
        """Move the mark."""
        found = self.query_one(OptionList)
        found.action_cursor_down() if by > 0 else found.action_cursor_up()

    def action_choose(self) -> None:
        """Go to what is marked."""
        if self.is_current:
            self._find(self.query_one(Input).value)
            self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])
