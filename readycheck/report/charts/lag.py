"""The lag from order to contact: the share of the contacts on each day after the order."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.axis import ticks
from readycheck.report.charts.svg import Drawn, box, label, line, svg

LEFT, TOP, WIDTH, HEIGHT, RIGHT, FOOT = 56, 30, 648, 110, 16, 40
ROOM = 1.4
"""The axis leaves room over the highest bar for two lines of words."""
LATE, TENTH = 30, 10


@dataclass(frozen=True)
class Lag:
    """Shares (0–1) by days since the order, from 0 on, that sum to 1; the texts are those of the two marks, of the
    axis and its figures (`lag_axis`)."""

    shares: tuple[float, ...]
    median_days: float
    median_text: str
    late_text: str
    share_word: str
    day_word: str
    tick_texts: tuple[str, ...]


def lag_axis(shares: tuple[float, ...]) -> tuple[float, ...]:
    """The axis values, shares 0–1."""
    return ticks(ROOM * max(shares), 3)


def draw(identifier: str, title: str, description: str, lag: Lag) -> Drawn:
    """A bar a day, paler after day 30; a whole stroke at the median, a dashed one after day 30, each with its words."""
    values = lag_axis(lag.shares)
    shapes = [*_grid(lag, values)]
    for day, share in enumerate(lag.shares):
        top = _y(share, values[-1])
        name = "bar" if day <= LATE else "bar-rest"
        shapes.append(box(_x(lag, day) + 1, top, _step(lag) - 2, TOP + HEIGHT - top, name))
    shapes += [*_marks(lag), *_days(lag)]
    return svg(identifier, title, description, LEFT + WIDTH + RIGHT, TOP + HEIGHT + FOOT, *shapes)


def _step(lag: Lag) -> float:
    return WIDTH / len(lag.shares)


def _x(lag: Lag, day: float) -> float:
    """The left edge of a day's bar."""
    return LEFT + day * _step(lag)


def _y(share: float, most: float) -> float:
    return TOP + HEIGHT * (1 - share / most)


def _grid(lag: Lag, values: tuple[float, ...]) -> list[Drawn]:
    shapes: list[Drawn] = [label(lag.share_word, LEFT, TOP - 14, "axis")]
    for value, text in zip(values, lag.tick_texts, strict=True):
        y = _y(value, values[-1])
        shapes.append(line(LEFT, y, LEFT + WIDTH, y, "grid" if value else "base"))
        shapes.append(label(text, LEFT - 8, y + 4, "axis", "end"))
    return shapes


def _marks(lag: Lag) -> list[Drawn]:
    """The words of day 30 stand a line lower than the median's: neither runs into the other."""
    median, late = _x(lag, lag.median_days), _x(lag, LATE + 1)
    to_left = median > LEFT + WIDTH * 0.7
    return [
        line(median, TOP - 4, median, TOP + HEIGHT, "plan-halo"), line(median, TOP - 4, median, TOP + HEIGHT, "mark"),
        label(lag.median_text, median + (-6 if to_left else 6), TOP + 11, "strip", "end" if to_left else "start"),
        line(late, TOP - 4, late, TOP + HEIGHT, "dashed"),
        label(lag.late_text, late + 6, TOP + 27, "value"),
    ]


def _days(lag: Lag) -> list[Drawn]:
    y = TOP + HEIGHT + 16
    numbers = [
        label(str(day), _x(lag, day + 0.5), y, "axis", "middle") for day in range(0, len(lag.shares), TENTH)
    ]
    return [*numbers, label(lag.day_word, LEFT + WIDTH / 2, y + 17, "axis", "middle")]
