"""Readiness: the weighted mean of seven sections and four coverages, never without its known share
and its blockers (DOMAIN §3.10)."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import Audit
from readycheck.core.checklist import Bands
from readycheck.core.message import Message, say
from readycheck.core.names import score_name
from readycheck.core.path import BLOCKING
from readycheck.core.results import Band, Blocker, Contribution, PathScore, Readiness, SectionScore
from readycheck.core.scored import Scored

PEAK_SEASON = "peak-season"
LARGEST_LOSSES = 3


def readiness(
    audit: Audit, sections: tuple[SectionScore, ...], coverage: Mapping[str, Scored], blocked: bool
) -> Readiness:
    """The mean by the weights of the audit's own copy of the peak-season checklist."""
    checklist = audit.checklist(PEAK_SEASON)
    if checklist is None or not checklist.readiness:
        return Readiness(None, None, 0.0)
    by_id = {section.id: section for section in sections}
    parts = [
        (weight.id, weight.weight, *part)
        for weight in checklist.readiness for part in [_part(weight.id, by_id, coverage)] if part is not None
    ]
    total = sum(weight for _, weight, _, _ in parts)
    if not total:
        return Readiness(None, None, 0.0)
    contributions = tuple(_contribution(*part, total) for part in parts)
    score = sum(part.points for part in contributions)
    lost = sorted(contributions, key=lambda part: -part.lost)
    return Readiness(
        score,
        _band(score, checklist.bands, blocked),
        sum(part.weight * part.known for part in contributions) / total,
        contributions,
        tuple(part for part in lost[:LARGEST_LOSSES] if part.lost > 0),
        _arithmetic(contributions, total, score, by_id),
    )


def _part(
    identifier: str, sections: Mapping[str, SectionScore], coverage: Mapping[str, Scored]
) -> tuple[float | None, float] | None:
    """A score and its known share; None where it is not applicable and leaves the mean."""
    if identifier in coverage:
        scored = coverage[identifier]
        return (scored.score, float(scored.score is not None)) if scored.applicable else None
    section = sections.get(identifier)
    if section is None or section.score is None or section.known is None:
        return None
    return section.score, section.known


def _contribution(
    identifier: str, weight: float, score: float | None, known: float, total: float
) -> Contribution:
    """A coverage without its data counts as 0: having no data must not pay."""
    points = weight * (score or 0.0) / total
    return Contribution(identifier, weight, score, known, points, 100 * weight / total - points)


def _band(score: float, bands: Bands | None, blocked: bool) -> Band | None:
    if bands is None:
        return None
    if score >= bands.ready:
        return "nearly" if blocked else "ready"
    return "nearly" if score >= bands.nearly else "not_ready"


def blockers(sections: tuple[SectionScore, ...], path: PathScore) -> tuple[Blocker, ...]:
    """Critical questions answered no, and fails at cart, order or pay."""
    questions = [Blocker(q.id, "question") for section in sections for q in section.questions if q.blocker]
    steps = [Blocker(f"path/{step}", "path") for step in path.failed if step in BLOCKING]
    return (*questions, *steps)


def _arithmetic(
    parts: tuple[Contribution, ...], total: float, score: float, by_id: Mapping[str, SectionScore]
) -> tuple[Message, ...]:
    lines = [
        say("{name} ({id}): weight {weight:g} × {score:.2f} / {total:g} = {points:.2f}",
            name=by_id[part.id].title if part.id in by_id else score_name(part.id),
            id=part.id, weight=part.weight, score=part.score or 0.0, total=total, points=part.points)
        for part in parts
    ]
    return (*lines, say("Readiness = the sum of these = {score:.2f}", score=score))
