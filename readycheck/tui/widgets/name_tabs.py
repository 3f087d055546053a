"""A line of names to choose from, the present one in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message as Event
from textual.style import Style
from textual.widgets import Static


class NameTabs(Static):
    """Names by key; a click posts Picked. The keyboard belongs to the screen."""

    DEFAULT_CSS = """
    NameTabs { height: auto; padding: 0 1; link-style: none; link-color: $foreground; }
    """

    @dataclass
    class Picked(Event):
        """A name was clicked."""

        tabs: NameTabs
        key: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._names: Mapping[str, str] = {}

    def show_names(self, lead: str, names: Mapping[str, str], present: str | None) -> None:
        """`lead`, then every name; a no-break space keeps a name on one line."""
        self._names = names
        tabs = [self._tab(n, key, key == present) for n, key in enumerate(names)]
        self.update(Content(f"{lead} ").append(Content(" ").join(tabs)))

    def _tab(self, n: int, key: str, present: bool) -> Content:
        name = self._names[key].replace(" ", "\u00a0")
        tab = Content.styled(f"[{name}]" if present else f"\u00a0{name}\u00a0", "bold reverse" if present else "")
        return tab.stylize(Style.from_meta({"@click": f"pick({n})"}))

    def action_pick(self, n: int) -> None:
        """Tell which name was clicked."""
        self.post_message(self.Picked(self, list(self._names)[n]))
