"""The mapping screen's face: what is asked, the file's first rows, what would count. It starts nothing itself."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from readycheck.core.message import Message, say
from readycheck.tui.fields import Field
from readycheck.tui.import_choices import Choices
from readycheck.tui.import_fields import BY_RULES, CHANNEL, DATE_ORDER, FILES, KIND, ORDERS, SHEET, SOURCE
from readycheck.tui.import_preview import Preview
from readycheck.tui.import_roles import role_names
from readycheck.tui.import_text import counts, question_text, recognised, replaced, taken
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.session import Session
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.field_row import FieldRow
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import FileRow, PathInput
from readycheck.tui.widgets.week_cells import WeekPicture
from readycheck.tui.widgets.zone_row import ZoneRow

MAP_WIDTH, MAP_HEIGHT = 116, 32
"""A terminal that is smaller has no room for the heat map under the counts."""
EYE_CATCHES = 6
"""With more columns than these, what was recognised is told in a line too."""


class ImportForm(Dialog[None]):
    """What stands on the screen, and how a look is shown on it."""

    CSS_PATH = ["dialog.tcss", "form.tcss", "importing.tcss"]  # type: ignore[assignment]  # Textual takes all

    def __init__(self, session: Session) -> None:
        shop, season = session.audit.shop, session.audit.season
        super().__init__(session.tr, lambda tr: f"{tr(say('Import an export'))} · {shop.name} {season.year}")
        self.session = session
        self.preview: Preview | None = None
        self.number = 0
        self._asked: set[str] = set()

    def compose_content(self) -> ComposeResult:
        yield FieldRow(KIND, self._kind_missing(), self.tr, id="kind")
        yield FileRow(FILES, self.tr, id="files")
        yield Static(id="recognised", markup=False)
        yield Static(id="taken", markup=False)
        yield Static(id="asked", markup=False)
        yield ZoneRow(self.session.audit.shop.timezone, self.tr, id="zone")
        yield FieldRow(DATE_ORDER, None, self.tr, id="dates")
        yield MappingTable(self.tr, id="table")
        yield Static(id="column", markup=False)
        yield FieldRow(BY_RULES, "", self.tr)
        with Horizontal(id="names"):
            for field in (CHANNEL, SOURCE, SHEET):
                yield FieldRow(field, "", self.tr)
        yield FileRow(ORDERS, self.tr, id="orders")
        with Vertical(id="result"):
            with VerticalScroll(id="counts"):
                yield Static(id="said", markup=False)
            yield Static(self.tr("Digits: the file's rows by weekday and hour, 9 = most"), id="legend", markup=False)
            yield HeatMap([self.tr.weekday(day) for day in range(7)], id="map")
        yield Static(id="status", markup=False)

    def _kind_missing(self) -> str:
        """Contacts where the orders are there already; else orders."""
        audit = self.session.audit
        return "contacts" if audit.orders is not None and audit.contacts is None else "orders"

    def on_mount(self) -> None:
        """The path is what one types first."""
        map_ = self.query_one(HeatMap)
        map_.cursor, map_.disabled = (-1, -1), True  # to be looked at only
        self.show_preview(None)
        self.query_one(PathInput).focus()

    def on_resize(self) -> None:
        """The heat map comes and goes with the room for it."""
        self._show_map()

    def row(self, field: Field) -> FieldRow:
        """The line of a field."""
        return next(row for row in self.query(FieldRow) if row.field is field)

    def said(self, before: Choices) -> Choices:
        """What is chosen and typed now, the files and columns as `before`."""
        return Choices(
            kind=before.kind, files=before.files, orders=before.orders, columns=before.columns, plain=before.plain,
            ask_again=before.ask_again, zone=self.query_one(ZoneRow).said,
            **{field.key: self.row(field).read() or "" for field in (DATE_ORDER, BY_RULES, CHANNEL, SOURCE, SHEET)},
        )

    def forget(self) -> None:
        """Other files: what was said of those before does not hold."""
        self._asked.clear()
        self.number = 0
        self.query_one(ZoneRow).forget()
        self.row(DATE_ORDER).query_one(Choice).value = None
        self.row(BY_RULES).query_one(Choice).value = ""
        for field in (ORDERS, CHANNEL, SOURCE, SHEET):
            with self.prevent(Input.Changed):
                self.row(field).query_one(Input).value = ""

    def show_preview(self, preview: Preview | None) -> None:
        """Put a look on the screen; None where there is nothing to be seen."""
        self.preview = preview
        self.number = min(self.number, max(0, len(preview.files) - 1)) if preview else 0
        self._asked |= {question.about for question in preview.questions} if preview else set()
        self._show_head(preview)
        self._show_questions(preview)
        self._show_table(preview)
        self._show_counts(preview)
        self.query_one("#counts", VerticalScroll).can_focus = preview is not None
        self.refresh_bindings()

    def _show_head(self, preview: Preview | None) -> None:
        text = recognised(preview, self.number, self.tr) if preview else ""
        if preview and len(preview.files) > 1:
            file = preview.files[self.number]
            text = f"{file.name} ({self.number + 1}/{len(preview.files)}): {text}"
        self._put("#recognised", text)
        calm = preview is not None and bool(preview.files) and not preview.questions
        wide = calm and preview is not None and len(preview.files[self.number].headings) > EYE_CATCHES
        self._put("#taken", taken(preview.files[self.number], self.tr) if preview and wide else "")

    def _show_questions(self, preview: Preview | None) -> None:
        questions, alone = preview.questions if preview else (), preview is None or len(preview.files) < 2
        asked = [question_text(question, self.tr, alone=alone) for question in questions]
        self._put("#asked", "\n".join(f"⚠ {text}" for text in asked))
        timed = preview is not None and preview.kind != "survey" and bool(preview.files)
        zone = self.query_one(ZoneRow)
        zone.display = timed
        if preview is not None:
            zone.show_zone(preview.zone, open=preview.asks("zone") is not None)
        self.row(DATE_ORDER).display = timed and "dates" in self._asked

    def _show_table(self, preview: Preview | None) -> None:
        table = self.query_one(MappingTable)
        table.display = preview is not None and bool(preview.files)
        if preview is not None and preview.files:
            table.show_file(preview.files[self.number])
            self._show_column(table.cursor_column)
        else:
            self._put("#column", "")
        contacts = preview is not None and preview.kind == "contacts"
        self.row(BY_RULES).display = self.row(CHANNEL).display = contacts and table.display
        self.row(ORDERS).display = contacts and table.display
        self.row(SOURCE).display = table.display
        self.row(SHEET).display = preview is not None and any(file.form == "xlsx" for file in preview.files)
        if preview is not None:
            self.row(SOURCE).query_one(Input).placeholder = preview.source

    @on(MappingTable.Moved)
    def _moved(self, event: MappingTable.Moved) -> None:
        event.stop()
        self._show_column(event.index)

    def _show_column(self, index: int) -> None:
        """Say in full what the column under the cursor is."""
        if self.preview is None or not self.preview.files:
            return
        file = self.preview.files[self.number]
        if index < len(file.headings):
            names = " + ".join(self.tr(name) for name in role_names(index, file)) or self.tr("not used")
            self._put("#column", self.tr(
                "Column {n} of {all}, {heading}: {role}", n=index + 1, all=len(file.headings),
                heading=file.headings[index] or "–", role=names,
            ))

    def _show_counts(self, preview: Preview | None) -> None:
        said = self.query_one("#said", Static)
        if preview is None:
            said.update(Content(self.tr(
                "Only counts by hour, day, channel and reason are kept: no names, addresses or texts."
            )))
        else:
            texts = self.row(BY_RULES).read() == "texts"
            note = replaced(preview, self.session.document, self.tr)
            lines = counts(preview, self.session.audit, self.tr, texts=texts, note=note) if preview.files else []
            said.update(Content("\n").join(lines))
        self._show_map()

    def _show_map(self) -> None:
        grid = self.preview.grid if self.preview else None
        width, height = self.app.size
        map_ = self.query_one(HeatMap)
        map_.display = grid is not None and width >= MAP_WIDTH and height >= MAP_HEIGHT
        self.query_one("#legend").display = map_.display
        self.query_one("#result").set_class(map_.display, "-roomy")
        map_.picture = WeekPicture(grid, ((),) * 7) if grid is not None else None

    def show_locked(self, locked: bool) -> None:
        """Nothing can be changed while it is `locked`."""
        for row in (*self.query(FieldRow), self.query_one(ZoneRow), self.query_one(MappingTable)):
            row.disabled = locked

    def show_status(self, text: Message | str) -> None:
        """The line at the bottom: what is under way, what came of it."""
        self._put("#status", self.tr(text) if isinstance(text, Message) else text)

    def _put(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        line.update(Content(text))
        line.display = bool(text)
