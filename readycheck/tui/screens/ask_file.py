"""A window that asks for one file: typed, pasted or dropped, with the completion of the import."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.fields import Field
from readycheck.tui.import_files import begin_so, missing_file, typed_files
from readycheck.tui.import_text import not_there
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog, Title
from readycheck.tui.widgets.path_input import FileRow, PathInput

FILE = Field("file", say("File"), hint=say("a path; Tab completes it"))
Refuse = Callable[[Path], Message | None]
"""What is wrong with a file that is there; None where nothing is. It is called in a thread."""


class AskFileScreen(Dialog[Path]):
    """Answers with the path of a file that is there and that `refuse` has nothing against."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "take", say("OK"), say("Take this file."), id="file.take", display="⏎", priority=True),
    ]

    def __init__(self, tr: Translator, title: Title, about: Message, refuse: Refuse) -> None:
        super().__init__(tr, title)
        self._about = about
        self._refuse = refuse
        self._complaint: Message | None = None

    def compose_content(self) -> ComposeResult:
        yield Static(Content(self.tr(self._about)), classes="help")
        yield FileRow(FILE, self.tr, id="file")
        yield Static(id="complaint", classes="problem", markup=False)

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(PathInput).focus()

    def show_again(self) -> None:
        """What is wrong, in the other language."""
        self._complain(self._complaint)

    @on(Input.Changed)
    def _mended(self) -> None:
        self._complain(None)

    def action_take(self) -> None:
        """Look whether the file is there, and whether it is one of those that are asked for."""
        self._look(self.query_one(PathInput).value)

    @work(exclusive=True, group="file")
    async def _look(self, typed: str) -> None:
        path, complaint = await asyncio.to_thread(self._looked_at, typed)
        if self.is_attached and complaint is not None:
            self._complain(complaint)
        elif self.is_attached:
            self.dismiss(path)

    def _looked_at(self, typed: str) -> tuple[Path, Message | None]:
        files = typed_files(typed)
        if not files:
            return Path(), say("Type the path of a file.")
        missing = missing_file(files)
        return files[0], self._refuse(files[0]) if missing is None else not_there(missing, begin_so(missing))

    def _complain(self, what: Message | None) -> None:
        self._complaint = what
        self.query_one("#complaint", Static).update(Content(f"⚠ {self.tr(what)}" if what else ""))
