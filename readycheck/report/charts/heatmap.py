"""The week's heat map: demand by weekday and hour as shade, opening hours as a frame on it."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, box, label, legend, svg, swatch

LEFT, TOP, CELL, ROW, RIGHT, FOOT = 40, 26, 25, 25, 68, 42
SHADES = 5


@dataclass(frozen=True)
class HeatMap:
    """Seven rows (Monday first) of 24 counts, and each weekday's open spans in minutes.

    `row_notes` stand at the end of each row; `open_word`, `less` and `more` are the legend.
    """

    weekdays: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    cells: tuple[tuple[str, ...], ...]
    opened: tuple[tuple[tuple[int, int], ...], ...]
    row_notes: tuple[str, ...]
    rows_head: str
    less: str
    more: str
    open_word: str


def shade(count: int, most: int) -> int:
    """0 for nothing, else 1…5 by fifths of the busiest hour."""
    return 0 if count <= 0 or most <= 0 else max(1, -(-SHADES * count // most))


def draw(identifier: str, title: str, description: str, heat: HeatMap) -> Drawn:
    """The picture; the shade's steps are of lightness, and open hours have a frame: no hue tells anything."""
    most = max(map(max, heat.counts))
    shapes = [*_hours(), label(heat.rows_head, LEFT + 24 * CELL + 8, TOP - 9, "axis")]
    for weekday, counts in enumerate(heat.counts):
        shapes += _row(heat, weekday, counts, most)
    for weekday, spans in enumerate(heat.opened):
        shapes += [frame for span in spans for frame in _frame(weekday, span)]
    bottom = TOP + 7 * ROW
    shapes += _legend(heat, bottom + 18)
    return svg(identifier, title, description, LEFT + 24 * CELL + RIGHT, bottom + FOOT, *shapes)


def _hours() -> list[Drawn]:
    return [label(f"{hour:02d}", LEFT + hour * CELL, TOP - 9, "axis", "middle") for hour in range(0, 24, 3)]


def _row(heat: HeatMap, weekday: int, counts: tuple[int, ...], most: int) -> list[Drawn]:
    y = TOP + weekday * ROW
    cells = [
        box(LEFT + hour * CELL + 0.5, y + 0.5, CELL - 1, ROW - 1, f"shade{shade(count, most)}",
            heat.cells[weekday][hour])
        for hour, count in enumerate(counts)
    ]
    return [
        label(heat.weekdays[weekday], LEFT - 8, y + ROW / 2 + 4, "label", "end"), *cells,
        label(heat.row_notes[weekday], LEFT + 24 * CELL + 8, y + ROW / 2 + 4, "value"),
    ]


def _frame(weekday: int, span: tuple[int, int]) -> list[Drawn]:
    """A dark frame in a white one, so that it stands out on every shade."""
    x, width = LEFT + span[0] / 60 * CELL, (span[1] - span[0]) / 60 * CELL
    y = TOP + weekday * ROW
    return [box(x + 2, y + 2, width - 4, ROW - 4, name) for name in ("frame-halo", "frame")]


def _legend(heat: HeatMap, y: float) -> list[Drawn]:
    first = LEFT + 6 * len(heat.less) + 10
    swatches = [box(first + step * 22, y, 20, 14, f"shade{step}") for step in range(SHADES + 1)]
    after = first + (SHADES + 1) * 22 + 4
    return [
        label(heat.less, LEFT, y + 11, "axis"), *swatches, label(heat.more, after, y + 11, "axis"),
        *legend(after + 6 * len(heat.more) + 36, y + 11, (swatch("frame"), heat.open_word)),
    ]
