"""The places of an audit with their keys, the present one marked."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import shown_key
from readycheck.tui.screens.registry import MORE, TABS

SIDES = 2
"""Cells left and right of the line."""
SHORTEST = 3
"""A shorter name says less than the digit alone, in cells."""
Mark = tuple[str, tuple[str, ...], Message, str]
"""The key, the places that it leads to, their name, and what a click does."""


class PlaceTabs(Static):
    """One line; a click goes there as the digit does. Where it is narrow, the other places' names are shortened."""

    DEFAULT_CSS = """
    PlaceTabs { height: 1; padding: 0 1; background: $surface; link-style: none; link-color: $foreground; }
    """

    def __init__(self, tr: Translator, present: str) -> None:
        super().__init__(markup=False)
        self._tr = tr
        self._present = present
        self._drawn_for = 0

    def on_mount(self) -> None:
        """At once, for the terminal's width."""
        self._draw(self.app.size.width - SIDES)

    def on_resize(self) -> None:
        """Other names fit."""
        self._draw(self.size.width)

    def _draw(self, width: int) -> None:
        if width <= 0 or width == self._drawn_for:
            return
        self._drawn_for = width
        marks = self._marks()
        names = [self._tr(label) for _, _, label, _ in marks]
        longest = max(map(cell_len, names))
        for room in (*range(longest, SHORTEST - 1, -1), 0):
            tabs = [self._tab(mark, _cut(name, room)) for mark, name in zip(marks, names, strict=True)]
            if sum(cell_len(tab.plain) for tab in tabs) <= width:
                break
        self.update(Content("").join(tabs))

    def _marks(self) -> list[Mark]:
        marks: list[Mark] = [
            (shown_key(self.app, f"go.{place.id}", place.key), (place.id,), place.short, f"screen.go('{place.id}')")
            for place in TABS
        ]
        more = shown_key(self.app, "go.more", "7")
        marks.append((more, tuple(place.id for place in MORE), say("More"), "screen.more"))
        return marks

    def _tab(self, mark: Mark, cut: str) -> Content:
        """The brackets mark the place without colour too; where one is stands in full."""
        digit, ids, label, action = mark
        here = self._present in ids
        text = f"[{digit} {self._tr(label)}]" if here else f" {digit} {cut}".rstrip() + " "
        tab = Content.styled(text, "bold reverse" if here else "")
        return tab.stylize(Style.from_meta({"@click": action}))


def _cut(name: str, room: int) -> str:
    """The name in so many cells, with a mark where it is not whole."""
    return name if cell_len(name) <= room else set_cell_size(name, room - 1).rstrip() + "…" if room else ""
