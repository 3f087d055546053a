"""A text to be read: the arithmetic behind a figure, the keys of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.labelled import Labelled


class ReadingScreen(Dialog[None]):
    """Lines of data or of our own, scrolled by the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,enter,f1,question_mark", "cancel", say("Close"), say("Close this window."), id="close",
            display="esc"),
    ]

    def __init__(self, tr: Translator, title: Message | str, lines: Sequence[str | Content]) -> None:
        super().__init__(tr, title)
        self._lines = lines

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for line in self._lines:
                yield Static(Content(line) if isinstance(line, str) else line, markup=False)


class KeyList(ReadingScreen):
    """All keys of a screen: key, label and what it does."""

    def __init__(self, tr: Translator, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(tr, say("Keys"), [])
        self._rows = rows

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for number, (pressed, _, _) in enumerate(self._rows):
                yield Labelled(pressed, id=f"key-{number}")

    def on_mount(self) -> None:
        """Each key's label and tip beside it."""
        for row, (_, label, tip) in zip(self.query(Labelled), self._rows, strict=True):
            row.show_text(Content.assemble((label, "bold"), f" – {tip}"))
