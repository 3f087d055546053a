"""A short menu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog


class ChooseScreen(Dialog[str]):
    """Answers with the id of what was chosen; each choice is a name and a sentence about it.

    The first nine can be chosen by their number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q", "cancel", say("Cancel"), say("Close this window and change nothing."), id="close",
            display="esc"),
        key("space", "choose", say("Choose"), say("Take what is marked."), id="choose.marked", display="⏎"),
        *(
            key(str(digit), f"number({digit})", say("Choose by number"), say("Take the line with this number."),
                id=f"choose.{digit}", show=False)
            for digit in range(1, 10)
        ),
    ]

    def __init__(
        self, tr: Translator, title: Message | str, choices: Mapping[str, tuple[Message, Message]],
        marked: str | None = None,
    ) -> None:
        super().__init__(tr, title)
        self._choices = choices
        self._marked = marked

    def compose_content(self) -> ComposeResult:
        rows = [
            Option(Content.assemble((f"{number} {self.tr(name)}", "bold"), f"\n  {self.tr(about)}"), id=identifier)
            for number, (identifier, (name, about)) in enumerate(self._choices.items(), 1)
        ]
        yield OptionList(*rows, markup=False, compact=True)

    def on_mount(self) -> None:
        """The mark stands on what holds now."""
        if self._marked is not None and self._marked in self._choices:
            self.query_one(OptionList).highlighted = list(self._choices).index(self._marked)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_choose(self) -> None:
        """Take the marked line."""
        self.query_one(OptionList).action_select()

    def action_number(self, number: int) -> None:
        """Take a line by its number."""
        if number <= len(self._choices):
            self.dismiss(list(self._choices)[number - 1])
