"""Contact-reason readiness: the most common reasons have a cause, an action, an owner, a date (DOMAIN §3.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from readycheck.core.audit import Audit, Reason
from readycheck.core.calendar import first_peak
from readycheck.core.faq import NO_CODES
from readycheck.core.message import Message, say
from readycheck.core.names import reason_name
from readycheck.core.pareto import by_hand, by_rule_share, coded_share, ranked
from readycheck.core.results import ParetoRow, ReasonReadiness

LOW_CODED_SHARE = 0.8
CAUSE = 0.25
"""The maturity of a reason whose cause is known."""
PLANNED = 0.6
"""From this maturity on a reason has a plan."""
Counted = tuple[tuple[str, int], ...]


def reason_readiness(audit: Audit) -> ReasonReadiness:
    """100 · Σ_top p·m / Σ_top p over the k most common reasons."""
    demanded = ranked(audit)
    if not demanded:
        return ReasonReadiness(score=None, missing=(NO_CODES,), coded=coded_share(audit.contacts))
    top = demanded[: audit.plan.top_reasons]
    peak = first_peak(audit.season)
    score = _weighted(audit, top, lambda reason: maturity(reason, peak))
    typed = by_hand(audit)
    uncoded = audit.contacts.uncoded if audit.contacts and not typed else 0
    all_contacts = sum(count for _, count in demanded) + uncoded
    return ReasonReadiness(
        score=score,
        top=tuple(code for code, _ in top),
        top_share=sum(count for _, count in top) / all_contacts,
        coded=coded_share(audit.contacts),
        by_rule=by_rule_share(audit.contacts),
        by_hand=typed,
        preventable=sum(count * (_reason(audit, code).preventable or 0) for code, count in demanded),
        canned_replies=_weighted(audit, top, lambda reason: float(reason.canned_reply)),
        escalation=_weighted(audit, top, lambda reason: float(bool(reason.escalation.strip()))),
        pareto=_pareto(audit, demanded, peak),
        steps=(*_arithmetic(audit, top, peak, score), *_parts(audit, top, demanded, all_contacts)),
    )


def maturity(reason: Reason, peak: date) -> float:
    """0 nothing, 0.25 cause, 0.6 cause + action + owner + due before the first peak, 1 done."""
    if reason.done.strip():
        return 1.0
    if not reason.cause.strip():
        return 0.0
    planned = reason.action.strip() and reason.owner.strip() and reason.due is not None
    return PLANNED if planned and reason.due is not None and reason.due < peak else CAUSE


def _reason(audit: Audit, code: str) -> Reason:
    return audit.reasons.get(code, Reason())


def _weighted(audit: Audit, top: Counted, value: Callable[[Reason], float]) -> float:
    total = sum(count for _, count in top)
    return 100 * sum(count * value(_reason(audit, code)) for code, count in top) / total


def _pareto(audit: Audit, demanded: Counted, peak: date) -> tuple[ParetoRow, ...]:
    total = sum(count for _, count in demanded)
    rows, so_far = [], 0
    for code, count in demanded:
        so_far += count
        rows.append(ParetoRow(code, count, count / total, so_far / total, maturity(_reason(audit, code), peak)))
    return tuple(rows)


def _parts(audit: Audit, top: Counted, demanded: Counted, all_contacts: int) -> list[Message]:
    """The figures beside the score, on the contacts they are worked out from."""
    total = sum(count for _, count in top)
    typed = by_hand(audit)
    canned = sum(count for code, count in top if _reason(audit, code).canned_reply)
    escalated = sum(count for code, count in top if _reason(audit, code).escalation.strip())
    coded = sum(count for _, count in demanded)
    by_rule = audit.contacts.coded_by_rule if audit.contacts and not typed else 0
    return [
        say("Share of all contacts = {total} / {all} = {share:.2%}", total=total, all=all_contacts,
            share=total / all_contacts),
        say("The counts were typed by hand: no import has counted a reason.") if typed else
        say("Coded share = {coded} / {all} = {share:.2%}", coded=coded, all=all_contacts, share=coded / all_contacts),
        *([say("Of them coded by keyword rules = {count} / {coded} = {share:.2%}", count=by_rule, coded=coded,
               share=by_rule / coded)] if by_rule else []),
        say("Canned replies = 100 × {count} / {total} = {score:.2f}", count=canned, total=total,
            score=100 * canned / total),
        say("Escalation = 100 × {count} / {total} = {score:.2f}", count=escalated, total=total,
            score=100 * escalated / total),
        *(say("Preventable, {reason}: {count} × {share:.0%} = {volume:.1f}", reason=reason_name(audit, code),
              count=count, share=share, volume=count * share)
          for code, count in demanded for share in [_reason(audit, code).preventable] if share),
    ]


def _arithmetic(audit: Audit, top: Counted, peak: date, score: float) -> tuple[Message, ...]:
    lines = [
        say("{reason}: {count} contacts × maturity {maturity:.2f} = {product:.2f}",
            reason=reason_name(audit, code), count=count, maturity=m, product=count * m)
        for code, count in top for m in [maturity(_reason(audit, code), peak)]
    ]
    total = sum(count for _, count in top)
    summed = sum(count * maturity(_reason(audit, code), peak) for code, count in top)
    return (*lines, say(
        "Readiness = 100 × {summed:.2f} / {total} = {score:.2f}", summed=summed, total=total, score=score
    ))
