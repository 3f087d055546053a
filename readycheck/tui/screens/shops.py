"""The list of shops and their seasons, each with its latest score and how far it is; or who needs one first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from readycheck.core.message import Message, say
from readycheck.core.portfolio import Kind
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.shop_listing import ShopListing
from readycheck.tui.shop_view import View
from readycheck.tui.widgets.filter_line import FilterLine
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.quick_table import QuickTable

if TYPE_CHECKING:
    from readycheck.storage.forgetting import Forgotten, Subject
    from readycheck.tui.app import ReadycheckApp

ALL = "all"


class ShopsScreen(ShopListing):
    """Opens a season, starts a new shop or a new season, sorts, picks out and marks shops."""

    CSS_PATH = "shops.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "open", say("Open"), say("Open the season under the cursor."), id="shops.open", display="⏎"),
        key("n", "new_shop", say("New shop"), say("Start the audit of another shop."), id="shops.new"),
        key("c", "new_season", say("New season"),
            say("A new season of the shop under the cursor: hours, reasons, FAQ and plan carried over."),
            id="shops.season"),
        key("s", "sort", say("Sort"),
            say("Every season by name, then each shop by its newest: who needs you first, and other orders."),
            id="shops.sort"),
        key("f", "filter", say("Filter"), say("Only shops whose names have what you type."), id="shops.filter"),
        key("o", "only", say("Only …"),
            say("Only shops of one kind: with blockers, overdue actions, a mark and so on."),
            id="shops.only"),
        key("m", "mark", say("Mark"), say("Mark the shop under the cursor for yourself, or take the mark away."),
            id="shops.mark"),
        key("escape", "show_all", say("All shops"), say("Take the filters away."), id="shops.all", show=False),
        key("delete,x", "forget", say("Forget"),
            say("Remove everything that is kept of the season under the cursor or its shop, once you have typed the "
                "name."),
            id="shops.forget", show=False),
        key("t", "take_in", say("Take in"),
            say("Take in an audit that somebody sent you: what it would bring is shown first."), id="shops.take",
            show=False),
        key("slash", "app.find", say("Find"), say("Find a shop by its name, or a key by what it does."), id="find"),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help", display="F1"),
        key("q", "app.quit", say("Quit"), say("Leave the program."), id="leave"),
    ]

    def __init__(self, archive: Archive, tr: Translator, today: date) -> None:
        super().__init__(archive, tr, today)
        self._fresh = True
        self._made: tuple[AuditFile, bool] | None = None

    def compose(self) -> ComposeResult:
        yield Static(self._head(), id="head", markup=False)
        with Vertical(id="body"):
            typed = FilterLine(self._view.typed, placeholder=self.tr(say("part of a shop's name")), compact=True)
            typed.display = bool(self._view.typed)
            yield typed
            yield QuickTable(cursor_type="row", zebra_stripes=True)
            yield Static(Content(self.tr(say(
                "No shop yet. Press {key} to start the first audit: a name is enough, data can follow later.",
                key=key_of("shops.new", "n"),
            ))), id="welcome", markup=False)
        yield Static("", id="why", markup=False)
        yield Static("", id="group", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """The list, as the folder is now; on the very first start straight to the form."""
        self._list(self._in_sight)
        if self._seasons:
            self.query_one(QuickTable).focus()
        elif self._fresh:
            self.action_new_shop()
        self._fresh = False

    def show_again(self) -> None:
        """All rows, of a table that is new."""
        if not self.query_one(QuickTable).columns:
            self._list(len(self._seasons))

    # which shops, and in which order

    def _head(self) -> Content:
        """Where one is, and what is not as usual: the order, the kind."""
        more: list[Message] = []
        if not self._view.by_season or self._view.only is not None:
            from readycheck.report.portfolio.words import KIND_NAMES, ORDER_NAMES

            more = [] if self._view.by_season else [ORDER_NAMES[self._view.order]]
            more += [] if self._view.only is None else [KIND_NAMES[self._view.only]]
        return Content(" · ".join(["readycheck", *map(self.tr, (say("Shops and seasons"), *more))]))

    def look(self, view: View) -> None:
        """Look at the shops in another way; the head says which."""
        super().look(view)
        self.query_one("#head", Static).update(self._head())

    def action_sort(self) -> None:
        """The next order, round the end."""
        self.look(replace(self._view, order=self._view.next_order))

    def action_only(self) -> None:
        """Choose a kind of shops."""
        from readycheck.report.portfolio.words import KIND_NAMES
        from readycheck.tui.screens.choose import Choices, ChooseScreen

        choices: Choices = {ALL: (say("All shops"), None), **{kind: (name, None) for kind, name in KIND_NAMES.items()}}
        self.app.push_screen(ChooseScreen(self.tr, say("Only …"), choices, self._view.only or ALL), self._only)

    def _only(self, chosen: str | None) -> None:
        if chosen is not None:
            self.look(replace(self._view, only=None if chosen == ALL else cast("Kind", chosen)))

    def action_filter(self) -> None:
        """The line that shops' names are looked through with."""
        line = self.query_one(FilterLine)
        line.display = True
        line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._view.typed:
            self.look(replace(self._view, typed=event.value))

    @on(FilterLine.Left)
    def _filtered(self) -> None:
        self.query_one(FilterLine).display = bool(self._view.typed.strip())
        self.query_one(QuickTable).focus()

    def action_show_all(self) -> None:
        """Every shop again."""
        line = self.query_one(FilterLine)
        line.value, line.display = "", False
        if self._view.filtered:
            self.look(replace(self._view, only=None, typed=""))

    def action_mark(self) -> None:
        """Mark the shop under the cursor, or take its mark away."""
        season = self._seasons.get(self._marked or "")
        if season is None:
            return
        try:
            (self._marks.unmark if season.shop in self._starred else self._marks.mark)([season.shop])
        except OSError as error:
            told = say("marks cannot be kept ({reason}).", reason=error.strerror or str(error))
            self.notify(self.tr(told), severity="error", markup=False)
        self._starred = self._marks.read()
        self._arrange(self._in_sight)

    # seasons

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Open the season under the cursor."""
        if self._marked is not None:
            self.open_season(self._marked)

    def open_season(self, reference: str) -> None:
        """Open this one."""
        try:
            file = self._archive.open(reference)
        except ReadycheckError as error:
            for problem in error.problems[:3]:
                self.notify(self.tr(problem.message()), severity="error", markup=False, timeout=10)
            return
        self.shell.open_audit(file)

    def action_new_shop(self) -> None:
        """The form for a new shop."""
        from readycheck.tui.screens.new_shop import new_shop_form

        self.app.push_screen(new_shop_form(self._archive, self.tr, self._today, self._keep_made), self._open_made)

    def action_new_season(self) -> None:
        """The form for a new season of the marked shop."""
        from readycheck.tui.screens.new_shop import new_season_form

        if self._marked is None:
            self.action_new_shop()
            return
        form = new_season_form(self._archive, self.tr, self._marked, self._keep_made)
        if isinstance(form, Message):
            self.notify(self.tr(form), severity="error", markup=False)
        else:
            self.app.push_screen(form, self._open_made)

    def action_take_in(self) -> None:
        """The window that asks for a file."""
        from readycheck.tui.handing_over import take_in

        take_in(self.shell, lambda: self._list(self._in_sight))

    def action_forget(self) -> None:
        """The window that removes the marked season or its shop."""
        from readycheck.tui.screens.forgetting import forget_form

        season = self._seasons.get(self._marked or "")
        if season is not None:
            self.app.push_screen(forget_form(self._archive, self.tr, season, self._forgotten))

    def _forgotten(self, subject: Subject, forgotten: Forgotten) -> None:
        from readycheck.tui.screens.forgetting import told

        severity: Literal["error", "information"] = "error" if forgotten.left else "information"
        said = self.tr(told(subject, forgotten))
        self.call_later(lambda: self.notify(said, severity=severity, markup=False))

    def _keep_made(self, file: AuditFile, has_data: bool) -> None:
        self._made = (file, has_data)
        self._new = f"{file.path.parent.name}/{file.audit.season.year}"

    def _open_made(self, saved: bool | None) -> None:
        """Once the form is closed, open what it made: at the first question, or at the import on top of it."""
        if saved and self._made is not None:
            (file, has_data), self._made = self._made, None
            self.shell.open_audit(file, with_import=has_data)

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.base import key_help
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, lambda: key_help(self)))

    @property
    def shell(self) -> ReadycheckApp:
        """The app, as what it is."""
        return cast("ReadycheckApp", self.app)
