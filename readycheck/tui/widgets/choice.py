"""One of a few values, all in sight: (•) yes  ( ) no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.message import Message as Event
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from readycheck.core.message import say
from readycheck.tui.keys import key


class Choice(Widget, can_focus=True):
    """Arrows, space or a click choose; `value` is the chosen key of `options` (value → name)."""

    DEFAULT_CSS = """
    Choice {
        height: auto; width: 1fr; link-style: none; link-color: $foreground;
        &:focus { background: $panel; text-style: bold; }
    }
    """
    BINDINGS = [
        key("right,space", "step(1)", say("Next choice"), say("Choose the next one."), id="choice.next", show=False),
        key("left", "step(-1)", say("Choice before"), say("Choose the one before."), id="choice.previous",
            show=False),
    ]
    value: reactive[Any] = reactive(None, layout=True)

    @dataclass
    class Chosen(Event):
        """Another value was chosen."""

        choice: Choice
        value: Any

    def __init__(self, options: Mapping[Any, str], value: Any, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options = dict(options)
        self.set_reactive(Choice.value, value)

    def render(self) -> Content:
        """Every option with its mark; a no-break space keeps mark and name on one line."""
        parts = [self._option(n, value) for n, value in enumerate(self._options)]
        return Content("  ").join(parts)

    def _option(self, n: int, value: Any) -> Content:
        mark = "(•)" if value == self.value else "( )"
        text = f"{mark} {self._options[value]}".replace(" ", "\u00a0")
        return Content(text).stylize(Style.from_meta({"@click": f"pick({n})"}))

    def action_pick(self, n: int) -> None:
        """Choose the n-th option."""
        self._choose(list(self._options)[n])

    def action_step(self, by: int) -> None:
        """Choose the next or the previous option, round and round."""
        values = list(self._options)
        at = values.index(self.value) if self.value in values else -1
        self._choose(values[(at + by) % len(values)])

    def _choose(self, value: Any) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Chosen(self, value))
