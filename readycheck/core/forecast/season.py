"""Contacts of every day from the season's first to 31 January (DOMAIN §3.4, step 1 and 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from readycheck.core.audit import Audit
from readycheck.core.calendar import january_window
from readycheck.core.forecast.contacts import Spread, daily_contacts
from readycheck.core.forecast.odd_days import odd_days
from readycheck.core.forecast.orders import days_unknown, season_orders
from readycheck.core.forecast.split import ChannelSplit, channel_split, estimates_told
from readycheck.core.forecast.what_if import contact_orders, orders_with_campaigns
from readycheck.core.lag.choice import lag_kernel
from readycheck.core.lag.kernel import assumed_kernel, why_no_rate
from readycheck.core.message import Message, say
from readycheck.core.plan import DRIFT
from readycheck.core.profile import LAGS
from readycheck.core.staffing.results import Kernel


@dataclass(frozen=True)
class SeasonForecast:
    """Orders and contacts by day, each staffed channel's share, and what they stand on; or what is `missing`.

    `orders` are those that are sold, campaigns included, from 60 days before the first day on.
    """

    missing: tuple[Message, ...] = ()
    kernel: Kernel = field(default_factory=lambda: assumed_kernel(0.0))
    orders: Mapping[date, float] = field(default_factory=dict)
    contacts: Mapping[date, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    drift: float = DRIFT
    notes: tuple[Message, ...] = ()

    @property
    def weekly(self) -> Spread:
        """How far the contacts of a week, or of more, may lie from the forecast."""
        return Spread(self.drift, self.kernel.noise)

    @property
    def daily(self) -> Spread:
        """How far a day's contacts may."""
        return Spread(self.drift, self.kernel.daily_noise)


def season_forecast(audit: Audit) -> SeasonForecast:
    """The forecast for the season's days and January's, or everything that it lacks."""
    first, last = season_days(audit)
    split, lag = channel_split(audit), lag_kernel(audit)
    orders = season_orders(audit, first - timedelta(days=LAGS - 1), last)
    missing = (*_missing(audit, split, lag.kernel), *orders.missing)
    if missing or lag.kernel is None:
        return SeasonForecast(missing)
    seen = contact_orders(audit, orders.days)
    contacts = daily_contacts(seen.same_day, lag.kernel, first, last, seen.later)
    drift = DRIFT if audit.plan.drift is None else audit.plan.drift
    sold = orders_with_campaigns(audit.plan, orders.days)
    notes = (*estimates_told(audit, split), lag.note, *_drift_told(audit), *days_unknown(audit, first, last),
             *odd_days(audit.demand))
    return SeasonForecast((), lag.kernel, sold, contacts, split.shares, drift, notes)


def _drift_told(audit: Audit) -> tuple[Message, ...]:
    """That the interval's width is the plan's own: learned from last season's forecast, or typed."""
    drift = audit.plan.drift
    if drift is None or drift == DRIFT:
        return ()
    return (say("The interval reckons with {drift:.0%} drift of the contact rate from year to year, as the plan says"
                " (30% until a forecast is graded).", drift=drift),)


def season_days(audit: Audit) -> tuple[date, date]:
    """The days that are looked at: the season's first, at the latest 27 December, to 31 January."""
    window, last = january_window(audit.season)
    return min(audit.season.starts, window), last


def _missing(audit: Audit, split: ChannelSplit, kernel: Kernel | None) -> tuple[Message, ...]:
    no_rate = why_no_rate(audit.demand) if kernel is None else None
    return tuple(lacking for lacking in (split.missing, no_rate) if lacking is not None)
