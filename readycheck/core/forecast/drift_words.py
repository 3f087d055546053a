"""What drifted between a forecast and what came, in words and in figures (core/forecast/drift_factors)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import prod
from typing import Literal

from readycheck.core.message import Message, say
from readycheck.core.rounding import rounded
from readycheck.core.staffing.results import Kernel
from readycheck.core.years.comparison import ForecastGrade

Name = Literal["orders", "rate", "lag", "rest"]
NAMES: dict[Name, Message] = {
    "orders": say("orders"), "rate": say("contacts per order"), "lag": say("lag from order to contact"),
    "rest": say("the rest"),
}
WITH: dict[Name, Message] = {
    "orders": say("With the orders that came"), "rate": say("And with the contacts per order that came"),
    "lag": say("And with the lag that came"), "rest": say("What came"),
}
NO_ORDERS = say("the orders of that season are not imported")
OTHER_ORDERS = say("the orders that are imported are of other days")
NEEDS_ORDERS = say("cannot be told without the orders of that season")
NO_SALES = say("the days that are known have no orders")
NOTHING = say("there are no contacts to compare with")
SAME_DAYS = 0.05
"""Half of the contacts a tenth of an hour earlier or later is no difference."""


def orders(came: float, expected: float, days: int, asked: Sequence[date]) -> Message:
    """How many orders came on the days that January's contacts come from; `days` of those asked for are known."""
    told = say("{came:,.0f} orders came from {first} to {last}, {expected:,.0f} were expected",
               came=came, expected=expected, first=asked[0], last=asked[-1])
    if days == len(asked):
        return told
    return say("{told} ({days} of the {asked} days are known)", told=told, asked=len(asked), days=days)


def rate(came: float, expected: float) -> Message:
    """Contacts per order, late deliveries reckoned in where the plan had some."""
    return say("{came:.3f} contacts per order came, {expected:.3f} were expected", came=came, expected=expected)


def too_few_days(days: int, least: int) -> Message:
    """Why the contact rate is not known."""
    return say("only {days} days have both orders and contacts; {least} are needed", days=days, least=least)


def lag(expected: Kernel, came: Kernel) -> Message:
    """Whether contacts came sooner or later after the order, by the day on which half of them have come."""
    later = came.median_days - expected.median_days
    half = say("half of them within {days:.1f} days of the order", days=came.median_days)
    if abs(later) < SAME_DAYS:
        return say("contacts came as soon as expected, {half}", half=half)
    if later > 0:
        return say("contacts came {days:.1f} days later than expected, {half}", days=later, half=half)
    return say("contacts came {days:.1f} days sooner than expected, {half}", days=-later, half=half)


def rest(something_unknown: bool) -> Message:
    """What the rest is made of."""
    if something_unknown:
        return say("what is not known above, and chance")
    return say("what these three do not explain")


def learned(grade: ForecastGrade) -> Message:
    """What next year's forecast takes from this one."""
    if rounded(grade.learned_drift, 2) == rounded(grade.drift, 2):
        return say("next year's interval reckons with as much drift from year to year as this one, {drift:.0%}",
                   drift=grade.drift)
    return say("next year's interval reckons with {learned:.0%} drift from year to year instead of {drift:.0%}",
               learned=grade.learned_drift, drift=grade.drift)


def missed(grade: ForecastGrade) -> Message:
    """What came, against the forecast: of the same base and sign as its factors."""
    if grade.change is None:
        return say("no contact was forecast")
    if rounded(grade.change, 3) == 0:
        return say("as many came as were forecast")
    if grade.change > 0:
        return say("{change:.1%} more came than was forecast", change=grade.change)
    return say("{change:.1%} fewer came than was forecast", change=-grade.change)


def step(name: Name, contacts: float, before: float, value: float) -> Message:
    """One factor's division."""
    return say("{what}: {contacts:.2f} contacts; {name} = {contacts:.2f} / {before:.2f} = {value:.4f}",
               what=WITH[name], name=NAMES[name], contacts=contacts, before=before, value=value)


def rate_step(came: int, days: int, brought: float) -> Message:
    """The division that gives the contact rate."""
    return say("{came} contacts came on {days} days whose orders bring {brought:.2f} at one contact each:"
               " {rate:.4f} per order", came=came, days=days, brought=brought, rate=came / brought)


def product_step(values: Iterable[float], forecast: float, outcome: float) -> Message:
    """That the factors are the whole."""
    return say("All factors multiplied: {product:.4f} = {outcome:.0f} / {forecast:.2f}",
               product=prod(values), outcome=outcome, forecast=forecast)
