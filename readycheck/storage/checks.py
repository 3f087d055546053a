"""What must hold in an audit beyond the types of its values: one place for it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from readycheck.core.audit import Audit, Season, Shop
from readycheck.core.forecast.what_if import gift_dates, late_dates, orders_with_campaigns
from readycheck.core.hours.public_holidays import knows_country
from readycheck.core.message import Message, say
from readycheck.core.plan import Plan
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.core.text import clean
from readycheck.errors import did_you_mean
from readycheck.storage.decode import Mistakes, Path

LONGEST_SEASON = timedelta(days=366)
MOST_TIMES = 1000
"""The orders with campaigns over those without: as growth."""
# The holidays library takes 0.2 s to ask: every command would pay for it, and these it has.
_SURELY_KNOWN = frozenset({"FI", "AX", "SE", "NO", "DK", "IS", "EE", "LV", "LT", "DE"})
NEVER_CHECKED = frozenset({"answers"})
"""Tables that nothing here looks at: an edit of them alone needs no check."""


def audit_problems(audit: Audit, mistakes: Mistakes) -> None:
    """Add everything that no single value shows to be wrong."""
    _shop(audit.shop, mistakes)
    _season(audit.season, mistakes)
    for channel, hours in audit.hours.items():
        dates = [(n, exception.date) for n, exception in enumerate(hours.exceptions)]
        told_twice(dates, ("hours", channel, "exceptions"), mistakes, "date", say("Put its hours into one entry."))
    told_twice([(n, action.id) for n, action in enumerate(audit.actions)], ("actions",), mistakes)
    told_twice([(n, checklist.id) for n, checklist in enumerate(audit.checklists)], ("checklists",), mistakes)
    for n, mapping in enumerate(audit.mappings):
        if mapping.timezone:
            _timezone(mapping.timezone, ("mappings", n, "timezone"), mistakes)
    _plan(audit.plan, audit.season, mistakes)
    for name, profile in (("contacts", audit.contacts), ("orders", audit.orders)):
        if profile is not None:
            _profile(profile, ("demand", name), mistakes)


def told_twice(
    items: Iterable[tuple[int, Hashable]], where: Path, mistakes: Mistakes,
    key: str = "id", remedy: Message = say("Give each its own."),  # noqa: B008 - a Message never changes
) -> None:
    """Add a mistake for every item of a list, given by its place, whose `key` one before it has too."""
    seen: set[Hashable] = set()
    for place, value in items:
        if value in seen:
            shown = value if isinstance(value, date) else clean(str(value))
            mistakes.add((*where, place, key), say("\"{value}\" is here twice.", value=shown), remedy)
        seen.add(value)


@cache
def knows_timezone(name: str) -> bool:
    """Whether this is an IANA time zone that the machine has; `name` may be anything."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _shop(shop: Shop, mistakes: Mistakes) -> None:
    if shop.country not in _SURELY_KNOWN and not knows_country(shop.country):
        what = say("\"{country}\" is not a country whose public holidays are known.", country=shop.country[:40])
        mistakes.add(("shop", "country"), what, say("Give its two-letter code, such as FI or SE."))
    _timezone(shop.timezone, ("shop", "timezone"), mistakes)


def _timezone(name: str, path: Path, mistakes: Mistakes) -> None:
    if not knows_timezone(name):
        what = say("\"{zone}\" is not a time zone.", zone=name[:60])
        otherwise = say("Give its IANA name, such as Europe/Helsinki.")
        mistakes.add(path, what, did_you_mean(name, available_timezones(), otherwise))


def _season(season: Season, mistakes: Mistakes) -> None:
    if season.ends <= season.starts:
        mistakes.add(("season", "ends"), say("the season must end after it starts."))
    elif season.ends - season.starts > LONGEST_SEASON:
        mistakes.add(("season", "ends"), say("a season is at most a year long."))
    elif not season.starts.year <= season.year <= season.ends.year:
        what = say("the season of {year} must have days in {year}.", year=str(season.year))
        mistakes.add(("season", "year"), what, say("It is the year in which the peak falls."))


def _plan(plan: Plan, season: Season, mistakes: Mistakes) -> None:
    for name, campaign in plan.campaigns.items():
        _not_before(campaign.first, campaign.last, ("plan", "campaigns", name, "last"), mistakes)
    _campaigns_together(plan, mistakes)
    first, last = late_dates(season, plan)
    if plan.late.last is not None:
        _not_before(first, last, ("plan", "late", "last"), mistakes)
    elif plan.late.share or plan.late.first is not None:
        _not_after(first, last, ("plan", "late", "first"), mistakes, say("Give plan.late.last too."))
    _not_after(*gift_dates(season, plan), ("plan", "gifts", "first"), mistakes)


def _campaigns_together(plan: Plan, mistakes: Mistakes) -> None:
    """Their product is highest where one begins, or where one that sells less has ended."""
    turns = {day for each in plan.campaigns.values() for day in (each.first, each.last + timedelta(days=1))}
    for day in sorted(turns):
        if orders_with_campaigns(plan, {day: 1.0})[day] > MOST_TIMES:
            what = say("the campaigns of {day} together bring over {most} times the orders.", day=day, most=MOST_TIMES)
            mistakes.add(("plan", "campaigns"), what, say("Give each as a multiple, such as 1.5."))
            return


def _not_before(first: date, last: date, path: Path, mistakes: Mistakes) -> None:
    if last < first:
        mistakes.add(path, say("must not be before {first}.", first=first))


def _not_after(first: date, last: date, path: Path, mistakes: Mistakes, remedy: Message | None = None) -> None:
    if last < first:
        mistakes.add(path, say("must not be after {last}.", last=last), remedy)


def _profile(profile: OrderProfile | ContactProfile, path: Path, mistakes: Mistakes) -> None:
    if profile.last < profile.first:
        mistakes.add((*path, "last"), say("must not be before {first}.", first=profile.first))
        return
    days = (profile.last - profile.first).days + 1
    if len(profile.daily) != days:
        what = say("must hold a number for each of the {days} days from {first} to {last}, not {found}.",
                   days=days, first=profile.first, last=profile.last, found=len(profile.daily))
        mistakes.add((*path, "daily"), what, say("Import the files again."))
