"""Where January's next agent-hours should go: which days lack hands most (DOMAIN §3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.message import Message
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing
from readycheck.core.staffing.rota_hours import HOUR, best_hours

LACKING = 10


@dataclass(frozen=True)
class RotaDay:
    """A day of January's window: agent-hours required and planned, and the whole `hours` to add to it."""

    day: date
    required: float
    planned: float
    hours: int


@dataclass(frozen=True)
class RotaSuggestion:
    """The `days` that get hours, by date, and the agent-hours of need (`gained`) that these cover.

    Scores are January staffing (0–100), backlogs agent-hours at their largest. `lacking` are the days shortest of
    hands first, as they were planned (hours 0), at most ten. Without a forecast only `missing` says why.
    """

    days: tuple[RotaDay, ...] = ()
    gained: float = 0.0
    score_before: float | None = None
    score_after: float | None = None
    backlog_before: float | None = None
    backlog_after: float | None = None
    lacking: tuple[RotaDay, ...] = ()
    missing: tuple[Message, ...] = ()


def suggest_rota(audit: Audit, budget: int, min_shift: int = 4) -> RotaSuggestion:
    """At most `budget` whole agent-hours for 27 December – 31 January, a day none or at least `min_shift`, that cover
    most of the days' need. Of equal sets the fewer hours win, then the days that lack most, then those that raise the
    score most (in a week that has enough in all, more hours raise nothing), then the earlier ones.

    A plan without hours counts as one of none.
    """
    start = with_extra(audit, {})
    found = january(start)
    if not found.days:
        return RotaSuggestion(missing=found.missing)
    days = _shortest_first(day for day in found.days if day.day >= january_window(audit.season)[0])
    short = [_shortage(day) for day in days]
    hours = best_hours(short, max(0, budget), max(1, min_shift))
    added = {day.day: more for day, more in zip(days, hours, strict=True) if more}
    # none added to the same days: a plan begins with its first given hours, and both must begin alike
    before = january(with_extra(start, dict.fromkeys(added, 0))) if added else found
    after = january(with_extra(start, added)) if added else found
    return RotaSuggestion(
        tuple(_rota_day(day, added[day.day]) for day in found.days if day.day in added),
        sum(min(each, more * HOUR) for each, more in zip(short, hours, strict=True)) / HOUR,
        before.score, after.score, _largest_backlog(before), _largest_backlog(after), _lacking(days),
    )


def with_extra(audit: Audit, hours: Mapping[date, int]) -> Audit:
    """The audit with these agent-hours on top of what is planned; a plan without hours gets a table of none."""
    plan = audit.plan
    extra = {**plan.extra}
    for day, more in hours.items():
        extra[day.isoformat()] = extra.get(day.isoformat(), 0.0) + more
    return replace(audit, plan=replace(plan, hours=plan.hours or {}, extra=extra))


def _shortage(day: DayNeed) -> int:
    return max(0, round((day.required - day.planned) * HOUR))


def _rota_day(day: DayNeed, hours: int) -> RotaDay:
    return RotaDay(day.day, day.required, day.planned, hours)


def _largest_backlog(found: JanuaryStaffing) -> float | None:
    return found.outcome.backlog_peak if found.outcome else None


def _lacking(days: Sequence[DayNeed]) -> tuple[RotaDay, ...]:
    """The days that lack hands, the worst ten, of days in that order."""
    return tuple(_rota_day(day, 0) for day in days[:LACKING] if _shortage(day))


def _shortest_first(days: Iterable[DayNeed]) -> list[DayNeed]:
    """The days that lack most hands first, of equal ones those that raise the score most, then the earlier."""
    by_date = sorted(days, key=lambda day: (-_shortage(day), day.day))
    raised = _raised(by_date)
    return sorted(by_date, key=lambda day: (-_shortage(day), -raised[day.day]))


def _raised(days: Sequence[DayNeed]) -> dict[date, int]:
    """What covering each day adds to its week's covered hours after the days before it: a week's surplus days count."""
    left: Counter[str] = Counter()
    for day in days:
        left[iso_week(day.day)] += round((day.required - day.planned) * HOUR)
    raised = {}
    for day in days:
        raised[day.day] = max(0, min(_shortage(day), left[iso_week(day.day)]))
        left[iso_week(day.day)] -= raised[day.day]
    return raised
