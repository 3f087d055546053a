"""Two weeks' heat maps side by side in one scale of shares, with the hours that moved marked."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.heatmap import SHADES, shade
from readycheck.report.charts.svg import Drawn, box, label, legend, plain, svg, tag

LEFT, TOP, CELL, ROW, GAP, FOOT = 36, 44, 13.6, 21, 26, 42
SIDE = 24 * CELL
WIDTH = LEFT + 2 * SIDE + GAP + 4


@dataclass(frozen=True)
class HeatSide:
    """One season: its name and each hour's share (0–1) of its own total."""

    name: str
    shares: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class HourMark:
    """An hour of the week that moved by more than chance."""

    weekday: int
    hour: int
    up: bool


@dataclass(frozen=True)
class HeatMaps:
    """Both sides, and the marks that are set upon the second."""

    weekdays: tuple[str, ...]
    before: HeatSide
    after: HeatSide
    marks: tuple[HourMark, ...]
    less: str
    more: str
    up_word: str
    down_word: str

    @property
    def most(self) -> float:
        """The busiest hour's share of either side: one scale for both, so that seasons of any size compare."""
        return max(share for side in (self.before, self.after) for row in side.shares for share in row)


def draw(identifier: str, title: str, description: str, heat: HeatMaps) -> Drawn:
    """The picture; triangles, not hues, tell what moved."""
    second = LEFT + SIDE + GAP
    shapes = [*_side(heat, heat.before, LEFT), *_side(heat, heat.after, second)]
    shapes += [label(name, LEFT - 8, TOP + (day + 0.5) * ROW + 4, "label", "end")
               for day, name in enumerate(heat.weekdays)]
    shapes += [_triangle(second + (mark.hour + 0.5) * CELL, TOP + (mark.weekday + 0.5) * ROW, mark.up)
               for mark in heat.marks]
    bottom = TOP + 7 * ROW
    shapes += _legend(heat, bottom + 18)
    return svg(identifier, title, description, WIDTH, bottom + FOOT, *shapes)


def _side(heat: HeatMaps, side: HeatSide, x: float) -> list[Drawn]:
    shapes, most = [label(side.name, x, TOP - 26, "strip")], heat.most
    shapes += [label(f"{hour:02d}", x + hour * CELL, TOP - 8, "axis", "middle") for hour in range(0, 24, 3)]
    for day, row in enumerate(side.shares):
        shapes += [
            box(x + hour * CELL + 0.4, TOP + day * ROW + 0.4, CELL - 0.8, ROW - 0.8,
                f"shade{_shade(share, most)}")
            for hour, share in enumerate(row)
        ]
    return shapes


def _shade(share: float, most: float) -> int:
    """As the week's own heat map shades its counts, in millionths."""
    return shade(round(share * 1e6), round(most * 1e6))


def _triangle(x: float, y: float, up: bool) -> Drawn:
    """Paper inside an ink rim, to be seen on every shade."""
    way = -1 if up else 1
    path = f"M{plain(x - 5)} {plain(y - way * 4)}L{plain(x + 5)} {plain(y - way * 4)}L{plain(x)} {plain(y + way * 5)}Z"
    return tag("path", d=path, class_="flag")


def _legend(heat: HeatMaps, y: float) -> list[Drawn]:
    first = LEFT + 6 * len(heat.less) + 10
    swatches = [box(first + step * 22, y, 20, 14, f"shade{step}") for step in range(SHADES + 1)]
    after = first + (SHADES + 1) * 22 + 4
    shapes = [label(heat.less, LEFT, y + 11, "axis"), *swatches, label(heat.more, after, y + 11, "axis")]
    ups = [(up, word) for up, word in ((True, heat.up_word), (False, heat.down_word))
           if any(mark.up is up for mark in heat.marks)]
    entries = [(lambda x, y, up=up: (_triangle(x + 9, y, up),), word) for up, word in ups]
    return [*shapes, *legend(LEFT + SIDE + GAP, y + 11, *entries)]
