"""Where the points of the readiness mean are: won and lost, score by score."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, box, hatch, label, legend, shortened, svg, swatch

LEFT, TOP, ROW, BAR, AXIS, RIGHT, FOOT = 236, 6, 24, 13, 360, 124, 30


@dataclass(frozen=True)
class PointsBar:
    """One score: what it brings and what it leaves, in points of the whole."""

    name: str
    won: float
    lost: float
    note: str


@dataclass(frozen=True)
class Points:
    """The bars, the largest loss first."""

    bars: tuple[PointsBar, ...]
    won_word: str
    lost_word: str


def draw(identifier: str, title: str, description: str, points: Points) -> Drawn:
    """A bar as long as the score's weight: filled what is won, hatched what is lost."""
    longest = max(bar.won + bar.lost for bar in points.bars) or 1.0
    shapes: list[Drawn] = []
    for row, bar in enumerate(points.bars):
        shapes += _bar(bar, TOP + row * ROW, AXIS / longest)
    bottom = TOP + len(points.bars) * ROW
    shapes += _legend(points, bottom + 18)
    return svg(identifier, title, description, LEFT + AXIS + RIGHT, bottom + FOOT, *shapes)


def _bar(bar: PointsBar, y: float, scale: float) -> list[Drawn]:
    top = y + (ROW - BAR) / 2
    won, lost = bar.won * scale, bar.lost * scale
    return [
        label(shortened(bar.name, LEFT - 12, 12.5), LEFT - 10, y + ROW / 2 + 4, "label", "end"),
        box(LEFT, top, won, BAR, "bar", bar.note),
        box(LEFT + won, top, lost, BAR, "lost"), hatch(LEFT + won, top, lost, BAR),
        label(bar.note, LEFT + won + lost + 8, y + ROW / 2 + 4, "value"),
    ]


def _legend(points: Points, y: float) -> list[Drawn]:
    return legend(LEFT, y, (swatch("bar"), points.won_word), (swatch("lost", hatched=True), points.lost_word))
