"""Three seasons and more as one line for each score (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from readycheck.core.audit import Audit
from readycheck.core.checklist import LocalText
from readycheck.core.results import Scores
from readycheck.core.rounding import shown_change
from readycheck.core.scoring import score
from readycheck.core.years.headline import Headline, coverages, has_answers, headline, turned
from readycheck.core.years.questions import Pair
from readycheck.core.years.score_rows import coverage_scores, score_rows, section_score

READINESS = "readiness"
Ends = tuple[float, float]


@dataclass(frozen=True)
class TrendLine:
    """A score, 0–100, season by season; None where it is not known or was not asked.

    `breaks` and `steps` lie between the seasons, one fewer: whether the two figures do not compare because the list
    changed, and the change over what both seasons have (None where nothing compares). `shown` are the steps as the
    difference of the two figures with a decimal each. No `title`: a score that `core.names.score_name` names by its
    `id`.
    """

    id: str
    title: LocalText | None
    values: tuple[float | None, ...]
    breaks: tuple[bool, ...]
    steps: tuple[float | None, ...]
    shown: tuple[float | None, ...]


@dataclass(frozen=True)
class Trend:
    """Seasons in order with their lines: the readiness score first, then what it is made of, then the rest.

    `list_changed` lies between the seasons: what of the headline's change is the checklist's.
    """

    seasons: tuple[int, ...]
    lines: tuple[TrendLine, ...]
    list_changed: tuple[float | None, ...]


def trend(audits: Sequence[Audit], scores: Sequence[Scores | None] = ()) -> Trend:
    """Two audits or more of one shop, in any order; each is scored once, unless its place in `scores` holds it.

    ValueError for fewer than two. Audits of one season stay in the order in which they are given.
    """
    if len(audits) < 2:
        raise ValueError("a trend needs two seasons")
    given = [kept or score(audit) for audit, kept in zip_longest(audits, scores)]
    seasons = sorted(zip(audits, given, strict=True), key=lambda season: season[0].season.year)
    scored = [found for _, found in seasons]
    pairs = [headline(old, new, turned(before, after)) for (before, old), (after, new) in pairwise(seasons)]
    ends = [_compared(pair) for pair in pairs]
    return Trend(
        tuple(audit.season.year for audit, _ in seasons),
        tuple(_line(key, scored, pairs, ends) for key in _order(scored)),
        tuple(pair.list_changed for pair in pairs),
    )


def _order(scored: Sequence[Scores]) -> tuple[str, ...]:
    """The headline, what it is made of in the newest season's order, then the rest."""
    newest = [part.id for part in scored[-1].readiness.contributions]
    sections = [section.id for scores in reversed(scored) for section in scores.sections]
    return tuple(dict.fromkeys((READINESS, *newest, *coverages(scored[-1]), *sections)))


def _line(
    key: str, scored: Sequence[Scores], pairs: Sequence[Headline], ends: Sequence[Mapping[str, Ends]]
) -> TrendLine:
    titles = [section.title for scores in reversed(scored) for section in [scores.section(key)] if section is not None]
    values = tuple(_value(key, scores) for scores in scored)
    breaks = tuple(
        None not in both and _list_changed(key, pair) for pair, both in zip(pairs, pairwise(values), strict=True)
    )
    moved = [found.get(key) for found in ends]
    return TrendLine(
        key, titles[0] if titles else None, values, breaks,
        tuple(None if pair is None else pair[1] - pair[0] for pair in moved),
        tuple(None if pair is None else shown_change(*pair) for pair in moved),
    )


def _value(key: str, scores: Scores) -> float | None:
    """Where no question of a season is answered yet, neither the headline nor what was carried over says anything."""
    silent = not has_answers(scores)
    if key == READINESS:
        return None if silent else scores.readiness.score
    covered = coverage_scores(scores, silent)
    return covered[key] if key in covered else section_score(scores.section(key))


def _compared(pair: Headline) -> dict[str, Ends]:
    """Each score over what both seasons have, in the earlier and in the later, by id."""
    found = {
        row.id: (row.before, row.after) for row in score_rows(pair)
        if row.kind in ("better", "worse", "same") and row.before is not None and row.after is not None
    }
    if pair.before is None or pair.after is None:
        return found
    return {READINESS: (pair.before, pair.after), **found}


def _list_changed(key: str, pair: Headline) -> bool:
    """Whether a section asks other questions, or weighs them otherwise, than before; the headline, anywhere in it."""
    if key == READINESS:
        return _weights(pair.old) != _weights(pair.new) or any(
            _list_changed(part.id, pair) for part in pair.new.readiness.contributions
        )
    of_section = [each for each in pair.pairs if key in each.sections]
    return any(_asked_otherwise(each) for each in of_section if _applies(each))


def _weights(scores: Scores) -> dict[str, float]:
    """What the headline is made of; a coverage that has no score in a season is no change of the list."""
    return {part.id: part.weight for part in scores.readiness.contributions}


def _applies(pair: Pair) -> bool:
    return any(side is not None and side.applicable for side in (pair.before, pair.after))


def _asked_otherwise(pair: Pair) -> bool:
    before, after = pair.before, pair.after
    return (
        not pair.asks_alike or before is None or after is None or before.question.weight != after.question.weight
        or pair.sections[0] != pair.sections[1]
    )
