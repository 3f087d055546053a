"""A short label, perhaps with a key, and the text that belongs to it, side by side."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from readycheck.tui.keys import key_now, shown_key
from readycheck.tui.widgets.put import put

LABEL = 12
"""Columns of the label."""


class Labelled(Static):
    """`label` is ours, the text is data. `pressed` is the key that works on it (the usual one of
    the binding `does`); a click presses it.

    Without text the row is away, or shows `empty` where that is given.
    """

    DEFAULT_CSS = """
    Labelled { link-style: none; link-color: $secondary; }
    """

    def __init__(self, label: str, *, id: str, pressed: str = "", does: str = "", empty: str = "") -> None:
        super().__init__(id=id, markup=False)
        self.text = Content("")
        self._label = label
        self._pressed = pressed
        self._does = does
        self._empty = Content.styled(empty, "dim") if empty else self.text

    @property
    def label(self) -> Content:
        """The label, with the key before it that works now."""
        label = Content(self._label)
        if self._pressed:
            pressed = key_now(self.app, self._does, self._pressed)
            click = Style.from_meta({"@click": f"app.simulate_key('{pressed}')"})
            shown = shown_key(self.app, self._does, self._pressed)
            label = Content.assemble(shown, f" {self._label}").stylize(click)
        return label.stylize("bold $secondary")

    def show_text(self, text: str | Content) -> None:
        """Put the text in."""
        content = Content(text) if isinstance(text, str) else text
        self._show(content if content.plain else self._empty)

    def take_away(self) -> None:
        """No text, and the row is away."""
        self._show(Content(""))

    def _show(self, content: Content) -> None:
        if isinstance(self.content, _Row) and content.is_same(self.text):
            return
        self.text = content
        self.display = bool(self.text.plain)
        put(self, _Row(self.label, self.text))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Of what is marked with the mouse, the text."""
        return selection.extract(self.text.plain), "\n"


class _Row(Visual):
    """Drawn as one: three widgets a row took most of the time that a screen of rows is laid out in."""

    def __init__(self, label: Content, text: Content) -> None:
        self.parts = label, text

    def __str__(self) -> str:
        """What it says."""
        return " ".join(part.plain for part in self.parts)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The label's lines beside the text's."""
        label, text = self.parts
        labels = label.render_strips(LABEL, height, style, RenderOptions(options.get_style, options.rules))
        texts = text.render_strips(max(1, width - LABEL), height, style, options)
        nothing = Strip([])
        return [
            Strip.join([
                (labels[n] if n < len(labels) else nothing).adjust_cell_length(LABEL, style.rich_style),
                texts[n] if n < len(texts) else nothing,
            ]) for n in range(max(len(labels), len(texts)))
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Room for the text's longest line."""
        return LABEL + self.parts[1].get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The higher one's lines."""
        label, text = self.parts
        return max(label.get_height(rules, LABEL), text.get_height(rules, max(1, width - LABEL)))
