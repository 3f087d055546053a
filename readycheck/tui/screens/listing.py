"""What screens that hold a list have in common: a table, a form for its rows, add and remove."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.tui.changes import Path, with_changes, without
from readycheck.tui.fields import Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.table import TableScreen
from readycheck.tui.widgets.rows import Column, Row, Rows


class ListingScreen(TableScreen):
    """A kind of it gives `columns`, `rows`, `fields`, `values` and `added`; `PATH` is where its items stand.

    A row's key is its item's place in the document: a number in a list, a name in a table.
    """

    PATH: ClassVar[Path] = ()
    NEW: ClassVar[Message] = say("New")
    ITEM: ClassVar[Message] = say("Change")
    CSS_PATH = ["base.tcss", "listing.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "change", say("Edit"), say("The row under the cursor in a form."), id="listing.edit"),
        key("a", "add", say("Add"), say("Add a row."), id="listing.add"),
        key("delete", "remove", say("Remove"), say("Remove the row under the cursor; undo brings it back."),
            id="listing.remove", display="del"),
    ]

    # what a kind gives

    def head(self) -> str:
        """The lines above the table."""
        return ""

    def columns(self) -> Sequence[Column]:
        """The table's columns."""
        return ()

    def rows(self) -> Mapping[str, Row]:
        """The table's rows by key."""
        return {}

    def detail(self, key: str) -> str:
        """What the row under the cursor says in full."""
        return ""

    def fields(self) -> Sequence[Field]:
        """What the form asks."""
        return ()

    def values(self, key: str) -> Mapping[str, Any]:
        """A row's values by field."""
        return {}

    def item_title(self, key: str) -> Message:
        """What stands above a row's form."""
        return self.ITEM

    def first_values(self) -> Mapping[str, Any]:
        """What a new row's form starts with."""
        return {}

    def added(self, values: Mapping[str, Any]) -> Document:
        """The document with a new item."""
        return self.session.document

    def nothing(self) -> Message:
        """What stands there instead of an empty table."""
        return say("Nothing here yet: {key} adds a row.", key=key_of("listing.add", "a"))

    # showing

    def show_audit(self) -> None:
        """Head, rows, detail."""
        self.query_one("#head", Static).update(self.head())
        self.show_claims()
        self.query_one(Rows).show_rows(self.columns(), self.rows())
        self._show_detail()

    def _show_detail(self) -> None:
        chosen = self.query_one(Rows).chosen
        self.set_class(chosen is None, "-empty")
        text = self.tr(self.nothing()) if chosen is None else self.detail(chosen)
        self.query_one("#detail", Static).update(text)

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_detail()

    # changing

    def item_path(self, key: str) -> Path:
        """Where a row's item stands in the document."""
        return (*self.PATH, int(key) if key.isdigit() else key)

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        self.open_item(event.key)

    @on(Rows.NothingThere)
    def _begun(self) -> None:
        self.action_add()

    def action_change(self) -> None:
        """The form of the row under the cursor."""
        chosen = self.query_one(Rows).chosen
        if chosen is not None:
            self.open_item(chosen)

    def open_item(self, key: str) -> None:
        """The form of a row."""
        self.app.push_screen(FormScreen(
            self.tr, self.item_title(key), self.fields(), self.values(key),
            lambda changes: self.taken(with_changes(self.session.document, self.item_path(key), changes)),
        ))

    def action_add(self) -> None:
        """The form of a new row."""
        self.add_with(self.first_values())

    def add_with(self, first: Mapping[str, Any]) -> None:
        """The form of a new row with these values in it."""
        self.app.push_screen(FormScreen(
            self.tr, self.NEW, self.fields(), first, lambda changes: self._taken_new({**first, **changes}),
        ))

    def _taken_new(self, values: Mapping[str, Any]) -> Message | None:
        """Take a new row; the cursor stands on it, so that the next key is about it."""
        before = set(self.items())
        complaint = self.taken(self.added(values))
        for new in set(self.items()) - before:
            self.stand_on(new)
        return complaint

    def items(self) -> Collection[str]:
        """The keys of all items, whether their rows are in sight or not."""
        return self.rows().keys()

    def stand_on(self, key: str) -> None:
        """The cursor on a row that is new."""
        self.show_audit()
        self.query_one(Rows).go_to(key)

    def action_remove(self) -> None:
        """Remove the row under the cursor."""
        chosen = self.query_one(Rows).chosen
        if chosen is not None and self.edit(without(self.session.document, self.item_path(chosen))):
            self.tell(say("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))
