"""DOMAIN.md once more, slow and plain: minute by minute, straight from the audit's document.

Written from the text alone, so that the program can be held against something that is not the program.
`figures` has the shape of the vectors' expected JSON; January is in plain_january.py.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from tests.core import plain_january

Document = dict[str, Any]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def figures(doc: Document) -> Document:
    """Every coverage figure of an audit document; None where there is no score."""
    return {
        "opening_hours": opening_hours(doc), "faq": {"score": faq(doc)}, "contact_reasons": contact_reasons(doc),
        "january": plain_january.january(doc, open_minutes), "path": {"score": path(doc)},
    }


def dates(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@cache
def public_holidays(country: str, year: int) -> set[date]:
    return set(holidays.country_holidays(country, years=year, categories=holidays.PUBLIC))


def open_minutes(doc: Document, channel: str, day: date) -> set[int]:
    """The minutes of a date (0–1439) on which a channel is open."""
    hours = doc["hours"][channel]
    spans = hours.get(WEEKDAYS[day.weekday()], [])
    closed = hours.get("holidays", "closed") == "closed"
    if closed and day in public_holidays(doc["shop"].get("country", "FI"), day.year):
        spans = []
    for exception in hours.get("exceptions", []):
        if exception["date"] == day:
            spans = exception["open"]
    minutes: set[int] = set()
    for span in spans:
        start, end = (int(at[:2]) * 60 + int(at[3:]) for at in span.split("-"))
        minutes |= set(range(start, end))
    return minutes


def opening_hours(doc: Document) -> Document:
    demand, hours = doc.get("demand", {}), doc.get("hours", {})
    kind = "orders" if "orders" in demand else "contacts"
    grid = [[int(n) for n in row.split()] for row in demand.get(kind, {}).get("grid", [])]
    names = {"any_channel": list(hours), "score": [n for n in hours if hours[n].get("live", False)]}
    if not hours or not sum(map(sum, grid)):
        return {"score": None}
    days = dates(doc["season"]["starts"], doc["season"]["ends"])
    opened = {(name, day): open_minutes(doc, name, day) for name in hours for day in days}

    def coverage(channels: list[str], wanted: Any) -> float | None:
        met = total = 0.0
        for day in days:
            minutes = set().union(*(opened[name, day] for name in channels))
            by_hour = Counter(minute // 60 for minute in minutes)
            for hour in range(24):
                if wanted(day.weekday(), hour):
                    count = grid[day.weekday()][hour]
                    total += count
                    met += count * by_hour[hour] / 60
        return 100 * met / total if total else None

    def always(_weekday: int, _hour: int) -> bool:
        return True

    return {
        "score": coverage(names["score"], always), "any_channel": coverage(names["any_channel"], always),
        "evenings": coverage(names["score"], lambda weekday, hour: weekday < 5 and 16 <= hour < 22),
        "weekends": coverage(names["score"], lambda weekday, _: weekday >= 5),
        "channels": {name: coverage([name], always) for name in hours},
    }


def faq(doc: Document) -> float | None:
    counts = doc.get("demand", {}).get("contacts", {}).get("reasons", {})
    able = {r: n for r, n in counts.items() if doc.get("reasons", {}).get(r, {}).get("self_service", True)}
    if not sum(able.values()):
        return None
    met = 0.0
    for reason, count in able.items():
        best = 0.0
        for entry in doc.get("faq", []):
            if reason in entry.get("answers", []):
                quality = 0.5
                if entry.get("findable", False):
                    quality += 0.25
                if "reviewed" in entry and (doc["season"]["starts"] - entry["reviewed"]).days <= 180:
                    quality += 0.25
                best = max(best, quality)
        met += count * best
    return 100 * met / sum(able.values())


def first_peak(doc: Document) -> date:
    """As given, else Black Friday: the day after November's fourth Thursday."""
    thursdays = [d for d in dates(date(doc["season"]["year"], 11, 1), date(doc["season"]["year"], 11, 30))
                 if d.weekday() == 3]
    return min(doc["season"].get("peaks") or [thursdays[3] + timedelta(days=1)])


def maturity(reason: Document, peak: date) -> float:
    if reason.get("done"):
        return 1.0
    if not reason.get("cause"):
        return 0.0
    whole = reason.get("action") and reason.get("owner") and "due" in reason and reason["due"] < peak
    return 0.6 if whole else 0.25


def contact_reasons(doc: Document) -> Document:
    contacts = doc.get("demand", {}).get("contacts", {})
    counts = {reason: n for reason, n in contacts.get("reasons", {}).items() if n}
    everything = sum(counts.values()) + contacts.get("uncoded", 0)
    coded = sum(counts.values()) / everything if everything else None
    if not counts:
        return {"score": None, "coded": coded}
    top = sorted(counts, key=lambda reason: (-counts[reason], reason))[: doc.get("plan", {}).get("top_reasons", 5)]
    asked = sum(counts[reason] for reason in top)
    own = {reason: doc.get("reasons", {}).get(reason, {}) for reason in counts}
    return {
        "score": 100 * sum(counts[r] * maturity(own[r], first_peak(doc)) for r in top) / asked,
        "top": top, "top_share": asked / everything, "coded": coded,
        "preventable": sum(counts[r] * own[r].get("preventable", 0) for r in counts),
        "canned_replies": 100 * sum(counts[r] for r in top if own[r].get("canned_reply")) / asked,
        "escalation": 100 * sum(counts[r] for r in top if own[r].get("escalation")) / asked,
    }


def path(doc: Document) -> float | None:
    points: dict[str, list[float]] = {}
    for run in doc.get("path_runs", []):
        for step in run.get("steps", []):
            if step["result"] != "untested":
                points.setdefault(step["step"], []).append({"pass": 1, "friction": 0.5, "fail": 0}[step["result"]])
    if not points:
        return None
    weighed = [(2 if step == "pay" else 1, 100 * sum(found) / len(found)) for step, found in points.items()]
    return sum(weight * value for weight, value in weighed) / sum(weight for weight, _ in weighed)
