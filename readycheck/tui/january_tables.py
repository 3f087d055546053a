"""January's table: a row for each week or month, or for each day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.staffing.results import DayNeed, WeekNeed
from readycheck.core.staffing.weeks import first_planned
from readycheck.i18n import Translator
from readycheck.report.periods import period_name
from readycheck.tui import january_text as words
from readycheck.tui.january_settings import weeks_of_january, weeks_of_season
from readycheck.tui.widgets.rows import Column, Row

Room = Callable[[Sequence[Column]], int]
"""The width that these columns leave for the bars."""


@dataclass(frozen=True)
class Table:
    """Columns, and rows by key: "2026-W53", "2026-12" or "2026-12-27"."""

    columns: Sequence[Column]
    rows: Mapping[str, Row]


def weeks_table(
    weeks: Iterable[WeekNeed], saved: Iterable[WeekNeed] | None, tr: Translator, room: Room, *,
    begins: str | None, saved_begins: str | None = None,
) -> Table:
    """Weeks or months; those of what is saved stand beside a trial's.

    `begins` is the first week that is planned: those before it have no plan, and so no queue. None: there is no plan.
    """
    named, before = _by_row(weeks), _by_row(saved or ())
    divided = {name.strip() for name in named if name.endswith(" ")}
    columns = words.week_columns(tr, trial=saved is not None, month=_longest_month(named, tr), divided=bool(divided),
                                 contacts=_longest_text(named.values(), tr))
    most, bar = words.longest(named.values()), room(columns)
    # a trial may have weeks where the saved forecast has months
    return Table(columns, {
        name: words.week_row(week, before.get(name, week) if saved is not None else None, tr, most=most, bar=bar,
                             planned=_is_planned(week, begins), saved_planned=_is_planned(week, saved_begins),
                             part=" 2/2" if name.endswith(" ") else " 1/2" if name in divided else "")
        for name, week in named.items()
    })


def days_table(audit: Audit, days: Iterable[DayNeed], tr: Translator) -> Table:
    """The January window's days, each with the hours that it has of its own."""
    first = january_window(audit.season)[0]
    shown = [day for day in days if day.day >= first]
    extra, begins = audit.plan.extra, planned_from(audit)
    return Table(words.day_columns(tr, contacts=_longest_text(shown, tr)), {
        str(day.day): words.day_row(day, extra.get(str(day.day)), tr,
                                    planned=begins is not None and iso_week(day.day) >= begins) for day in shown
    })


def planned_from(audit: Audit) -> str | None:
    """The first week that is planned; None without a plan."""
    return None if audit.plan.hours is None else first_planned(audit)


def _is_planned(week: WeekNeed, begins: str | None) -> bool:
    return begins is not None and ("W" not in week.week or week.week >= begins)


def week_of(name: str) -> str:
    """The ISO week that the row of this name is of, or begins with; a month has none."""
    if len(name) == len("2026-12-27"):
        return iso_week(date.fromisoformat(name))
    return name.strip()


def bare_table(audit: Audit, tr: Translator, *, whole_season: bool) -> Table:
    """Without a forecast: the weeks alone, so that hours can be typed."""
    columns = words.week_columns(tr, trial=False, month=0, divided=False)
    hours = audit.plan.hours or {}
    weeks = weeks_of_season(audit) if whole_season else weeks_of_january(audit)
    rest = [""] * (len(columns) - 5)
    return Table(columns, {
        week: [week.partition("-W")[2].lstrip("0"), "", "", "", tr.number(hours.get(week), 1), *rest]
        for week in weeks
    })


def _longest_text(needs: Iterable[WeekNeed | DayNeed], tr: Translator) -> int:
    return max((len(words.contacts_text(need, tr)) for need in needs), default=0)


def _longest_month(names: Iterable[str], tr: Translator) -> int:
    """Characters of the longest name of a month; 0 where there are weeks."""
    return max((len(period_name(name, tr)) for name in names if "W" not in name), default=0)


def _by_row(weeks: Iterable[WeekNeed]) -> dict[str, WeekNeed]:
    """Weeks by the key of their row: the one that 27 December divides has two, the second with a space."""
    rows: dict[str, WeekNeed] = {}
    for week in weeks:
        rows[week.week if week.week not in rows else f"{week.week} "] = week
    return rows
