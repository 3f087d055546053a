"""A short menu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog, Title

NUMBERED = 9
Choices = Mapping[str, tuple[Message, Message | None]]


class ChooseScreen(Dialog[str]):
    """Answers with the id of what was chosen; each choice is a name, with a sentence about it where there is one.

    The first nine can be chosen by their number; letters go to the first that begins so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "cancel", say("Cancel"), say("Close this window and change nothing."), id="close",
            display="esc"),
        key("space", "choose", say("Choose"), say("Take what is marked."), id="choose.marked", display="⏎"),
        *(
            key(str(digit), f"number({digit})", say("Choose by number"), say("Take the line with this number."),
                id=f"choose.{digit}", show=False)
            for digit in range(1, NUMBERED + 1)
        ),
    ]

    def __init__(
        self, tr: Translator, title: Title, choices: Choices,
        marked: str | None = None, *, letters: bool = True,
    ) -> None:
        """`letters`: what is written is shown and looked for; not where it may be for one person's eyes only."""
        super().__init__(tr, title)
        self._letters = letters
        self._choices = choices
        self._marked = marked
        self._written = ""

    def compose_content(self) -> ComposeResult:
        rows = [
            Option(self._row(str(number) if number <= NUMBERED else " ", name, about), id=identifier)
            for number, (identifier, (name, about)) in enumerate(self._choices.items(), 1)
        ]
        yield OptionList(*rows, markup=False, compact=True)
        yield Static(self._written, id="written", markup=False)

    def _row(self, number: str, name: Message, about: Message | None) -> Content:
        told = "" if about is None else f"\n  {self.tr(about)}"
        return Content.assemble((f"{number} {self.tr(name)}", "bold"), told)

    def on_mount(self) -> None:
        """The mark stands on what holds now."""
        if self._marked is not None and self._marked in self._choices:
            self.query_one(OptionList).highlighted = list(self._choices).index(self._marked)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def on_key(self, event: Key) -> None:
        """Who writes a name goes to its line."""
        if event.key == "backspace":
            self._write(self._written[:-1])
        elif event.key in ("up", "down", "home", "end"):
            self._write("")
        elif event.character is not None and event.character.isalpha():
            self._write(self._written + event.character)

    def _write(self, text: str) -> None:
        self._written = text
        if not self._letters:
            return
        self.set_class(bool(text), "-written")
        names = [self.tr(name).casefold() for name, _ in self._choices.values()]
        found = next((n for n, name in enumerate(names) if name.startswith(text.casefold())), None)
        if text:  # where nothing is found nothing is marked, or Enter would take another than what was written
            self.query_one(OptionList).highlighted = found
        unknown = say("Nothing here begins with \"{text}\". Backspace takes a letter away.", text=text)
        self.query_one("#written", Static).update(self.tr(unknown) if found is None else text)

    def action_choose(self) -> None:
        """Take the marked line; in the midst of a name the space belongs to it."""
        if self._written:
            self._write(f"{self._written} ")
        else:
            self.query_one(OptionList).action_select()

    def action_number(self, number: int) -> None:
        """Take a line by its number."""
        if number <= len(self._choices):
            self.dismiss(list(self._choices)[number - 1])
