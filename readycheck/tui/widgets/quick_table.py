"""A table that paints at once: a line of it is a few segments, not a rich renderable for every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widgets import DataTable

HEADER = -1
BAR = "$bar"
"""The style of a cell that holds a bar: the theme's colour for graphics; on the cursor the cursor's own."""


class QuickTable(DataTable[Text]):
    """For a row cursor, rows of one line and cells of one style: textual's own way takes ten times as long."""

    COMPONENT_CLASSES = {"quick-table--bar"}
    DEFAULT_CSS = "QuickTable > .quick-table--bar { color: $primary; }"

    def render_line(self, y: int) -> Strip:
        """The line at `y` of what is seen."""
        width, (left, top) = self.size.width, self.scroll_offset
        row = HEADER if y < self.header_height else y - self.header_height + top
        if row >= self.row_count:
            return Strip.blank(width, self.rich_style)
        return Strip(self._segments(row)).crop(left, left + width).adjust_cell_length(width, self.rich_style).simplify()

    def _segments(self, row: int) -> Iterator[Segment]:
        base, marked = self._ground(row), self._mark(row)
        over = Style.from_color(
            marked.color if self.cursor_foreground_priority == "css" else None,
            marked.bgcolor if self.cursor_background_priority == "css" else None,
        )
        under, pad, used = base + _place(row) + marked, " " * self.cell_padding, 0
        for column, cell in zip(self.ordered_columns, self._cells(row), strict=True):
            width = column.get_render_width(self)
            text = set_cell_size(cell.plain, width - 2 * len(pad))
            own = self._own(str(cell.style), row)
            yield Segment(f"{pad}{text}{pad}", under + own + over)
            used += width
        yield Segment(" " * max(0, self.size.width - used), base + marked + _place(row, beside=True))

    def _own(self, style: str, row: int) -> Style:
        if style == BAR:
            marked = self.show_cursor and row == self.cursor_row
            return Style.null() if marked else Style(color=self.get_component_rich_style("quick-table--bar").color)
        return self.app.console.get_style(style) if style else Style.null()

    def _cells(self, row: int) -> Sequence[Text]:
        return [column.label for column in self.ordered_columns] if row == HEADER else self.get_row_at(row)

    def _ground(self, row: int) -> Style:
        if row == HEADER:
            return self.get_component_rich_style("datatable--header")
        if self.zebra_stripes:
            return self.get_component_rich_style("datatable--odd-row" if row % 2 else "datatable--even-row")
        return self.rich_style

    def _mark(self, row: int) -> Style:
        """The cursor's style or that of the row under the pointer, on top of the row's own."""
        mark = Style.null()
        if self.show_cursor and row != HEADER:
            if row == self.hover_row and self._show_hover_cursor:
                mark += self.get_component_rich_style("datatable--hover")
            if row == self.cursor_row:
                mark += self.get_component_rich_style("datatable--cursor")
        return mark


@lru_cache(maxsize=4096)
def _place(row: int, *, beside: bool = False) -> Style:
    """What textual looks for under the pointer; `beside` the columns there is nothing to click."""
    place = {"row": row, "column": 0}
    return Style.from_meta({**place, "out_of_bounds": True} if beside else place)
