"""A forecast that stood, made again with what came: other orders, another kernel, the same days (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, january_window
from readycheck.core.forecast.contacts import daily_contacts, total
from readycheck.core.forecast.orders import season_orders
from readycheck.core.forecast.season import SeasonForecast
from readycheck.core.forecast.what_if import ContactOrders, contact_orders, orders_with_campaigns
from readycheck.core.lag.choice import LagChoice, lag_kernel
from readycheck.core.lag.counts import LEAST_LINKED
from readycheck.core.plan import LateDeliveries
from readycheck.core.profile import LAGS, ContactProfile
from readycheck.core.staffing.results import Kernel

LONGEST_LAG = timedelta(days=LAGS - 1)


@dataclass(frozen=True)
class ForecastAgain:
    """The forecast `found` of the season's audit; both as they stood."""

    audit: Audit
    found: SeasonForecast

    @cached_property
    def window(self) -> tuple[date, ...]:
        """27 December – 31 January."""
        return tuple(days_between(*january_window(self.audit.season)))

    @cached_property
    def sources(self) -> tuple[date, ...]:
        """The days whose orders bring the window's contacts: from 60 days before it on."""
        return tuple(days_between(self.window[0] - LONGEST_LAG, self.window[-1]))

    @cached_property
    def orders(self) -> Mapping[date, float]:
        """The orders that were expected, campaigns in them, from 60 days before the first of `sources`."""
        days = season_orders(self.audit, self.sources[0] - LONGEST_LAG, self.window[-1]).days
        return orders_with_campaigns(self.audit.plan, days)

    def seen(self, orders: Mapping[date, float], *, late: bool = True) -> ContactOrders:
        """Orders as the plan thought that contacts would see them: gifts wait; `late` deliveries weigh more."""
        # what campaigns sold is in the orders that came, and in `self.orders`
        plan = replace(self.audit.plan, campaigns={})
        if not late:
            plan = replace(plan, late=LateDeliveries())
        return contact_orders(replace(self.audit, plan=plan), orders)

    def contacts(self, seen: ContactOrders, kernel: Kernel, days: Sequence[date] = ()) -> float:
        """What these orders bring on these days, the window's unless said."""
        asked = days or self.window
        return total(daily_contacts(seen.same_day, kernel, asked[0], asked[-1], seen.later), asked)

    def lag_that_came(self, after: Audit) -> LagChoice:
        """The lag of `sources`, by the rules of core/lag/choice; of all days where contacts name their orders."""
        contacts, demand = after.demand.contacts, after.demand
        if contacts is not None and sum(contacts.lags) < LEAST_LINKED:
            demand = replace(demand, contacts=_between(contacts, self.sources[0], self.sources[-1]))
        # a lag that is assumed for the season to come says nothing of what came in this
        wanted: Literal["fitted"] | None = "fitted" if after.plan.kernel == "fitted" else None
        plan = replace(after.plan, contact_rate=None, kernel=wanted)
        return lag_kernel(replace(after, plan=plan, demand=demand))


def _between(profile: ContactProfile, first: date, last: date) -> ContactProfile:
    """The profile's days from `first` to `last` alone; it has some of them."""
    first, last = max(first, profile.first), min(last, profile.last)
    start = (first - profile.first).days
    return replace(profile, first=first, last=last, daily=profile.daily[start:start + (last - first).days + 1])
