"""A season after another: what of an audit stays true for the next, and what belonged to its own season alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from readycheck.core.calendar import iso_week, monday_of, same_day_in
from readycheck.storage.document import Document

WEEKS_OF_YEAR = timedelta(weeks=52)
LASTING = ("staffing", "faq", "channels", "stages", "mappings")
# Typed orders are one season's. Extra hours were agreed with people for their days. What a campaign sold is in the
# orders that it brought, from which the next forecast starts: carried over, it would count twice.
OF_ONE_SEASON = ("orders", "extra", "campaigns")
_DATED = re.compile(r"\d{4}-(W?\d\d)|plan\.campaigns")


def carry_over(document: Mapping[str, Any], previous: Mapping[str, Any]) -> Document:
    """`document` with what stays the same from a season to the next: hours, staffing, plan, reasons, FAQ, scenarios.

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
    return {**document, **carried}


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
