"""Why customers write and call, what is done about it, and what the FAQ answers."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from readycheck.core.results import Scores
from readycheck.tui import reasons_text as words
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.claims import ClaimsHere
from readycheck.tui.screens.reasons_tools import ReasonsTools
from readycheck.tui.widgets.claims_line import ClaimsLine
from readycheck.tui.widgets.rows import Rows

LOW = 22
"""In fewer lines than these the tables come first, and most of them the one with the keyboard."""
WIDE = 108
"""Characters of the table that have room for who and when too."""


class ReasonsScreen(ReasonsTools, ClaimsHere, AuditScreen):
    """The Pareto table of reasons, and the FAQ entries beside it."""

    PLACE = "reasons"
    CSS_PATH = ["base.tcss", "reasons.tcss"]  # type: ignore[assignment]  # Textual takes both
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (176, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]
    _before: Scores

    def compose_body(self) -> ComposeResult:
        yield Static(id="figures", markup=False)
        yield ClaimsLine()
        with Container(id="tables"):
            yield Rows(id="pareto")
            yield Rows(id="faq")
        yield Static(id="reason", markup=False)

    def on_mount(self) -> None:
        """Start at the reason that was looked at last."""
        self._before = self.session.scores
        super().on_mount()
        pareto = self.query_one("#pareto", Rows)
        pareto.go_to(self.session.places.get(self.PLACE, ""))
        pareto.focus()

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self.later(self.show_audit)

    def show_audit(self) -> None:
        """Figures, reasons, entries."""
        audit, scores, tr = self.session.audit, self.session.scores, self.tr
        self.query_one("#figures", Static).update(words.figures_lines(audit, scores, self._before, tr))
        pareto = self.query_one("#pareto", Rows)
        wide, bar = pareto.size.width >= WIDE, words.bar_width(pareto.size.width)
        rows = words.reason_rows(audit, scores, bar, tr, wide=wide)
        pareto.show_rows(words.pareto_columns(bar, tr, wide=wide), rows)
        self._show_faq()
        self.show_claims()

    def _show_faq(self) -> None:
        line = words.reason_line(self.session.audit, self.reason, self.tr) if self.reason else ""
        self.query_one("#reason", Static).update(line)
        rows = words.faq_rows(self.session.audit, self.reason, self.tr)
        self.query_one("#faq", Rows).show_rows(words.faq_columns(self.session.audit, self.tr), rows)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.rows.id == "pareto":
            self.session.places[self.PLACE] = event.key
            self._show_faq()

    @on(Rows.NothingThere)
    def _begun(self, event: Rows.NothingThere) -> None:
        if event.rows.id == "pareto":
            self.action_add_reason()
        else:
            self.action_add_faq()

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        if event.rows.id == "pareto":
            self.open_reason(event.key)
        else:
            self.open_faq(int(event.key))
