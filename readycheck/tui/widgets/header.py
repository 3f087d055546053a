"""The line at the top: whose audit, how ready, how much of it is known, what blocks, how long to go."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from readycheck.core.calendar import first_peak
from readycheck.core.names import BAND_NAMES
from readycheck.i18n import Translator
from readycheck.tui.session import Session
from readycheck.tui.widgets.put import put

SHORTEST = 4
"""Less of a shop's name says nothing, in characters."""


class AuditHeader(Static):
    """Shop · season on the left; readiness with its known share, blockers and change on the right."""

    DEFAULT_CSS = """
    AuditHeader { height: 1; padding: 0 1; background: $panel; color: $foreground; text-style: bold; }
    """

    def __init__(self, tr: Translator) -> None:
        super().__init__(markup=False)
        self.tr = tr
        self._shop = self._season = ""
        self._figures = ""

    def show_session(self, session: Session, *, hidden: bool = False) -> None:
        """Take over the figures of the session; `hidden`: without those that an answer changes."""
        season = session.audit.season
        self._shop, self._season = session.audit.shop.name, f" · {season.year}"
        self._figures = " · ".join(self._facts(session, hidden))
        self._lay_out()

    def on_resize(self) -> None:
        """The shop's name takes what the figures leave."""
        self._lay_out()

    def _facts(self, session: Session, hidden: bool) -> list[str]:
        tr, scores = self.tr, session.scores
        facts = [tr("score hidden") if hidden else readiness_text(session, tr)]
        if scores.blockers and not hidden:
            facts.append(tr.plural("✖ {n} blocker", "✖ {n} blockers", len(scores.blockers)))
        days = (first_peak(session.audit.season) - session.today).days
        if days >= 0:
            facts.append(tr.plural("{n} day left", "{n} days left", days))
        if session.problem is not None:
            facts.insert(0, tr("⚠ not saved"))
        return facts

    def _lay_out(self) -> None:
        width = self.size.width
        if not width:
            return  # comes again with the first size
        room = width - cell_len(self._figures) - cell_len(self._season) - 2
        left = self._shop + self._season
        if room < SHORTEST:  # whose audit it is one knows; the figures are never cut
            left = ""
        elif cell_len(self._shop) > room:
            left = set_cell_size(self._shop, room - 1) + "…" + self._season
        gap = " " * (width - cell_len(left) - cell_len(self._figures))
        put(self, Content(f"{left}{gap}{self._figures}"))


def readiness_text(session: Session, tr: Translator) -> str:
    """ "61 nearly ready, 80% known ▲2": never the total without its known share; ▲ since the app was opened."""
    readiness, before = session.scores.readiness, session.at_start.readiness.score
    if readiness.score is None:
        return tr("no score yet")
    text = tr(
        "{score} {band}, {known} known", score=tr.number(readiness.score, 0),
        band=BAND_NAMES[readiness.band] if readiness.band else "", known=tr.percent(readiness.known),
    )
    return text if before is None else text + change_text(readiness.score - before, tr)


def change_text(change: float, tr: Translator) -> str:
    """ " ▲2" or " ▼0.4"; nothing where it is too small to be seen."""
    if abs(change) < 0.05:
        return ""
    sign = "▲" if change > 0 else "▼"
    return f" {sign}{tr.number(abs(change), 1 if abs(change) < 10 else 0)}"
