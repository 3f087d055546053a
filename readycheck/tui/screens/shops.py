"""The list of shops and their seasons, each with its latest score and how far it is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Static

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.listing import Listing
from readycheck.tui.keys import key, key_of
from readycheck.tui.latest_job import LatestJob
from readycheck.tui.screens.spoken import SpokenScreen
from readycheck.tui.shop_rows import (
    NOT_READ,
    ListedSeason,
    ReadRow,
    cells,
    known_row,
    listed_seasons,
    read_ahead,
    read_row,
)
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.quick_table import QuickTable

if TYPE_CHECKING:
    from readycheck.storage.forgetting import Forgotten, Subject
    from readycheck.tui.app import ReadycheckApp

OTHER_COLUMNS, SHORTEST_NAME = 60, 12  # characters
COLUMNS = (
    ("season", say("Season"), 6), ("readiness", say("Readiness"), 17), ("known", say("Known"), 5),
    ("answered", say("Answered"), 7), ("blockers", say("Blockers"), 3),
)
"""Identifier, heading and width in characters; a heading that is wider has its room."""
AT_ONCE, BETWEEN = 100, 0.03
"""Rows below those in sight are added in pieces, with so many seconds for the keys between them."""
QUIET = 0.5
"""While keys come, no season is scored for so many seconds."""


class ShopsScreen(SpokenScreen):
    """Seasons, newest first under each shop. Opens one, starts a new shop or a new season."""

    CSS_PATH = "shops.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "open", say("Open"), say("Open the marked season."), id="shops.open", display="⏎"),
        key("n", "new_shop", say("New shop"), say("Start the audit of another shop."), id="shops.new"),
        key("c", "new_season", say("New season"),
            say("A new season of the marked shop: hours, reasons, FAQ and plan carried over."), id="shops.season"),
        key("delete,x", "forget", say("Forget"),
            say("Remove everything that is kept of the marked season or its shop, once you have typed the name."),
            id="shops.forget", show=False),
        key("t", "take_in", say("Take in"),
            say("Take in an audit that somebody sent you: what it would bring is shown first."), id="shops.take",
            show=False),
        key("slash", "app.find", say("Find"), say("Find a shop by its name, or a key by what it does."), id="find"),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help", display="F1"),
        key("q", "app.quit", say("Quit"), say("Leave the program."), id="leave"),
    ]

    def __init__(self, archive: Archive, tr: Translator, today: date) -> None:
        super().__init__()
        self._archive = archive
        self.tr = tr
        self._today = today
        self._listing = Listing(archive)
        self._fresh = True
        self._seasons: dict[str, ListedSeason] = {}
        self._read: dict[str, ReadRow] = {}
        self._filled_for = 0
        self._quiet_from = 0.0
        self._reading = LatestJob[ReadRow](self, self._row_read)
        self._ahead: ListedSeason | None = None
        self._made: tuple[AuditFile, bool] | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content(f"readycheck · {self.tr(say('Shops and seasons'))}"), id="head", markup=False)
        with Vertical(id="body"):
            yield QuickTable(cursor_type="row", zebra_stripes=True)
            yield Static(Content(self.tr(say(
                "No shop yet. Press {key} to start the first audit: a name is enough, data can follow later.",
                key=key_of("shops.new", "n"),
            ))), id="welcome", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """The list, as the folder is now; on the very first start straight to the form."""
        self._list(self._in_sight)
        if self._seasons:
            self.query_one(QuickTable).focus()
        elif self._fresh:
            self.action_new_shop()
        self._fresh = False

    def show_again(self) -> None:
        """All rows, of a table that is new."""
        if not self.query_one(QuickTable).columns:
            self._list(len(self._seasons))

    def on_resize(self) -> None:
        """Names are as long as there is room."""
        if self.query_one(QuickTable).columns and self._name_width != self._filled_for:
            self._fill(self._in_sight)

    @property
    def seasons(self) -> list[ListedSeason]:
        """Every season of the list."""
        return list(self._seasons.values())

    # the rows

    def _list(self, first: int) -> None:
        """Show every season, at least the `first` ones at once; what was read of a file that is as it was stands."""
        self._listing = Listing(self._archive)
        seasons = {season.reference: season for season in listed_seasons(self._listing)}
        held = {reference: read for reference, read in self._read.items() if read.holds}
        changed, self._read = len(held) < len(self._read), held
        self._ahead = None
        if seasons != self._seasons or changed or not self.query_one(QuickTable).columns:
            self._seasons = seasons
            self._fill(first)
        self.query_one(QuickTable).display = bool(seasons)
        self.query_one("#welcome").display = not seasons
        self.later(self._read_next)

    def _fill(self, first: int) -> None:
        """Columns and the first rows, those up to the cursor among them; the others follow between the keys."""
        table = self.query_one(QuickTable)
        at, self._filled_for = table.cursor_row, self._name_width
        table.clear(columns=True)
        longest = max((cell_len(season.name) for season in self._seasons.values()), default=0)
        table.add_column(Text(self.tr(say("Shop"))), key="shop", width=max(4, min(longest, self._name_width)))
        for identifier, heading, width in COLUMNS:
            label = Text(self.tr(heading))
            table.add_column(label, key=identifier, width=max(width, label.cell_len))
        self._add_rows(max(first, at + self._in_sight))
        table.move_cursor(row=min(at, max(0, len(self._seasons) - 1)))
        self.watch(table, "scroll_y", self._moved, init=False)

    def _add_rows(self, up_to: int) -> None:
        if not self.whole:
            return  # the language is changing, and all rows come with it
        table = self.query_one(QuickTable)
        for season in list(self._seasons.values())[table.row_count:up_to]:
            read = self._read.get(season.reference) or known_row(self._archive, self._listing, season)
            if read is not None:
                self._read[season.reference] = read
            told = NOT_READ if read is None else cells(read.facts, self.tr)
            texts = (_text(str(season.year)), *map(_text, told.values()))
            table.add_row(self._cut(season.name), *texts, key=season.reference)
        if table.row_count < len(self._seasons):
            self.set_timer(BETWEEN, partial(self._add_rows, table.row_count + AT_ONCE))

    @property
    def _in_sight(self) -> int:
        """Rows that the screen can hold."""
        return self.app.size.height

    @property
    def _name_width(self) -> int:
        """What leaves the other columns their room."""
        return max(SHORTEST_NAME, self.app.size.width - OTHER_COLUMNS)

    def _cut(self, name: str) -> Text:
        shown = Text(name)
        shown.truncate(self._name_width, overflow="ellipsis")
        return shown

    # what the files say: only those in sight, and only while no key comes

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        self._quiet_from = monotonic() + QUIET
        self._read_next()

    def _read_next(self) -> None:
        """Read and score, beside the keys, the first season in sight that has not been read; at last the marked one."""
        if not self.is_current:
            return
        table = self.query_one(QuickTable)
        top = int(table.scroll_y)
        pause = max(0.0, self._quiet_from - monotonic())
        for season in list(self._seasons.values())[top:top + 2 * table.size.height]:
            if season.reference not in self._read:
                self._reading.want(partial(read_row, self._archive, season), pause=pause)
                return
        marked = self._seasons.get(self._marked or "")
        if marked is None or marked == self._ahead:
            self._reading.forget()
        else:
            self._ahead = marked
            self._reading.want(partial(read_ahead, self._archive, marked), pause=pause)

    def _row_read(self, read: ReadRow) -> None:
        self._read[read.reference] = read
        if not self.whole:
            return
        table = self.query_one(QuickTable)
        if read.reference in table.rows:
            for column, text in cells(read.facts, self.tr).items():
                table.update_cell(read.reference, column, Text(text))
        self._read_next()

    @property
    def _marked(self) -> str | None:
        table = self.query_one(QuickTable)
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Open the marked season."""
        if self._marked is not None:
            self.open_season(self._marked)

    def open_season(self, reference: str) -> None:
        """Open this one."""
        try:
            file = self._archive.open(reference)
        except ReadycheckError as error:
            for problem in error.problems[:3]:
                self.notify(self.tr(problem.message()), severity="error", markup=False, timeout=10)
            return
        self.shell.open_audit(file)

    def action_new_shop(self) -> None:
        """The form for a new shop."""
        from readycheck.tui.screens.new_shop import new_shop_form

        self.app.push_screen(new_shop_form(self._archive, self.tr, self._today, self._keep_made), self._open_made)

    def action_new_season(self) -> None:
        """The form for a new season of the marked shop."""
        from readycheck.tui.screens.new_shop import new_season_form

        if self._marked is None:
            self.action_new_shop()
            return
        form = new_season_form(self._archive, self.tr, self._marked, self._keep_made)
        if isinstance(form, Message):
            self.notify(self.tr(form), severity="error", markup=False)
        else:
            self.app.push_screen(form, self._open_made)

    def action_take_in(self) -> None:
        """The window that asks for a file."""
        from readycheck.tui.handing_over import take_in

        take_in(self.shell, lambda: self._list(self._in_sight))

    def action_forget(self) -> None:
        """The window that removes the marked season or its shop."""
        from readycheck.tui.screens.forgetting import forget_form

        season = self._seasons.get(self._marked or "")
        if season is not None:
            self.app.push_screen(forget_form(self._archive, self.tr, season, self._forgotten))

    def _forgotten(self, subject: Subject, forgotten: Forgotten) -> None:
        from readycheck.tui.screens.forgetting import told

        severity: Literal["error", "information"] = "error" if forgotten.left else "information"
        said = self.tr(told(subject, forgotten))
        self.call_later(lambda: self.notify(said, severity=severity, markup=False))

    def _keep_made(self, file: AuditFile, has_data: bool) -> None:
        self._made = (file, has_data)

    def _open_made(self, saved: bool | None) -> None:
        """Once the form is closed, open what it made: at the first question, or at the import on top of it."""
        if saved and self._made is not None:
            (file, has_data), self._made = self._made, None
            self.shell.open_audit(file, with_import=has_data)

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.base import key_help
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, lambda: key_help(self)))

    @property
    def shell(self) -> ReadycheckApp:
        """The app, as what it is."""
        return cast("ReadycheckApp", self.app)


@lru_cache(maxsize=256)
def _text(text: str) -> Text:
    """A cell's text: thousands of cells say the same few things."""
    return Text(text)
