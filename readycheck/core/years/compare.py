"""Year against year: what the shop did, apart from what the checklist did (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from readycheck.core.audit import Action, Audit
from readycheck.core.checklist import LocalText
from readycheck.core.forecast.grading import grade_forecast, why_not_graded
from readycheck.core.results import Readiness, Scores, SectionScore
from readycheck.core.rounding import rounded
from readycheck.core.scored import Scored
from readycheck.core.scoring import score
from readycheck.core.years.comparison import Comparison, RowKind, ScoreRow
from readycheck.core.years.questions import Pair, moved, pair_questions, question_row
from readycheck.core.years.settings import setting_rows


def compare(before: Audit, after: Audit) -> Comparison:
    """Two audits held against each other; `compare(b, a)` mirrors `compare(a, b)`."""
    old, new = score(before), score(after)
    pairs = pair_questions(old, new)
    core = _core_scores(pairs)
    unanswered = _unanswered(old, new)
    core_before, core_after = _headline(old, new, core) if unanswered is None else (None, None)
    improved = core_after - core_before if core_before is not None and core_after is not None else None
    settings = setting_rows(before, after)
    return Comparison(
        before.season.year, after.season.year, old, new, core_before, core_after, improved,
        _rest(old.readiness, new.readiness, improved),
        _score_rows(old, new, core, {pair.section for pair in pairs if pair.asks_alike}, unanswered),
        tuple(question_row(pair) for pair in pairs),
        settings,
        kept=tuple(action for action in before.actions if _kept(action, after)),
        not_kept=tuple(a for a in before.actions if not _kept(a, after) and a.status != "dropped"),
        observations=before.observations,
        forecast=grade_forecast(before, after),
        not_graded=why_not_graded(before, after),
        unanswered=None if unanswered is None else (before, after)[unanswered].season.year,
    )


def _unanswered(old: Scores, new: Scores) -> int | None:
    """Which of the two seasons (0, 1) has no answer yet while the other has; what was carried over compares nothing."""
    old_answers, new_answers = (any(q.known for section in scores.sections for q in section.questions)
                                for scores in (old, new))
    return None if old_answers == new_answers else int(old_answers)


def _kept(action: Action, after: Audit) -> bool:
    """Done when it was written down, or done under the same id by the next season."""
    return action.status == "done" or any(a.id == action.id and a.status == "done" for a in after.actions)


CoreScores = Mapping[str, tuple[float, float]]
"""Section id → its scores (0–100) before and after, over the comparable questions alone."""


def _core_scores(pairs: Iterable[Pair]) -> CoreScores:
    sums: dict[str, list[float]] = {}
    for pair in pairs:
        if pair.comparable:
            section, (value_before, value_after) = sums.setdefault(pair.section, [0.0, 0.0, 0.0]), pair.values
            section[0] += pair.weight
            section[1] += pair.weight * (value_before or 0.0)
            section[2] += pair.weight * (value_after or 0.0)
    return {name: (100 * b / w, 100 * a / w) for name, (w, b, a) in sums.items() if w}


def _headline(old: Scores, new: Scores, core: CoreScores) -> tuple[float | None, float | None]:
    """The readiness mean over what both have: core sections, and coverages with a score in both."""
    weights = _weights(old.readiness, new.readiness)
    both = {**_coverage_pairs(old, new), **core}
    total = sum(weight for key, weight in weights.items() if key in both)
    if not total:
        return None, None
    before = sum(weight * both[key][0] for key, weight in weights.items() if key in both) / total
    after = sum(weight * both[key][1] for key, weight in weights.items() if key in both) / total
    return before, after


def _weights(old: Readiness, new: Readiness) -> dict[str, float]:
    """The mean of both seasons' weights, of what weighs in both."""
    before = {part.id: part.weight for part in old.contributions}
    return {part.id: (part.weight + before[part.id]) / 2 for part in new.contributions if part.id in before}


def coverages(scores: Scores) -> dict[str, Scored]:
    """The scores beside the sections, by id."""
    return {
        "coverage/opening_hours": scores.hours, "coverage/faq": scores.faq,
        "coverage/contact_reasons": scores.reasons, "coverage/january": scores.january,
        "coverage/confirmation": scores.confirmation, "coverage/data": scores.data,
        "coverage/path": scores.path, "service": scores.service, "channels": scores.channels,
    }


def _coverage_pairs(old: Scores, new: Scores) -> dict[str, tuple[float, float]]:
    before = coverages(old)
    return {
        key: (b, a.score) for key, a in coverages(new).items()
        for b in [before[key].score] if b is not None and a.score is not None
    }


def _score_rows(
    old: Scores, new: Scores, core: CoreScores, alike: Set[str], unanswered: int | None
) -> tuple[ScoreRow, ...]:
    before, after = (_coverage_scores(scores, n == unanswered) for n, scores in enumerate((old, new)))
    rows = [ScoreRow(key, _moved(before[key], a), before[key], a) for key, a in after.items()]
    titles: dict[str, LocalText] = {s.id: s.title for s in (*old.sections, *new.sections)}
    for key, title in titles.items():
        rows.append(_section_row(key, title, old, new, core, alike))
    return tuple(rows)


def _coverage_scores(scores: Scores, unanswered: bool) -> dict[str, float | None]:
    """By id; that nothing is there yet is no fall to 0 in a season where nobody has answered."""
    return {key: found.score or None if unanswered else found.score for key, found in coverages(scores).items()}


def _section_row(
    key: str, title: LocalText, old: Scores, new: Scores, core: CoreScores, alike: Set[str]
) -> ScoreRow:
    """Over what is answered in both; a section where nobody has answered is not known, and not 0."""
    if key in core:
        return ScoreRow(key, _moved(*core[key]), *core[key], title)
    before, after = old.section(key), new.section(key)
    b, a = _known(before), _known(after)
    asked_before, asked_after = (found is not None and found.score is not None for found in (before, after))
    if asked_before != asked_after:
        return ScoreRow(key, "new" if asked_after else "removed", b, a, title)
    if asked_before and key not in alike:
        return ScoreRow(key, "changed_meaning", b, a, title)
    if b is not None and a is not None:
        return ScoreRow(key, "same", None, None, title)  # answered in both, but not one question in both
    return ScoreRow(key, _moved(b, a), b, a, title)


def _moved(before: float | None, after: float | None) -> RowKind:
    """As the two figures stand, with a decimal each: from 36.6 to 36.6 nothing got better."""
    return moved(*(None if value is None else rounded(value, 1) for value in (before, after)))


def _known(section: SectionScore | None) -> float | None:
    return section.score if section is not None and section.known else None


def _rest(old: Readiness, new: Readiness, improved: float | None) -> float | None:
    """What of the headline's change the comparable core does not explain."""
    if old.score is None or new.score is None or improved is None:
        return None
    return new.score - old.score - improved

