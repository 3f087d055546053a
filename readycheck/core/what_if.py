"""What could come otherwise: campaigns sell more, late deliveries raise the contact rate, gifts come back later.

DOMAIN §3.4 asks for the last two as scenarios; each is a setting of the plan, so that it can be tried, kept or taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from readycheck.core.audit import Audit, Season
from readycheck.core.calendar import first_peak
from readycheck.core.plan import Plan

LAST_GIFT = (12, 23)
UNWRAPPED = (12, 24)


@dataclass(frozen=True)
class ContactOrders:
    """Orders as contacts see them, by day: on the day itself, and from the next day on."""

    same_day: Mapping[date, float]
    later: Mapping[date, float]


def contact_orders(audit: Audit, orders: Mapping[date, float]) -> ContactOrders:
    """The season's orders with the plan's campaigns, late deliveries and gifts in them."""
    season, plan = audit.season, audit.plan
    grown = {day: count * _campaigns(plan, day) * _late(season, plan, day) for day, count in orders.items()}
    return ContactOrders(grown, _unwrapped(season, plan, grown))


def late_dates(season: Season, plan: Plan) -> tuple[date, date]:
    """The orders whose deliveries are late: as given, else from the first peak to 23 December."""
    return plan.late.first or first_peak(season), plan.late.last or date(season.year, *LAST_GIFT)


def gift_dates(season: Season, plan: Plan) -> tuple[date, date]:
    """The orders of which some are gifts: from the day given, else 1 December, to 23 December."""
    return plan.gifts.first or date(season.year, 12, 1), date(season.year, *LAST_GIFT)


def _campaigns(plan: Plan, day: date) -> float:
    factor = 1.0
    for campaign in plan.campaigns.values():
        if campaign.first <= day <= campaign.last:
            factor *= campaign.orders
    return factor


def _late(season: Season, plan: Plan, day: date) -> float:
    first, last = late_dates(season, plan)
    return 1 + plan.late.share * (plan.late.times - 1) if first <= day <= last else 1.0


def _unwrapped(season: Season, plan: Plan, orders: Mapping[date, float]) -> dict[date, float]:
    """Gifts count for the day on which they are opened; nothing is lost on the way."""
    first, last = gift_dates(season, plan)
    opened = date(season.year, *UNWRAPPED)
    later = dict(orders)
    for day, count in orders.items():
        if first <= day <= last and opened in orders:
            later[day] -= plan.gifts.share * count
            later[opened] += plan.gifts.share * count
    return later
