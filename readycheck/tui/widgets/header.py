"""The line at the top: whose audit, how ready, how much of it is known, what blocks, how long to go."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from readycheck.core.calendar import first_peak
from readycheck.core.names import NOT_BEGUN
from readycheck.core.readiness import PEAK_SEASON
from readycheck.core.rounding import rounded
from readycheck.core.standing import begun, standing
from readycheck.i18n import Translator
from readycheck.tui.session import Session
from readycheck.tui.widgets.put import put

SHARE = 18
"""So much of the shop's name is seen, in cells, before the figures are told in fewer words."""
LEAST_SHARE = 14
"""Before it is not told to what the days lead, the name gives way so far."""
SHORTEST = 4
"""Less of a shop's name says nothing, in cells."""
BRIEF = range(5)
"""In ever fewer words: all, marks for words, days without what they lead to, without the band's name, without the
change. What is known and what blocks is told always."""


class AuditHeader(Static):
    """Shop · season on the left; readiness with its known share, blockers and change on the right."""

    DEFAULT_CSS = """
    AuditHeader { height: 1; padding: 0 1; background: $panel; color: $foreground; text-style: bold; }
    """

    def __init__(self, tr: Translator) -> None:
        super().__init__(markup=False)
        self.tr = tr
        self._shop = self._season = ""
        self._figures: list[str] = []

    def show_session(self, session: Session, *, hidden: bool = False) -> None:
        """Take over the figures of the session; `hidden`: without those that an answer changes."""
        season = session.audit.season
        self._shop, self._season = session.audit.shop.name, f" · {season.year}"
        self._figures = [" · ".join(self._facts(session, hidden, brief)) for brief in BRIEF]
        self._lay_out()

    def on_resize(self) -> None:
        """The shop's name takes what the figures leave."""
        self._lay_out()

    def _facts(self, session: Session, hidden: bool, brief: int) -> list[str]:
        tr, scores = self.tr, session.scores
        facts = [tr("score hidden") if hidden else readiness_text(session, tr, brief)]
        if scores.blockers and not hidden:
            count = len(scores.blockers)
            facts.append(f"✖ {count}" if brief else tr.plural("✖ {n} blocker", "✖ {n} blockers", count))
        days = (first_peak(session.audit.season) - session.today).days
        if days >= 0:
            facts.append(_to_peak(days, tr, brief))
        if session.problem is not None:
            facts.insert(0, tr("⚠ not saved"))
        return facts

    def _lay_out(self) -> None:
        width = self.size.width
        if not width or not self._figures:
            return  # comes again with the first size
        season = cell_len(self._season) + 2
        shares = (SHARE, LEAST_SHARE, *(SHARE for _ in BRIEF[2:]))
        figures = next((
            each for each, share in zip(self._figures, shares, strict=True)
            if width - cell_len(each) >= min(share, cell_len(self._shop)) + season
        ), self._figures[-1])
        room = width - cell_len(figures) - season
        left = self._shop + self._season
        if room < SHORTEST:  # whose audit it is one knows; the figures are never cut
            left = ""
        elif cell_len(self._shop) > room:
            left = set_cell_size(self._shop, room - 1) + "…" + self._season
        gap = " " * (width - cell_len(left) - cell_len(figures))
        put(self, Content(f"{left}{gap}{figures}"))


def readiness_text(session: Session, tr: Translator, brief: int = 0) -> str:
    """ "61 nearly ready, 80% known ▲2": never the total without its known share; ▲ since the app was opened.

    `brief` is one of BRIEF.
    """
    readiness, before = session.scores.readiness, session.at_start.readiness.score
    if readiness.score is None:
        return tr("no score yet")
    if not begun(session.scores):
        return tr(NOT_BEGUN)
    band = standing(session.scores) if brief < 3 else None
    score = _within_band(session, readiness.score, tr)
    text = tr("{score}, {known} known", score=f"{score} {tr(band)}" if band else score,
              known=tr.percent(readiness.known))
    return text if before is None or brief > 3 else text + change_text(readiness.score - before, tr)


def _to_peak(days: int, tr: Translator, brief: int) -> str:
    if not brief:
        return tr.plural("{n} day to peak", "{n} days to peak", days)
    return tr("{n} d to peak", n=days) if brief == 1 else tr("{n} d", n=days)


def _within_band(session: Session, score: float, tr: Translator) -> str:
    """Whole, but for 59.6 where 60 is the next band's: the figure must not contradict the band's name."""
    checklist = session.audit.checklist(PEAK_SEASON)
    bands = checklist.bands if checklist else None
    over = bands is not None and any(score < border <= rounded(score) for border in (bands.nearly, bands.ready))
    return tr.number(score, 1 if over else 0)


def change_text(change: float, tr: Translator) -> str:
    """ " ▲2" or " ▼0.4"; nothing where it is too small to be seen."""
    if abs(change) < 0.05:
        return ""
    sign = "▲" if change > 0 else "▼"
    return f" {sign}{tr.number(abs(change), 1 if abs(change) < 10 else 0)}"
