"""The list of shops and their seasons, each with its latest score and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import DataTable, Static
from textual.worker import get_current_worker

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.tui.keys import key
from readycheck.tui.screens.base import key_help
from readycheck.tui.screens.spoken import SpokenScreen
from readycheck.tui.shop_rows import ShopRow, shop_row
from readycheck.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

OTHER_COLUMNS, SHORTEST_NAME = 60, 12  # characters


@dataclass
class RowRead(Event):
    """A season's file was read and scored."""

    reference: str
    row: ShopRow


class ShopsScreen(SpokenScreen):
    """Seasons, newest first under each shop. Opens one, starts a new shop or a new season."""

    CSS_PATH = "shops.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "open", say("Open"), say("Open the marked season."), id="shops.open", display="⏎"),
        key("n", "new_shop", say("New shop"), say("Start the audit of another shop."), id="shops.new"),
        key("c", "new_season", say("New season"),
            say("A new season of the marked shop: hours, reasons, FAQ and plan carried over."), id="shops.season"),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help", display="F1"),
        key("q", "app.quit", say("Quit"), say("Leave the program."), id="leave"),
    ]

    def __init__(self, archive: Archive, tr: Translator, today: date) -> None:
        super().__init__()
        self._archive = archive
        self.tr = tr
        self._today = today
        self._fresh = True
        self._names: dict[str, str] = {}
        self._made: tuple[AuditFile, bool] | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content(f"readycheck · {self.tr(say('Shops and seasons'))}"), id="head", markup=False)
        with Vertical(id="body"):
            yield DataTable(cursor_type="row", zebra_stripes=True)
            yield Static(Content(self.tr(say(
                "No shop yet. Press n to start the first audit: a name is enough, data can follow later."
            ))), id="welcome", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The columns."""
        table = self.query_one(DataTable)
        for identifier, label in (
            ("shop", say("Shop")), ("season", say("Season")), ("readiness", say("Readiness")),
            ("known", say("Known")), ("answered", say("Answered")), ("blockers", say("Blockers")),
        ):
            table.add_column(Text(self.tr(label)), key=identifier)

    def on_screen_resume(self) -> None:
        """The list again, as the folder is now; on the very first start straight to the form."""
        references = self._list()
        if references:
            self.query_one(DataTable).focus()
            self._read_rows(references)
        elif self._fresh:
            self.action_new_shop()
        self._fresh = False

    def show_again(self) -> None:
        """Columns and rows; below an audit they are read when one comes back."""
        if not self.query_one(DataTable).columns:
            self.on_mount()
            references = self._list()
            if self.is_current:
                self._read_rows(references)

    def _list(self) -> list[str]:
        """Show every season, not read yet; their references."""
        rows = list(self._references())
        self._names = {reference: name for reference, name, _ in rows}
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear()
        for reference, name, year in rows:
            table.add_row(self._cut(name), Text(str(year)), *(Text("…") for _ in range(4)), key=reference)
        table.move_cursor(row=min(at, max(0, len(rows) - 1)))
        table.display = bool(rows)
        self.query_one("#welcome").display = not rows
        return [reference for reference, _, _ in rows]

    def on_resize(self) -> None:
        """Names are as long as there is room."""
        table = self.query_one(DataTable)
        for reference in table.rows:
            name = self._names[str(reference.value)]
            table.update_cell(reference, "shop", self._cut(name), update_width=True)

    def _cut(self, name: str) -> Text:
        """A name that leaves the other columns their room."""
        shown = Text(name)
        shown.truncate(max(SHORTEST_NAME, self.app.size.width - OTHER_COLUMNS), overflow="ellipsis")
        return shown

    def _references(self) -> Iterator[tuple[str, str, int]]:
        for shop in self._archive.shops():
            for year in sorted(shop.years, reverse=True):
                yield f"{shop.slug}/{year}", shop.name, year

    @work(thread=True, exclusive=True, group="rows")
    def _read_rows(self, references: list[str]) -> None:
        """Read and score every season, in the background."""
        worker, tr = get_current_worker(), self.tr
        for reference in references:
            row = shop_row(self._archive, reference, tr)
            if worker.is_cancelled:
                return  # the list is another by now, or in the other language
            self.post_message(RowRead(reference, row))

    @on(RowRead)
    def _row_read(self, event: RowRead) -> None:
        table = self.query_one(DataTable)
        if event.reference in table.rows:
            for column, text in event.row.cells().items():
                table.update_cell(event.reference, column, Text(text), update_width=True)

    @property
    def _marked(self) -> str | None:
        table = self.query_one(DataTable)
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Open the marked season."""
        if self._marked is None:
            return
        try:
            file = self._archive.open(self._marked)
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

    def _keep_made(self, file: AuditFile, has_data: bool) -> None:
        self._made = (file, has_data)

    def _open_made(self, saved: bool | None) -> None:
        """Once the form is closed, open what it made: at the first question, or at the import on top of it."""
        if saved and self._made is not None:
            (file, has_data), self._made = self._made, None
            self.shell.open_audit(file, with_import=has_data)

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, key_help(self)))

    @property
    def shell(self) -> ReadycheckApp:
        """The app, as what it is."""
        return cast("ReadycheckApp", self.app)
