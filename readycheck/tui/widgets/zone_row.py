"""Whose clock a file's times show: the shop's, UTC, or a zone that is typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Input, Static

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.line import Line

OTHER = "other"


class ZoneRow(Horizontal):
    """`said` is the zone a person chose, "" where nobody has; what is marked may be only what holds unless one does."""

    DEFAULT_CSS = """
    ZoneRow {
        height: auto; width: 1fr;
        & > .label { width: 14; padding: 0 1 0 0; }
        & > Choice { width: 1fr; }
        &.-typed > Choice { width: auto; max-width: 70%; }
        & > Input { width: 1fr; min-width: 12; margin: 0 0 0 1; }
    }
    """

    class Said(Event):
        """Another zone was chosen or typed."""

    def __init__(self, shop: str, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tr = tr
        self._names = {shop: tr("the shop's, {zone}", zone=shop), "UTC": "UTC", OTHER: tr("another")}
        self._chosen: str | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content(self._tr(say("Time zone"))), classes="label")
        yield Choice(self._names, None)
        typed = Line(placeholder=self._tr(say("e.g. Europe/Stockholm")), compact=True)
        typed.display = False
        yield typed

    @property
    def said(self) -> str:
        """The zone that was chosen, or typed."""
        return self.query_one(Input).value.strip() if self._chosen == OTHER else self._chosen or ""

    def show_zone(self, zone: str, *, open: bool) -> None:
        """Mark the zone that holds; none while it is an `open` question."""
        if self._chosen is None:
            here = zone if zone in self._names else OTHER
            self.query_one(Choice).value = None if open or not zone else here
            self.query_one(Input).value = zone if here == OTHER and not open else ""
        self._show_input()

    def forget(self) -> None:
        """Nobody has chosen anything yet."""
        self._chosen = None
        self.query_one(Choice).value = None
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self._show_input()

    def _show_input(self) -> None:
        typed = self.query_one(Choice).value == OTHER
        self.query_one(Input).display = typed
        self.set_class(typed, "-typed")

    @on(Choice.Chosen)
    def _picked(self, event: Choice.Chosen) -> None:
        event.stop()
        self._chosen = event.value
        self._show_input()
        if event.value == OTHER:
            self.query_one(Input).focus()
        if event.value != OTHER or self.said:
            self.post_message(self.Said())

    @on(Input.Changed)
    @on(Input.Submitted)
    def _typed(self, event: Input.Changed | Input.Submitted) -> None:
        event.stop()
        if self._chosen == OTHER and self.said:
            self.post_message(self.Said())
