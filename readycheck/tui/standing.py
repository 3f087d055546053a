"""Where one stands on a screen: what its widgets know of that, to be found again in widgets of the same kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DataTable

from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.week_cells import Cell


@dataclass(frozen=True)
class Standing:
    """Each entry belongs to the widget of its kind that comes so far down the screen.

    `keyboard`: which of the widgets that can have it has it; None where none does. `rows`: the key of the row
    under each table's cursor. `hours`: each week's cell. `scrolled`: lines above what is seen of each text.
    """

    keyboard: int | None
    rows: tuple[str | None, ...]
    hours: tuple[Cell, ...]
    scrolled: tuple[float, ...]


def standing_on(screen: Screen[Any]) -> Standing:
    """Where one stands now."""
    focused = screen.focused
    there = _focusable(screen)
    return Standing(
        keyboard=there.index(focused) if focused in there else None,
        rows=tuple(_row_under_cursor(table) for table in screen.query(DataTable)),
        hours=tuple(heat_map.cursor for heat_map in screen.query(HeatMap)),
        scrolled=tuple(text.scroll_y for text in screen.query(VerticalScroll)),
    )


def stand(screen: Screen[Any], standing: Standing) -> None:
    """Go where one stood; a row that is gone is passed over."""
    for table, row in zip(screen.query(DataTable), standing.rows, strict=True):
        if row is not None and row in table.rows:
            table.move_cursor(row=table.get_row_index(row))
    for heat_map, hour in zip(screen.query(HeatMap), standing.hours, strict=True):
        heat_map.cursor = hour
    if standing.keyboard is not None:
        screen.set_focus(_focusable(screen)[standing.keyboard])


def scroll(screen: Screen[Any], standing: Standing) -> None:
    """Texts as far as they were read; once they have been laid out."""
    for text, line in zip(screen.query(VerticalScroll), standing.scrolled, strict=True):
        text.scroll_to(y=line, animate=False)


def _focusable(screen: Screen[Any]) -> list[Widget]:
    return [widget for widget in screen.query(Widget) if widget.can_focus]


def _row_under_cursor(table: DataTable[Any]) -> str | None:
    if not table.row_count:
        return None
    return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value
