"""Contact reasons by size, with the cumulative share as a line over the same axis."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, box, label, legend, line, plain, shortened, stroke, svg, swatch, tag

LEFT, TOP, ROW, BAR, AXIS, RIGHT, FOOT = 240, 28, 26, 15, 380, 100, 34


@dataclass(frozen=True)
class ParetoBar:
    """One reason: shares 0–1 with their texts; `top` ones are those that the score looks at."""

    name: str
    share: float
    share_text: str
    cumulative: float
    cumulative_text: str
    note: str
    top: bool


@dataclass(frozen=True)
class Pareto:
    """The bars, largest first; `note_head` stands over their notes."""

    bars: tuple[ParetoBar, ...]
    share_word: str
    cumulative_word: str
    note_head: str
    percent: tuple[str, ...]


def draw(identifier: str, title: str, description: str, pareto: Pareto) -> Drawn:
    """Lying bars, for names as long as they are; both figures share one axis from 0 to 100 %."""
    bottom = TOP + len(pareto.bars) * ROW
    shapes = _grid(pareto, bottom)
    for row, bar in enumerate(pareto.bars):
        shapes += _bar(bar, TOP + row * ROW)
    shapes += [_cumulative(pareto), *_dots(pareto), *_legend(pareto, bottom + 22)]
    shapes.append(label(pareto.note_head, LEFT + AXIS + RIGHT, TOP - 12, "axis", "end"))
    return svg(identifier, title, description, LEFT + AXIS + RIGHT, bottom + FOOT, *shapes)


def _grid(pareto: Pareto, bottom: float) -> list[Drawn]:
    shapes: list[Drawn] = []
    for step, text in enumerate(pareto.percent):
        x = LEFT + AXIS * step / (len(pareto.percent) - 1)
        shapes += [line(x, TOP - 4, x, bottom, "grid"), label(text, x, TOP - 12, "axis", "middle")]
    return shapes


def _bar(bar: ParetoBar, y: float) -> list[Drawn]:
    width = AXIS * bar.share
    return [
        label(shortened(bar.name, LEFT - 12, 12.5), LEFT - 10, y + ROW / 2 + 4, "label", "end"),
        box(LEFT, y + (ROW - BAR) / 2, width, BAR, "bar" if bar.top else "bar-rest", f"{bar.name}: {bar.share_text}"),
        label(bar.note, LEFT + AXIS + RIGHT, y + ROW / 2 + 4, "value", "end"),
    ]


def _point(pareto: Pareto, row: int) -> tuple[float, float]:
    return LEFT + AXIS * pareto.bars[row].cumulative, TOP + row * ROW + ROW / 2


def _cumulative(pareto: Pareto) -> Drawn:
    points = " ".join(
        f"{plain(x)},{plain(y)}" for x, y in (_point(pareto, row) for row in range(len(pareto.bars)))
    )
    return tag("polyline", points=points, class_="curve")


def _dots(pareto: Pareto) -> list[Drawn]:
    """The first dot lies on its own bar's end: no figure is written there twice."""
    shapes: list[Drawn] = []
    for row, bar in enumerate(pareto.bars):
        x, y = _point(pareto, row)
        shapes.append(tag("circle", cx=x, cy=y, r=3.5, class_="dot"))
        shapes.append(label(bar.cumulative_text if row else bar.share_text, x + 7, y - 2, "value"))
    return shapes


def _legend(pareto: Pareto, y: float) -> list[Drawn]:
    return legend(
        LEFT, y, (swatch("bar"), pareto.share_word), (stroke("curve", dotted=True), pareto.cumulative_word),
    )
