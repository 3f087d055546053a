"""FAQ coverage: does self-service answer what is really asked (DOMAIN §3.2)."""

from __future__ import annotations

from datetime import timedelta

from readycheck.core.audit import Audit, FaqEntry, Reason
from readycheck.core.message import Message, say
from readycheck.core.names import reason_name
from readycheck.core.pareto import ranked
from readycheck.core.results import FaqCoverage, ReasonFaq

CURRENT_DAYS = 180
NO_CODES = say("no contacts with a reason: import contacts, code them, or type rough counts")


def faq_coverage(audit: Audit) -> FaqCoverage:
    """100 · Σ p·q / Σ p over the coded reasons that self-service can answer."""
    demanded = ranked(audit)
    if not demanded:
        return FaqCoverage(score=None, missing=(NO_CODES,))
    answerable = [(code, n) for code, n in demanded if audit.reasons.get(code, Reason()).self_service]
    total = sum(count for _, count in answerable)
    if not total:
        return FaqCoverage(score=None, applicable=False, missing=(say("no reason suits self-service"),))
    reasons = tuple(_best(audit, code, count / total) for code, count in answerable)
    score = 100 * sum(count * row.quality for (_, count), row in zip(answerable, reasons, strict=True)) / total
    return FaqCoverage(score=score, reasons=reasons, steps=_arithmetic(audit, answerable, reasons, score))


def entry_quality(audit: Audit, entry: FaqEntry) -> float:
    """0.5 for being there, +0.25 if findable, +0.25 if reviewed within 180 days before the season."""
    current_from = audit.season.starts - timedelta(days=CURRENT_DAYS)
    current = entry.reviewed is not None and entry.reviewed >= current_from
    return 0.5 + 0.25 * entry.findable + 0.25 * current


def _best(audit: Audit, code: str, share: float) -> ReasonFaq:
    entries = [(entry_quality(audit, entry), entry.title) for entry in audit.faq if code in entry.answers]
    quality, title = max(entries, key=lambda found: found[0], default=(0.0, ""))
    return ReasonFaq(code, share, quality, title)


def _arithmetic(
    audit: Audit, answerable: list[tuple[str, int]], reasons: tuple[ReasonFaq, ...], score: float
) -> tuple[Message, ...]:
    total = sum(count for _, count in answerable)
    lines = [
        say("{reason}: {count} contacts × quality {quality:.2f} = {product:.2f}",
            reason=reason_name(audit, code), count=count, quality=row.quality, product=count * row.quality)
        for (code, count), row in zip(answerable, reasons, strict=True)
    ]
    summed = sum(count * row.quality for (_, count), row in zip(answerable, reasons, strict=True))
    return (*lines, say(
        "FAQ coverage = 100 × {summed:.2f} / {total} = {score:.2f}", summed=summed, total=total, score=score
    ))
