"""What could come otherwise: campaigns sell more, late deliveries raise the contact rate, gifts come back later.

DOMAIN §3.4 asks for the last two as scenarios; each is a setting of the plan, so that it can be tried, kept or taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import prod

from readycheck.core.audit import Audit, Season
from readycheck.core.calendar import first_peak
from readycheck.core.plan import Plan

LAST_FOR_CHRISTMAS = (12, 23)
UNWRAPPED = (12, 24)


@dataclass(frozen=True)
class ContactOrders:
    """Orders by day as contacts see them: `same_day` on the day itself, `later` from the next day on.

    One that brings more contacts because it is late counts as more orders.
    """

    same_day: Mapping[date, float]
    later: Mapping[date, float]


def contact_orders(audit: Audit, orders: Mapping[date, float]) -> ContactOrders:
    """The season's orders with the plan's campaigns, late deliveries and gifts in them."""
    season, plan = audit.season, audit.plan
    late, (first, last) = 1 + plan.late.share * (plan.late.times - 1), late_dates(season, plan)
    sold = orders_with_campaigns(plan, orders)
    seen = {day: count * (late if first <= day <= last else 1.0) for day, count in sold.items()}
    return ContactOrders(seen, _unwrapped(season, plan, seen))


def orders_with_campaigns(plan: Plan, orders: Mapping[date, float]) -> dict[date, float]:
    """The orders by day as the plan's campaigns sell them; of two on one day, each does its part."""
    campaigns = plan.campaigns.values()
    return {
        day: count * prod((each.orders for each in campaigns if each.first <= day <= each.last), start=1.0)
        for day, count in orders.items()
    }


def late_dates(season: Season, plan: Plan) -> tuple[date, date]:
    """The days whose orders may be delivered late: as given, else from the first peak to 23 December."""
    return plan.late.first or first_peak(season), plan.late.last or date(season.year, *LAST_FOR_CHRISTMAS)


def gift_dates(season: Season, plan: Plan) -> tuple[date, date]:
    """The days of whose orders some are gifts: from the day given, else 1 December, to 23 December."""
    return plan.gifts.first or date(season.year, 12, 1), date(season.year, *LAST_FOR_CHRISTMAS)


def _unwrapped(season: Season, plan: Plan, orders: Mapping[date, float]) -> dict[date, float]:
    """Gifts count for the day on which they are opened; nothing is lost on the way."""
    (first, last), opened = gift_dates(season, plan), date(season.year, *UNWRAPPED)
    gifts = {day: plan.gifts.share * count for day, count in orders.items() if first <= day <= last}
    if opened not in orders:
        return dict(orders)
    later = {day: count - gifts.get(day, 0.0) for day, count in orders.items()}
    return later | {opened: later[opened] + sum(gifts.values())}
