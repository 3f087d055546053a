"""A short label, perhaps with a key, and the text that belongs to it, side by side."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from readycheck.tui.keys import key_now, shown_key


class Labelled(Horizontal):
    """`label` is ours, the text is data. `pressed` is the key that works on it (the usual one of
    the binding `does`); a click presses it.

    Without text the row is away, or shows `empty` where that is given.
    """

    DEFAULT_CSS = """
    Labelled {
        height: auto;
        .label { width: 12; color: $secondary; text-style: bold; link-style: none; link-color: $secondary; }
        .text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, label: str, *, id: str, pressed: str = "", does: str = "", empty: str = "") -> None:
        super().__init__(id=id)
        self._label = label
        self._pressed = pressed
        self._does = does
        self._empty = empty
        self._content: Content | None = None

    def compose(self) -> ComposeResult:
        label = Content(self._label)
        if self._pressed:
            pressed = key_now(self.app, self._does, self._pressed)
            click = Style.from_meta({"@click": f"app.simulate_key('{pressed}')"})
            shown = shown_key(self.app, self._does, self._pressed)
            label = Content.assemble((shown, "bold $accent"), f" {self._label}").stylize(click)
        yield Static(label, classes="label", markup=False)
        yield Static("", classes="text", markup=False)

    def show_text(self, text: str | Content) -> None:
        """Put the text in."""
        content = Content(text) if isinstance(text, str) else text
        if not content.plain:
            content = Content.styled(self._empty, "dim")
        if self._content is not None and content.is_same(self._content):
            return  # a new text costs a layout of the whole screen
        self._content = content
        self.display = bool(content.plain)
        self.query_one(".text", Static).update(content)
