"""`readycheck staffing`: January week by week, and what if something were otherwise."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.text import block, table
from readycheck.commands.wrapping import wrapped
from readycheck.core.audit import Audit
from readycheck.core.calendar import january_window, monday_of
from readycheck.core.january import january as january_staffing
from readycheck.core.months import weeks_or_months
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.staffing_results import JanuaryStaffing, WeekNeed
from readycheck.report.case import Case
from readycheck.report.figures import Figures
from readycheck.report.model import Cell, Chart, KeyFigures, Missing, Paragraph, Table
from readycheck.report.parts.january import january
from readycheck.report.score_json import score_json
from readycheck.storage.document import audit_of
from readycheck.storage.edits import assign


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the need, the plan and what the plan leads to; with `--set` the same beside the saved figures."""
    season = Season.open(desk, arguments.shop)
    other = _what_if(season, arguments.changes)
    if desk.json:
        desk.facts(_facts(season, other))
    else:
        desk.write(season.title, "", *_told(season.case(), desk.columns))
        if other is not None:
            desk.write(*_compared(season, other, arguments.changes))
    return DONE


def _what_if(season: Season, changes: Sequence[str]) -> Audit | None:
    """The audit with the changes in it, checked as if they were saved; None where there are none."""
    document = season.file.document
    for change in changes:
        document = assign(document, change)
    return audit_of(document, str(season.file.path)) if changes else None


def _told(case: Case, room: int) -> Iterator[str]:
    """The report's own words, and its weeks as a table that fits a terminal."""
    shown_weeks = False
    for shown in january(case).blocks:
        if isinstance(shown, Chart | Table):
            if not shown_weeks:
                yield from _weeks(case, room)
                yield ""
            shown_weeks = True
        elif isinstance(shown, KeyFigures | Missing | Paragraph):
            yield from block(shown, room)
            yield ""


def _weeks(case: Case, room: int) -> list[str]:
    tr, found = case.tr, case.scores.january
    columns = (tr("Week"), tr("Begins"), tr("Contacts"), tr("8 cases of 10"), tr("Needed h"), tr("Planned h"),
               tr("Backlog h"))
    window = january_window(case.audit.season)[0]
    earlier = [_week(case, week, case.audit.season.starts) for week in found.before_weeks]
    later = [_week(case, week, window) for week in weeks_or_months(found, case.audit.season)]
    return table(columns, [*earlier, *later], room)


def _week(case: Case, week: WeekNeed, window: date) -> tuple[Cell, ...]:
    """A week, or a month named "2026-12"; `window` is the first day that counts."""
    figures, planned = case.figures, case.audit.plan.hours is not None
    by_week = "W" in week.week
    first = monday_of(week.week) if by_week else date.fromisoformat(f"{week.week}-01")
    return (
        str(int(week.week[6:])) if by_week else f"{first.month}/{first.year}",
        figures.short_day(max(first, window)), figures.contacts(week.contacts),
        f"{figures.contacts(week.low)}–{figures.contacts(week.high)}", figures.hours(week.required),
        figures.hours(week.planned if planned else None), figures.hours(week.backlog if planned else None),
    )


def _compared(season: Season, other: Audit, changes: Sequence[str]) -> Iterator[str]:
    """Saved and what-if, side by side."""
    tr, figures = season.desk.tr, Figures(season.desk.tr)
    saved, tried = season.scores.january, january_staffing(other)
    yield from wrapped(tr("What if {changes} (nothing is saved):", changes=", ".join(changes)), season.desk.columns)
    rows = [
        (tr("January staffing"), figures.score(saved.score), figures.score(tried.score)),
        (tr("Before that"), figures.score(saved.before), figures.score(tried.before)),
        (tr("Contacts"), figures.contacts(_sum(saved, "contacts")), figures.contacts(_sum(tried, "contacts"))),
        (tr("Agent-hours needed"), figures.hours(_sum(saved, "required")), figures.hours(_sum(tried, "required"))),
        (tr("Agent-hours planned"), figures.hours(_sum(saved, "planned")), figures.hours(_sum(tried, "planned"))),
        (tr("Backlog at its largest"), figures.hours(_peak(saved)), figures.hours(_peak(tried))),
    ]
    yield from table(("", tr("Saved"), tr("What if")), rows, season.desk.columns)
    for missing in tried.missing:
        yield from wrapped(tr("missing: {what}", what=missing), season.desk.columns, "  ")


def _sum(found: JanuaryStaffing, what: str) -> float | None:
    return sum(getattr(week, what) for week in found.weeks) if found.weeks else None


def _peak(found: JanuaryStaffing) -> float | None:
    return found.outcome.backlog_peak if found.outcome else None


def _facts(season: Season, other: Audit | None) -> dict[str, Any]:
    facts = {
        "shop": season.shop, "season": season.audit.season.year,
        "january": _january(season, season.audit, season.scores),
    }
    return facts if other is None else {**facts, "what_if": _january(season, other, score(other))}


def _january(season: Season, audit: Audit, scores: Scores) -> dict[str, Any]:
    """January as `score --json` has it, with what the plan leads to."""
    outcome = scores.january.outcome
    led_to = None if outcome is None else {
        "answered_in_time": outcome.answered_in_time, "abandoned": outcome.abandoned,
        "backlog_peak": outcome.backlog_peak, "backlog_peak_on": outcome.backlog_peak_on,
        "backlog_cleared_on": outcome.backlog_cleared_on,
    }
    return {**score_json(season.shop, audit, scores)["coverage"]["january"], "outcome": led_to}
