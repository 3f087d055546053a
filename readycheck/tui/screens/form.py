"""A form in a window: typed and chosen values, checked before it closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.fields import Field, NotTyped, changed
from readycheck.tui.keys import key
from readycheck.tui.widgets.field_row import FieldRow

Accept = Callable[[dict[str, Any]], Message | None]
"""Takes the changed values by key; answers what is wrong with them, or None when they were taken."""


class FormScreen(ModalScreen[bool]):
    """Fields with their values; closes with True once `accept` has taken the changes, else with False."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", say("Save"), say("Save and close."), id="form.save", priority=True),
        key("escape", "cancel", say("Cancel"), say("Close and change nothing."), id="form.cancel"),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous",
            show=False),
        key("enter", "save", say("Save"), say("Save and close."), id="form.enter", show=False),
    ]

    def __init__(
        self, tr: Translator, title: Message, fields: Sequence[Field], values: Mapping[str, Any], accept: Accept,
        note: Message | None = None,
    ) -> None:
        super().__init__()
        self.tr = tr
        self._title = title
        self._fields = fields
        self._before = {field.key: values.get(field.key) for field in fields}
        self._accept = accept
        self._note = note

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield Static(Content(self.tr(self._title)), id="title")
            if self._note is not None:
                yield Static(Content(self.tr(self._note)), id="note")
            with VerticalScroll(id="fields", can_focus=False):
                for field in self._fields:
                    yield FieldRow(field, self._before[field.key], self.tr)
            yield Static(id="complaint", markup=False)
            with Horizontal(id="buttons"):
                yield Button(Content(self.tr(say("Save"))), id="save", variant="primary", compact=True)
                yield Button(Content(self.tr(say("Cancel"))), id="cancel", compact=True)
                yield Static(Content(self.tr(say("Tab: next field · Ctrl+S: save · Esc: cancel"))), id="keys")

    def on_mount(self) -> None:
        """The first field is ready to be typed into."""
        self.query(FieldRow).first().control.focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Check and close; where something is wrong, say so and stay."""
        after = self._read()
        if after is None:
            return
        complaint = self._accept(changed(self._fields, self._before, after))
        if complaint is None:
            self.dismiss(True)
        else:
            self._complain(complaint)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss(False)

    def _read(self) -> dict[str, Any] | None:
        after = {}
        for row in self.query(FieldRow):
            try:
                value = row.read()
            except NotTyped as error:
                self._stay_at(row, error.message)
                return None
            if row.field.needed and value in (None, "", ()):
                self._stay_at(row, say("must not be empty."))
                return None
            after[row.field.key] = value
        return after

    def _stay_at(self, row: FieldRow, what: Message) -> None:
        row.control.focus()
        self._complain(say("{field}: {what}", field=row.field.label, what=what))

    def _complain(self, what: Message) -> None:
        self.query_one("#complaint", Static).update(Content(f"⚠ {self.tr(what)}"))
