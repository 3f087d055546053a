"""Any of a few values, one a line: [x] return  [ ] payment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from readycheck.core.message import say
from readycheck.tui.keys import key


class Ticks(Widget, can_focus=True):
    """Space or a click ticks a line; up and down move within, and beyond the ends to the next field."""

    DEFAULT_CSS = """
    Ticks {
        height: auto; width: 1fr; link-style: none; link-color: $foreground;
        &:focus { background: $panel; }
    }
    """
    BINDINGS = [
        key("space,x", "tick", say("Tick"), say("Tick this line, or take the tick away."), id="ticks.tick"),
        key("up", "move(-1)", say("Up"), say("The line above."), id="ticks.up", show=False),
        key("down", "move(1)", say("Down"), say("The line below."), id="ticks.down", show=False),
    ]
    line: reactive[int] = reactive(0)
    chosen: reactive[frozenset[Any]] = reactive(frozenset)

    def __init__(self, options: Mapping[Any, str], chosen: Iterable[Any]) -> None:
        super().__init__()
        self._options = dict(options)
        self.set_reactive(Ticks.chosen, frozenset(chosen))

    @property
    def value(self) -> tuple[Any, ...]:
        """What is ticked, in the order of the lines; values that have no line stay."""
        unseen = sorted(self.chosen - set(self._options))
        return (*(value for value in self._options if value in self.chosen), *unseen)

    def render(self) -> Content:
        """A line for each option; the mark > stands where the cursor is."""
        lines = [self._line(n, value) for n, value in enumerate(self._options)]
        return Content("\n").join(lines) if lines else Content("–")

    def _line(self, n: int, value: Any) -> Content:
        here = self.has_focus and n == self.line
        mark = "[x]" if value in self.chosen else "[ ]"
        line = Content.styled(f"{'>' if here else ' '}{mark} {self._options[value]}", "bold" if here else "")
        return line.stylize(Style.from_meta({"@click": f"click({n})"}))

    def watch_has_focus(self, focused: bool) -> None:
        """Draw or hide the cursor."""
        super().watch_has_focus(focused)
        self.refresh()

    def action_move(self, by: int) -> None:
        """To another line, or to the field before or after."""
        if 0 <= self.line + by < len(self._options):
            self.line += by
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_tick(self) -> None:
        """Tick the line under the cursor."""
        if self._options:
            self.chosen = self.chosen ^ {list(self._options)[self.line]}

    def action_click(self, n: int) -> None:
        """Tick the line that was clicked."""
        self.line = n
        self.action_tick()
