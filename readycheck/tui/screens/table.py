"""What every screen around one table has in common: a head above it, a detail below, the keys on it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.claims import ClaimsHere
from readycheck.tui.widgets.claims_line import ClaimsLine
from readycheck.tui.widgets.rows import Rows


class TableScreen(ClaimsHere, AuditScreen):
    """A kind of it fills `#head`, the `Rows` and `#detail`."""

    def compose_body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield ClaimsLine()
        yield Rows(id="rows")
        yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """The table has the keyboard."""
        super().on_mount()
        self.query_one(Rows).focus()
