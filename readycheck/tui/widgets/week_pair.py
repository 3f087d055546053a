"""The hours of two seasons' weeks side by side, on one scale, to be looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from readycheck.core.profile import Grid
from readycheck.tui.widgets.week_cells import LEVELS

LABEL, GAP, LINES = 3, 3, 9


@dataclass(frozen=True)
class WeekPairPicture:
    """Counts by weekday and hour of two seasons, and what stands above each; marks on hours of the later one."""

    before: Grid
    after: Grid
    heads: tuple[str, str]
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def levels(self) -> tuple[list[list[int]], list[list[int]]]:
        """0 for nothing, else 1–9: an hour's share of its season's, in proportion to the busiest of both."""
        shares = [_shares(grid) for grid in (self.before, self.after)]
        most = max(max(map(max, grid)) for grid in shares)
        before, after = ([[_level(share, most) for share in row] for row in grid] for grid in shares)
        return before, after


def _shares(grid: Grid) -> list[list[float]]:
    total = sum(map(sum, grid)) or 1
    return [[count / total for count in row] for row in grid]


def _level(share: float, most: float) -> int:
    return max(1, round(LEVELS * share / most)) if share else 0


class WeekPair(Widget):
    """Shows a WeekPairPicture, one or two characters an hour as there is room; the digit says what the shade does."""

    COMPONENT_CLASSES = {"week-pair--heading", "week-pair--hour"}
    DEFAULT_CSS = """
    WeekPair {
        height: 9; width: 1fr;
        & > .week-pair--heading { color: $text-muted; }
        & > .week-pair--hour { color: $text; }
    }
    """

    def __init__(self, weekdays: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._weekdays = weekdays
        self._picture: WeekPairPicture | None = None
        self._levels: tuple[list[list[int]], list[list[int]]] = ([], [])

    def show(self, picture: WeekPairPicture | None) -> None:
        """Draw these two weeks, or none."""
        self._picture = picture
        self._levels = ([], []) if picture is None else picture.levels
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Names, hours, and a line for each weekday."""
        return LINES

    @property
    def _hour(self) -> int:
        """Characters for one hour."""
        return 2 if self.size.width >= 2 * (LABEL + 48) + GAP else 1

    def render_line(self, y: int) -> Strip:
        """The names, the hours, then the weekdays; both seasons in one line."""
        if self._picture is None or y >= LINES:
            return Strip.blank(self.size.width, self.rich_style)
        one, other = ([*self._head(side, y)] if y < 2 else [*self._weekday(side, y - 2)] for side in (0, 1))
        strip = Strip([*one, Segment(" " * GAP, self.rich_style), *other])
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def _head(self, side: int, y: int) -> list[Segment]:
        assert self._picture is not None
        style = self.get_component_rich_style("week-pair--heading")
        hours = "".join(f"{hour:<{6 * self._hour}}" for hour in range(0, 24, 6))
        text = self._picture.heads[side] if y == 0 else hours
        width = 24 * self._hour
        return [Segment(" " * LABEL + text[:width].ljust(width), style)]

    def _weekday(self, side: int, day: int) -> list[Segment]:
        style = self.get_component_rich_style("week-pair--heading")
        label = Segment(self._weekdays[day][:LABEL - 1].ljust(LABEL), style)
        marks = self._picture.marks if self._picture is not None and side else {}
        cells = [
            Segment(self._text(level, marks.get((day, hour), "")), self._shade(level))
            for hour, level in enumerate(self._levels[side][day])
        ]
        return [label, *cells]

    def _text(self, level: int, mark: str) -> str:
        """Where there is no room for both, the mark: the shade still says how busy the hour is."""
        return f"{mark}{level or '·'}"[:self._hour].rjust(self._hour)

    def _shade(self, level: int) -> Style:
        """The busier, the stronger the ground; none where the terminal has its own few colours."""
        ground, accent = self.background_colors[1], Color.parse(self.app.theme_variables["warning"])
        if ground.ansi is not None or accent.ansi is not None:
            return self.get_component_rich_style("week-pair--hour")
        shade = ground.blend(accent, 0.5 * level / LEVELS)
        return Style.from_color(shade.get_contrast_text().rich_color, shade.rich_color)
