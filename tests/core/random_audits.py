"""Random small audit documents: every corner of DOMAIN §3 comes up in some of them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.core.documents import Document, checklist, question

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CHANNELS = ("chat", "phone", "email", "social")
REASONS = ("return", "where-is-my-order", "refund", "warranty", "payment", "delivery-time", "size")
MEASURES = ("opening_hours", "evenings", "weekends", "any_channel", "faq", "contact_reasons", "canned_replies",
            "escalation", "coded", "january", "before", "path")
ANSWERS = ("yes", "yes", "partly", "no", "unknown", "na")
SECTIONS = ("presence", "self-service", "january")
STEPS = ("arrive", "search", "product", "cart", "order", "pay", "pay", "confirmation")


def random_document(seed: int) -> Document:
    """An audit of a small shop; the same seed gives the same audit."""
    rng = Random(seed)
    year = rng.choice((2020, 2023, 2024, 2025, 2026, 2027))
    season = {"year": year, "starts": date(year, *rng.choice(((11, 1), (11, 1), (10, 12)))),
              "ends": date(year + 1, 1, rng.choice((31, 31, 14)))}
    if rng.random() < 0.3:
        season["peaks"] = [date(year, 12, 1), date(year, 11, 20)]
    country = rng.choice(("FI", "FI", "SE", "DE", "GB"))
    doc: Document = {"format": "readycheck-audit/1", "shop": {"name": "S", "country": country}, "season": season}
    doc["hours"] = {channel: random_hours(rng, year) for channel in CHANNELS if rng.random() < 0.6}
    doc["staffing"] = {channel: random_staffing(rng) for channel in CHANNELS if rng.random() < 0.7}
    doc["plan"] = {**random_plan(rng, year), "kernel": "assumed"}
    doc["demand"] = random_demand(rng, year)
    doc["reasons"] = {reason: random_reason(rng, year) for reason in REASONS if rng.random() < 0.8}
    doc["faq"] = [random_entry(rng, season["starts"], n) for n in range(rng.randrange(5))]
    doc["path_runs"] = [random_run(rng) for _ in range(rng.randrange(3))]
    doc["checklists"] = [random_checklist(rng, year)]
    doc["answers"] = {
        f"peak-season/{name}.q{n}": {
            who: {"value": rng.choice(ANSWERS)}
            for who, often in (("owner", 0.8), ("consultant", 0.4), ("agreed", 0.2)) if rng.random() < often
        } for name in SECTIONS for n in range(4) if rng.random() < 0.8
    }
    return doc


documents = st.integers(0, 2**32).map(random_document)


def random_hours(rng: Random, year: int) -> dict[str, Any]:
    hours: dict[str, Any] = {day: [span(rng) for _ in range(rng.randrange(3))] for day in WEEKDAYS}
    hours |= {key: value for key, value in (("live", rng.random() < 0.7), ("holidays", rng.choice(("open", "closed"))))
              if rng.random() < 0.9}
    days = (date(year, 11, 27), date(year, 12, 6), date(year, 12, 31), date(year + 1, 1, 6))
    hours["exceptions"] = [{"date": day, "open": [span(rng)] * rng.randrange(2)} for day in days if rng.random() < 0.3]
    return hours


def span(rng: Random) -> str:
    start = rng.randrange(0, 23 * 60, rng.choice((1, 15, 60)))
    end = rng.choice((24 * 60, rng.randrange(start + 1, 24 * 60 + 1)))
    return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def random_staffing(rng: Random) -> dict[str, Any]:
    keys = {"concurrency": rng.choice((1, 2, 2.5)), "target": rng.choice((0.5, 0.83, 0.95)),
            "within": rng.choice((0, 15, 90)), "patience": rng.choice((45, 180))}
    often = {"concurrency": 0.5, "target": 0.5, "within": 0.5, "patience": 0.15}
    return {"aht": rng.uniform(40, 900), **{key: value for key, value in keys.items() if rng.random() < often[key]}}


def random_plan(rng: Random, year: int) -> dict[str, Any]:
    weeks = [iso(date(year, 8, 3) + timedelta(weeks=n)) for n in range(27)]
    until = rng.choice((len(weeks), len(weeks), len(weeks) - 2))
    keys = {
        "pooled": rng.random() < 0.6, "shrinkage": rng.choice((0.0, 0.2, 0.35)), "max_occupancy": rng.uniform(0.6, 1),
        "hours": {week: rng.uniform(0, 300) for week in weeks if rng.random() < 0.9},
        "contact_rate": rng.choice((0.0, rng.uniform(0.01, 0.4))), "growth": rng.uniform(0.5, 2),
        "orders": {week: rng.uniform(0, 900) for week in weeks[rng.randrange(20):until]},
        "top_reasons": rng.choice((3, 4)), **random_what_if(rng, year),
    }
    often = {"hours": 0.9, "contact_rate": 0.6, "orders": 0.5, **dict.fromkeys(("late", "gifts", "campaigns"), 0.4)}
    return {key: value for key, value in keys.items() if rng.random() < often.get(key, 0.7)}


def random_what_if(rng: Random, year: int) -> dict[str, Any]:
    days = [date(year, 10, 20) + timedelta(days=n) for n in range(100)]
    late, gifts = {"share": rng.random(), "times": rng.uniform(1, 9)}, {"share": rng.random()}
    if rng.random() < 0.5:
        late["first"], late["last"] = sorted(rng.sample(days, 2))
    if rng.random() < 0.5:
        gifts["first"] = date(year, *rng.choice(((8, 1), (11, 15), (12, 23))))
    campaigns = {}
    for name in ("bf", "christmas"):
        first, last = sorted(rng.choices(days, k=2))
        campaigns[name] = {"first": first, "last": last, "orders": rng.choice((0.5, 1.2, 4.0))}
    del campaigns["bf"]["orders"]  # half as many again
    extra = {day.isoformat(): rng.uniform(0, 40) for day in rng.sample(days, 12)}
    return {"late": late, "gifts": gifts, "campaigns": campaigns, "extra": extra}


def iso(day: date) -> str:
    return "{}-W{:02d}".format(*day.isocalendar()[:2])


def random_demand(rng: Random, year: int) -> dict[str, Any]:
    demand: dict[str, Any] = {}
    if rng.random() < 0.9:
        demand["contacts"] = profile(rng, year, 30) | {
            "channels": {name: rng.randrange(300) for name in (*CHANNELS, "instagram") if rng.random() < 0.8},
            "reasons": {reason: rng.choice((0, 7, rng.randrange(400))) for reason in REASONS if rng.random() < 0.7},
            "uncoded": rng.choice((0, 55)),
        }
    if rng.random() < 0.7:
        demand["orders"] = profile(rng, year, 150)
    return demand


def profile(rng: Random, year: int, most: int) -> dict[str, Any]:
    first = date(year - 1, *rng.choice(((8, 20), (10, 20), (11, 1), (12, 20))))
    last = date(year, 1, rng.choice((31, 31, 25, 24, 12)))
    rows = [[rng.randrange(9) if rng.random() < 0.5 else 0 for _ in range(24)] for _ in range(7)]
    for weekday in range(7):
        rows[weekday] = rows[weekday] if rng.random() < 0.8 else [0] * 24
    rows[0][12] += 1  # not all zeros: whose grid counts then is left open
    days = (last - first).days + 1
    return {"first": first, "last": last, "grid": [" ".join(map(str, row)) for row in rows],
            "daily": " ".join(str(rng.randrange(most)) for _ in range(days))}


def random_reason(rng: Random, year: int) -> dict[str, Any]:
    keys = {"cause": "c", "action": "a", "owner": "o", "done": rng.choice(("", "seen")), "escalation": "team lead",
            "due": date(year, 11, rng.choice((19, 20, 21, 26, 27, 28, 29))), "canned_reply": True,
            "self_service": rng.random() < 0.3, "preventable": rng.random()}
    return {key: value for key, value in keys.items() if rng.random() < (0.3 if key == "done" else 0.75)}


def random_entry(rng: Random, starts: date, number: int) -> dict[str, Any]:
    entry: dict[str, Any] = {"title": f"q{number}", "findable": rng.random() < 0.5}
    entry["answers"] = [reason for reason in REASONS if rng.random() < 0.35]
    if rng.random() < 0.8:
        entry["reviewed"] = starts - timedelta(days=rng.choice((0, 179, 180, 181, 400)))
    return entry


def random_run(rng: Random) -> dict[str, Any]:
    return {"tester": "t", "outsider": rng.random() < 0.5, "device": "phone", "steps": [
        {"step": step, "result": rng.choice(("pass", "pass", "friction", "fail", "untested"))}
        for step in STEPS if rng.random() < 0.8
    ]}


def random_checklist(rng: Random, year: int) -> Document:
    def asked(number: int) -> Document:
        keys: Document = {"critical": True, "applies_when": {"country": ["FI", "SE"]}, "since": date(year + 1, 2, 1),
                          "until": date(year, 10, 20)}
        if rng.random() < 0.7:
            keys |= {"measure": rng.choice(MEASURES), "at_least": rng.choice((30, 60, 90))}
        often = {"critical": 0.3, "applies_when": 0.2, "since": 0.1, "until": 0.1}
        chosen = {key: value for key, value in keys.items() if rng.random() < often.get(key, 1)}
        return question(f"q{number}", **chosen) | {"weight": rng.choice((1, 2, 3))}
    parts = [f"peak-season/{name}" for name in SECTIONS]
    parts += [f"coverage/{name}" for name in ("opening_hours", "faq", "contact_reasons", "january")]
    return checklist(
        {name: [asked(n) for n in range(4)] for name in SECTIONS}, {part: rng.choice((0.5, 1, 2)) for part in parts}
    )
