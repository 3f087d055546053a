"""What screens that hold single values have in common: a list of them, each typed or chosen alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.storage.document import with_value
from readycheck.tui.changes import plain
from readycheck.tui.keys import key
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.table import TableScreen
from readycheck.tui.settings import Setting
from readycheck.tui.widgets.rows import Column, Row, Rows


class SettingsScreen(TableScreen):
    """A kind of it gives `settings`; `head` stands above them and `detail` below."""

    VALUE_WIDTH, REMARK_WIDTH = 14, 24
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
        columns = [Column("", least=24), Column(self.tr(say("value")), self.VALUE_WIDTH), Column("", self.REMARK_WIDTH)]
        rows: dict[str, Row] = {
            each.key: [self.tr(each.label), each.text(self.tr), self.remark(each)] for each in self.settings()
        }
        self.query_one(Rows).show_rows(columns, rows)
        self.query_one("#detail", Static).update(self.detail())

    @on(Rows.Moved)
    def _moved(self) -> None:
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

        def accept(changes: dict[str, Any]) -> Message | None:
            return self.taken(self.with_setting(setting.path, changes["value"])) if changes else None

        self.app.push_screen(FormScreen(self.tr, setting.label, [setting.field()], {"value": setting.value}, accept))

    def action_step(self, by: int) -> None:
        """The next of a few choices."""
        if self.chosen is not None and self.chosen.kind == "choice":
            self.edit(self.with_setting(self.chosen.path, self.chosen.stepped(by)))
        else:
            self.tell(say("There are no choices here: type the value."))

    def action_clear(self) -> None:
        """Take the value away."""
        if self.chosen is not None:
            self.edit(self.with_setting(self.chosen.path, None))
