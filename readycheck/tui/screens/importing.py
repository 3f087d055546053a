"""Reading an export: what was recognised is shown at once, mended by hand, and then counted into the audit."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import Input

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.tui.import_choices import Choices, can_be_named
from readycheck.tui.import_files import missing_file, typed_files
from readycheck.tui.import_outcome import outcome
from readycheck.tui.import_process import ImportProcess, command
from readycheck.tui.import_progress import progress_line
from readycheck.tui.import_roles import NOTHING, role_choices
from readycheck.tui.import_text import imported, sample_lines
from readycheck.tui.keys import after_typing, key
from readycheck.tui.screens.base import key_help
from readycheck.tui.screens.import_form import KIND, ImportForm
from readycheck.tui.session import Session
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import PathInput
from readycheck.tui.widgets.zone_row import ZoneRow

WAIT = 0.35
"""Seconds after the last key before a look starts: nobody types slower within a word."""
WHERE = {"zone": "#zone Choice", "dates": "#dates Choice", "column": "#table"}
"""Where each question is answered; one about the file by saying what it holds."""


class ImportScreen(ImportForm):
    """Every look is a dry run in a process of its own; a newer one ends the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "read", say("Import"), say("Count the rows into the audit and save it."), id="import.read",
            priority=True),
        key("m", "matches", say("Rules' matches"), say("What the keyword rules matched, people hidden."),
            id="import.matches"),
        key("n", "next_file", say("Next file"), say("The first rows of the next file."), id="import.file"),
        key("t", "plain", say("Plain table"),
            say("Recognised wrongly? Read it by its headings alone; once more: as recognised."), id="import.plain"),
        key("a", "ask_again", say("Ask again"),
            say("Take nothing over from what was said last time; once more: take it over."), id="import.again"),
        key("f5,ctrl+r", "look", say("Look again"), say("Read the file again, if it has changed."), id="import.look",
            display="F5", priority=True, show=False),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous", show=False),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help", display="F1"),
        key("escape", "cancel", say("Close"), say("Stop an import that is under way; else close."), id="leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._choices = Choices()
        self._importing = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to work on are not offered."""
        look = self.preview
        match action:
            case "matches":
                return look is not None and bool(look.sample)
            case "next_file":
                return look is not None and len(look.files) > 1
            case "plain":
                return look is not None or self._choices.plain
            case "ask_again":
                return self._choices.ask_again or (look is not None and look.kept_mapping)
        return True

    # what makes another look

    @on(Input.Changed)
    def _typed(self) -> None:
        self._look(WAIT)

    @on(Choice.Chosen)
    @on(ZoneRow.Said)
    def _chosen(self) -> None:
        self._look(0.0)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        after_typing(self.app, lambda: self._look(0.0, go_on=isinstance(event.input, PathInput)))

    def action_look(self) -> None:
        """Look again."""
        after_typing(self.app, lambda: self._look(0.0, go_on=True))

    def action_plain(self) -> None:
        """By the headings alone, or as recognised."""
        self._choices = replace(self._choices, plain=not self._choices.plain)
        self._look(0.0)

    def action_ask_again(self) -> None:
        """Without, or with, what was said last time."""
        self._choices = replace(self._choices, ask_again=not self._choices.ask_again)
        self._look(0.0)

    @on(MappingTable.Chosen)
    def _what_is_it(self, event: MappingTable.Chosen) -> None:
        from readycheck.tui.screens.choose import ChooseScreen

        event.stop()
        if self.preview is None:
            return
        file = self.preview.files[self.number]
        if not can_be_named(event.index, file):
            self.show_status(say("This column has no heading of its own that could be told: give it one in the file."))
            return
        menu = ChooseScreen(self.tr, file.headings[event.index], role_choices(self.preview.roles))
        self.app.push_screen(menu, lambda role: self._column_is(event.index, role))

    def _column_is(self, index: int, role: str | None) -> None:
        if role is not None and self.preview is not None:
            file = self.preview.files[self.number]
            self._choices = self._choices.with_column("" if role == NOTHING else role, index, file)
            self._look(0.0)

    # looking and importing

    @work(exclusive=True, group="import")
    async def _look(self, wait: float, go_on: bool = False) -> None:
        await asyncio.sleep(wait)
        if await self._files_are_there(tell=go_on):
            await self._run(dry_run=True)
            if go_on:
                self._go_on()

    def action_read(self) -> None:
        """Import."""
        after_typing(self.app, self._import)

    @work(exclusive=True, group="import")
    async def _import(self) -> None:
        if not await self._files_are_there(tell=True):
            return
        before = self.session.document
        self._importing = True
        try:
            await self._run(dry_run=False)
        except asyncio.CancelledError:
            self._stopped(before)
            raise
        finally:
            self._importing = False

    async def _files_are_there(self, *, tell: bool) -> bool:
        """Take over the files that are typed; False, and no look to be seen, where one is not there."""
        files = await asyncio.to_thread(typed_files, self.query_one(PathInput).value)
        missing = await asyncio.to_thread(missing_file, files)
        if not files or missing is not None:
            self.show_preview(None)
            named = say("There is no file {file}.", file=str(missing)) if files else say("Type the path of a file.")
            self.show_status(named if tell else "")
            return False
        taken = self._choices.for_files(self.row(KIND).read(), files)
        if taken == Choices(taken.kind, taken.files) and taken != self._choices:
            self.forget()
        self._choices = self.said(taken)
        return True

    async def _run(self, *, dry_run: bool) -> None:
        if not self.session.flush():
            self.show_status(self.session.problem or say("Not saved."))
            return
        self.show_status(say("Reading…"))
        words = command(self._choices, self.session.archive.home, self.session.path, self.tr.lang, dry_run=dry_run)
        process = ImportProcess(words)
        try:
            await process.run(self._heard)
        except OSError as error:
            self.show_status(say("The import could not be started: {why}", why=error.strerror or str(error)))
            return
        self._show(process, dry_run=dry_run)

    def _heard(self, line: str) -> None:
        progress = progress_line(line, self.tr)
        if progress:
            self.show_status(progress)

    def _show(self, process: ImportProcess, *, dry_run: bool) -> None:
        found = outcome(process, self.tr)
        self.show_preview(found.preview)
        if found.complaint or found.preview is None:
            self.show_status(f"⚠ {found.complaint}")
        elif found.preview.questions:
            self.show_status("" if dry_run else say("First answer what is marked ⚠; nothing was changed."))
            if not dry_run:
                self._go_on()
        elif dry_run:
            self.show_status("")
        elif self._taken_over():
            self.show_status(imported(found.preview, self.tr))

    def _taken_over(self) -> bool:
        try:
            self.session.reload()
        except ReadycheckError as error:
            self.show_status(error.problems[0].message())
            return False
        return True

    def _stopped(self, before: object) -> None:
        """An import was cancelled: say what came of it, for it may have been through already."""
        if self.is_mounted and self._taken_over():
            same = self.session.document == before
            self.show_status(say("Stopped: nothing was changed.") if same else
                             say("It was through already: imported. Ctrl+Z takes it back."))

    # going on

    def _go_on(self) -> None:
        """To the first open question, else to the table."""
        if self.preview is not None:
            first = next((question.about for question in self.preview.questions), "column")
            self.query(WHERE.get(first, "#kind Choice")).first().focus()

    def action_next_file(self) -> None:
        """The first rows of the next file."""
        if self.preview is not None:
            self.number = (self.number + 1) % len(self.preview.files)
            self.show_preview(self.preview)

    def action_matches(self) -> None:
        """What the keyword rules matched."""
        from readycheck.tui.screens.reading import ReadingScreen

        if self.preview is not None:
            lines = sample_lines(self.preview, self.session.audit, self.tr)
            self.app.push_screen(ReadingScreen(self.tr, say("What the keyword rules matched"), lines))

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, key_help(self)))

    def action_cancel(self) -> None:
        """Stop an import that is under way, else close."""
        if self._importing:
            self.workers.cancel_group(self, "import")
        else:
            self.dismiss(None)

    def show_status(self, text: Message | str) -> None:
        """Only while the screen is there: a process may end after it."""
        if self.is_mounted:
            super().show_status(text)
