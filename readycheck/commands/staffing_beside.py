"""January under several plans side by side: the saved one, what-ifs, scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from readycheck.commands.season import Season
from readycheck.commands.text import table
from readycheck.core.staffing.results import JanuaryStaffing, PlanOutcome, WeekNeed
from readycheck.i18n import Translator
from readycheck.report.figures import Figures
from readycheck.report.model import Cell

Named = tuple[str, JanuaryStaffing]
BESIDE = 3
"""Scenarios that stand beside the saved plan in eighty columns; more get a table of their own."""


def beside(season: Season, saved: JanuaryStaffing, others: Sequence[Named]) -> Iterator[str]:
    """A column each, the saved plan first in every table; a blank line between tables."""
    tr, room = season.desk.tr, season.desk.columns
    names = [tr(name) for name, _ in rows(tr)]
    for start in range(0, max(1, len(others)), BESIDE):
        shown = [(tr("Saved"), saved), *others[start:start + BESIDE]]
        cells = [[read(Figures(tr), found) for _, found in shown] for _, read in rows(tr)]
        if start:
            yield ""
        yield from table(["", *(name for name, _ in shown)],
                         [(name, *row) for name, row in zip(names, cells, strict=True)], room)


def rows(tr: Translator) -> tuple[tuple[str, Callable[[Figures, JanuaryStaffing], Cell]], ...]:
    """The figures' names, and how each is had from a January."""
    return (
        (tr("January staffing"), lambda figures, found: figures.score(found.score)),
        (tr("Before that"), lambda figures, found: figures.score(found.before)),
        (tr("Contacts"), lambda figures, found: figures.contacts(_sum(found, lambda week: week.contacts))),
        (tr("Agent-hours needed"), lambda figures, found: figures.hours(_sum(found, lambda week: week.required))),
        (tr("Agent-hours planned"), lambda figures, found: figures.hours(_planned(found))),
        (tr("Answered in time"), lambda figures, found: figures.share(_of(found, lambda led: led.answered_in_time))),
        (tr("Gave up"), lambda figures, found: figures.share(_of(found, lambda led: led.abandoned))),
        (tr("Backlog at its largest"), lambda figures, found: figures.hours(_of(found, lambda led: led.backlog_peak))),
        (tr("Backlog cleared"), _cleared),
    )


def _sum(found: JanuaryStaffing, what: Callable[[WeekNeed], float]) -> float | None:
    return sum(map(what, found.weeks)) if found.weeks else None


def _planned(found: JanuaryStaffing) -> float | None:
    """Without a plan there are no hours, not even none."""
    return None if found.outcome is None else _sum(found, lambda week: week.planned)


def _of(found: JanuaryStaffing, what: Callable[[PlanOutcome], float | None]) -> float | None:
    return what(found.outcome) if found.outcome else None


def _cleared(figures: Figures, found: JanuaryStaffing) -> Cell:
    led = found.outcome
    if led is None or led.backlog_peak_on is None:
        return "–"
    return figures.short_day(led.backlog_cleared_on) if led.backlog_cleared_on else figures.tr("no")
