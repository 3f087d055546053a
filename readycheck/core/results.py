"""What the scores are made of. Scores are 0–100 or None; every share is 0–1.

`missing` says in words what data a None lacks; `steps` is the arithmetic, line by line, to be redone
with a calculator (`score --explain`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from readycheck.core.audit import AnswerValue, StepName
from readycheck.core.checklist import LocalText, Question
from readycheck.core.message import Message
from readycheck.core.scored import Scored
from readycheck.core.service_results import ChannelFit, ServiceQuality
from readycheck.core.staffing.results import JanuaryStaffing

Band = Literal["ready", "nearly", "not_ready"]


@dataclass(frozen=True, kw_only=True)
class HoursCoverage(Scored):
    """Opening-hours coverage (DOMAIN §3.1). `other` is the score under the grid that was not taken."""

    demand: Literal["orders", "contacts"] | None = None
    other: float | None = None
    evenings: float | None = None
    weekends: float | None = None
    holidays: float | None = None
    any_channel: float | None = None
    channels: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True)
class ReasonFaq:
    """How well the best FAQ entry answers one reason: `quality` 0, 0.5, 0.75 or 1."""

    reason: str
    share: float
    quality: float
    entry: str


@dataclass(frozen=True, kw_only=True)
class FaqCoverage(Scored):
    """FAQ coverage (DOMAIN §3.2), the reasons by demand."""

    reasons: tuple[ReasonFaq, ...] = ()


@dataclass(frozen=True)
class ParetoRow:
    """A contact reason: its count, its share of the coded contacts, and the share up to here."""

    reason: str
    count: int
    share: float
    cumulative: float
    maturity: float


@dataclass(frozen=True, kw_only=True)
class ReasonReadiness(Scored):
    """Contact-reason readiness (DOMAIN §3.3); `pareto` holds every reason, `top` the first k ids.

    `by_rule` is the share (0–1) of the coded contacts whose reason keyword rules gave, None where none are coded.
    `by_hand`: the counts were typed, for no import has counted a reason.
    """

    top: tuple[str, ...] = ()
    top_share: float | None = None
    coded: float | None = None
    by_rule: float | None = None
    by_hand: bool = False
    preventable: float = 0.0
    canned_replies: float | None = None
    escalation: float | None = None
    pareto: tuple[ParetoRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConfirmationCoverage(Scored):
    """Order-confirmation coverage (DOMAIN §3.5): the after-sales reasons asked most."""

    answered: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DataCompleteness(Scored):
    """Data completeness (DOMAIN §3.6): five shares in percent and their plain mean."""

    coded: float = 0.0
    timed: float = 0.0
    with_channel: float = 0.0
    months: float = 0.0
    observations: float = 0.0


@dataclass(frozen=True, kw_only=True)
class PathScore(Scored):
    """Purchase path (DOMAIN §3.7): each step's score, and what the tests did and did not touch."""

    by_step: Mapping[StepName, float | None] = field(default_factory=dict)
    failed: tuple[StepName, ...] = ()
    runs: int = 0
    outsiders: int = 0
    devices: tuple[str, ...] = ()
    payment_methods: tuple[str, ...] = ()
    never_tested: tuple[StepName, ...] = ()
    help_reachable: float | None = None
    help_told: int = 0
    """Tested entries where help was written down, within reach or not: what `help_reachable` is a share of."""


@dataclass(frozen=True)
class QuestionScore:
    """One question's standing. `claim` is the answer that counts; `counted` its value after the data.

    `measured` is 0–100; `difference` is the distance of the two voices, 0–1.
    """

    id: str
    question: Question
    claim: AnswerValue | None
    counted: float | None
    measured: float | None
    known: bool
    applicable: bool
    contradicted: bool
    blocker: bool
    difference: float

    @property
    def falls_short(self) -> bool:
        """Whether the data is under what a "yes" asks for, whatever was answered."""
        least = self.question.at_least
        return self.measured is not None and least is not None and self.measured < least


@dataclass(frozen=True)
class SectionScore:
    """A section's score, its known share (0–1) and its questions; id `<checklist>/<section>`."""

    id: str
    title: LocalText
    score: float | None
    known: float | None
    questions: tuple[QuestionScore, ...]
    steps: tuple[Message, ...] = ()

    @property
    def answered(self) -> int:
        """How many applicable questions have any answer at all."""
        return sum(1 for q in self.questions if q.applicable and q.claim is not None)


@dataclass(frozen=True)
class Blocker:
    """What must not stand: a critical "no" (`id` of the question) or a failed path step (`path/pay`)."""

    id: str
    kind: Literal["question", "path"]


@dataclass(frozen=True)
class Contradiction:
    """A claimed "yes" that the shop's own data does not bear out; `value` and `at_least` are 0–100."""

    question: str
    claim: AnswerValue
    measure: str
    value: float
    at_least: float


@dataclass(frozen=True)
class Contribution:
    """One score in the readiness mean: `points` it brings, `lost` it leaves on the table."""

    id: str
    weight: float
    score: float | None
    known: float
    points: float
    lost: float


@dataclass(frozen=True)
class Readiness:
    """The readiness mean (DOMAIN §3.10) with its known share (0–1), contributions and largest losses."""

    score: float | None
    band: Band | None
    known: float
    contributions: tuple[Contribution, ...] = ()
    losses: tuple[Contribution, ...] = ()
    steps: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Scores:
    """Everything that an audit says of a shop."""

    readiness: Readiness
    hours: HoursCoverage
    faq: FaqCoverage
    reasons: ReasonReadiness
    january: JanuaryStaffing
    confirmation: ConfirmationCoverage
    data: DataCompleteness
    path: PathScore
    service: ServiceQuality
    channels: ChannelFit
    sections: tuple[SectionScore, ...]
    blockers: tuple[Blocker, ...]
    contradictions: tuple[Contradiction, ...]
    differences: tuple[QuestionScore, ...]
    measures: Mapping[str, float | None]

    def section(self, identifier: str) -> SectionScore | None:
        """A section by its full id."""
        return next((section for section in self.sections if section.id == identifier), None)

    def question(self, identifier: str) -> QuestionScore | None:
        """A question by its full id."""
        return next((q for s in self.sections for q in s.questions if q.id == identifier), None)
