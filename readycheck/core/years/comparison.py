"""What a comparison of two seasons is made of (DOMAIN §4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readycheck.core.audit import Action, AnswerValue, Observation
from readycheck.core.checklist import LocalText
from readycheck.core.message import Message, say
from readycheck.core.results import Scores
from readycheck.core.years.demand_moved import Moved, RateMoved

RowKind = Literal[
    "better", "worse", "same", "new", "removed", "changed_meaning", "became_known", "became_unknown"
]

_LIST_KINDS: frozenset[RowKind] = frozenset({"new", "removed", "changed_meaning"})


@dataclass(frozen=True)
class ScoreRow:
    """A section or coverage score in both seasons, 0–100; a section's over the questions answered in both."""

    id: str
    kind: RowKind
    before: float | None
    after: float | None
    title: LocalText | None = None


@dataclass(frozen=True)
class QuestionRow:
    """A question in both seasons; `before_id` differs where the newer one supersedes an older.

    `answers_alone`: it was compared without the data, which one of the seasons lacks.
    """

    id: str
    before_id: str | None
    kind: RowKind
    prompt: LocalText
    before: AnswerValue | None
    after: AnswerValue | None
    value_before: float | None
    value_after: float | None
    comparable: bool
    why_not: Message | None = None
    answers_alone: bool = False


@dataclass(frozen=True)
class SettingRow:
    """A setting that differs, and why scores under the two do not compare as they stand."""

    key: str
    before: str
    after: str
    why: Message


@dataclass(frozen=True)
class WeekGrade:
    """An ISO week of the January window: contacts expected, 10–90 %, and what came."""

    week: str
    forecast: float
    low: float
    high: float
    came: int

    @property
    def held(self) -> bool:
        """Whether what came lies in the interval."""
        return self.low <= self.came <= self.high


@dataclass(frozen=True)
class DriftFactor:
    """What one cause made of January's contacts: what came over what it would have been, 1 for no change.

    `value` is None where it is not known; `words` say what happened, or why it is not known.
    """

    kind: Literal["orders", "rate", "lag", "rest"]
    value: float | None
    words: Message


@dataclass(frozen=True)
class ForecastGrade:
    """Last season's January forecast (contacts, 10–90 %) against what came; `error` is signed, of what came.

    `factors` are orders, rate, lag and rest: those that are known multiply to outcome / forecast. `drift` is τ as the
    forecast had it, `learned_drift` τ for next year's.
    """

    forecast: float
    low: float
    high: float
    outcome: int
    error: float
    held: bool
    drift: float
    learned_drift: float
    weeks: tuple[WeekGrade, ...] = ()
    factors: tuple[DriftFactor, ...] = ()
    steps: tuple[Message, ...] = ()

    @property
    def change(self) -> float | None:
        """What came against the forecast, 0.12 for twelve per cent more; the factors multiply to it and 1."""
        return self.outcome / self.forecast - 1 if self.forecast else None

    @property
    def weeks_held(self) -> int:
        """In how many of the weeks the interval held."""
        return sum(week.held for week in self.weeks)


@dataclass(frozen=True)
class Comparison:
    """Two seasons held against each other.

    `core_before` and `core_after` are the readiness means over the comparable core, `improved` their
    difference; `checklist_changed` is what of the headline's change is left: the list, where `list_differs`, and what
    is not known in both. All four are None where one season, `unanswered`, has no answer yet. `not_graded` says why
    there is no grade of the forecast. `demand` holds the contacts and orders that both seasons' forecasts rest on side
    by side, `rate` contacts per order. `carried` are those of `not_kept` that stand on the later season's list again,
    as they stand there.
    """

    season_before: int
    season_after: int
    scores_before: Scores
    scores_after: Scores
    core_before: float | None
    core_after: float | None
    improved: float | None
    checklist_changed: float | None
    rows: tuple[ScoreRow, ...]
    questions: tuple[QuestionRow, ...]
    settings: tuple[SettingRow, ...]
    kept: tuple[Action, ...]
    not_kept: tuple[Action, ...]
    observations: tuple[Observation, ...]
    forecast: ForecastGrade | None
    not_graded: Message | None = None
    unanswered: int | None = None
    demand: tuple[Moved, ...] = ()
    rate: RateMoved | None = None
    carried: tuple[Action, ...] = ()

    @property
    def list_differs(self) -> bool:
        """Whether readiness is made of other questions or weights in one season; else only something is not known."""
        weights = [{part.id: part.weight for part in scores.readiness.contributions}
                   for scores in (self.scores_before, self.scores_after)]
        moved = (row.id.rpartition(".")[0] for row in self.questions if row.kind in _LIST_KINDS)
        return weights[0] != weights[1] or any(section in weights[1] for section in moved)

    @property
    def compared(self) -> int:
        """How many questions are compared: they ask alike and are answered in both."""
        return sum(row.comparable for row in self.questions)

    @property
    def asked(self) -> int:
        """How many questions the later season has."""
        return sum(row.kind != "removed" for row in self.questions)

    def not_yet(self, kind: RowKind) -> bool:
        """Whether what became unknown is of the newer season: it is not known yet, and nothing of it was forgotten."""
        return kind == "became_unknown" and self.season_after > self.season_before

    @property
    def nothing_shared(self) -> Message:
        """Why there is no headline."""
        if self.unanswered is not None:
            return say("{year} has no answers yet: nothing to compare.", year=str(self.unanswered))
        return say("The two seasons share nothing that can be compared.")
