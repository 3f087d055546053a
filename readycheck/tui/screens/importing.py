"""Reading an export: what was recognised is shown at once, mended by hand, and then counted into the audit."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from readycheck.core.message import say
from readycheck.tui.import_choices import can_be_named, roles_at
from readycheck.tui.import_roles import NOTHING, role_choices
from readycheck.tui.import_text import sample_lines
from readycheck.tui.keys import key
from readycheck.tui.screens.base import key_help
from readycheck.tui.screens.import_running import ImportRunning
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import PathInput
from readycheck.tui.widgets.zone_row import ZoneRow

WAIT = 0.35
"""Seconds after the last key before a look starts: nobody types slower within a word."""


class ImportScreen(ImportRunning):
    """Every look is a dry run in a process of its own; a newer one ends the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "read", say("Import"), say("Add the rows to the audit's counts and save it."),
            id="importing.read", priority=True),
        key("m", "matches", say("Rules' matches"), say("What the keyword rules matched, people hidden."),
            id="importing.matches"),
        key("n", "next_file", say("Next file"), say("The first rows of the next file."), id="importing.file"),
        key("t", "plain", say("Plain table"),
            say("Recognised wrongly? Read it by its headings alone; once more: as recognised."), id="importing.plain"),
        key("a", "ask_again", say("Ask again"),
            say("Ignore what was chosen last time; once more: use it again."), id="importing.again"),
        key("f5,ctrl+r", "look", say("Look again"), say("Read the file again, if it has changed."), id="importing.look",
            display="F5", priority=True, show=False),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous", show=False),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help", display="F1"),
        key("escape", "cancel", say("Close"), say("Stop an import that is under way; else close."), id="close"),
        key("ctrl+c", "stop", say("Stop"), say("Stop the import that is under way."), id="importing.stop", show=False,
            priority=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to work on are not offered."""
        look = self.preview
        match action:
            case "matches":
                return look is not None and bool(look.sample)
            case "next_file":
                return look is not None and len(look.files) > 1
            case "stop":
                return self.importing
            case "plain":
                return look is not None or self.choices.plain
            case "ask_again":
                return self.choices.ask_again or (look is not None and look.kept_mapping)
        return True

    # what makes another look

    @on(Input.Changed)
    def _typed(self) -> None:
        self.look(WAIT)

    @on(Choice.Chosen)
    @on(ZoneRow.Said)
    def _chosen(self) -> None:
        self.look(0.0)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self._go_on_from() if isinstance(event.input, PathInput) else self.look(0.0)

    def _go_on_from(self) -> None:
        """From the files to what is asked, once they have been looked at."""
        if self.up_to_date:
            self.go_on()
        else:
            self.look(0.0, go_on=True)

    def action_look(self) -> None:
        """Look again."""
        self.look(0.0, go_on=True)

    def action_plain(self) -> None:
        """By the headings alone, or as recognised."""
        self.choices = replace(self.choices, plain=not self.choices.plain)
        self.look(0.0)

    def action_ask_again(self) -> None:
        """Without, or with, what was said last time."""
        self.choices = replace(self.choices, ask_again=not self.choices.ask_again)
        self.look(0.0)

    def action_read(self) -> None:
        """Import."""
        self.start_import()

    @on(MappingTable.Chosen)
    def _what_is_it(self, event: MappingTable.Chosen) -> None:
        from readycheck.tui.screens.choose import ChooseScreen

        event.stop()
        if self.preview is None:
            return
        file = self.preview.files[self.number]
        if not can_be_named(event.index, file):
            self.show_status(say("This column has no heading to know it by: give it one in the file."))
            return
        marked = next(iter(roles_at(event.index, file)), NOTHING)
        menu = ChooseScreen(self.tr, file.headings[event.index], role_choices(self.preview.roles), marked)
        self.app.push_screen(menu, lambda role: self._column_is(event.index, role))

    @on(MappingTable.Dropped)
    def _dropped(self, event: MappingTable.Dropped) -> None:
        event.stop()
        self._column_is(event.index, NOTHING)

    def _column_is(self, index: int, role: str | None) -> None:
        if role is not None and self.preview is not None:
            file = self.preview.files[self.number]
            self.choices = self.choices.with_column("" if role == NOTHING else role, index, file)
            self.look(0.0)

    # looking closer

    def action_next_file(self) -> None:
        """The first rows of the next file."""
        if self.preview is not None:
            self.number = (self.number + 1) % len(self.preview.files)
            self.show_preview(self.preview)

    def action_matches(self) -> None:
        """What the keyword rules matched."""
        from readycheck.tui.screens.reading import ReadingScreen

        if self.preview is not None:
            preview, audit = self.preview, self.session.audit
            self.app.push_screen(ReadingScreen(
                self.tr, say("What the keyword rules matched"), lambda tr: sample_lines(preview, audit, tr)))

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, lambda: key_help(self)))

    def action_stop(self) -> None:
        """Stop the import."""
        self.stop_import()

    def action_cancel(self) -> None:
        """Stop an import that is under way, else close."""
        if self.importing:
            self.stop_import()
        else:
            self.dismiss(None)
