"""A form in a window: typed and chosen values, checked before it closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.fields import Field, NotTyped, changed
from readycheck.tui.keys import after_typing, key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.field_row import FieldRow

Accept = Callable[[dict[str, Any]], Message | None]
"""Takes the changed values by key; answers what is wrong with them, or None when they were taken."""


class FormScreen(Dialog[bool]):
    """Fields with their values; closes with True once `accept` has taken the changes."""

    CSS_PATH = ["dialog.tcss", "form.tcss"]  # type: ignore[assignment]  # Textual takes both
    whole = True
    """Whether its fields are there: not while they are made anew in the other language."""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", say("OK"), say("Take these values and close."), id="form.save", priority=True),
        # ahead of the keys that follow: whoever types a name, tab, a year in one burst means two fields
        key("tab", "app.focus_next", say("Next"), say("To the next field."), id="form.tab", show=False, priority=True),
        key("shift+tab", "app.focus_previous", say("Previous"), say("To the field before."), id="form.back",
            show=False, priority=True),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous",
            show=False),
        key("enter", "save", say("OK"), say("Take these values and close."), id="form.enter", show=False),
    ]

    def __init__(
        self, tr: Translator, title: Message | str, fields: Sequence[Field], values: Mapping[str, Any],
        accept: Accept, note: Message | None = None,
    ) -> None:
        super().__init__(tr, title)
        self._fields = fields
        self._before = {field.key: _given(values.get(field.key)) for field in fields}
        self._shown = dict(self._before)
        self._accept = accept
        self._note = note

    def compose_content(self) -> ComposeResult:
        if self._note is not None:
            yield Static(Content(self.tr(self._note)), classes="help")
        with VerticalScroll(id="fields", can_focus=False):
            for field in self._fields:
                yield FieldRow(field, self._shown[field.key], self.tr)
        yield Static(id="complaint", classes="problem", markup=False)

    def on_mount(self) -> None:
        """The first field is ready to be typed into."""
        self.query(FieldRow).first().control.focus()

    async def speak(self, tr: Translator) -> None:
        """All fields anew with `tr`, with what has been typed and chosen, at the same field."""
        rows = list(self.query(FieldRow))
        at = next((n for n, row in enumerate(rows) if row.control is self.focused), 0)
        for row in rows:
            with suppress(NotTyped):
                self._shown[row.field.key] = row.read()
        self.tr = tr
        self.whole = False
        await self.recompose()
        self.whole = True
        self.set_focus(self.query(FieldRow)[at].control)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Check and close; where something is wrong, say so and stay."""
        after_typing(self.app, self._save)

    def _save(self) -> None:
        after = self._read() if self.is_current else None
        if after is None:
            return
        complaint = self._accept(changed(self._fields, self._before, after))
        if complaint is None:
            self.dismiss(True)
        else:
            self._complain(complaint)

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


def _given(value: Any) -> Any:
    """An empty text is no text, as it is when read from an input."""
    return None if value == "" else value
