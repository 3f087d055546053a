"""Contact reasons by demand: who asks most (DOMAIN §2)."""

from __future__ import annotations

from readycheck.core.profile import ContactProfile


def ranked(contacts: ContactProfile | None) -> tuple[tuple[str, int], ...]:
    """Reasons with their counts, most asked first; ties by name. Reasons nobody had are left out."""
    if contacts is None:
        return ()
    counted = ((code, count) for code, count in contacts.reasons.items() if count > 0)
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


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
