"""Where the contacts come from: the lag after the order, and how well the forecast did on the shop's own past."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from readycheck.core.audit import Audit
from readycheck.core.forecast.backtest import Backtest, backtests
from readycheck.core.message import say
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.lag_chart import LagChart

HEADS = (
    say("weeks ahead"), say("weeks tried"), say("with the lag"), say("without"), say("mean week"),
    say("8 in 10 held"),
)


class LagScreen(Dialog[None]):
    """A picture of the kernel, its figures in words, and the backtest, counted in a thread."""

    CSS_PATH = ["dialog.tcss", "january_lag.tcss"]  # type: ignore[assignment]  # Textual takes both

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,l,enter", "cancel", say("Close"), say("Close this window."), id="close"),
    ]

    def __init__(self, tr: Translator, audit: Audit, found: JanuaryStaffing) -> None:
        super().__init__(tr, say("Where the contacts come from"))
        self._audit = audit
        self._found = found
        self._tried: tuple[Backtest, ...] | None = None

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            yield Static(lag_text(self._found, self.tr), id="lag", markup=False)
            yield LagChart(self.tr, id="chart")
            yield Static(self.tr(say("Trying the forecast on the past weeks…")), id="tried", markup=False)

    def on_mount(self) -> None:
        """The picture at once, the backtest when it is counted."""
        self.query_one(VerticalScroll).focus()
        self.show_again()
        self.run_worker(self._try_out())

    def show_again(self) -> None:
        """The picture, and the backtest once it is counted."""
        chart = self.query_one(LagChart)
        chart.show(self._found.kernel, self._audit.demand)
        chart.display = self._found.kernel is not None
        if self._tried is not None:
            self.query_one("#tried", Static).update(backtest_text(self._tried, self.tr))

    async def _try_out(self) -> None:
        self._tried = await asyncio.to_thread(backtests, self._audit.demand)
        if self.whole:  # else it has been left, or shows it when it is made anew
            self.show_again()


def lag_text(found: JanuaryStaffing, tr: Translator) -> str:
    """Where the lag comes from and what it says."""
    notes = " ".join(tr(note) for note in found.notes)
    if found.kernel is None:
        return notes or tr(say("No forecast yet."))
    return f"{notes} {tr(say('{rate:.2f} contacts come of an order.', rate=found.kernel.rate))}"


def backtest_text(found: tuple[Backtest, ...], tr: Translator) -> str:
    """How far off the forecast was on the shop's own weeks, beside two plain ways, as a table."""
    if not found:
        return tr(say("Not tried on the past: that takes twelve weeks of both orders and contacts."))
    head = tr(say("Mean error on your own past weeks, in % of the contacts that came:"))
    rows = [[tr(name) for name in HEADS], *(_cells(each, tr) for each in found)]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return "\n".join([head, *("  ".join(map(_right, row, widths)) for row in rows)])


def _cells(each: Backtest, tr: Translator) -> list[str]:
    shares = (each.lag, each.without_lag, each.flat, each.held)
    return [str(each.ahead), str(each.weeks), *(tr.percent(share) for share in shares)]


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text
