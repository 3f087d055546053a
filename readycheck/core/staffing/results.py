"""What January staffing is made of (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from readycheck.core.lag.activity import Activity
from readycheck.core.message import Message
from readycheck.core.plan import DRIFT, NOISE
from readycheck.core.scored import Scored


@dataclass(frozen=True)
class DayNeed:
    """One day: contacts expected (`low`–`high` in 8 cases of 10), agent-hours required, planned and mere presence,
    backlog at its end. `required_low` and `required_high` are the hours if its week's contacts are few, or many."""

    day: date
    contacts: float
    required: float
    planned: float
    presence: float
    backlog: float
    low: float = 0.0
    high: float = 0.0
    required_low: float = 0.0
    required_high: float = 0.0


@dataclass(frozen=True)
class WeekNeed:
    """An ISO week clipped to its window; `low`–`high` holds the contacts in 8 cases of 10.

    `required_low` and `required_high` are the agent-hours that these would require. `backlog` is what waits at the
    week's end, in contacts' agent-hours.
    """

    week: str
    contacts: float
    low: float
    high: float
    required: float
    planned: float
    presence: float
    backlog: float
    required_low: float = 0.0
    required_high: float = 0.0


@dataclass(frozen=True)
class Kernel:
    """Contacts per order by lag in days, 0…60; they sum to the contact rate.

    `median_days` is the lag by which half has come, `after_30` the share (0–1) that comes after 30 days. `noise` and
    `daily_noise` are the variance over the mean of weekly and of daily contacts (Poisson: 1).
    """

    weights: tuple[float, ...]
    kind: Literal["assumed", "fitted", "counted"]
    median_days: float
    after_30: float
    activity: Activity = field(default_factory=Activity)
    noise: float = NOISE
    daily_noise: float = NOISE

    @property
    def rate(self) -> float:
        """Contacts per order."""
        return sum(self.weights)


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
    """January staffing (DOMAIN §3.4). `ratio` is January's contacts a day over those at the peak.

    `orders` are this season's by day as they are expected, with campaigns; `drift` is τ of the contact rate.
    """

    before: float | None = None
    weeks: tuple[WeekNeed, ...] = ()
    before_weeks: tuple[WeekNeed, ...] = ()
    days: tuple[DayNeed, ...] = ()
    kernel: Kernel | None = None
    orders: Mapping[date, float] = field(default_factory=dict)
    drift: float = DRIFT
    outcome: PlanOutcome | None = None
    ratio: float | None = None
    notes: tuple[Message, ...] = ()
