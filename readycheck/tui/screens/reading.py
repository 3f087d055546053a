"""A text to be read: the keys of a screen, the arithmetic behind a figure, where the report is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.screens.dialog import Dialog


class ReadingScreen(Dialog[None]):
    """Lines of data or of our own, scrolled by the arrows; any of the ways back closes it."""

    def __init__(self, tr: Translator, title: Message | str, lines: Sequence[str | Content]) -> None:
        super().__init__(tr, title)
        self._lines = lines

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for line in self._lines:
                yield Static(Content(line) if isinstance(line, str) else line, markup=False)


def key_list(tr: Translator, rows: Sequence[tuple[str, str, str]]) -> ReadingScreen:
    """All keys of a screen: key, label and what it does."""
    width = max((len(pressed) for pressed, _, _ in rows), default=0)
    lines = [
        Content.assemble((pressed.ljust(width + 2), "bold $primary"), (label, "bold"), f" – {tip}")
        for pressed, label, tip in rows
    ]
    return ReadingScreen(tr, say("Keys"), lines)
