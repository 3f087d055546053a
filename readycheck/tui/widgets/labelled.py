"""A short label and the text that belongs to it, side by side; away where there is no text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class Labelled(Horizontal):
    """`label` is ours, the text is data."""

    DEFAULT_CSS = """
    Labelled {
        height: auto;
        .label { width: 11; color: $secondary; text-style: bold; }
        .text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, label: str, *, id: str) -> None:
        super().__init__(id=id)
        self._label = label

    def compose(self) -> ComposeResult:
        yield Static(Content(self._label), classes="label", markup=False)
        yield Static("", classes="text", markup=False)

    def show_text(self, text: str | Content) -> None:
        """Put the text in; nothing hides the row."""
        content = Content(text) if isinstance(text, str) else text
        self.display = bool(content.plain)
        self.query_one(".text", Static).update(content)
