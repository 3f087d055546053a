"""Where things lie in a picture for the terminal: slots side by side, figures short enough to stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from readycheck.core.rounding import rounded

WIDEST_SLOT, WIDEST_BAR = 14, 8
LONGEST_FIGURE = 6
NumberText = Callable[[float, int], str]
"""A figure in the reader's form, with so many decimals."""


@dataclass(frozen=True)
class Slot:
    """Where a column's marks lie: a cell for marks at its left, the bar's cells, then the band's (None: no room)."""

    left: int
    start: int
    bar: int
    width: int
    band: int | None


def slots(count: int, room: int, left: int) -> list[Slot]:
    """Equal slots from `left` on: a cell for marks, the bar, a cell for the band, and a gap where there is room."""
    width = max(1, min(WIDEST_SLOT, room // count))
    bar = max(1, min(WIDEST_BAR, width - 2 if width <= 4 else width - 3))
    mark = 1 if width > 1 else 0
    return [
        Slot(at, at + mark, bar, width, at + mark + bar if width >= 3 else None)
        for at in range(left, left + count * width, width)
    ]


@dataclass(frozen=True)
class Unit:
    """What a figure is divided by before it is written, and what says so."""

    factor: float
    name: str


def unit_for(values: Iterable[float], names: Sequence[str], number: NumberText, room: int) -> Unit:
    """The first of ones, thousands and millions whose figures fit into `room` characters."""
    highest = max(values, default=0.0)
    for power, name in enumerate(names):
        if len(amount(highest / 1000**power, number, "")) <= min(LONGEST_FIGURE, max(3, room)):
            return Unit(1000.0**power, name)
    return Unit(1000.0 ** (len(names) - 1), names[-1])


def amount(value: float, number: NumberText, none: str) -> str:
    """A figure, tenths only while they matter; `none` for nothing at all."""
    if value <= 0:
        return none
    tenths = rounded(value, 1)
    return number(value, 1 if tenths < 10 and tenths != int(tenths) else 0)


def in_lines(entries: Iterable[tuple[str, str, str]], room: int) -> list[list[tuple[str, str, str]]]:
    """A legend's entries (sign, style, word) in as many lines as they need."""
    lines: list[list[tuple[str, str, str]]] = [[]]
    used = 0
    for sign, style, word in entries:
        size = len(sign) + len(word) + 3
        if lines[-1] and used + size - 2 > room:
            lines.append([])
            used = 0
        lines[-1].append((sign, style, word))
        used += size
    return lines
