"""January staffing (DOMAIN §3.4) slow and plain: minute by minute, Erlang from sums of logarithms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from math import exp, fsum, lgamma, log
from typing import Any

Document = dict[str, Any]
OpenMinutes = Callable[[Document, str, date], set[int]]
DAY = timedelta(days=1)


def january(doc: Document, open_minutes: OpenMinutes) -> Document:
    """The score of the window, the same before it (where a week before it is planned), and the window's weeks."""
    season, planned = doc["season"], doc.get("plan", {}).get("hours")
    window, last = date(season["year"], 12, 27), date(season["year"] + 1, 1, 31)
    rate, shares = contact_rate(doc), channel_shares(doc)
    if rate is None or not shares or not orders_known(doc, season["starts"], last):
        return {"score": None}
    g, weeks, before = kernel(rate), {}, {}
    begins = min(planned or [iso(date.fromisoformat(day)) for day in doc.get("plan", {}).get("extra", {})], default="")
    day = season["starts"]
    while day <= last:
        contacts = fsum(g[k] * fsum(seen(doc, day - k * DAY, k)) for k in range(61))
        required, work = need(doc, day, contacts, shares, open_minutes)
        kept = (weeks if day >= window else before).setdefault(iso(day), Counter())
        kept.update(contacts=contacts, required=required, presence=required - work,
                    planned=(planned or {}).get(iso(day), 0) / 7
                    + doc.get("plan", {}).get("extra", {}).get(str(day), 0))
        day += DAY
    return {
        "score": score(weeks) if planned is not None else None,
        "before": score(before) if planned is not None and "" < begins < iso(window) else None,
        "weeks": [{"week": week, **counts} for week, counts in weeks.items()],
    }


def score(weeks: dict[str, Counter[str]]) -> float | None:
    required = fsum(week["required"] for week in weeks.values())
    met = fsum(min(week["planned"], week["required"]) for week in weeks.values())
    return 100 * met / required if required else None


def iso(day: date) -> str:
    return "{}-W{:02d}".format(*day.isocalendar()[:2])


def daily(profile: Document) -> dict[date, int]:
    return {profile["first"] + n * DAY: int(count) for n, count in enumerate(profile["daily"].split())}


def contact_rate(doc: Document) -> float | None:
    if "contact_rate" in doc.get("plan", {}):
        return float(doc["plan"]["contact_rate"])
    demand = doc.get("demand", {})
    if "orders" not in demand or "contacts" not in demand:
        return None
    orders, contacts = daily(demand["orders"]), daily(demand["contacts"])
    both = [day for day in orders if day in contacts]
    ordered = sum(orders[day] for day in both)
    return sum(contacts[day] for day in both) / ordered if ordered else None


def channel_shares(doc: Document) -> dict[str, float]:
    counts = doc.get("demand", {}).get("contacts", {}).get("channels", {})
    mine = {channel: counts.get(channel, 0) for channel in doc.get("staffing", {})}
    total = sum(mine.values())
    if len(mine) == 1 and not any(counts.values()):
        return dict.fromkeys(mine, 1.0)
    return {channel: count / total for channel, count in mine.items()} if total else {}


def kernel(rate: float) -> list[float]:
    def f(x: int) -> float:
        return 1 - (1 + x / 6) * exp(-x / 6)
    return [rate * ((0.15 if k == 0 else 0) + 0.85 * (f(k + 1) - f(k)) / f(61)) for k in range(61)]


def black_friday(year: int) -> date:
    thursdays = [date(year, 11, n) for n in range(1, 31) if date(year, 11, n).weekday() == 3]
    return thursdays[3] + DAY


def orders_known(doc: Document, first: date, last: date) -> bool:
    try:
        for n in range((last - first).days + 61):
            orders_on(doc, last - n * DAY)
    except LookupError:
        return False
    return True


def orders_on(doc: Document, day: date) -> float:
    """This season's orders of a day; LookupError where nobody knows them."""
    typed = doc.get("plan", {}).get("orders")
    if typed:
        first = min(typed)  # "2026-W09" < "2026-W10": weeks in order as text
        if first > iso(date(doc["season"]["year"] + 1, 1, 31)):
            raise LookupError(day)
        return typed[max(iso(day), first)] / 7
    if "orders" not in doc.get("demand", {}):
        raise LookupError(day)
    profile, growth = doc["demand"]["orders"], doc.get("plan", {}).get("growth", 1)
    known, year = daily(profile), doc["season"]["year"]
    source = day - 364 * DAY
    if date(year, 11, 1) <= day <= date(year, 12, 23):
        source = day - (black_friday(year) - black_friday(year - 1))
    if date(year, 12, 24) <= day <= date(year + 1, 1, 6):
        source = date(day.year - 1, day.month, day.day)
    if source in known:
        return growth * known[source]
    counts = list(known.values())
    if source < profile["first"]:
        return growth * sum(counts[:7]) / len(counts[:7])
    if (source - profile["last"]).days <= 7:
        return growth * sum(counts[-7:]) / len(counts[-7:])
    raise LookupError(source)


def seen(doc: Document, day: date, lag: int) -> list[float]:
    """The orders of a day that contacts see so many days later: on Christmas Eve, all gifts of December are opened.

    A gift's later contacts, the day after at the earliest, are reckoned from then on.
    """
    gifts, year = doc.get("plan", {}).get("gifts", {}), doc["season"]["year"]
    share, first = gifts.get("share", 0), gifts.get("first", date(year, 12, 1))
    if lag == 0:
        return [sold_on(doc, day)]
    if first <= day < date(year, 12, 24):
        return [(1 - share) * sold_on(doc, day)]
    if day != date(year, 12, 24):
        return [sold_on(doc, day)]
    wrapped = [day - n * DAY for n in range(1, 500) if day - n * DAY >= first and day - n * DAY >= earliest(doc)]
    return [sold_on(doc, day), *(share * sold_on(doc, bought) for bought in wrapped)]


def earliest(doc: Document) -> date:
    """Orders are asked for from 60 days before the season's first day."""
    return min(doc["season"]["starts"], date(doc["season"]["year"], 12, 27)) - 60 * DAY


def sold_on(doc: Document, day: date) -> float:
    """With every campaign of the day, and as many orders more as late ones bring contacts."""
    plan, year = doc.get("plan", {}), doc["season"]["year"]
    orders = orders_on(doc, day)
    for campaign in plan.get("campaigns", {}).values():
        orders *= campaign.get("orders", 1.5) if campaign["first"] <= day <= campaign["last"] else 1
    late = plan.get("late", {})
    peaks = doc["season"].get("peaks") or [black_friday(year)]
    if late.get("first", min(peaks)) <= day <= late.get("last", date(year, 12, 23)):
        in_time = orders * (1 - late.get("share", 0))
        orders = in_time + orders * late.get("share", 0) * late.get("times", 5.7)
    return orders


def need(
    doc: Document, day: date, contacts: float, shares: dict[str, float], open_minutes: OpenMinutes
) -> tuple[float, float]:
    """Agent-hours of a day, and those of them that are work."""
    plan, staffing = doc.get("plan", {}), doc["staffing"]
    cap, paid, pooled = plan.get("max_occupancy", 0.85), 1 - plan.get("shrinkage", 0.3), plan.get("pooled", True)
    row = [int(n) for n in doc["demand"]["contacts"]["grid"][day.weekday()].split()]
    part = [n / sum(row) if sum(row) else 1 / 24 for n in row]
    opened = {c: open_minutes(doc, c, day) for c, h in doc.get("hours", {}).items() if h.get("live") and c in staffing}
    present = work = idle = deferred = 0.0
    for hour in range(24):
        rates = {c: contacts * shares[c] * part[hour] for c in staffing}
        sets = Counter(frozenset(c for c in opened if 60 * hour + m in opened[c]) for m in range(60))
        for channels, minutes in sets.items():
            teams = [sorted(channels)] if pooled else [[c] for c in sorted(channels)]
            for team in filter(None, teams):
                n, a = agents(team, rates, staffing, cap)
                present += n * minutes / 60
                work += a * minutes / 60
                idle += max(0, cap * n - a) * minutes / 60 if pooled else 0
            for c in opened.keys() - channels:
                later = staffing["email"]["aht"] if "email" in staffing else staffing[c]["aht"]
                deferred += rates[c] * minutes / 60 * later / 3600
        deferred += sum(rates[c] * staffing[c]["aht"] for c in staffing if c not in opened) / 3600
    hours = (present + max(0, deferred - idle) / cap) / paid
    return hours, (work + deferred) / cap / paid


def agents(team: list[str], rates: dict[str, float], staffing: Document, cap: float) -> tuple[int, float]:
    """The fewest agents for a team's channels, and their load in erlangs."""
    a = sum(rates[c] * staffing[c]["aht"] / staffing[c].get("concurrency", 1) for c in team) / 3600
    if not a:
        return 1, 0.0
    aht = 3600 * a / sum(rates[c] for c in team)
    patience = min((staffing[c]["patience"] for c in team if "patience" in staffing[c]), default=None)
    n = 1
    while True:
        stable = n > a or patience is not None
        if stable and a / n <= cap and all(
            in_time(n, a, aht, staffing[c].get("within", 20 if c == "phone" else 60), patience)
            >= staffing[c].get("target", 0.8) for c in team if rates[c] > 0
        ):
            return n, a
        n += 1


def in_time(n: int, a: float, aht: float, within: float, patience: float | None) -> float:
    if patience is None:
        return 1 - erlang_c(n, a) * exp(-(n - a) * within / aht)
    return erlang_a(n, a, aht, within, patience)


def erlang_c(n: int, a: float) -> float:
    """(aⁿ/n!)(n/(n−a)) / (Σ_{k<n} aᵏ/k! + (aⁿ/n!)(n/(n−a))), each term by its logarithm."""
    terms = [k * log(a) - lgamma(k + 1) for k in range(n)]
    waits = n * log(a) - lgamma(n + 1) + log(n / (n - a))
    top = max(*terms, waits)
    return exp(waits - top) / (fsum(exp(term - top) for term in terms) + exp(waits - top))


def erlang_a(n: int, a: float, aht: float, within: float, patience: float, steps: int = 200) -> float:
    """Answered in time, from the chain's states: nobody waits below n; else λ·p(n−1) is offered the wait x
    with density e^(λ/θ·(1 − e^(−θx)) − nμx), and e^(−θx) are still there. Simpson over 0…within."""
    arrivals, served, leaving = a / aht, 1 / aht, 1 / patience
    logs = [k * log(a) - lgamma(k + 1) for k in range(n + 1)]
    while logs[-1] > max(logs) - 45:
        logs.append(logs[-1] + log(arrivals / (n * served + (len(logs) - n) * leaving)))
    top = max(logs)
    whole = fsum(exp(term - top) for term in logs)

    def seen(x: float) -> float:
        grown = arrivals / leaving * (1 - exp(-leaving * x)) - n * served * x - leaving * x
        return exp(logs[n - 1] - top + grown) * arrivals / whole
    at_once = fsum(exp(term - top) for term in logs[:n]) / whole
    h = within / steps
    odd, even = (fsum(seen(i * h) for i in range(start, steps, 2)) for start in (1, 2))
    return at_once + h / 3 * (seen(0) + 4 * odd + 2 * even + seen(within))
