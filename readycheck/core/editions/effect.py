"""What taking up an edition does to the scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readycheck.core.checklist import LocalText
from readycheck.core.results import Scores
from readycheck.core.rounding import rounded

READINESS = "readiness"


@dataclass(frozen=True)
class ScoreMove:
    """A score (0–100, None where there is none) before and after; `title` is a section's."""

    id: str
    title: LocalText | None
    before: float | None
    after: float | None


def score_moves(before: Scores, after: Scores) -> tuple[ScoreMove, ...]:
    """Readiness, then every section whose score reads otherwise afterwards; a tenth of a point is seen."""
    return (ScoreMove(READINESS, None, before.readiness.score, after.readiness.score), *_sections(before, after))


def _sections(before: Scores, after: Scores) -> Iterator[ScoreMove]:
    titles = {section.id: section.title for side in (before, after) for section in side.sections}
    for key, title in titles.items():
        found = (before.section(key), after.section(key))
        then, now = (None if section is None else section.score for section in found)
        if _shown(then) != _shown(now):
            yield ScoreMove(key, title, then, now)


def _shown(score: float | None) -> float | None:
    return None if score is None else rounded(score, 1)
