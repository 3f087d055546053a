"""Reading an export: which file, what was recognised in it, and then the import itself."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.tui.fields import Field
from readycheck.tui.import_process import (
    FileSuggester,
    ImportProcess,
    command,
    in_words_of_form,
    typed_columns,
    typed_files,
)
from readycheck.tui.keys import after_typing, key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.session import Session
from readycheck.tui.widgets.field_row import FieldRow

KINDS = {"orders": say("orders"), "contacts": say("contacts"), "survey": say("survey")}
DATES = {"": say("as the file shows"), "dmy": say("3 April"), "mdy": say("4 March")}
OPTIONS = {
    "--dates dmy": say("\"3 April\""), "--dates mdy": say("\"4 March\""), "--timezone": say("\"Time zone\""),
    "--column": say("\"Columns\""), "--channel": say("\"Channel\""), "--source": say("\"Source's name\""),
}
"""What the command calls by an option, the form calls so."""
FIELDS = (
    Field("kind", say("What it holds"), "choice", KINDS),
    Field("files", say("File"), hint=say("CSV; → completes the path")),
    Field("source", say("Source's name (optional)"), hint=say("its next import replaces this one")),
    Field("timezone", say("Time zone (optional)"), hint=say("of times that do not say theirs")),
    Field("channel", say("Channel (optional)"), hint=say("if all these contacts came by one: phone")),
    Field("dates", say("3/4/2026 is"), "choice", DATES),
    Field("columns", say("Columns (optional)"), hint=say("if not recognised: time=Created, id=Order")),
)


class ImportScreen(Dialog[None]):
    """Shows what is recognised (a dry run) and imports, both in a process of their own."""

    CSS_PATH = ["dialog.tcss", "importing.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+r,f5", "look", say("What is in it?"), say("Show what is recognised in the file."),
            id="import.look", display="F5", priority=True),
        key("ctrl+s", "read", say("Import"), say("Read the file into the audit."), id="import.read",
            priority=True),
        key("escape", "cancel", say("Close"), say("Close; an import that is under way is stopped."), id="leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session.tr, say("Import an export"))
        self._session = session
        self._process: ImportProcess | None = None

    def compose_content(self) -> ComposeResult:
        for field in FIELDS:
            yield FieldRow(field, "orders" if field.key == "kind" else "", self.tr)
        with Horizontal(id="buttons"):
            yield Button(Content(self.tr(say("What is in it?"))), id="look", compact=True)
            yield Button(Content(self.tr(say("Import"))), id="read", variant="primary", compact=True)
        with VerticalScroll(id="text"):
            yield Static(Content(self.tr(say(
                "Only counts by hour, day, channel and reason are kept: no names, addresses or texts."
            ))), id="said", markup=False)

    def on_mount(self) -> None:
        """The path is what one types first."""
        rows = {row.field.key: row for row in self.query(FieldRow)}
        path = rows["files"].query_one(Input)
        path.suggester = FileSuggester()
        path.focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#look")
    def action_look(self) -> None:
        """What is recognised."""
        after_typing(self.app, lambda: self._start(dry_run=True))

    @on(Button.Pressed, "#read")
    def action_read(self) -> None:
        """Import."""
        after_typing(self.app, lambda: self._start(dry_run=False))

    def _start(self, *, dry_run: bool) -> None:
        if not self.is_current:
            return
        values = {row.field.key: row.read() or "" for row in self.query(FieldRow)}
        files = typed_files(values["files"])
        missing = next((file for file in files if not file.is_file()), None)
        if not files or missing is not None:
            self._say(say("Type the path of a file.") if missing is None else
                      say("There is no file {file}.", file=str(missing)))
            return
        if not self._session.flush():
            self._say(self._session.problem or say("Not saved."))
            return
        self._run(command(
            values["kind"], self._session.archive.home, self._session.path, files, self.tr.lang,
            source=values["source"], timezone=values["timezone"], channel=values["channel"], dates=values["dates"],
            columns=typed_columns(values["columns"]), dry_run=dry_run,
        ), dry_run)

    @work(exclusive=True, group="import")
    async def _run(self, words: list[str], dry_run: bool) -> None:
        self._stop()
        self._process = process = ImportProcess(words)
        self._say(say("Reading…"))
        lines: list[str] = []
        labels = {option: self.tr(label) for option, label in OPTIONS.items()}
        try:
            async for line in process.lines():
                lines = [*lines[-200:], in_words_of_form(line, labels)]
                self._say("\n".join(lines))
        finally:
            process.stop()
        if process.status == 0 and not dry_run:
            self._take_over(lines)
        elif process.status == 0:
            self._say("\n".join([*lines, "", self.tr(say("Ctrl+S imports it."))]))
        elif not lines:
            self._say(say("The import stopped without a word (status {status}).", status=process.status))

    def _take_over(self, lines: list[str]) -> None:
        try:
            self._session.reload()
        except ReadycheckError as error:
            self._say(error.problems[0].message())
            return
        self._say("\n".join([*lines, "", self.tr(say("✔ Imported; the scores are new. Esc closes."))]))

    def _say(self, text: Message | str) -> None:
        shown = self.tr(text) if isinstance(text, Message) else text
        self.query_one("#said", Static).update(Content(shown))
        self.query_one("#text").scroll_end(animate=False)

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()

    def action_cancel(self) -> None:
        """Close; stop what is under way."""
        self._stop()
        self.dismiss(None)
