"""What a shop promises: the first response in each channel."""

from __future__ import annotations

from readycheck.core.audit import Audit


def target_of(audit: Audit, channel: str) -> float | None:
    """A channel's promised first response in seconds: from its card, else beside the measurement."""
    card, measured = audit.channels.get(channel), audit.service.channels.get(channel)
    promised = card.target_s if card else None
    return promised if promised is not None else measured.target_s if measured else None


def targets(audit: Audit) -> dict[str, float]:
    """Every promised first response in seconds, by channel."""
    promised = {name: target_of(audit, name) for name in (*audit.channels, *audit.service.channels)}
    return {name: target for name, target in promised.items() if target is not None}
