"""A table of shops: rows in the order that is wanted, filled as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.widgets import DataTable

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.tui.screens.spoken import SpokenScreen
from readycheck.tui.shop_columns import Column, columns_of
from readycheck.tui.shop_rows import ListedSeason, ReadRow, cells, known_row
from readycheck.tui.shop_view import View
from readycheck.tui.widgets.quick_table import QuickTable

SHORTEST_NAME, FRAME = 12, 7  # characters; the frame is margins, the name's own padding and the scroll bar
AT_ONCE, BETWEEN = 100, 0.03
"""Rows below those in sight are added in pieces, with so many seconds for the keys between them."""


class ShopTable(SpokenScreen):
    """`_shown` are its rows, starred those of `_starred`; a kind of it decides on them and says what is around them."""

    def __init__(self, archive: Archive, tr: Translator, today: date) -> None:
        super().__init__()
        self._archive = archive
        self.tr = tr
        self._today = today
        self._listing = Listing(archive)
        self._view = View()
        self._seasons: dict[str, ListedSeason] = {}
        self._shown: list[ListedSeason] = []
        self._starred: frozenset[str] = frozenset()
        self._read: dict[str, ReadRow] = {}
        self._filled_for, self._filling = 0, 0

    def say_around(self) -> None:
        """What stands above and below the rows, which are others now."""

    def moved(self) -> None:
        """Another row has the cursor, or others are in sight."""

    def on_resize(self) -> None:
        """Names are as long as there is room."""
        if self._table.columns and self.app.size.width != self._filled_for:
            self._fill(self._in_sight)

    @property
    def seasons(self) -> list[ListedSeason]:
        """Every season of the folder."""
        return list(self._seasons.values())

    @property
    def _table(self) -> QuickTable:
        return self.query_one(QuickTable)

    def _fill(self, first: int, *, top: bool = False, under: str | None = None) -> None:
        """Columns and the first rows, those up to the cursor among them; the others follow between the keys."""
        table = self._table
        at, self._filled_for = 0 if top else table.cursor_row, self.app.size.width
        at = next((n for n, season in enumerate(self._shown) if season.reference == under), at)
        self._filling += 1
        table.clear(columns=True)
        longest = max((cell_len(self._starred_name(season)) for season in self._shown), default=0)
        table.add_column(Text(self.tr(say("Shop"))), key="shop", width=max(4, min(longest, self._name_width)))
        for column in self._columns:
            table.add_column(Text(column.heading), key=column.id, width=column.width)
        self._add_rows(max(first, at + self._in_sight), self._filling)
        table.move_cursor(row=min(at, max(0, len(self._shown) - 1)))
        self.watch(table, "scroll_y", self._moved, init=False)
        self.say_around()

    @property
    def _columns(self) -> Sequence[Column]:
        return columns_of(self._view, self.app.size.width, self.tr)

    def _add_rows(self, up_to: int, filling: int) -> None:
        if not self.whole or filling != self._filling:
            return  # the language is changing, and all rows come with it; or other rows are wanted by now
        table, columns, width = self._table, [column.id for column in self._columns], self._name_width
        for season in self._shown[table.row_count:up_to]:
            told = self._cells(self._known(season))
            told["season"] = str(season.year)
            table.add_row(self._cut(season, width), *(_text(told[name]) for name in columns), key=season.reference)
        if table.row_count < len(self._shown):
            self.set_timer(BETWEEN, partial(self._add_rows, table.row_count + AT_ONCE, filling))
        else:
            self.say_around()

    def _cells(self, read: ReadRow | None) -> dict[str, str]:
        return cells(read, self.tr, beside_others=not self._view.by_season)

    @property
    def _in_sight(self) -> int:
        """Rows that the screen can hold."""
        return self.app.size.height

    @property
    def _name_width(self) -> int:
        """What leaves the other columns their room."""
        others = sum(column.width + 2 for column in self._columns)
        return max(SHORTEST_NAME, self.app.size.width - FRAME - others)

    def _starred_name(self, season: ListedSeason) -> str:
        return f"* {season.name}" if season.shop in self._starred else season.name

    def _cut(self, season: ListedSeason, width: int) -> Text:
        shown = Text(self._starred_name(season))
        shown.truncate(width, overflow="ellipsis")
        return shown

    def _known(self, season: ListedSeason) -> ReadRow | None:
        read = self._read.get(season.reference)
        if read is None:
            read = known_row(self._listing, season, self._today)
            if read is not None:
                self._read[season.reference] = read
        return read

    @property
    def _marked(self) -> str | None:
        return self._under_cursor

    @property
    def _under_cursor(self) -> str | None:
        table = self._table
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        self.moved()


@lru_cache(maxsize=256)
def _text(text: str) -> Text:
    """A cell's text: thousands of cells say the same few things."""
    return Text(text)


