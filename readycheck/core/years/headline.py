"""The readiness mean of two seasons over their comparable core (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readycheck.core.audit import Audit
from readycheck.core.results import Readiness, Scores
from readycheck.core.scored import Scored
from readycheck.core.years.questions import Pair, pair_questions

CoreScores = Mapping[str, tuple[float, float]]
"""Section id → its scores (0–100) before and after, over the comparable questions alone."""


@dataclass(frozen=True)
class Headline:
    """Two seasons' scores held against each other.

    `before` and `after` are the readiness means over the comparable core, None where nothing compares; `unanswered`
    (0, 1) is the season that has no answer yet while the other has: what was carried over compares nothing.
    """

    old: Scores
    new: Scores
    pairs: tuple[Pair, ...]
    core: CoreScores
    unanswered: int | None
    before: float | None
    after: float | None

    @property
    def improved(self) -> float | None:
        """What the shop did."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def list_changed(self) -> float | None:
        """What of the headline's change the comparable core does not explain."""
        old, new = self.old.readiness.score, self.new.readiness.score
        return None if old is None or new is None or self.improved is None else new - old - self.improved


def headline(old: Scores, new: Scores, old_is_newer: bool = False) -> Headline:
    """The comparable core of two seasons that are scored."""
    pairs = pair_questions(old, new, old_is_newer)
    core, unanswered = _core_scores(pairs), _unanswered(old, new)
    before, after = _means(old, new, pairs, core) if unanswered is None else (None, None)
    return Headline(old, new, pairs, core, unanswered, before, after)


def turned(before: Audit, after: Audit) -> bool:
    """Whether `before` is the newer of two audits: by its season, within one by the versions of its lists.

    Two alike in both are told apart by what they ask, so that one of them is the newer from either side.
    """
    return _age(before) > _age(after)


def _age(audit: Audit) -> tuple[int, list[tuple[str, int, tuple[str, ...]]]]:
    return audit.season.year, sorted((kept.id, kept.version, tuple(kept.questions())) for kept in audit.checklists)


def coverages(scores: Scores) -> dict[str, Scored]:
    """The scores beside the sections, by id."""
    return {
        "coverage/opening_hours": scores.hours, "coverage/faq": scores.faq,
        "coverage/contact_reasons": scores.reasons, "coverage/january": scores.january,
        "coverage/confirmation": scores.confirmation, "coverage/data": scores.data,
        "coverage/path": scores.path, "service": scores.service, "channels": scores.channels,
    }


def has_answers(scores: Scores) -> bool:
    """Whether any question's answer is known."""
    return any(q.known for section in scores.sections for q in section.questions)


def _unanswered(old: Scores, new: Scores) -> int | None:
    old_answers, new_answers = has_answers(old), has_answers(new)
    return None if old_answers == new_answers else int(old_answers)


def _core_scores(pairs: Iterable[Pair]) -> CoreScores:
    sums: dict[str, list[float]] = {}
    for pair in pairs:
        if pair.comparable:
            section, (value_before, value_after) = sums.setdefault(pair.section, [0.0, 0.0, 0.0]), pair.values
            section[0] += pair.weight
            section[1] += pair.weight * (value_before or 0.0)
            section[2] += pair.weight * (value_after or 0.0)
    return {name: (100 * b / w, 100 * a / w) for name, (w, b, a) in sums.items() if w}


def _means(
    old: Scores, new: Scores, pairs: Iterable[Pair], core: CoreScores
) -> tuple[float | None, float | None]:
    """The readiness mean over what both have: core sections, and coverages with a score in both."""
    weights = _weights(old.readiness, new.readiness, [pair for pair in pairs if pair.comparable])
    both = {**_coverage_pairs(old, new), **core}
    total = sum(weight for key, weight in weights.items() if key in both)
    if not total:
        return None, None
    before = sum(weight * both[key][0] for key, weight in weights.items() if key in both) / total
    after = sum(weight * both[key][1] for key, weight in weights.items() if key in both) / total
    return before, after


def _weights(old: Readiness, new: Readiness, pairs: Iterable[Pair]) -> dict[str, float]:
    """The mean of both seasons' weights, of what weighs in both."""
    sections = [(pair.section, *pair.sections) for pair in pairs]
    before = _season_weights(old, [(key, then) for key, then, _ in sections])
    after = _season_weights(new, [(key, now) for key, _, now in sections])
    return {key: (before[key] + weight) / 2 for key, weight in after.items() if key in before}


def _season_weights(season: Readiness, stood: Iterable[tuple[str, str]]) -> dict[str, float]:
    """A section that the season has not weighs as the weightiest of those where its questions `stood` in the season.

    Else what moved to a section that is new would be compared and left out of the mean.
    """
    weights = {part.id: part.weight for part in season.contributions}
    moved = [(key, weights[own]) for key, own in stood if key not in weights and own in weights]
    return {**dict(sorted(moved, key=lambda each: each[1])), **weights}


def _coverage_pairs(old: Scores, new: Scores) -> dict[str, tuple[float, float]]:
    before = coverages(old)
    return {
        key: (b, a.score) for key, a in coverages(new).items()
        for b in [before[key].score] if b is not None and a.score is not None
    }
