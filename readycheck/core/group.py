"""A group of shops in figures: medians and quartiles, and what of them may leave the house.

Quartiles are the medians of the two halves; with an odd number the middle shop is in neither half (the way of Moore
and McCabe, as schools teach it). Of the usual definitions it is the one that needs no formula: sort, halve, take the
middle of each half. And it suits a group that must not show its shops: from 8 shops on each half has at least four,
so that no quartile is the group's lowest or highest score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from readycheck.core.message import Message, say
from readycheck.core.names import score_name
from readycheck.core.rounding import rounded

SMALLEST = 5
"""Shops with a score, for it to be handed on: of four, each knows a third of the others."""
QUARTERS_FROM = 8
"""Shops with a score, for its quartiles: of fewer, a quartile stands on two shops or is the lowest or highest score."""
READINESS = "readiness"


class ScoredSeason(Protocol):
    """What of a season the group is made of: scores 0–100 or None; `begun`: anything is answered or known."""

    @property
    def begun(self) -> bool: ...
    @property
    def score(self) -> float | None: ...
    @property
    def coverages(self) -> Mapping[str, float | None]: ...


@dataclass(frozen=True)
class GroupFigure:
    """A score, by id, of the `n` shops that have it: 0–100; None where there are too few."""

    id: str
    n: int
    median: float | None
    lower: float | None
    upper: float | None


def readiness_of(season: ScoredSeason | None) -> float | None:
    """A season's readiness; None where it cannot be read or nobody has begun: that is no 0."""
    return season.score if season is not None and season.begun else None


def readiness_figure(seasons: Iterable[ScoredSeason]) -> GroupFigure:
    """Readiness alone, of the seasons that have been begun."""
    scores = [readiness_of(season) for season in seasons]
    return _figure(READINESS, [score for score in scores if score is not None])


def group_figures(seasons: Iterable[ScoredSeason]) -> tuple[GroupFigure, ...]:
    """Readiness, then every coverage, of the seasons that have been begun; unrounded, for the consultant's own eyes."""
    begun = [season for season in seasons if season.begun]
    values = {READINESS: [season.score for season in begun]}
    for key in dict.fromkeys(key for season in begun for key in season.coverages):
        values[key] = [season.coverages.get(key) for season in begun]
    return tuple(_figure(key, [score for score in scores if score is not None]) for key, scores in values.items())


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """Lower and upper quartile of at least two values."""
    if len(values) < 2:
        raise ValueError("one value has no halves")
    ordered, half = sorted(values), len(values) // 2
    return _median(ordered[:half]), _median(ordered[-half:])


def shareable(figures: Iterable[GroupFigure]) -> tuple[GroupFigure, ...]:
    """What may be handed on: medians of at least 5 shops, quartiles of at least 8, rounded to whole points.

    No lowest, no highest, no mean, no count by band, and nothing of a score that fewer have. A mean would give away
    the score of a shop that leaves the group to whoever has both sheets (n·mean minus the rest); a median tells only
    on which side of the middle it was: every score on that side gives the same figures, and the rounding hides most
    of those too. Not protected: which side that was, a shop's score from somebody who knows all the others', and
    the middle shop's own score where its group is odd, to the point that the rounding leaves.
    """
    return tuple(
        GroupFigure(
            each.id, each.n, _whole(each.median), *(
                _whole(value) if each.n >= QUARTERS_FROM else None for value in (each.lower, each.upper)
            ),
        )
        for each in figures if each.n >= SMALLEST
    )


def figure_name(identifier: str) -> Message:
    """Readiness, or a coverage."""
    return say("Readiness") if identifier == READINESS else score_name(identifier)


def told(figure: GroupFigure) -> Message | None:
    """A figure of the group in a line, in whole points; None where no shop has it."""
    if figure.median is None:
        return None
    named: dict[str, Any] = {"name": figure_name(figure.id), "n": figure.n, "median": figure.median}
    if figure.lower is None or figure.upper is None:
        return say("{name}, {n} shops: median {median:.0f}", **named)
    return say("{name}, {n} shops: median {median:.0f}, the middle half {lower:.0f}–{upper:.0f}", **named,
               lower=figure.lower, upper=figure.upper)


def _figure(key: str, scores: Sequence[float]) -> GroupFigure:
    if not scores:
        return GroupFigure(key, 0, None, None, None)
    lower, upper = quartiles(scores) if len(scores) > 1 else (None, None)
    return GroupFigure(key, len(scores), _median(scores), lower, upper)


def _median(values: Sequence[float]) -> float:
    from statistics import median  # fractions and decimals come with it, and a list of shops opens without a group

    return median(values)


def _whole(value: float | None) -> float | None:
    return None if value is None else rounded(value)
