"""The places of an audit with their keys, the present one marked."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import shown_key
from readycheck.tui.screens.registry import MORE, TABS


class PlaceTabs(Static):
    """One line; a click goes there as the digit does."""

    DEFAULT_CSS = """
    PlaceTabs { height: 1; padding: 0 1; background: $surface; link-style: none; link-color: $foreground; }
    """

    def __init__(self, tr: Translator, present: str) -> None:
        super().__init__(markup=False)
        self._tr = tr
        self._present = present

    def on_mount(self) -> None:
        """The tabs never change: draw them once."""
        marks: list[tuple[str, tuple[str, ...], Message, str]] = [
            (shown_key(self.app, f"go.{place.id}", place.key), (place.id,), place.short, f"screen.go('{place.id}')")
            for place in TABS
        ]
        more = shown_key(self.app, "go.more", "7")
        marks.append((more, tuple(place.id for place in MORE), say("More"), "screen.more"))
        parts: list[Content] = []
        for digit, ids, label, action in marks:
            here = self._present in ids
            # the brackets mark the place without colour too
            text = f"[{digit} {self._tr(label)}]" if here else f" {digit} {self._tr(label)} "
            tab = Content.styled(text, "bold reverse" if here else "")
            parts.append(tab.stylize(Style.from_meta({"@click": action})))
        self.update(Content("").join(parts))
