"""How the mapping screen looks and imports: one process at a time, the newest, none of them in the keys' way."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from textual import work

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.tui.import_choices import Choices
from readycheck.tui.import_fields import KIND
from readycheck.tui.import_files import begin_so, missing_file, typed_files
from readycheck.tui.import_outcome import outcome
from readycheck.tui.import_preview import Preview
from readycheck.tui.import_process import ImportProcess, command
from readycheck.tui.import_progress import progress_line
from readycheck.tui.import_text import imported, not_there
from readycheck.tui.keys import key_of
from readycheck.tui.screens.import_form import ImportForm
from readycheck.tui.session import Session
from readycheck.tui.widgets.path_input import PathInput

GROUP = "import"
WHERE = {"zone": "#zone Choice", "dates": "#dates Choice", "column": "#table", "orders": "#orders Input"}
"""Where each question is answered; one about the file by saying what it holds."""


class ImportRunning(ImportForm):
    """Every look is a dry run; a newer one ends the one before. While it imports, nothing can be changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.choices = Choices()
        self.importing = False
        self._looked_at = ("", "")
        self._table_of: tuple[Choices, Preview] | None = None

    def unfinished(self) -> Message | None:
        """An import that is under way speaks the language that it was begun in."""
        return say("Let the import end first, or stop it ({key}), then {second_key}.",
                   key=key_of("close", "Esc"), second_key=key_of("language", "F3")) if self.importing else None

    def show_again(self) -> None:
        """What the files hold, told in the other language."""
        self.show_preview(None)

    def laid_out(self) -> None:
        """Once what was typed stands in its place again."""
        if self.focused is None:
            self.query_one(PathInput).focus()
        self.look(0.0)

    def look(self, wait: float, *, go_on: bool = False) -> None:
        """After `wait` seconds, show what the files hold; `go_on`: then to what is to be done next."""
        if not self.importing:
            self._look(wait, go_on)

    @work(exclusive=True, group=GROUP)
    async def _look(self, wait: float, go_on: bool) -> None:
        await asyncio.sleep(wait)
        focused = self.focused
        if not await self._files_are_there(tell=go_on):
            return
        process = await self._run(dry_run=True)
        if process is not None and self._shown(process):
            self.show_status("")
        if go_on and self.focused is focused:  # who has gone elsewhere meanwhile is left there
            self.go_on()

    @property
    def is_there(self) -> bool:
        """Whether the screen still stands: a process may end after it."""
        return bool(self.query("#status"))

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown is what is typed."""
        return self.preview is not None and self._looked_at == self._typed_paths()

    def _typed_paths(self) -> tuple[str, str]:
        return self.query_one("#files PathInput", PathInput).value, self.query_one("#orders PathInput", PathInput).value

    def start_import(self) -> None:
        """Count and save; a second time only once the first is through."""
        if not self.importing and self.is_current:
            self._import()

    def stop_import(self) -> None:
        """End what is under way; the audit stays as it is."""
        self.workers.cancel_group(self, GROUP)

    @work(exclusive=True, group=GROUP)
    async def _import(self) -> None:
        if not await self._files_are_there(tell=True):
            return
        before = self.session.document
        self._locked(True)
        try:
            process = await self._run(dry_run=False)
        except asyncio.CancelledError:
            self._locked(False)
            self._stopped(before)
            raise
        finally:
            self._locked(False)
        if process is not None and self._reloaded():
            self._imported(process)

    def _locked(self, importing: bool) -> None:
        self.importing = importing
        if self.is_there:
            self.show_locked(importing)

    async def _files_are_there(self, *, tell: bool) -> bool:
        """Take over the files that are typed; False, and no look to be seen, where one is not there."""
        self._looked_at = self._typed_paths()
        files = await asyncio.to_thread(typed_files, self._looked_at[0])
        missing = await asyncio.to_thread(missing_file, files)
        if not files or missing is not None:
            self.show_preview(None)
            names = [] if missing is None else await asyncio.to_thread(begin_so, missing)
            asked = say("Type the path of a file.") if tell else ""
            self.show_status(asked if missing is None else not_there(missing, names))
            return False
        taken = self.choices.for_files(self.row(KIND).read(), files)
        if taken == Choices(taken.kind, taken.files) and taken != self.choices:
            self.forget()
        self.choices = self.said(taken)
        return self.choices.kind != "contacts" or await self._orders_are_there(tell=tell)

    async def _orders_are_there(self, *, tell: bool) -> bool:
        """The orders' files likewise; while a path is half typed, the contacts are looked at without them."""
        files = await asyncio.to_thread(typed_files, self._typed_paths()[1])
        missing = await asyncio.to_thread(missing_file, files)
        self.choices = replace(self.choices, orders=() if missing else tuple(files))
        if missing is not None and tell:
            self.show_status(say("There is no file {file}.", file=str(missing)))
        return missing is None or not tell

    async def _run(self, *, dry_run: bool) -> ImportProcess | None:
        """A process that has come to its end; None, and why, where there was none."""
        if not self.session.flush():
            self.show_status(self.session.problem or say("Not saved."))
            return None
        self._heard("")
        words = command(self.choices, self.session.archive.home, self.session.path, self.tr.lang, dry_run=dry_run)
        process = ImportProcess(words)
        try:
            await process.run(self._heard)
        except OSError as error:
            self.show_status(say("The import could not be started: {why}", why=error.strerror or str(error)))
            return None
        return process

    def _heard(self, line: str) -> None:
        told = progress_line(line, self.tr) if line else self.tr(say("Reading…"))
        if told:
            stop = self.tr(say("{key} stops it.", key=key_of("close", "Esc")))
            self.show_status(f"{told}   {stop}" if self.importing else told)

    def _shown(self, process: ImportProcess, *, keep: bool = False) -> bool:
        """Show what came of it (`keep`: or what was shown before); whether nothing is wrong but what is asked."""
        found = outcome(process, self.tr)
        if found.preview is not None or not keep:
            self.show_preview(self._with_table(found.preview))
        if found.complaint:
            self.show_status(f"⚠ {found.complaint}")
        return not found.complaint

    def _imported(self, process: ImportProcess) -> None:
        if not self._shown(process, keep=True) or self.preview is None:
            return
        if self.preview.questions:
            self.show_status(say("First answer what is marked ⚠; nothing was changed."))
        else:
            self.show_status(imported(self.preview, self.tr))
            self.session.places.pop("led", None)  # whoever has brought one export is asked for the other
        self.go_on()

    def _with_table(self, preview: Preview | None) -> Preview | None:
        """A refusal keeps the table of the look before it, so that another column can be chosen."""
        before = self._table_of
        if preview is not None and preview.files:
            self._table_of = (self.choices, preview)
        elif preview is not None and before and before[0].same_files(self.choices):
            return preview.with_files_of(before[1], self.choices.columns)
        return preview

    def _reloaded(self) -> bool:
        try:
            self.session.reload()
        except ReadycheckError as error:
            self.show_status(error.problems[0].message())
            return False
        return True

    def _stopped(self, before: object) -> None:
        """An import was cancelled: say what came of it, for it may have been through already."""
        if self.is_there and self._reloaded():
            same = self.session.document == before
            self.show_status(say("Stopped: nothing was changed. {key} imports it all the same.",
                                 key=key_of("importing.read", "Ctrl+S")) if same else
                             say("It had already finished: imported. {key} takes it back.",
                                 key=key_of("undo", "Ctrl+Z")))
            self.go_on()

    def go_on(self) -> None:
        """To the first open question, else to the table."""
        if self.preview is not None:
            first = next((question.about for question in self.preview.questions), "column")
            self.query(WHERE.get(first, "#kind Choice")).first().focus()

    def show_status(self, text: Message | str) -> None:
        """Only while the screen is there."""
        if self.is_there:
            super().show_status(text)
