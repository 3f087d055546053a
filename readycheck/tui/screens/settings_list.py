"""What screens that hold single values have in common: a list of them, each typed or chosen alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.storage.document import with_value
from readycheck.tui.changes import plain
from readycheck.tui.keys import key
from readycheck.tui.labelled import labelled
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.table import TableScreen
from readycheck.tui.settings import Setting
from readycheck.tui.widgets.rows import Column, Row, Rows

NARROWEST_NAME, WIDEST_NAME = 24, 38


class SettingsScreen(TableScreen):
    """A kind of it gives `settings`; `head` stands above them and `detail` below."""

    VALUE_WIDTH = 14
    """Characters; 0: values take all the room, and nothing is remarked beside them."""
    NO_OPTIONS: ClassVar[Message] = say("There is nothing to choose from yet.")
    CSS_PATH = ["base.tcss", "settings_list.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "change", say("Edit"), say("Type or choose the value under the cursor."), id="settings.edit"),
        key("space", "step(1)", say("Next choice"), say("The next choice, where there is one."), id="settings.step",
            display="␣"),
        key("delete", "clear", say("Clear"), say("Take the value away: not known."), id="settings.clear",
            display="del"),
    ]

    def head(self) -> str:
        """The lines above the list."""
        return ""

    def settings(self) -> Sequence[Setting]:
        """The values."""
        return ()

    def remark(self, setting: Setting) -> str:
        """What stands beside a value."""
        return ""

    def detail(self) -> str:
        """The lines below the list."""
        return ""

    def with_setting(self, path: Sequence[str], value: Any) -> Document:
        """The document with one value changed."""
        return with_value(self.session.document, path, plain(value))

    def show_audit(self) -> None:
        """Head, list, detail."""
        self.query_one("#head", Static).update(self.head())
        self.show_claims()
        found = self.settings()
        self.query_one(Rows).show_rows(self._columns(found), {each.key: self._row(each) for each in found})
        self.query_one("#detail", Static).update(self.detail())

    def _columns(self, found: Sequence[Setting]) -> list[Column]:
        """The names as wide as they are, so that the values stand close to them on a wide screen too."""
        longest = max((cell_len(self.tr(each.label)) for each in found), default=0)
        remarks = [Column("")] if self.VALUE_WIDTH else []
        name = Column("", min(WIDEST_NAME, max(NARROWEST_NAME, longest)))
        return [name, Column(self.tr(say("value")), self.VALUE_WIDTH), *remarks]

    def _row(self, each: Setting) -> Row:
        name, value = self.tr(each.label), each.text(self.tr)
        if not self.VALUE_WIDTH:
            return [name, value]
        if each.kind == "text" and each.value:  # nothing is remarked of a text: it stands where there is room for it
            return [name, "", value]
        return [name, value, self.remark(each)]

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()
        self.query_one("#detail", Static).update(self.detail())

    @property
    def chosen(self) -> Setting | None:
        """The value under the cursor."""
        name = self.query_one(Rows).chosen
        return next((each for each in self.settings() if each.key == name), None)

    @on(Rows.Opened)
    def action_change(self) -> None:
        """The form of the value under the cursor."""
        setting = self.chosen
        if setting is None:
            return
        if setting.kind == "many" and not setting.options:
            self.tell(self.NO_OPTIONS)
            return

        def accept(changes: dict[str, Any]) -> Message | None:
            complaint = self.taken(self.with_setting(setting.path, changes["value"])) if changes else None
            return labelled(complaint, {".".join(setting.path): setting.label})

        self.app.push_screen(FormScreen(self.tr, setting.label, [setting.field()], {"value": setting.value}, accept))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A next choice is offered where there are choices."""
        if action == "step":
            return self.is_mounted and self.chosen is not None and self.chosen.kind in ("choice", "many")
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """The next of a few choices; several at once are marked in the form."""
        if self.chosen is not None and self.chosen.kind == "choice":
            self.edit(self.with_setting(self.chosen.path, self.chosen.stepped(by)))
        else:
            self.action_change()

    def action_clear(self) -> None:
        """Take the value away."""
        if self.chosen is not None:
            self.edit(self.with_setting(self.chosen.path, None))
