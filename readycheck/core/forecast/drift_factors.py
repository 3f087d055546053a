"""Why a January forecast missed: orders, contact rate and lag, each by the forecast made with what came (DOMAIN §4).

The forecast is made again with one thing after another as it came, and each factor is what that changed:

    F0  the forecast as it stood
    F1  with the orders that came (days that are not known: as expected)           orders = F1 / F0
    F2  and with as many contacts per order as came; no delivery assumed late      rate   = F2 / F1
    F3  and with the lag and weekdays that came; no gift assumed                   lag    = F3 / F2
    A   what came                                                                  rest   = A / F3

So orders × rate × lag × rest = A / F0. What is not known stays as it was expected, and what it changed is in the rest.
The rate that came is Σ contacts / Σ of what their orders would bring at one contact each, over the days from 60 days
before the window to its end of which both are known: with the lag that came, else with the one that was expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.forecast import drift_words as words
from readycheck.core.forecast.again import ForecastAgain
from readycheck.core.forecast.contacts import total
from readycheck.core.forecast.season import SeasonForecast
from readycheck.core.forecast.what_if import ContactOrders
from readycheck.core.lag.choice import LEAST_DAYS
from readycheck.core.lag.kernel import with_rate
from readycheck.core.message import Message
from readycheck.core.profile import by_day
from readycheck.core.years.comparison import DriftFactor

Came = Mapping[date, int]


@dataclass(frozen=True)
class Drifted:
    """The factors orders, rate, lag and rest, and their arithmetic line by line."""

    factors: tuple[DriftFactor, ...]
    steps: tuple[Message, ...]


@dataclass(frozen=True)
class _Remade:
    """The window's contacts with one more thing as it came; None where that is not known."""

    name: words.Name
    contacts: float | None
    words: Message
    steps: tuple[Message, ...] = ()


def drift_factors(before: Audit, after: Audit, found: SeasonForecast, came: Came) -> Drifted:
    """The factors of the forecast `found` of `before`; `after` knows the orders, `came` the window's contacts whole."""
    again = ForecastAgain(before, found)
    remade = _remade(again, after, came)
    unknown = any(each.contacts is None for each in remade)
    rest = _Remade("rest", float(sum(came[day] for day in again.window)), words.rest(unknown))
    return _divided(total(found.contacts, again.window), (*remade, rest))


def _divided(forecast: float, remade: Iterable[_Remade]) -> Drifted:
    """Each over the one before it; where nothing was expected there is nothing to divide by."""
    now, factors, steps = forecast, list[DriftFactor](), list[Message]()
    for each in remade:
        value = each.contacts / now if each.contacts is not None and now else None
        factors.append(DriftFactor(each.name, value, each.words if now else words.NOTHING))
        if each.contacts is not None and value is not None:
            steps += [*each.steps, words.step(each.name, each.contacts, now, value)]
            now = each.contacts
    if factors[-1].value is not None:
        steps.append(words.product_step((f.value for f in factors if f.value is not None), forecast, now))
    return Drifted(tuple(factors), tuple(steps))


def _remade(again: ForecastAgain, after: Audit, came: Came) -> tuple[_Remade, ...]:
    """F1, F2 and F3."""
    known = by_day(after.orders) if after.orders is not None else {}
    days = [day for day in again.sources if day in known]
    if not days:
        why = words.OTHER_ORDERS if known else words.NO_ORDERS
        return _Remade("orders", None, why), *_unknown(words.NEEDS_ORDERS, words.NEEDS_ORDERS)
    orders = {day: float(known.get(day, count)) for day, count in again.orders.items()}
    told = words.orders(
        sum(known[day] for day in days), sum(again.orders[day] for day in days), len(days), again.sources,
    )
    with_orders = again.contacts(again.seen(orders), again.found.kernel)
    return _Remade("orders", with_orders, told), *_rate_and_lag(again, after, orders, came, with_orders)


def _rate_and_lag(
    again: ForecastAgain, after: Audit, orders: Mapping[date, float], came: Came, with_orders: float
) -> tuple[_Remade, _Remade]:
    """F2 and F3, where enough days have both orders and contacts."""
    ordered = by_day(after.orders) if after.orders else {}
    both = [day for day in again.sources if day in came and day in ordered]
    lag, old = again.lag_that_came(after), again.found.kernel
    if len(both) < LEAST_DAYS:
        return _unknown(words.too_few_days(len(both), LEAST_DAYS), lag.note)
    measured = lag.kernel if lag.kernel is not None and lag.kernel.kind != "assumed" else None
    in_time, plain = again.seen(orders, late=False), ContactOrders(orders, orders)
    seen, kernel = (in_time, old) if measured is None else (plain, measured)
    contacts, brought = sum(came[day] for day in both), again.contacts(seen, with_rate(kernel, 1.0), both)
    if not brought:
        return _unknown(words.NO_SALES, lag.note)
    rate = contacts / brought
    with_the_rate = again.contacts(in_time, with_rate(old, rate))
    expected = rate * with_orders / with_the_rate if with_the_rate else old.rate  # late deliveries raise it
    first = _Remade(
        "rate", with_the_rate, words.rate(rate, expected), (words.rate_step(contacts, len(both), brought),)
    )
    if measured is None:
        return first, _Remade("lag", None, lag.note)
    return first, _Remade("lag", again.contacts(plain, with_rate(measured, rate)), words.lag(old, measured))


def _unknown(rate: Message, lag: Message) -> tuple[_Remade, _Remade]:
    return _Remade("rate", None, rate), _Remade("lag", None, lag)
