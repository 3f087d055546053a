"""A form in a window: typed and chosen values, checked before it closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from readycheck.tui.draft import EVERY, Draft
from readycheck.tui.fields import Field, NotTyped, changed, shown
from readycheck.tui.keys import key, key_of
from readycheck.tui.labelled import labelled
from readycheck.tui.screens.dialog import Dialog, Title
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

WRITTEN = ("text", "lines", "words")
"""Kinds of fields that take so long to write that they are kept half typed; a number is typed again."""
CHOSEN = ("choice", "many")
"""Kinds of fields that nothing is typed into: whoever types at once means another."""
TOLD_BY_LANGUAGE = ("number", "whole", "percent", "change", "seconds", "stopwatch", "date")
"""Kinds of fields whose value is written in another way in the other language."""
Accept = Callable[[dict[str, Any]], Message | None]
"""Takes the changed values by key; answers what is wrong with them, or None when they were taken."""


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields, scrolled to where one types: arrows go between them and never scroll alone."""


class FormScreen(Dialog[bool]):
    """Fields with their values; Enter goes on; closes with True once `accept` has taken the changes."""

    CSS_PATH = ["dialog.tcss", "form.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "cancel", say("Cancel"), say("Close this window and save nothing; what is written waits here."),
            id="close"),
        key("ctrl+s", "save", say("OK"), say("Take these values and close."), id="form.save", priority=True),
        key("tab", "app.focus_next", say("Next"), say("To the next field."), id="form.tab", show=False, priority=True),
        key("shift+tab", "app.focus_previous", say("Previous"), say("To the field before."), id="form.back",
            show=False, priority=True),
        key("down", "app.focus_next", say("Next"), say("To the next field."), id="form.next", show=False),
        key("up", "app.focus_previous", say("Previous"), say("To the field before."), id="form.previous",
            show=False),
        key("ctrl+r", "revert", say("As it was"), say("Take back what is typed here: the fields as they were saved."),
            id="form.revert", show=False, priority=True),
        key("enter", "go_on", say("Next"), say("To the next field; from the last one the values are taken."),
            id="form.enter", display="⏎", priority=True),
        key("ctrl+j,alt+enter,shift+enter", "new_line", say("New line"), say("A new line in a text of several."),
            id="form.newline"),
    ]

    def __init__(
        self, tr: Translator, title: Title, fields: Sequence[Field], values: Mapping[str, Any],
        accept: Accept, note: Message | None = None, question: tuple[str, str] = ("", ""),
        begin_at: str = "",
    ) -> None:
        """`question`: the id of the one that the form is about, and of the key that opens it.

        `begin_at`: the field that one types into first, where it is not the first one.
        """
        super().__init__(tr, title)
        self._fields = fields
        self._before = {field.key: _given(values.get(field.key)) for field in fields}
        self._shown = dict(self._before)
        self._accept = accept
        self._note = note
        self._question = question
        self._begin_at = begin_at
        self._draft: Draft | None = None
        self._told_failed = False
        self._complaint: Message | None = None
        self._complained_of: dict[str, Any] = {}
        self._begun: dict[str, Any] = {}

    def compose_content(self) -> ComposeResult:
        if self._note is not None:
            yield Static(Content(self.tr(self._note)), classes="help")
        with Fields(id="fields"):
            for field in self._fields:
                alone = "-alone" if len(self._fields) == 1 else ""
                yield FieldRow(field, self._shown[field.key], self.tr, classes=alone)
        yield Static(id="complaint", classes="problem", markup=False)

    def on_mount(self) -> None:
        """The first field is ready to be typed into, after what was typed the last time and not taken."""
        self._begun = self._typed_so_far()
        session = cast("ReadycheckApp", self.app).session
        if session is not None and any(field.kind in WRITTEN for field in self._fields):
            self._draft = self._new_draft(HalfTypedForms(session.archive.aside, session.path))
            self._take_up(self._draft.earlier())
            self.set_interval(EVERY, self._keep_draft)
        rows = list(self.query(FieldRow))
        typed = [row for row in rows if row.field.kind not in CHOSEN]
        first = next((row for row in typed if row.field.key == self._begin_at), (typed or rows)[0])
        first.write_on()
        first.control.focus()

    @on(Choice.Chosen)
    @on(Input.Changed)
    def on_text_area_changed(self) -> None:
        """What was wrong is being mended."""
        if self._complaint is not None and self.whole and self._typed_so_far() != self._complained_of:
            self._complain(None)

    def _new_draft(self, forms: HalfTypedForms) -> Draft:
        opened = HalfTyped(self._begun, self._begun, self._spoken_title(), False, *self._question)
        return Draft(forms, self._identity, opened)

    @property
    def _identity(self) -> str:
        """What tells this form from the others of the audit, in either language."""
        heading = self._heading
        named = (heading.text, sorted(heading.args.items())) if isinstance(heading, Message) else heading
        return repr((named, [(field.key, field.label.text) for field in self._fields]))

    def _typed_so_far(self) -> dict[str, Any]:
        return {row.field.key: row.half_typed for row in self.query(FieldRow)}

    def _type_again(self, typed: Mapping[str, Any]) -> None:
        for row in self.query(FieldRow):
            row.type_again(typed.get(row.field.key))

    def _take_up(self, earlier: Mapping[str, Any] | None) -> None:
        if earlier is not None:
            self._type_again(earlier)
            self._complain(say("Typed here before and not saved yet. {key} brings back what is saved.",
                               key=key_of("form.revert", "Ctrl+R")))

    def _keep_draft(self) -> None:
        """Soon after a key, beside the keys."""
        draft = self._draft
        if draft is None or not self.whole:
            return
        typed = self._typed_so_far()
        if draft.failed and not self._told_failed:
            self._told_failed = True
            told = say("What is typed here cannot be kept in between ({reason}).", reason=draft.failed)
            self.app.notify(self.tr(told), severity="warning", markup=False)
        if draft.needs(typed):
            self.run_worker(lambda: draft.keep(typed), thread=True, group="draft", exit_on_error=False)

    def action_revert(self) -> None:
        """The fields as they were when the form was opened."""
        self._type_again(self._begun)
        self._complain(None)

    def action_cancel(self) -> None:
        """Close; what was typed waits until the form is opened again."""
        typed = self._typed_so_far()
        if self._draft is not None:
            if typed == self._begun:
                self._draft.drop()
            else:
                self._draft.keep(typed, left=True)
                self.app.notify(self.tr(say("Not saved. Open the same window again to go on with it.")), markup=False)
        super().action_cancel()

    async def speak(self, tr: Translator) -> None:
        """Numbers and days as they are written in the other language; other texts stay to the letter."""
        anew = {}
        for row in self.query(FieldRow):
            with suppress(NotTyped):
                self._shown[row.field.key] = row.read()
                anew[row.field.key] = shown(row.field.kind, self._shown[row.field.key], tr)
        await super().speak(tr)
        for row in self.query(FieldRow):
            if row.field.kind in TOLD_BY_LANGUAGE:
                row.type_again(anew.get(row.field.key))
                self._begun[row.field.key] = shown(row.field.kind, self._before[row.field.key], tr)
        if self._draft is not None:
            self._draft = self._new_draft(self._draft.forms)

    def show_again(self) -> None:
        """What is wrong, in the other language."""
        self._complain(self._complaint)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes on, also from a text of several lines; where that is all there is, it begins a new one."""
        at = None if self.focused is None else self.focused.parent
        in_text, alone = isinstance(at, FieldRow) and at.takes_enter, len(self._fields) == 1
        return {"go_on": not (in_text and alone), "new_line": in_text and not alone}.get(action, True)

    def action_new_line(self) -> None:
        """Begin a new line in a text of several."""
        at = None if self.focused is None else self.focused.parent
        if isinstance(at, FieldRow) and at.takes_enter:
            at.begin_line()

    @property
    def bindings_now(self) -> dict[str, ActiveBinding]:
        """At the last field Enter is called what it does there, and Ctrl+S need not be."""
        offered = super().bindings_now
        enter = next((each for each in offered.values() if each.binding.id == "form.enter" and each.enabled), None)
        if enter is None or not self._at_last:
            return offered
        for pressed, each in offered.items():
            if each.binding.id == "form.enter":
                offered[pressed] = each._replace(binding=replace(each.binding, description=say("OK").text))
            elif each.binding.id == "form.save":
                offered[pressed] = each._replace(binding=replace(each.binding, show=False))
        return offered

    @property
    def _at_last(self) -> bool:
        rows = self.query(FieldRow)
        return bool(rows) and self.focused is not None and self.focused.parent is rows.last()

    def action_go_on(self) -> None:
        """To the next field; from the last one: done."""
        if not self.whole:  # the fields are being made in the other language
            self.call_later(self.action_go_on)
        elif self._at_last:  # its has_focus comes later than a second Enter
            self.action_save()
        else:
            self.app.action_focus_next()

    def action_save(self) -> None:
        """Check and close; where something is wrong, say so and stay."""
        after = self._read() if self.is_current else None
        if after is None:
            return
        labels = {field.key: field.label for field in self._fields}
        complaint = labelled(self._accept(changed(self._fields, self._before, after)), labels)
        if complaint is None:
            if self._draft is not None:
                self._draft.drop()
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

    def _complain(self, what: Message | None) -> None:
        self._complaint = what
        self._complained_of = self._typed_so_far()
        self.query_one("#complaint", Static).update(Content(f"⚠ {self.tr(what)}" if what else ""))


def _given(value: Any) -> Any:
    """An empty text is no text, as it is when read from an input."""
    return None if value == "" else value
