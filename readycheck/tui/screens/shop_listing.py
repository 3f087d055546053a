"""The list of shops: which seasons stand in it, what is read of their files beside the keys, what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from time import monotonic

from rich.text import Text
from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.storage.marks import Marks
from readycheck.tui.latest_job import LatestJob
from readycheck.tui.screens.shop_table import ShopTable
from readycheck.tui.shop_rows import ListedSeason, ReadRow, listed_seasons, read_ahead, read_row
from readycheck.tui.shop_view import View, arranged, group_line
from readycheck.tui.widgets.put import put

QUIET = 0.5
"""While keys come, no season is scored for so many seconds."""


class ShopListing(ShopTable):
    """Seasons, newest first under each shop; or shops by their newest season. A kind of it gives the widgets."""

    def __init__(self, archive: Archive, tr: Translator, today: date) -> None:
        super().__init__(archive, tr, today)
        self._marks = Marks(archive.aside)
        self._quiet_from = 0.0
        self._reading = LatestJob[ReadRow](self, self._row_read)
        self._ahead: ListedSeason | None = None
        self._new: str | None = None
        """A season that was just begun: the cursor goes to it."""

    # which rows, and in which order

    def _list(self, first: int) -> None:
        """Show every season, at least the `first` ones at once; what was read of a file that is as it was stands."""
        self._listing = Listing(self._archive)
        seasons = {season.reference: season for season in listed_seasons(self._listing)}
        held = {reference: read for reference, read in self._read.items() if read.holds(self._listing)}
        changed, self._read = len(held) < len(self._read), held
        self._ahead = None
        starred, self._starred = self._starred, self._marks.read()
        if seasons != self._seasons or changed or starred != self._starred or not self._table.columns:
            self._seasons = seasons
            self._arrange(first)
        self._table.display = bool(seasons)
        self.query_one("#welcome").display = not seasons
        self.later(self._read_next)

    def look(self, view: View) -> None:
        """Look at the shops in another way, from the top; where the same rows stand there, they stay."""
        was, before, self._view = self._view, self._shown, view
        self._shown = self._wanted()
        if self._shown != before or was.by_season != view.by_season:
            self._fill(self._in_sight, top=True)
        else:
            self._table.move_cursor(row=0)
            self.say_around()
        self.later(self._read_next)

    def _arrange(self, first: int) -> None:
        """The rows of the view in their order; the cursor stays on its season, or goes to one just begun."""
        under, self._new = self._new or self._under_cursor, None
        self._shown = self._wanted()
        self._fill(first, under=under)

    def _wanted(self) -> list[ListedSeason]:
        if not self._view.by_season or self._view.filtered:
            self._know()
        return arranged(self.seasons, self._read, self._view, self._starred, self._today)

    def _know(self) -> None:
        """Everything that the index has of the newest seasons: to be sorted by."""
        for season in self._seasons.values():
            if season.newest:
                self._known(season)

    # what the files say: only those in sight, and only while no key comes

    def moved(self) -> None:
        """Say why it stands there; what is in sight now is read once no key comes."""
        self._quiet_from = monotonic() + QUIET
        self.say_why()
        self._read_next()

    def _read_next(self) -> None:
        """Read and score, beside the keys, the first season in sight that has not been read; at last the marked one.

        Where shops are sorted by what is in their files, those out of sight are read too.
        """
        if not self.is_current:
            return
        pause = max(0.0, self._quiet_from - monotonic())
        unread = self._first_unread()
        under = self._seasons.get(self._marked or "")
        if unread is not None:
            self._reading.want(self._job(unread), pause=pause)
        elif under is None or under == self._ahead:
            self._reading.forget()
        else:
            self._ahead = under
            self._reading.want(partial(read_ahead, self._archive, under, self._today), pause=pause)

    def _job(self, season: ListedSeason) -> Callable[[], ReadRow]:
        return partial(read_row, self._archive, season, self._today, whole=self._reads_all and season.newest)

    def _first_unread(self) -> ListedSeason | None:
        top = int(self._table.scroll_y)
        near = self._shown[top:top + 2 * self._table.size.height]
        far = [season for season in self._seasons.values() if season.newest] if self._reads_all else []
        return next((season for season in (*near, *far) if not self._is_read(season)), None)

    @property
    def _reads_all(self) -> bool:
        return not self._view.by_season or self._view.only is not None

    def _is_read(self, season: ListedSeason) -> bool:
        read = self._read.get(season.reference)
        return read is not None and (read.whole or not self._reads_all or not season.newest)

    def _row_read(self, read: ReadRow) -> None:
        was = self._read.get(read.reference)
        more = was is None or (read.whole and not was.whole)
        self._read[read.reference] = read = read if was is None or not was.whole or read.whole else was
        if not self.whole:
            return
        table = self._table
        if read.reference in table.rows:
            told = self._cells(read)
            for column in told.keys() & {column.id for column in self._columns}:
                table.update_cell(read.reference, column, Text(told[column]))
        if more and self._reads_all and self._first_unread() is None:
            self._arrange(self._in_sight)  # their order is known only now
        self.say_around()
        self._read_next()

    # what is said above and below the rows

    def say_around(self) -> None:
        """How the shops are looked at, and their group."""
        group, text = self.query_one("#group", Static), self._group_text()
        group.display = bool(text)
        put(group, Content(text))
        self.say_why()

    def _group_text(self) -> str:
        left = sum(not self._is_read(season) for season in self._seasons.values() if season.newest)
        if left and self._reads_all:
            return self.tr.plural("One shop is still being read.", "{n} shops are still being read.", left)
        if self._view.filtered and not self._shown:
            return self.tr(say("No shop is of this kind."))
        line = None if left else group_line(self._shown, self._read)
        return "" if line is None else self.tr(line)

    def say_why(self) -> None:
        """Why the shop under the cursor stands where it stands."""
        read = self._read.get(self._under_cursor or "")
        reasons = [] if read is None or self._view.by_season else read.need.reasons
        why = self.query_one("#why", Static)
        why.display = not self._view.by_season
        put(why, Content(", ".join(map(self.tr, reasons))))
