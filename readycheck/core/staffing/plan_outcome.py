"""What a plan leads to: Erlang A with the hands that are really there (DOMAIN §3.4, 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor

from readycheck.core.audit import Audit
from readycheck.core.staffing.day_need import DayWork, Stretch
from readycheck.core.staffing.erlang import erlang_a
from readycheck.core.staffing.results import DayNeed, PlanOutcome

DEFAULT_PATIENCE = 180.0


def plan_outcome(audit: Audit, days: Sequence[DayNeed], works: Mapping[date, DayWork]) -> PlanOutcome:
    """Live contacts answered in time and abandoned over these days; the backlog's peak and its end.

    A plan that is too small thins the team evenly over the day's open hours.
    """
    came = answered = abandoned = 0.0
    for day in days:
        work = works[day.day]
        present = _present_share(audit, day, work)
        for stretch in work.stretches:
            contacts = stretch.rate * stretch.length
            in_time, gone = _at(audit, stretch, stretch.agents * present)
            came, answered, abandoned = came + contacts, answered + contacts * in_time, abandoned + contacts * gone
    peak = max(days, key=lambda day: day.backlog)
    return PlanOutcome(
        answered / came if came else None,
        abandoned / came if came else None,
        peak.backlog,
        peak.day if peak.backlog > 0 else None,
        _cleared(days, peak.day) if peak.backlog > 0 else None,
    )


def _present_share(audit: Audit, day: DayNeed, work: DayWork) -> float:
    """How much of the live team the planned hours pay for: live hours first, the rest waits."""
    on_shift = day.planned * (1 - audit.plan.shrinkage)
    return min(1.0, on_shift / work.live_hours) if work.live_hours else 0.0


def _at(audit: Audit, stretch: Stretch, agents: float) -> tuple[float, float]:
    """Answered in time and abandoned with a fractional team: between the two whole teams around it."""
    patience = min(
        (p for c in stretch.channels if (p := audit.staffing[c].patience) is not None), default=DEFAULT_PATIENCE
    )
    low = floor(agents)
    part = agents - low
    few = erlang_a(low, stretch.load, stretch.aht, patience, stretch.within)
    if not part:
        return few.answered, few.abandoned
    more = erlang_a(low + 1, stretch.load, stretch.aht, patience, stretch.within)
    return (
        few.answered + part * (more.answered - few.answered),
        few.abandoned + part * (more.abandoned - few.abandoned),
    )


def _cleared(days: Iterable[DayNeed], peak: date) -> date | None:
    return next((day.day for day in days if day.day > peak and day.backlog <= 0), None)
