"""A file's headings and first rows, with what each column was taken for above it; the cursor is on a column."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import on
from textual.message import Message as Event
from textual.widgets import DataTable

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.import_preview import LookedFile
from readycheck.tui.import_roles import role_names
from readycheck.tui.keys import key

NARROWEST, WIDEST, GAP = 6, 26, 2
MOST_COLUMNS = 300


class MappingTable(DataTable[Text]):
    """Arrows move between columns; Enter or a click asks what a column is."""

    DEFAULT_CSS = """
    MappingTable {
        height: auto; max-height: 8; background: $background; scrollbar-size-horizontal: 1; overflow-y: hidden;
        & > .datatable--header { background: $background; color: $foreground; text-style: none; }
        & > .datatable--cursor { background: $panel; color: $foreground; text-style: none; }
        & > .datatable--header-cursor { background: $panel; color: $foreground; text-style: none; }
        & > .datatable--header-hover { background: $background; color: $foreground; }
        &:focus > .datatable--cursor { background: $primary 50%; }
        &:focus > .datatable--header-cursor { background: $primary 50%; }
    }
    """
    BINDINGS = [
        key("enter", "choose", say("What is it?"), say("Say what the column under the cursor is."),
            id="mapping.choose"),
        key("delete,backspace", "drop", say("Not used"), say("The column under the cursor is not used."),
            id="mapping.drop", display="del", show=False),
        key("left", "cursor_left", say("Column"), say("To the column before."), id="mapping.move", show=False),
        key("right", "cursor_right", say("Column"), say("To the next column."), id="mapping.move", show=False),
        key("home", "to_column(0)", say("First column"), say("To the first column."), id="mapping.first", show=False),
        key("end", "to_column(-1)", say("Last column"), say("To the last column."), id="mapping.last", show=False),
        key("pagedown", "next_taken(1)", say("Next used column"), say("To the next column that is used."),
            id="mapping.next", show=False),
        key("pageup", "next_taken(-1)", say("Used column before"), say("To the previous column that is used."),
            id="mapping.before", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous", show=False),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
    ]

    @dataclass
    class Chosen(Event):
        """A person wants to say what this column is."""

        index: int

    @dataclass
    class Dropped(Event):
        """This column is to play no part."""

        index: int

    @dataclass
    class Moved(Event):
        """The cursor stands on another column."""

        index: int

    def __init__(self, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(
            id=id, cursor_type="column", header_height=2, cell_padding=0, cursor_foreground_priority="renderable",
            cursor_background_priority="css",
        )
        self._tr = tr
        self._headings: tuple[str, ...] = ()
        self._taken: list[int] = []

    def show_file(self, file: LookedFile) -> None:
        """Show this file; the cursor stays on its column, and starts on the first one that was recognised."""
        same = file.headings == self._headings
        self._headings, self._taken = file.headings, sorted(set(file.columns.values()))
        at = self.cursor_column if same else min(file.columns.values(), default=0)
        with self.prevent(DataTable.ColumnHighlighted):
            self.clear(columns=True)
            for index in range(len(file.headings[:MOST_COLUMNS])):
                self._add(index, file)
            for number in range(len(file.rows)):
                self.add_row(*(Text(_cut(_cell(file, number, index), WIDEST)) for index in range(len(self.columns))))
            self.to_column(at)

    def _add(self, index: int, file: LookedFile) -> None:
        """A column under its role and heading, as wide as its cells ask for."""
        names = [self._tr(name) for name in role_names(index, file)]
        role, heading = " + ".join(names) or "–", file.headings[index]
        texts = [role, heading, *(_cell(file, number, index) for number in range(len(file.rows)))]
        width = min(WIDEST, max(NARROWEST, *map(cell_len, texts)))
        label = Text.assemble((_cut(role, width), "bold" if names else "dim"), "\n", _cut(heading, width))
        self.add_column(label, width=width + GAP)

    def to_column(self, index: int) -> None:
        """Put the cursor on a column and bring it into sight; -1 is the last."""
        last = len(self.columns) - 1
        at = last if index < 0 else min(index, last)
        if at >= 0:
            self.move_cursor(column=at, animate=False)

    def action_to_column(self, index: int) -> None:
        """To the first or last column."""
        self.to_column(index)

    def action_next_taken(self, by: int) -> None:
        """To the next column that is used, or the one before; round and round."""
        ahead = [at for at in self._taken if (at - self.cursor_column) * by > 0] or self._taken
        if ahead:
            self.to_column(min(ahead) if by > 0 else max(ahead))

    def action_choose(self) -> None:
        """Ask what the column under the cursor is."""
        if self.columns:
            self.post_message(self.Chosen(self.cursor_column))

    def action_drop(self) -> None:
        """The column under the cursor is nothing."""
        if self.cursor_column in self._taken:
            self.post_message(self.Dropped(self.cursor_column))

    @on(DataTable.ColumnHighlighted)
    def _moved(self, event: DataTable.ColumnHighlighted) -> None:
        event.stop()
        self.post_message(self.Moved(event.cursor_column))

    @on(DataTable.ColumnSelected)
    def _clicked(self, event: DataTable.ColumnSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.cursor_column))

    @on(DataTable.HeaderSelected)
    def _heading_clicked(self, event: DataTable.HeaderSelected) -> None:
        event.stop()
        self.to_column(event.column_index)
        self.post_message(self.Chosen(event.column_index))


def _cell(file: LookedFile, row: int, column: int) -> str:
    return file.rows[row][column] if column < len(file.rows[row]) else ""


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
