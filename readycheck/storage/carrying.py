"""A season after another: what of an audit stays true for the next, and what belonged to its own season alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from readycheck.core.calendar import iso_week, monday_of, same_day_in
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import did_you_mean, wrong
from readycheck.storage.document import APPEND, Document, audit_of, with_value
from readycheck.storage.encode import encode

if TYPE_CHECKING:
    from readycheck.core.carried import Offer

WEEKS_OF_YEAR = timedelta(weeks=52)
LASTING = ("staffing", "faq", "channels", "stages", "mappings")
# Typed orders are one season's. Extra hours were agreed with people for their days. What a campaign sold is in the
# orders that it brought, from which the next forecast starts: carried over, it would count twice.
OF_ONE_SEASON = ("orders", "extra", "campaigns")
EARLIER = "earlier_checklists"
_DATED = re.compile(r"\d{4}-(W?\d\d)|plan\.campaigns")


def carry_over(document: Mapping[str, Any], previous: Mapping[str, Any]) -> Document:
    """`document` with what stays the same from a season to the next: hours, staffing, plan, reasons, FAQ, scenarios.

    It has the checklists that it is given, without those that the season before removed (readiness' own list stays),
    and the shop's own.

    Dated things do not: exceptions of hours, typed orders, extra hours, campaigns, late deliveries and scenarios that
    name a date or a week, what was verified, typed counts. Planned hours move by 52 weeks a year. The drift that was
    learned stays.
    """
    carried = {key: previous[key] for key in LASTING if key in previous}
    years = document["season"]["year"] - previous["season"]["year"]
    if "hours" in previous:
        carried["hours"] = {name: _without(week, "exceptions") for name, week in previous["hours"].items()}
    if "plan" in previous:
        carried["plan"] = _next_plan(previous["plan"], years)
    if scenarios := {name: kept for name, kept in previous.get("scenarios", {}).items() if _lasts(kept)}:
        carried["scenarios"] = scenarios
    if "reasons" in previous:
        carried["reasons"] = {
            code: _without(reason, "due", "done", "count") for code, reason in previous["reasons"].items()
        }
    if "checklists" in previous:
        carried["checklists"] = _lists(document, previous)
    return {**document, **carried}


def carry_action(
    document: Mapping[str, Any], previous: Mapping[str, Any], ids: Collection[str], today: date
) -> Document:
    """`document` with the open actions of `previous` that `ids` name (`core.carried.offered`), open again.

    They keep their ids, by which the two seasons' promises are held against each other, unless another action has one
    here; `ids` may be either season's. A contact reason's action goes to the reason. ReadycheckError for an id that
    is not offered.
    """
    from readycheck.core.carried import offered  # a change of one answer has no use for it

    before, now = audit_of(previous, ""), audit_of(document, "")
    offers = offered(before, now, today)
    by_id = {name: offer for offer in offers for name in (offer.earlier_id, offer.id)}
    for name in ids:
        if name not in by_id:
            what = say("season {year} left no open action \"{id}\" that is not here already.",
                       year=str(before.season.year), id=clean(name)[:80])
            known = ", ".join(clean(offer.id) for offer in offers) or "–"
            raise wrong(what, did_you_mean(name, by_id, say("Offered: {known}.", known=known)))
    taken: Document = dict(document)
    for offer in dict.fromkeys(by_id[name] for name in ids):
        taken = _taken_on(taken, previous, offer)
    return taken


def _taken_on(document: Document, previous: Mapping[str, Any], offer: Offer) -> Document:
    if offer.reason is None:
        return with_value(document, ("actions", APPEND), {**encode(offer.action), "status": "open"})
    known = document.get("reasons", {}).get(offer.reason) or _without(previous["reasons"][offer.reason], "count")
    dated = {} if offer.action.due is None else {"due": offer.action.due}
    plan = {"action": offer.action.title, "owner": offer.action.owner, **dated}
    return with_value(document, ("reasons", offer.reason), {**_without(known, "due", "done"), **plan})


def _lists(document: Mapping[str, Any], previous: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    before, given = (list(each.get("checklists", ())) for each in (previous, document))
    there, new = ({each["id"] for each in lists} for lists in (before, given))
    removed = {each.get("id") for each in previous.get(EARLIER, ())} - there
    wanted = [each for each in given if each["id"] not in removed or each.get("readiness")]  # no season without a score
    return wanted + [each for each in before if each["id"] not in new]


def _without(table: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}


def _next_plan(plan: Mapping[str, Any], years: int) -> dict[str, Any]:
    moved = _without(plan, *OF_ONE_SEASON)
    if "hours" in plan:
        later = years * WEEKS_OF_YEAR
        moved["hours"] = {iso_week(monday_of(week) + later): hours for week, hours in plan["hours"].items()}
    if {"first", "last"} & plan.get("late", {}).keys():
        del moved["late"]  # one December's bad weeks: without their dates they would be the whole rush
    gifts = plan.get("gifts", {})
    if isinstance(first := gifts.get("first"), date):
        # Christmas does not move with the weekdays
        moved["gifts"] = {**gifts, "first": same_day_in(first.year + years, first)}
    return moved


def _lasts(scenario: Mapping[str, Any]) -> bool:
    """Whether it can be tried next season too: it names no date, no week and no campaign of the old one."""
    changes: Iterable[str] = scenario.get("changes", ())
    return not any(_DATED.search(change) for change in changes)
