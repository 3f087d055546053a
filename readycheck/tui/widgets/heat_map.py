"""A week of demand with opening hours painted on it: 7 weekdays × 24 hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.widgets.week_cells import LEVELS, Cell, WeekPicture, cell_text

LABEL = 5
_ARROWS = (("right", 0, 1, "→"), ("left", 0, -1, "←"), ("up", -1, 0, "↑"), ("down", 1, 0, "↓"))
NARROWEST, WIDEST = 3, 5


class HeatMap(Widget, can_focus=True):
    """Shows a WeekPicture; posts where the cursor went and what was painted. Paints nothing itself."""

    COMPONENT_CLASSES = {
        "heat-map--heading", "heat-map--closed", "heat-map--open", "heat-map--suggested", "heat-map--cursor",
    }
    DEFAULT_CSS = """
    HeatMap {
        height: 9; width: 1fr;
        & > .heat-map--heading { color: $text-muted; }
        & > .heat-map--closed { color: $text; }
        & > .heat-map--open { color: $text; text-style: bold; background: $primary 30%; }
        & > .heat-map--suggested { color: $text; text-style: bold underline; background: $success 30%; }
        & > .heat-map--cursor { text-style: bold reverse; }
    }
    """
    BINDINGS = [
        *(key(arrow, f"move({days},{hours})", say("Move"), say("To another hour."), id="heat-map.move", show=False,
              display=shown)
          for arrow, days, hours, shown in _ARROWS),
        key("home", "move(0,-24)", say("First hour"), say("To midnight of this day."), id="heat-map.home", show=False),
        key("end", "move(0,24)", say("Last hour"), say("To the last hour of this day."), id="heat-map.end", show=False),
        key("space", "open_or_close", say("Open/close"), say("Open this hour, or close it; dragging the mouse too."),
            id="heat-map.paint", display="␣"),
        *(key(f"shift+{arrow}", f"carry({days},{hours})", say("Paint on"),
              say("Make the next hour the same as this one: open or closed."), id="heat-map.carry",
              show=arrow == "right", display=f"⇧{shown}")
          for arrow, days, hours, shown in _ARROWS),
    ]
    picture: reactive[WeekPicture | None] = reactive(None, layout=False)
    cursor: reactive[Cell] = reactive((0, 8))

    @dataclass
    class Moved(Event):
        """The cursor stands on another hour."""

        cell: Cell

    @dataclass
    class Painted(Event):
        """These hours are to be opened or closed; not `finished` while the mouse is still dragging."""

        cells: frozenset[Cell]
        open: bool
        finished: bool

    def __init__(self, weekdays: Sequence[str], id: str | None = None) -> None:
        super().__init__(id=id)
        self._weekdays = weekdays
        self._anchor: Cell | None = None
        self._brush_opens = True
        self._wished: dict[Cell, bool] = {}

    @property
    def cell_width(self) -> int:
        """Characters for one hour in the width that there is."""
        return min(WIDEST, max(NARROWEST, (self.size.width - LABEL) // 24))

    def watch_cursor(self, cell: Cell) -> None:
        """Tell the screen which hour is looked at."""
        self.post_message(self.Moved(cell))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The narrowest whole map."""
        return LABEL + 24 * NARROWEST

    def action_move(self, days: int, hours: int) -> None:
        """Move the cursor, stopping at the edges."""
        self._wished.clear()
        self._step(days, hours)

    def _step(self, days: int, hours: int) -> None:
        day, hour = self.cursor
        self.cursor = (min(6, max(0, day + days)), min(23, max(0, hour + hours)))

    def action_open_or_close(self) -> None:
        """Open the hour under the cursor, or close it when all of it is open."""
        self._wish(not self._is_whole(self.cursor))

    def action_carry(self, days: int, hours: int) -> None:
        """Move on and make that hour as this one is: open or closed."""
        opens = self._is_open(self.cursor)
        before = self.cursor
        self._step(days, hours)
        if self.cursor != before:
            self._wish(opens)

    def _wish(self, opens: bool) -> None:
        """Paint the hour under the cursor; until the picture shows it, the next key knows of it."""
        self._wished[self.cursor] = opens
        self._paint(frozenset({self.cursor}), opens)

    def watch_picture(self, picture: WeekPicture | None) -> None:
        """What the picture shows is no wish any more."""
        if picture is not None:
            self._wished = {at: opens for at, opens in self._wished.items() if (picture.minutes(at) > 0) is not opens}

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The brush goes down: it opens where the hour was closed, and closes where it was open."""
        cell = self.cell_at(event.x, event.y)
        if cell is None or event.button != 1:
            return
        self._wished.clear()
        self.cursor = self._anchor = cell
        self._brush_opens = not self._is_whole(cell)
        self.capture_mouse()
        self._paint(frozenset({cell}), self._brush_opens, finished=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag: everything between the first hour and this one."""
        cell = self.cell_at(event.x, event.y)
        if self._anchor is None or cell is None or cell == self.cursor:
            return
        self.cursor = cell
        self._paint(_between(self._anchor, cell), self._brush_opens, finished=False)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """The brush is lifted: what was painted counts."""
        if self._anchor is None:
            return
        painted = _between(self._anchor, self.cursor)
        self._anchor = None
        self.release_mouse()
        self._paint(painted, self._brush_opens)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """The hour at a place of the widget, or None beside the map."""
        hour, day = (x - LABEL) // self.cell_width, y - 1
        return (day, hour) if 0 <= day <= 6 and x >= LABEL and hour <= 23 else None

    def render_line(self, y: int) -> Strip:
        """The heading with the hours, then a line for each weekday."""
        if self.picture is None or y > 7:
            return Strip.blank(self.size.width, self.rich_style)
        segments = self._heading() if y == 0 else self._weekday(self.picture, y - 1)
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _heading(self) -> list[Segment]:
        style = self.get_component_rich_style("heat-map--heading")
        width = self.cell_width
        hours = [
            Segment((f"▾{hour:02d}" if hour == self.cursor[1] else f" {hour:02d}").ljust(width), style)
            for hour in range(24)
        ]
        return [Segment(" " * LABEL, style), *hours]

    def _weekday(self, picture: WeekPicture, day: int) -> list[Segment]:
        mark = "▸" if day == self.cursor[0] else " "
        style = self.get_component_rich_style("heat-map--heading")
        label = Segment(f"{mark}{self._weekdays[day]}".ljust(LABEL), style)
        return [label, *(self._cell(picture, (day, hour)) for hour in range(24))]

    def _cell(self, picture: WeekPicture, cell: Cell) -> Segment:
        style = self._cell_style(picture, cell)
        if cell == self.cursor and self.has_focus:
            style += self.get_component_rich_style("heat-map--cursor", partial=True)
        return Segment(cell_text(picture, cell, self.cell_width), style)

    def _cell_style(self, picture: WeekPicture, cell: Cell) -> Style:
        if cell in picture.suggested:
            return self.get_component_rich_style("heat-map--suggested")
        if picture.minutes(cell):
            return self.get_component_rich_style("heat-map--open")
        return self._shade(picture.level(cell))

    def _shade(self, level: int) -> Style:
        """A closed hour: the more demand is missed, the stronger the ground. The digit says the same."""
        ground = self.background_colors[1]
        accent = Color.parse(self.app.theme_variables["warning"])
        if ground.ansi is not None or accent.ansi is not None:
            return self.get_component_rich_style("heat-map--closed")
        shade = ground.blend(accent, 0.5 * level / LEVELS)
        return Style.from_color(shade.get_contrast_text().rich_color, shade.rich_color)

    def _is_open(self, cell: Cell) -> bool:
        return self._wished.get(cell, self.picture is not None and self.picture.minutes(cell) > 0)

    def _is_whole(self, cell: Cell) -> bool:
        return self._wished.get(cell, self.picture is not None and self.picture.minutes(cell) == 60)

    def _paint(self, cells: frozenset[Cell], opens: bool, *, finished: bool = True) -> None:
        self.post_message(self.Painted(cells, opens, finished))


def _between(one: Cell, other: Cell) -> frozenset[Cell]:
    """The rectangle of hours with these two in its corners."""
    days = range(min(one[0], other[0]), max(one[0], other[0]) + 1)
    hours = range(min(one[1], other[1]), max(one[1], other[1]) + 1)
    return frozenset((day, hour) for day in days for hour in hours)
