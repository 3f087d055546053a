"""What January staffing is made of (DOMAIN §3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from readycheck.core.message import Message
from readycheck.core.scored import Scored


@dataclass(frozen=True)
class DayNeed:
    """One day: contacts expected, agent-hours required, planned and mere presence, backlog at its end."""

    day: date
    contacts: float
    required: float
    planned: float
    presence: float
    backlog: float


@dataclass(frozen=True)
class WeekNeed:
    """An ISO week clipped to its window; `low`–`high` holds the contacts in 8 cases of 10.

    `backlog` is what waits at the week's end, in contacts' agent-hours.
    """

    week: str
    contacts: float
    low: float
    high: float
    required: float
    planned: float
    presence: float
    backlog: float


@dataclass(frozen=True)
class Kernel:
    """Contacts per order by lag in days, 0…60; they sum to the contact rate."""

    weights: tuple[float, ...]
    kind: Literal["assumed", "fitted"]
    median_days: float
    after_30: float


@dataclass(frozen=True)
class PlanOutcome:
    """What the plan leads to in January: shares of live contacts, and the backlog in agent-hours."""

    answered_in_time: float | None
    abandoned: float | None
    backlog_peak: float
    backlog_peak_on: date | None
    backlog_cleared_on: date | None


@dataclass(frozen=True, kw_only=True)
class JanuaryStaffing(Scored):
    """January staffing (DOMAIN §3.4). `ratio` is January's contacts a day over those at the peak."""

    before: float | None = None
    weeks: tuple[WeekNeed, ...] = ()
    before_weeks: tuple[WeekNeed, ...] = ()
    days: tuple[DayNeed, ...] = ()
    kernel: Kernel | None = None
    outcome: PlanOutcome | None = None
    ratio: float | None = None
    notes: tuple[Message, ...] = ()
