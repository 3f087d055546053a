"""One shop's audit of one season: everything a person or an import has put in (INTERFACE.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from readycheck.core.checklist import Checklist
from readycheck.core.hours.week import ChannelHours
from readycheck.core.imported import ImportEntry, KeptMapping
from readycheck.core.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    Amount,
    Between,
    Count,
    HasWord,
    Length,
    Lines,
    NotBlank,
    OtherTables,
    Seconds,
    Share,
)
from readycheck.core.message import say
from readycheck.core.plan import Plan, Scenario, Staffing
from readycheck.core.profile import ContactProfile, Demand, OrderProfile
from readycheck.core.responses import Edge
from readycheck.core.survey import Figure

FORMAT = "readycheck-audit/1"
AnswerValue = Literal["yes", "partly", "no", "unknown", "na"]
StepName = Literal["arrive", "search", "product", "cart", "order", "pay", "confirmation", "delivery", "return"]
StepResult = Literal["pass", "friction", "fail", "untested"]
STEPS: tuple[StepName, ...] = (
    "arrive", "search", "product", "cart", "order", "pay", "confirmation", "delivery", "return",
)
Text = Annotated[str, Lines()]
Keyword = Annotated[str, Length(60, say("characters")), HasWord()]
ScenarioName = Annotated[str, Length(60, say("characters")), HasWord()]


@dataclass(frozen=True)
class Shop:
    """The shop; `country` (ISO 3166-1) gives its public holidays, `timezone` (IANA) its hours."""

    name: Annotated[str, NotBlank(), Length(1000, say("characters"))]
    country: str = "FI"
    timezone: str = "Europe/Helsinki"


@dataclass(frozen=True)
class Season:
    """A season by the year of its peak; it may end in the next. No `peaks`: computed."""

    year: Annotated[int, Between(FIRST_YEAR + 1, LAST_YEAR - 1)]
    starts: date
    ends: date
    peaks: tuple[date, ...] = ()


@dataclass(frozen=True)
class Voice:
    """One person's answer, and the day it was given."""

    value: AnswerValue
    on: date | None = None


@dataclass(frozen=True)
class Answer:
    """What owner and consultant say, and what they agreed on; the agreed answer counts."""

    owner: Voice | None = None
    consultant: Voice | None = None
    agreed: Voice | None = None
    note: Text = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reason:
    """A contact reason and what is done about it before the season.

    `keywords` are the shop's own words, in any language, by which contacts without a reason are known to have this.
    `count` is roughly how many contacts of last season had it, typed by hand: it stands in where no import counted.
    """

    label: Mapping[str, str] = field(default_factory=dict)
    self_service: bool = True
    after_sales: bool = False
    count: Count | None = None
    preventable: Share | None = None
    cause: Text = ""
    action: Text = ""
    owner: str = ""
    due: date | None = None
    done: Text = ""
    canned_reply: bool = False
    escalation: Text = ""
    keywords: Annotated[tuple[Keyword, ...], Length(100, say("keywords"))] = ()


@dataclass(frozen=True)
class FaqEntry:
    """One FAQ entry and the reasons it answers."""

    title: str
    url: str = ""
    answers: tuple[str, ...] = ()
    findable: bool = False
    reviewed: date | None = None


@dataclass(frozen=True)
class PathStep:
    """What happened at one step; one entry for each payment method tried."""

    step: StepName
    result: StepResult = "untested"
    seconds: Amount | None = None
    help_reachable: bool | None = None
    payment_method: str = ""
    note: Text = ""


@dataclass(frozen=True)
class PathRun:
    """One tester's walk down the purchase path on one device."""

    tester: str = ""
    outsider: bool = False
    device: str = ""
    on: date | None = None
    steps: tuple[PathStep, ...] = ()


@dataclass(frozen=True)
class Action:
    """Something to be done, by whom, by when, and what instead when it is too late.

    `first_promised`: the season that it was first promised in, where that was an earlier one.
    """

    id: str
    title: str
    owner: str = ""
    due: date | None = None
    lead_days: Annotated[int, Between(0, 365)] = 0
    status: Literal["open", "doing", "done", "dropped"] = "open"
    fallback: Text = ""
    question: str = ""
    first_promised: Annotated[int, Between(FIRST_YEAR + 1, LAST_YEAR - 1)] | None = None


@dataclass(frozen=True)
class Observation:
    """A success or a difficulty written down for next year, beside that year's `question` if it names one."""

    kind: Literal["success", "difficulty"]
    text: Text
    on: date | None = None
    question: str = ""


@dataclass(frozen=True)
class Stage:
    """A stage of the customer path: what can go wrong there, and what is done about it."""

    stage: str
    risk: Text = ""
    mitigation: Text = ""
    told_before_order: bool = False
    told_after_order: bool = False


@dataclass(frozen=True)
class Confirmation:
    """What the order confirmation was found to answer; None where nobody has said yet."""

    answers: tuple[str, ...] = ()
    lead_time: bool | None = None
    returns: bool | None = None
    contact: bool | None = None
    on: date | None = None
    digest: str = ""


@dataclass(frozen=True)
class ChannelService:
    """A channel's first response time against its target, in seconds; an import's is the median of `n` answered.

    `p90_s` is within what 90 % were answered, `within` how many up to each edge ("60" = 3; the edge included),
    `estimated` that both are read from the counts of several sources; `within_target` is typed, and goes before what
    `within` says.
    """

    first_response_s: Amount | None = None
    target_s: Seconds | None = None
    measured_from: str = ""
    p90_s: Amount | None = None
    n: Count | None = None
    unanswered: Count | None = None
    within: Mapping[Edge, Count] = field(default_factory=dict)
    estimated: bool = False
    within_target: Share | None = None


@dataclass(frozen=True)
class Service:
    """Service quality: shares are 0–1, `nps` −100…100, `grades` the 9–10 shares by grade.

    `n` gave any answer, `answers` tells how many answered what each figure comes from.
    """

    fcr: Share | None = None
    nps: Annotated[float, Between(-100, 100)] | None = None
    csat: Share | None = None
    grades: Mapping[Literal["quality", "overall", "recommend"], Share] = field(default_factory=dict)
    n: Count | None = None
    answers: Mapping[Figure, Count] = field(default_factory=dict)
    handled: Share | None = None
    channels: Annotated[Mapping[str, ChannelService], OtherTables()] = field(default_factory=dict)


@dataclass(frozen=True)
class ChannelCard:
    """What is promised in a channel; `wished` is the share of customers who ask for it."""

    offered: bool = True
    owner: str = ""
    target_s: Seconds | None = None
    same_answers: bool | None = None
    wished: Share | None = None


@dataclass(frozen=True)
class Audit:
    """The whole audit as typed values; the document it was read from keeps the unknown keys."""

    shop: Shop
    season: Season
    format: str = FORMAT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    hours: Mapping[str, ChannelHours] = field(default_factory=dict)
    staffing: Mapping[str, Staffing] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    scenarios: Mapping[ScenarioName, Scenario] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    faq: tuple[FaqEntry, ...] = ()
    demand: Demand = field(default_factory=Demand)
    imports: tuple[ImportEntry, ...] = ()
    mappings: tuple[KeptMapping, ...] = ()
    path_runs: tuple[PathRun, ...] = ()
    actions: tuple[Action, ...] = ()
    observations: tuple[Observation, ...] = ()
    stages: tuple[Stage, ...] = ()
    confirmation: Confirmation | None = None
    service: Service = Service()
    channels: Mapping[str, ChannelCard] = field(default_factory=dict)
    checklists: tuple[Checklist, ...] = ()

    @property
    def contacts(self) -> ContactProfile | None:
        """Last season's contacts, where they were imported."""
        return self.demand.contacts

    @property
    def orders(self) -> OrderProfile | None:
        """Last season's orders, where they were imported."""
        return self.demand.orders

    def checklist(self, identifier: str) -> Checklist | None:
        """The kept copy of a checklist, by its id."""
        return next((kept for kept in self.checklists if kept.id == identifier), None)
