"""January for a person at eighty columns: what is needed, what the plan leads to, where the lag comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readycheck.commands.season import Season
from readycheck.commands.staffing_beside import beside
from readycheck.commands.staffing_missing import missing_block, with_keys
from readycheck.commands.staffing_past import graded
from readycheck.commands.staffing_trial import Trial
from readycheck.commands.text import block, table
from readycheck.commands.wrapping import wrapped
from readycheck.core.calendar import january_window, monday_of
from readycheck.core.forecast.steps import forecast_steps
from readycheck.core.staffing.january import january as january_staffing
from readycheck.core.staffing.months import weeks_or_months
from readycheck.core.staffing.results import JanuaryStaffing, WeekNeed
from readycheck.core.staffing.weeks import is_planned
from readycheck.report.case import Case
from readycheck.report.charts.terminal import january_lines
from readycheck.report.model import Cell, Chart, KeyFigures, Missing, Paragraph, Table
from readycheck.report.parts.graded import graded_in_words
from readycheck.report.parts.january import january

INDENT = "  "


def told(season: Season) -> Iterator[str]:
    """The report's own words, its weeks as a table that fits a terminal, the lag, and last season's grade."""
    case, room = season.case(), season.desk.columns
    shown_weeks = False
    for shown in january(case).blocks:
        if isinstance(shown, Chart | Table):
            if not shown_weeks:
                yield from _picture(season, case, room)
                yield from _weeks(case, room)
                yield ""
            shown_weeks = True
        elif isinstance(shown, KeyFigures | Missing | Paragraph):
            yield from block(missing_block(season, case) if isinstance(shown, Missing) else shown, room)
            yield ""
    yield from _rate(case, room)
    last = graded(season)
    if last is not None:
        yield from (*wrapped(graded_in_words(case, last.grade), room, INDENT), "")


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
    figures, planned = case.figures, is_planned(case.audit, week.week)
    by_week = "W" in week.week
    first = monday_of(week.week) if by_week else date.fromisoformat(f"{week.week}-01")
    return (
        str(int(week.week[6:])) if by_week else f"{first.month}/{first.year}",
        figures.short_day(max(first, window)), figures.contacts(week.contacts),
        f"{figures.contacts(week.low)}–{figures.contacts(week.high)}", figures.hours(week.required),
        figures.hours(week.planned if planned else None), figures.hours(week.backlog if planned else None),
    )


def _picture(season: Season, case: Case, room: int) -> Iterator[str]:
    """The weeks and the lag, drawn; months stand alone, for a week beside them would look small."""
    found = case.scores.january
    by_week = weeks_or_months(found, case.audit.season)
    drawn = (*found.before_weeks, *by_week) if by_week == found.weeks else by_week
    lines = january_lines(
        case.audit, found, drawn, case.tr, room - len(INDENT), ascii_only=season.desk.ascii_signs
    )
    for line in (*lines, ""):
        yield INDENT + line


def _rate(case: Case, room: int) -> Iterator[str]:
    """Contacts per order, where the lag's picture tells the rest."""
    kernel, tr = case.scores.january.kernel, case.tr
    if kernel is not None:
        told = tr("A hundred orders bring {contacts} contacts.", contacts=tr.number(100 * kernel.rate))
        yield from (*wrapped(told, room, INDENT), "")


def compared(season: Season, trial: Trial) -> Iterator[str]:
    """Saved and what-if, side by side."""
    tr, room = season.desk.tr, season.desk.columns
    yield from wrapped(tr("What if {changes} (nothing is saved):", changes=trial.title), room)
    yield from beside(season, season.scores.january, [(tr("What if"), trial.january)])
    for missing in with_keys(trial.january.missing):
        yield from wrapped(tr("missing: {what}", what=missing), room, "  ")


def explained(season: Season, trial: Trial | None) -> Iterator[str]:
    """The arithmetic of the forecast and of the need, to be redone with a calculator; of the what-if, where one is."""
    tr, room = season.desk.tr, season.desk.columns
    audit, found = (season.audit, january_staffing(season.audit)) if trial is None else (trial.audit, trial.january)
    if trial is not None:
        yield from wrapped(tr("What if {changes} (nothing is saved):", changes=trial.title), room)
        yield ""
    yield from _explained(season, found)
    for step in (*forecast_steps(audit, found), *found.steps):
        yield from wrapped(tr(step), room, "  ", "      ")


def _explained(season: Season, found: JanuaryStaffing) -> Iterator[str]:
    """What the forecast stands on, or what is missing for it."""
    tr, room = season.desk.tr, season.desk.columns
    for note in found.notes:
        yield from wrapped(tr(note), room, "  ")
    for missing in with_keys(found.missing):
        yield from wrapped(tr("missing: {what}", what=missing), room, "  ")
