"""Two seasons side by side: a hollow ring before, a filled dot after, an arrow between."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, disc, label, legend, line, plain, shortened, svg, tag

LEFT, TOP, ROW, AXIS, RIGHT, FOOT = 236, 28, 26, 330, 154, 36
RING = 5


@dataclass(frozen=True)
class ChangeRow:
    """One score, 0–100 in each season; None where there is none."""

    name: str
    before: float | None
    after: float | None
    note: str


@dataclass(frozen=True)
class Change:
    """The rows, and what the two marks are called."""

    rows: tuple[ChangeRow, ...]
    before_word: str
    after_word: str


def draw(identifier: str, title: str, description: str, change: Change) -> Drawn:
    """The picture: shape, not colour, tells the seasons apart."""
    bottom = TOP + len(change.rows) * ROW
    shapes = _grid(bottom)
    for row, one in enumerate(change.rows):
        shapes += _row(one, TOP + row * ROW + ROW / 2)
    shapes += _legend(change, bottom + 22)
    return svg(identifier, title, description, LEFT + AXIS + RIGHT, bottom + FOOT, *shapes)


def _x(score: float) -> float:
    return LEFT + AXIS * score / 100


def _grid(bottom: float) -> list[Drawn]:
    shapes: list[Drawn] = []
    for score in range(0, 101, 20):
        shapes.append(line(_x(score), TOP - 4, _x(score), bottom, "grid"))
        shapes.append(label(str(score), _x(score), TOP - 12, "axis", "middle"))
    return shapes


def _row(row: ChangeRow, y: float) -> list[Drawn]:
    shapes = [label(shortened(row.name, LEFT - 12, 12.5), LEFT - 10, y + 4, "label", "end")]
    if row.before is not None and row.after is not None:
        shapes += _arrow(_x(row.before), _x(row.after), y)
    if row.before is not None:
        shapes.append(_mark(row.before, y, "ring"))
    if row.after is not None:
        shapes.append(_mark(row.after, y, "dot"))
    return [*shapes, label(row.note, LEFT + AXIS + RIGHT, y + 4, "value", "end")]


def _mark(score: float, y: float, class_: str) -> Drawn:
    return tag("circle", cx=_x(score), cy=y, r=RING if class_ == "ring" else RING - 0.5, class_=class_)


def _arrow(start: float, end: float, y: float) -> list[Drawn]:
    """A line from the ring's rim, with a head where there is room for one."""
    way = 1 if end > start else -1
    if abs(end - start) <= 2 * RING:
        return []
    shapes = [line(start + way * RING, y, end - way * RING, y, "curve")]
    if abs(end - start) > 4 * RING:
        tip, back = end - way * (RING + 1), end - way * (RING + 8)
        head = f"M{plain(back)} {plain(y - 4)}L{plain(tip)} {plain(y)}L{plain(back)} {plain(y + 4)}Z"
        shapes.append(tag("path", d=head, class_="head"))
    return shapes


def _legend(change: Change, y: float) -> list[Drawn]:
    return legend(LEFT, y, (disc("ring", RING), change.before_word), (disc("dot", RING - 0.5), change.after_word))
