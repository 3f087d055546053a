"""Order-confirmation coverage: are the most common after-sales questions answered in it (DOMAIN §3.5)."""

from __future__ import annotations

from readycheck.core.audit import Audit, Reason
from readycheck.core.faq import NO_CODES
from readycheck.core.message import say
from readycheck.core.names import ANSWER_NAMES, reason_name
from readycheck.core.pareto import ranked
from readycheck.core.results import ConfirmationCoverage


def confirmation_coverage(audit: Audit) -> ConfirmationCoverage:
    """The share of the top after-sales reasons' demand that the confirmation answers, in percent."""
    demanded = ranked(audit)
    if not demanded:
        return ConfirmationCoverage(score=None, missing=(NO_CODES,))
    after = [(code, n) for code, n in demanded if audit.reasons.get(code, Reason()).after_sales]
    top = after[: audit.plan.top_reasons]
    if not top:
        return ConfirmationCoverage(score=None, missing=(say("no contact reason is marked as after-sales"),))
    if audit.confirmation is None:
        missing = say("the order confirmation has not been looked at: type what it answers")
        return ConfirmationCoverage(score=None, missing=(missing,), unanswered=tuple(code for code, _ in top))
    said = set(audit.confirmation.answers)
    total = sum(count for _, count in top)
    answered = sum(count for code, count in top if code in said)
    score = 100 * answered / total
    return ConfirmationCoverage(
        score=score,
        answered=tuple(code for code, _ in top if code in said),
        unanswered=tuple(code for code, _ in top if code not in said),
        steps=(
            *(say("{reason}: {count} contacts, answered: {answer}", reason=reason_name(audit, code), count=count,
                  answer=ANSWER_NAMES["yes" if code in said else "no"])
              for code, count in top),
            say("Confirmation = 100 × {answered} / {total} = {score:.2f}",
                answered=answered, total=total, score=score),
        ),
    )
