"""Questions of two seasons, paired: what compares, and how it moved (DOMAIN §4)."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.core.results import QuestionScore, Scores
from readycheck.core.sections import VALUES
from readycheck.core.years.comparison import QuestionRow, RowKind
from readycheck.core.years.links import linked, same_meaning, supersedes, under_other_ids

SMALL = 1e-9


@dataclass(frozen=True)
class Pair:
    """One question in both seasons; `linked`: one of them supersedes the other under a new id.

    `turned`: `before` is the newer of two with different ids, as when a newer season is held against an older.
    """

    before: QuestionScore | None
    after: QuestionScore | None
    linked: bool = False
    turned: bool = False

    @property
    def comparable(self) -> bool:
        """In the comparable core: it asks alike, and its answer is known in both seasons."""
        return (
            self.asks_alike and self.before is not None and self.after is not None
            and self.before.known and self.after.known
        )

    @property
    def asks_alike(self) -> bool:
        """There, unchanged in meaning or linked, and applicable in both; answered or not."""
        return (
            self.before is not None and self.after is not None
            and self.before.applicable and self.after.applicable
            and (self.linked or same_meaning(self.before.question, self.after.question))
        )

    @property
    def answers_alone(self) -> bool:
        """The data lowers an answer in one season and is not there in the other: that it is missing is no change."""
        before, after = self.before, self.after
        return before is not None and after is not None and (before.measured is None) != (after.measured is None)

    @property
    def values(self) -> tuple[float | None, float | None]:
        """What the two answers count as (0–1): with the data where both seasons have it, else as they were given."""
        before, after = (_value(q, self.answers_alone) for q in (self.before, self.after))
        return before, after

    @property
    def weight(self) -> float:
        """The mean of both weights: neither season's list decides alone."""
        return sum(q.question.weight for q in (self.before, self.after) if q is not None) / 2

    @property
    def sections(self) -> tuple[str, str]:
        """Where it stands in each season; "" where it is not."""
        before, after = ("" if side is None else side.id.rpartition(".")[0] for side in (self.before, self.after))
        return before, after

    @property
    def section(self) -> str:
        """The section that the pair counts in: the newer question's, whichever way it is compared."""
        before, after = self.sections
        return before if self.turned else after or before


def _value(found: QuestionScore | None, answer_alone: bool) -> float | None:
    if found is None or found.counted is None or found.claim is None:
        return None if found is None else found.counted
    return VALUES.get(found.claim) if answer_alone else found.counted


def pair_questions(before: Scores, after: Scores, turned: bool = False) -> tuple[Pair, ...]:
    """All questions of both seasons, `after`'s order first, then what was removed; `turned`: `before` is the newer.

    A link by `supersedes` works both ways, so that the comparison mirrors.
    """
    old, new = _by_id(before), _by_id(after)
    asked_then, asked_now = ({key: q.question for key, q in side.items()} for side in (old, new))
    links, other_ids = linked(asked_then, asked_now), under_other_ids(asked_then, asked_now)
    found = [(old.get(other_ids.get(key, key)), q) for key, q in new.items()]
    pairs = [Pair(then, q, q.id in links, then is not None and _turned(then, q, turned)) for then, q in found]
    taken = {then.id for then, _ in found if then is not None}
    return (*pairs, *(Pair(q, None) for key, q in old.items() if key not in taken))


def _turned(before: QuestionScore, after: QuestionScore, turned: bool) -> bool:
    """Whether `before` is the newer question: where one supersedes the other it is that one, else by the season."""
    says = [supersedes(one.id, one.question) == other.id for one, other in ((before, after), (after, before))]
    return turned if says[0] == says[1] else says[0]


def _by_id(scores: Scores) -> dict[str, QuestionScore]:
    return {q.id: q for section in scores.sections for q in section.questions}


def question_row(pair: Pair) -> QuestionRow:
    """The pair as a typed row."""
    shown = pair.after or pair.before
    if shown is None:
        raise ValueError("a pair of nothing")
    before, after = pair.before, pair.after
    return QuestionRow(
        shown.id,
        before.id if before is not None and before.id != shown.id else None,
        _kind(pair),
        shown.question.prompt,
        before.claim if before else None,
        after.claim if after else None,
        before.counted if before else None,
        after.counted if after else None,
        pair.comparable,
        _why_not(pair),
        pair.comparable and pair.answers_alone,
    )


def _kind(pair: Pair) -> RowKind:
    before, after = pair.before, pair.after
    if before is None or (after is not None and after.applicable and not before.applicable):
        return "new"
    if after is None or (before.applicable and not after.applicable):
        return "removed"
    if not (pair.linked or same_meaning(before.question, after.question)):
        return "changed_meaning"
    if before.known != after.known:
        return "became_known" if after.known else "became_unknown"
    return moved(*pair.values)


def moved(before: float | None, after: float | None) -> RowKind:
    """Better, worse or same by value; known or unknown where one side has none."""
    if before is None or after is None:
        return "same" if before is after else "became_known" if before is None else "became_unknown"
    if abs(after - before) <= SMALL:
        return "same"
    return "better" if after > before else "worse"


def _why_not(pair: Pair) -> Message | None:
    if pair.comparable or (pair.before and pair.after and not (pair.before.applicable or pair.after.applicable)):
        return None
    if pair.before is None:
        return say("the question is new")
    if pair.after is None:
        return say("the question was removed")
    if pair.before.applicable != pair.after.applicable:
        return say("it applied to the shop in one season only")
    if not pair.asks_alike:
        return say("the question asks something different from before")
    if pair.before.known != pair.after.known:
        return say("its answer is known in one season only")
    return say("its answer is not known in either season")
