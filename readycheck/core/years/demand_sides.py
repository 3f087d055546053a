"""The demand of two seasons side by side: channels, reasons, hours of contacts and of orders (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.hours.opening import EVENING, WEEKEND, WORKDAYS, demand_grid
from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.names import channel_name, reason_name
from readycheck.core.pareto import by_hand, by_rule_share, ranked
from readycheck.core.profile import ContactProfile, Grid
from readycheck.core.years.demand_moved import Moved
from readycheck.core.years.spans import Ground, counted_days, ground
from readycheck.core.years.split_test import Sides, moved_split, nothing_to_hold, side_by_side

PARTS: Mapping[str, tuple[range, range]] = {"evenings": (WORKDAYS, EVENING), "weekends": (WEEKEND, range(24))}
"""Weekdays and hours, as opening hours are scored by them."""


def moved_demand(before: Audit, after: Audit) -> tuple[Moved, ...]:
    """Channels, reasons, hours of contacts and of orders, always all four; each says why where it is not there."""
    return (
        _channels(before, after), _reasons(before, after),
        _hours(before, after, "contacts"), _hours(before, after, "orders"),
    )


def _channels(before: Audit, after: Audit) -> Moved:
    old, new = before.contacts, after.contacts
    if old is None or new is None or not sum(old.channels.values()) or not sum(new.channels.values()):
        return nothing_to_hold("channels", say("contacts by channel are not imported in both seasons"))
    # a channel that was opened, or not imported: either way no customer moved by chance
    then, now = ({name for name, count in side.channels.items() if count} for side in (old, new))
    strange = then ^ now
    sides = Sides(old.channels, new.channels, strange=strange)
    found = moved_split("channels", sides, _contacts_ground(before, after, old, new))
    return replace(found, steps=(*found.steps, *_channels_told(sorted(strange))))


def _channels_told(strange: list[str]) -> Iterator[Message]:
    if strange:
        yield say("In one season's contacts only, and so not tested, nor counted where the others are: {names}",
                  names=in_a_row([channel_name(name) for name in strange]))


def _reasons(before: Audit, after: Audit) -> Moved:
    old, new = dict(ranked(before)), dict(ranked(after))
    if not old or not new:
        return nothing_to_hold("reasons", say("contact reasons are not counted in both seasons"))
    if by_hand(before) or by_hand(after) or before.contacts is None or after.contacts is None:
        rough = say("counts that were typed are rough: they are not tested")
        return side_by_side("reasons", Sides(old, new), rough)
    strange = {code for code in {*old, *new} if code not in _codes(before) or code not in _codes(after)}
    stands_on = _contacts_ground(before, after, before.contacts, after.contacts)
    found = moved_split("reasons", Sides(old, new, strange=strange), stands_on)
    return replace(found, steps=(*found.steps, *_reasons_told(before, after, sorted(strange))))


def _codes(audit: Audit) -> set[str]:
    """Reasons that this season's list knows, asked or not."""
    return {*audit.reasons, *(audit.contacts.reasons if audit.contacts else ())}


def _reasons_told(before: Audit, after: Audit, strange: list[str]) -> Iterator[Message]:
    if strange:
        names = in_a_row([say("{reason}", reason=reason_name(after if code in after.reasons else before, code))
                          for code in strange])
        yield say("In one season's list of reasons only, and so not tested, nor counted where the others are: {names}",
                  names=names)
    old, new = by_rule_share(before.contacts), by_rule_share(after.contacts)
    if old or new:
        yield say("Keyword rules gave {before:.0%} and {after:.0%} of the reasons; people the rest.", before=old or 0.0,
                  after=new or 0.0)


def _contacts_ground(before: Audit, after: Audit, old: ContactProfile, new: ContactProfile) -> Ground:
    return ground(counted_days(before, old), counted_days(after, new), after.season.year - before.season.year,
                  (old.daily, new.daily))


def _hours(before: Audit, after: Audit, kind: Literal["contacts", "orders"]) -> Moved:
    what: Literal["contact_hours", "order_hours"] = "contact_hours" if kind == "contacts" else "order_hours"
    old, new = (audit.orders if kind == "orders" else audit.contacts for audit in (before, after))
    if old is None or new is None or demand_grid(before, kind) is None or demand_grid(after, kind) is None:
        return nothing_to_hold(what, _NO_HOURS[kind])
    stands_on = ground(counted_days(before, old, grid=True), counted_days(after, new, grid=True),
                       after.season.year - before.season.year, (old.daily, new.daily))
    if before.shop.timezone != after.shop.timezone:
        zones = {"before": before.shop.timezone, "after": after.shop.timezone}
        stands_on = replace(stands_on, why_not=say("hours of {before} and of {after} are not the same hours", **zones))
    sides = Sides(_cells(old.grid), _cells(new.grid), _parts(old.grid), _parts(new.grid))
    return replace(moved_split(what, sides, stands_on), grid_before=old.grid, grid_after=new.grid)


_NO_HOURS = {"contacts": say("contacts by hour are not imported in both seasons"),
             "orders": say("orders by hour are not imported in both seasons")}


def _cells(grid: Grid) -> dict[str, int]:
    """"mon-13" → its count."""
    return {f"{WEEKDAYS[day]}-{hour}": count for day, row in enumerate(grid) for hour, count in enumerate(row)}


def _parts(grid: Grid) -> dict[str, int]:
    return {name: sum(grid[day][hour] for day in days for hour in hours) for name, (days, hours) in PARTS.items()}
