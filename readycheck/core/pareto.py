"""Contact reasons by demand: who asks most (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import Audit
from readycheck.core.profile import ContactProfile


def ranked(audit: Audit) -> tuple[tuple[str, int], ...]:
    """Reasons with their counts, most asked first; ties by name. Reasons nobody had are left out.

    What imports counted; where they counted no reason, what a person typed. The two are never added up.
    """
    counts = counted_by_hand(audit) if by_hand(audit) else audit.contacts.reasons if audit.contacts else {}
    counted = ((code, count) for code, count in counts.items() if count > 0)
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def by_hand(audit: Audit) -> bool:
    """Whether typed counts stand for the demand: there are some, and no import has counted a reason."""
    imported = audit.contacts is not None and audit.contacts.coded > 0
    return not imported and bool(counted_by_hand(audit))


def counted_by_hand(audit: Audit) -> Mapping[str, int]:
    """Every reason's typed count above zero, whether it counts or not."""
    return {code: reason.count for code, reason in audit.reasons.items() if reason.count}


def coded_share(contacts: ContactProfile | None) -> float | None:
    """Coded / (coded + uncoded), 0–1; None where there is nothing to code."""
    if contacts is None or contacts.coded + contacts.uncoded == 0:
        return None
    return contacts.coded / (contacts.coded + contacts.uncoded)


def by_rule_share(contacts: ContactProfile | None) -> float | None:
    """Coded by keyword rules / coded, 0–1; None where nothing is coded."""
    if contacts is None or not contacts.coded:
        return None
    return contacts.coded_by_rule / contacts.coded
