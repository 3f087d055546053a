"""A table of one-line rows that keeps its place when the figures in it change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import on
from textual.message import Message as Event
from textual.widgets import DataTable

from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.widgets.quick_table import QuickTable

GAP = 2


@dataclass(frozen=True)
class Column:
    """`width` in characters; 0 takes what the others leave, at least `least`. `right`: figures."""

    title: str
    width: int = 0
    right: bool = False
    least: int = 8


@dataclass(frozen=True)
class Cell:
    """A text with a style, such as "bold" or "dim"; the text says all, the style only helps the eye."""

    text: str
    style: str = ""


Row = Sequence[str | Cell]


class Rows(QuickTable):
    """Rows by key; Enter or a second click opens one, and the screen is told which and how.

    `opens`: whether the screen does anything then; else the key is not offered.
    """

    DEFAULT_CSS = """
    Rows {
        height: 1fr; background: $background; overflow-x: hidden;
        scrollbar-gutter: stable; scrollbar-size: 0 1;
        & > .datatable--header { background: $background; color: $secondary; text-style: none; }
        & > .datatable--cursor { text-style: bold; }
    }
    """
    BINDINGS = [
        key("enter", "open_row", say("Open"), say("Open the row under the cursor."), id="rows.open", show=False),
        key("home", "scroll_top", say("First row"), say("To the first row."), id="rows.first", show=False),
        key("end", "scroll_bottom", say("Last row"), say("To the last row."), id="rows.last", show=False),
    ]

    @dataclass
    class Opened(Event):
        """A row is to be opened: by Enter (`by_key`) or by a click on the row under the cursor."""

        rows: Rows
        key: str
        by_key: bool

    @dataclass
    class NothingThere(Event):
        """Enter, where there is no row that could be opened."""

        rows: Rows

    @dataclass
    class Moved(Event):
        """The cursor stands on another row."""

        rows: Rows
        key: str

    def __init__(self, *, id: str | None = None, opens: bool = True) -> None:
        super().__init__(
            id=id, cursor_type="row", cell_padding=0, show_row_labels=False, cursor_foreground_priority="renderable",
            cursor_background_priority="css",
        )
        self._opens = opens
        self._shown_columns: Sequence[Column] = ()
        self._shown_rows: Mapping[str, Row] = {}

    @property
    def chosen(self) -> str | None:
        """The key of the row under the cursor."""
        keys = list(self._shown_rows)
        return keys[self.cursor_row] if 0 <= self.cursor_row < len(keys) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is offered that nobody heeds."""
        return self._opens if action == "open_row" else super().check_action(action, parameters)

    def action_open_row(self) -> None:
        """Tell that the row under the cursor is to be opened."""
        event = self.NothingThere(self) if self.chosen is None else self.Opened(self, self.chosen, True)
        self.post_message(event)

    @on(DataTable.RowSelected)
    def _clicked(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if self.chosen is not None:
            self.post_message(self.Opened(self, self.chosen, False))

    @on(DataTable.RowHighlighted)
    def _moved(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if self.chosen is not None:
            self.post_message(self.Moved(self, self.chosen))

    def show_rows(self, columns: Sequence[Column], rows: Mapping[str, Row]) -> None:
        """Show these rows; the cursor stays on the key it is on, or as near as can be."""
        same_shape = list(columns) == list(self._shown_columns) and list(rows) == list(self._shown_rows)
        kept, row_before = self.chosen, self.cursor_row
        before, self._shown_columns, self._shown_rows = self._shown_rows, columns, rows
        if same_shape:
            self._update_changed(before)
        else:
            self._rebuild(kept, row_before)

    def go_to(self, name: str) -> None:
        """Put the cursor on a row."""
        if name in self._shown_rows:
            self.move_cursor(row=list(self._shown_rows).index(name))

    def on_resize(self) -> None:
        """Another width: the flexible columns take it up."""
        if self._shown_columns and [c.width for c in self.ordered_columns] != self._widths():
            self._rebuild(self.chosen, self.cursor_row)

    def _rebuild(self, kept: str | None, row_before: int) -> None:
        widths = self._widths()
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for column, width in zip(self._shown_columns, widths, strict=True):
                self.add_column(_fitted(Cell(column.title), column, width), width=width)
            for name, row in self._shown_rows.items():
                self.add_row(*self._texts(row, widths), key=name)
        keys = list(self._shown_rows)
        at = keys.index(kept) if kept in keys else min(row_before, len(keys) - 1)
        self.move_cursor(row=max(0, at))

    def _update_changed(self, before: Mapping[str, Row]) -> None:
        widths = self._widths()
        for n, (name, row) in enumerate(self._shown_rows.items()):
            if list(before[name]) != list(row):
                for at, text in enumerate(self._texts(row, widths)):
                    self.update_cell_at((n, at), text)  # type: ignore[arg-type]

    def _texts(self, row: Row, widths: Sequence[int]) -> list[Text]:
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        shapes = zip(cells, self._shown_columns, widths, strict=True)
        return [_fitted(cell, column, width) for cell, column, width in shapes]

    def flexible_width(self, columns: Sequence[Column]) -> int:
        """What a column without a width gets, the gap not counted."""
        fixed = sum(column.width + GAP for column in columns if column.width)
        flexible = sum(not column.width for column in columns)
        room = max(0, self.scrollable_content_region.width - fixed) // max(1, flexible) - GAP
        return max(room, *(column.least for column in columns if not column.width), 0) if flexible else 0

    def _widths(self) -> list[int]:
        """Every column with the gap after it; the flexible ones share what is left."""
        flexible = self.flexible_width(self._shown_columns)
        return [(column.width or flexible) + GAP for column in self._shown_columns]


def _fitted(cell: Cell, column: Column, width: int) -> Text:
    """The text in its column: cut with an ellipsis, figures to the right."""
    room = width - GAP
    text = cell.text.replace("\n", " ")
    if cell_len(text) > room:
        text = set_cell_size(text, room - 1) + "…"
    pad = " " * (room - cell_len(text))
    shown = pad + text if column.right else text + pad
    return Text(shown + " " * GAP, style=cell.style, no_wrap=True, end="")
