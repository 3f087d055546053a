"""Everything that an audit says of a shop, in one call."""

from __future__ import annotations

from dataclasses import fields

from readycheck.core.audit import Audit
from readycheck.core.channels import channel_fit
from readycheck.core.completeness import data_completeness
from readycheck.core.confirmation import confirmation_coverage
from readycheck.core.faq import faq_coverage
from readycheck.core.hours.opening import opening_hours
from readycheck.core.measures import Measured, measure_all
from readycheck.core.path import path_score
from readycheck.core.readiness import blockers, readiness
from readycheck.core.reasons import reason_readiness
from readycheck.core.results import Contradiction, QuestionScore, Scores, SectionScore
from readycheck.core.sections import score_sections
from readycheck.core.service import service_quality
from readycheck.core.staffing.january import january

Scored = tuple[Audit, Scores]
"""An audit and what it was scored."""
_READ_BY_NEITHER = frozenset(
    {"answers", "actions", "observations", "checklists", "mappings", "path_runs", "stages", "confirmation"}
)


def score(audit: Audit, before: Scored | None = None) -> Scores:
    """All scores of an audit (DOMAIN §3); `before` spares what an edit since then cannot have changed."""
    measured = measure(audit, before)
    measures = measure_all(measured)
    sections = score_sections(audit, measures)
    stops = blockers(sections, measured.path)
    coverage = {
        "coverage/opening_hours": measured.hours, "coverage/faq": measured.faq,
        "coverage/contact_reasons": measured.reasons, "coverage/january": measured.january,
    }
    return Scores(
        readiness=readiness(audit, sections, coverage, bool(stops)),
        hours=measured.hours, faq=measured.faq, reasons=measured.reasons, january=measured.january,
        confirmation=measured.confirmation, data=measured.data, path=measured.path,
        service=measured.service, channels=measured.channels,
        sections=sections, blockers=stops, contradictions=_contradictions(sections),
        differences=_differences(sections), measures=measures,
    )


def measure(audit: Audit, before: Scored | None = None) -> Measured:
    """The figures that need no checklist."""
    kept = before[1] if before is not None and same_demand(audit, before[0]) else None
    hours, hands = (kept.hours, kept.january) if kept else (opening_hours(audit), january(audit))
    return Measured(
        audit, hours, faq_coverage(audit), reason_readiness(audit), hands,
        confirmation_coverage(audit), data_completeness(audit), path_score(audit), service_quality(audit),
        channel_fit(audit),
    )


def same_demand(one: Audit, other: Audit) -> bool:
    """Whether opening hours and January, which take most of the time, come out the same for sure."""
    names = (field.name for field in fields(Audit) if field.name not in _READ_BY_NEITHER)
    pairs = ((getattr(one, name), getattr(other, name)) for name in names)
    return all(now is then or now == then for now, then in pairs)


def _contradictions(sections: tuple[SectionScore, ...]) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(q.id, "yes", q.question.measure or "", q.measured or 0.0, q.question.at_least or 0.0)
        for section in sections for q in section.questions if q.contradicted
    )


def _differences(sections: tuple[SectionScore, ...]) -> tuple[QuestionScore, ...]:
    """What owner and consultant see differently, the largest and weightiest first."""
    apart = [q for section in sections for q in section.questions if q.difference > 0]
    return tuple(sorted(apart, key=lambda q: (-q.difference, -q.question.weight)))
