"""One of a few values, all in sight: (•) yes  ( ) no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.widgets.answer_bar import KEYS, LABELS


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
        *(
            key(pressed, f"say('{value}', '{lang}')", LABELS[value], say("Choose this answer."),
                id=f"choice.{value}.{lang}", show=False)
            for lang, letters in KEYS.items() for value, pressed in letters.items() if value in ("yes", "no")
        ),
        key("left", "step(-1)", say("Choice before"), say("Choose the one before."), id="choice.previous",
            show=False),
    ]
    value: reactive[Any] = reactive(None, layout=True)

    @dataclass
    class Chosen(Event):
        """Another value was chosen."""

        choice: Choice
        value: Any

    def __init__(
        self, options: Mapping[Any, str], value: Any, *, answers: Mapping[tuple[str, str], Any] | None = None,
        id: str | None = None,
    ) -> None:
        """`answers`: the option that an answer's letter means, by the answer and the language that has this letter."""
        super().__init__(id=id)
        self._options = dict(options)
        self._answers = answers or {}
        self.set_reactive(Choice.value, value)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All options on one line."""
        return sum(cell_len(self._text(value)) + 2 for value in self._options) - 2

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Every option with its mark, none divided between two lines."""
        values = list(self._options)
        lines = self._lines(self.size.width)
        drawn = [Content("  ").join(self._option(values.index(value), value) for value in line) for line in lines]
        return Content("\n").join(drawn)

    def _lines(self, width: int) -> list[list[Any]]:
        """The options' values, line by line."""
        lines: list[list[Any]] = [[]]
        used = 0
        for value in self._options:
            room = cell_len(self._text(value)) + 2
            if lines[-1] and used + room - 2 > width:
                lines.append([])
                used = 0
            lines[-1].append(value)
            used += room
        return lines

    def _text(self, value: Any) -> str:
        return f"{'(•)' if value == self.value else '( )'} {self._options[value]}"

    def _option(self, n: int, value: Any) -> Content:
        return Content(self._text(value)).stylize(Style.from_meta({"@click": f"pick({n})"}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters that mean none of the options are no keys here."""
        return action != "say" or parameters in self._answers

    def action_say(self, answer: str, lang: str) -> None:
        """Choose what this answer's letter means."""
        self._choose(self._answers[answer, lang])

    def action_pick(self, n: int) -> None:
        """Choose the n-th option."""
        self._choose(list(self._options)[n])

    def action_step(self, by: int) -> None:
        """Choose the next or the previous option, round and round."""
        values = list(self._options)
        at = values.index(self.value) if self.value in values else min(0, -by)
        self._choose(values[(at + by) % len(values)])

    def _choose(self, value: Any) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Chosen(self, value))
