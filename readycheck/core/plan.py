"""What a shop plans for its season: hands and hours, expected orders and contacts (INTERFACE `[plan]`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from readycheck.core.limits import Amount, Between, HasWord, IsoDay, IsoWeek, Length, Lines, Seconds, Share
from readycheck.core.message import say

DRIFT = 0.3
"""τ: how much the contact rate drifts from year to year (lognormal), until a graded forecast says otherwise."""
NOISE = 2.0
"""Variance of the counts over their mean: contacts come in clusters, Poisson's 1 is too narrow."""
SHRINKAGE = say("Give the share of the paid time that goes to breaks, meetings and absences, such as 0.3.")
OCCUPANCY = say("Give the share of the working time that contacts may fill, such as 0.85.")
CONTACT_RATE = say("Give contacts per order, such as 0.1 for one in ten orders.")
DRIFT_TOLD = say("Give how far the contact rate drifts in a year, as a logarithm, such as 0.3.")
GROWTH = say("Give this season's orders over last season's, such as 1.1.")


@dataclass(frozen=True)
class Staffing:
    """How a channel is worked: `aht` and `within` in seconds, `target` the service level (0–1).

    `share` is the part of the contacts that comes in it (0–1), where it is typed: it counts before imported ones.
    """

    aht: Seconds
    concurrency: Annotated[float, Between(1, None, remedy=say("Give conversations at a time, such as 2."))] = 1
    target: Annotated[float, Between(0, below=1, remedy=say("Give the share answered in time, such as 0.8."))] = 0.8
    within: Annotated[float, Between(0, None, remedy=say("Give seconds, such as 60."))] | None = None
    patience: Seconds | None = None
    share: Share | None = None


@dataclass(frozen=True)
class LateDeliveries:
    """What if deliveries are late: a `share` of the orders from `first` to `last` brings `times` the contacts.

    Without dates: the orders from the first peak to 23 December. 5.7 is the rate of complaints of late orders over
    that of orders in time at a Brazilian marketplace (57 % against 10 %).
    """

    share: Share = 0.0
    times: Annotated[float, Between(1, 100, remedy=say("Give the contacts of a late order over those of one in time,"
                                                       " such as 5.7."))] = 5.7
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Gifts:
    """What if a `share` of the orders from `first` to 23 December are gifts: their later contacts start on the 24th."""

    share: Share = 0.0
    first: date | None = None


@dataclass(frozen=True)
class Campaign:
    """A campaign: the orders from `first` to `last` are `orders` times what they would be without it."""

    first: date
    last: date
    orders: Annotated[float, Between(above=0, high=100, remedy=say("Give the orders with the campaign over those"
                                                                  " without it, such as 1.5."))] = 1.5


@dataclass(frozen=True)
class Plan:
    """The season's plan; `hours` are agent-hours and `orders` orders by ISO week, `extra` agent-hours by date on top.

    `drift` is τ of the contact rate from year to year, learned from a graded forecast; without it `DRIFT`.
    """

    pooled: bool = True
    shrinkage: Annotated[float, Between(0, below=1, remedy=SHRINKAGE)] = 0.3
    max_occupancy: Annotated[float, Between(0.01, 1, remedy=OCCUPANCY)] = 0.85
    hours: Mapping[Annotated[str, IsoWeek()], Amount] | None = None
    extra: Mapping[Annotated[str, IsoDay()], Amount] = field(default_factory=dict)
    contact_rate: Annotated[float, Between(0, 1000, remedy=CONTACT_RATE)] | None = None
    kernel: Literal["assumed", "fitted", "counted"] | None = None
    drift: Annotated[float, Between(0, 3, remedy=DRIFT_TOLD)] | None = None
    orders: Mapping[Annotated[str, IsoWeek()], Amount] = field(default_factory=dict)
    growth: Annotated[float, Between(above=0, high=1000, remedy=GROWTH)] = 1.0
    late: LateDeliveries = LateDeliveries()
    gifts: Gifts = Gifts()
    campaigns: Mapping[Annotated[str, HasWord()], Campaign] = field(default_factory=dict)
    top_reasons: Annotated[int, Between(3, 5)] = 5


@dataclass(frozen=True)
class Scenario:
    """A what-if kept by name: `changes` as `set` takes them ("plan.growth=1.2"), tried upon the audit as it then is."""

    changes: tuple[Annotated[str, Length(500, say("characters"))], ...] = ()
    note: Annotated[str, Lines()] = ""
