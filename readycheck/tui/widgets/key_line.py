"""The line at the bottom: as many keys as fit, whole; the help and the way back always."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.events import MouseMove
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from readycheck.tui.keys import EVERYWHERE
from readycheck.tui.widgets.put import put

ALWAYS = ("help", "leave", "close", "value.drop")
Hint = tuple[str, str, str, str, str]
"""Key, as it is shown, label, tip, and the binding's id."""


class KeyLine(Static):
    """Keys and labels of the bindings that are to be shown; a click presses the key."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1; dock: bottom; padding: 0 1;
        background: $footer-background; color: $footer-foreground; link-style: none; link-color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._hints: list[Hint] = []

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._bindings_changed(self.screen)

    def on_resize(self) -> None:
        """Another width: other keys fit."""
        self._lay_out()

    def on_mouse_move(self, event: MouseMove) -> None:
        """The key under the pointer says what it does."""
        tip = event.style.meta.get("tip")
        self.tooltip = None if tip is None else Content(str(tip))

    def _bindings_changed(self, screen: Screen[object]) -> None:
        shown: dict[str, Hint] = {}
        for bound in screen.active_bindings.values():
            binding = bound.binding
            if binding.show and bound.enabled:
                display = self.app.get_key_display(binding)
                identity = binding.id or binding.action
                hint = (binding.key, display, binding.description, bound.tooltip, identity)
                shown.setdefault(identity, hint)
        self._hints = sorted(shown.values(), key=_rank)
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width:
            return  # comes again with the first size
        room = self.size.width - sum(_width(hint) for hint in self._hints if hint[4] in ALWAYS)
        kept = []
        for hint in self._hints:
            if hint[4] in ALWAYS:
                kept.append(hint)
            elif _width(hint) <= room:
                kept.append(hint)
                room -= _width(hint)
        put(self, Content("  ").join(_drawn(hint) for hint in kept))


def _rank(hint: Hint) -> int:
    """The screen's own keys first, in their order."""
    return EVERYWHERE.index(hint[4]) if hint[4] in EVERYWHERE else -1


def _width(hint: Hint) -> int:
    return cell_len(hint[1]) + 1 + cell_len(hint[2]) + 2


def _drawn(hint: Hint) -> Content:
    pressed, display, label, tip, _ = hint
    drawn = Content.assemble((display, "bold $footer-key-foreground"), f" {label}")
    return drawn.stylize(Style.from_meta({"@click": f"app.simulate_key('{pressed}')", "tip": tip}))
