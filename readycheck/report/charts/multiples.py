"""Small multiples: one little line chart for each score, all with the same scale and the same seasons."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, label, line, shortened, svg, tag

ACROSS, CELL, PLOT, HIGH, ROW, LEFT, TOP, FOOT = 4, 180, 118, 52, 112, 24, 34, 22
DOT = 3


@dataclass(frozen=True)
class SmallLine:
    """A score season by season (0–100, None where not known) with its texts; `breaks` lie between the seasons."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    breaks: tuple[bool, ...]


@dataclass(frozen=True)
class Multiples:
    """The lines, the most important first, over the same seasons; `break_word` says what a cut line means."""

    lines: tuple[SmallLine, ...]
    seasons: tuple[str, ...]
    break_word: str


def draw(identifier: str, title: str, description: str, multiples: Multiples) -> Drawn:
    """The picture: a line is cut where the list changed, and there is none where a season knows nothing."""
    shapes: list[Drawn] = []
    for place, one in enumerate(multiples.lines):
        row, column = divmod(place, ACROSS)
        shapes += _small(one, multiples.seasons, column * CELL + LEFT, row * ROW + TOP)
    bottom = -(-len(multiples.lines) // ACROSS) * ROW
    if any(any(one.breaks) for one in multiples.lines):
        shapes += [*_cut(LEFT + 9, bottom + 8), label(multiples.break_word, LEFT + 26, bottom + 12, "axis")]
        bottom += FOOT
    return svg(identifier, title, description, ACROSS * CELL, bottom, *shapes)


def _small(one: SmallLine, seasons: tuple[str, ...], left: float, top: float) -> list[Drawn]:
    xs = [left + PLOT * n / max(len(seasons) - 1, 1) for n in range(len(seasons))]
    shapes = [label(shortened(one.name, CELL - 8, 11.6), left - 20, top - 18, "label")]
    for score in (0, 50, 100):
        shapes.append(line(left, _y(score, top), left + PLOT, _y(score, top), "grid"))
        shapes.append(label(str(score), left - 4, _y(score, top) + 4, "tiny", "end"))
    shapes += _line(one, xs, top)
    shapes += [label(name, xs[n], top + HIGH + 15, "tiny", "middle") for n, name in _named(seasons)]
    return [*shapes, *_ends(one, xs, top)]


def _y(score: float, top: float) -> float:
    return top + HIGH * (1 - score / 100)


def _named(seasons: tuple[str, ...]) -> list[tuple[int, str]]:
    """All seasons' names where there is room, else the first and the last."""
    every = list(enumerate(seasons))
    return every if len(every) <= 4 else [every[0], every[-1]]


def _line(one: SmallLine, xs: list[float], top: float) -> list[Drawn]:
    points = [None if value is None else (xs[n], _y(value, top)) for n, value in enumerate(one.values)]
    shapes: list[Drawn] = []
    for start, end, broken in zip(points, points[1:], one.breaks, strict=False):
        if start is not None and end is not None:
            middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
            shapes += _cut(*middle) if broken else [line(*start, *end, "curve")]
    dots = [tag("circle", cx=point[0], cy=point[1], r=DOT, class_="dot") for point in points if point is not None]
    return shapes + dots


def _cut(x: float, y: float) -> list[Drawn]:
    """Two slanting strokes."""
    return [line(x - 4 + step, y + 5, x + step, y - 5, "mark") for step in (0, 5)]


def _ends(one: SmallLine, xs: list[float], top: float) -> list[Drawn]:
    """The first and the last known score as figures; the last one stands beside its point."""
    known = [n for n, value in enumerate(one.values) if value is not None]
    if not known:
        return []
    first, last = known[0], known[-1]
    shapes = [label(one.texts[last], xs[last] + 7, _y(one.values[last] or 0, top) + 4, "strip")]
    if first != last:
        shapes.append(label(one.texts[first], xs[first] + 3, _above(one.values[first] or 0, top), "tiny"))
    return shapes


def _above(score: float, top: float) -> float:
    """Over the point, or under it where the title is near."""
    y = _y(score, top)
    return y - 7 if score < 85 else y + 14
