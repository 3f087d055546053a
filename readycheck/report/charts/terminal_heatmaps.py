"""Two weeks side by side in a terminal, in one scale of shares; the hours that moved carry a mark."""

from __future__ import annotations

from math import ceil

from readycheck.report.charts.heatmaps import HeatMaps, HeatSide, HourMark

SHADES, ASCII = " ░▒▓█", " .:+#"
UP, DOWN, ASCII_UP, ASCII_DOWN = "▲", "▼", "^", "v"
HOURS, GAP = 24, "   "


def heat_maps_lines(heat: HeatMaps, room: int, *, ascii_only: bool = False) -> list[str]:
    """Nine lines; none where there is no room for both weeks."""
    left = max(map(len, heat.weekdays)) + 3
    if left + 2 * HOURS + len(GAP) > room:
        return []
    signs = ASCII if ascii_only else SHADES
    first, second = _rows(heat.before, heat.most, signs), _rows(heat.after, heat.most, signs)
    marked = [_marked(row, [mark for mark in heat.marks if mark.weekday == day], ascii_only)
              for day, row in enumerate(second)]
    names = " " * left + _cut(heat.before.name).ljust(HOURS) + GAP + _cut(heat.after.name)
    scale = "".join(f"{hour:02d}".ljust(6) for hour in range(0, HOURS, 6))
    head = " " * left + scale + GAP + scale.rstrip()
    weeks = [
        f"  {name.ljust(left - 3)} {one}{GAP}{other}".rstrip()
        for name, one, other in zip(heat.weekdays, first, marked, strict=True)
    ]
    return ["", names, head, *weeks, *_legend(heat, left, ascii_only), ""]


def _cut(name: str) -> str:
    return name if len(name) <= HOURS else name[: HOURS - 1] + "…"


def _rows(side: HeatSide, most: float, signs: str) -> list[str]:
    """The darkest sign for the busiest hour of either week, the first for nothing."""
    steps = len(signs) - 1
    return ["".join(signs[_shade(share, most, steps)] for share in row) for row in side.shares]


def _shade(share: float, most: float, steps: int) -> int:
    return 0 if share <= 0 or most <= 0 else max(1, ceil(steps * share / most))


def _marked(row: str, marks: list[HourMark], ascii_only: bool) -> str:
    up, down = (ASCII_UP, ASCII_DOWN) if ascii_only else (UP, DOWN)
    cells = list(row)
    for mark in marks:
        cells[mark.hour] = up if mark.up else down
    return "".join(cells)


def _legend(heat: HeatMaps, left: int, ascii_only: bool) -> list[str]:
    """What the marks mean, where there are any."""
    up, down = (ASCII_UP, ASCII_DOWN) if ascii_only else (UP, DOWN)
    told = [f"{sign} {word}" for sign, word, rise in ((up, heat.up_word, True), (down, heat.down_word, False))
            if any(mark.up is rise for mark in heat.marks)]
    return [" " * left + ", ".join(told)] if told else []
