"""Channel fit: do contacts arrive where a promise is made and kept (DOMAIN §3.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readycheck.core.audit import Audit, ChannelCard
from readycheck.core.channel_response import channel_response
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES, channel_name
from readycheck.core.promises import target_of
from readycheck.core.service_results import ChannelFit, ChannelRow


def channel_fit(audit: Audit) -> ChannelFit:
    """The share of contacts, in percent, in channels offered with a target that is met."""
    rows = tuple(_row(audit, name) for name in _names(audit))
    missing = tuple(_missing(audit, rows))
    score = None if missing else _fit(rows, lambda row: row.share)
    wishes = _fit(rows, lambda row: row.wished) if _judged(audit, rows) else None
    return ChannelFit(score=score, missing=missing, wishes=wishes, rows=rows, steps=_arithmetic(rows, score))


def _missing(audit: Audit, rows: tuple[ChannelRow, ...]) -> Iterator[Message]:
    if not any(row.share for row in rows):
        yield say("no contacts by channel: import contacts")
    elif not _judged(audit, rows):  # nothing is known of any promise: that is no broken one
        yield say("no first response time with a target: type them by channel")


def _judged(audit: Audit, rows: tuple[ChannelRow, ...]) -> bool:
    """Whether any promise is known to be kept or broken; a card that says "not offered" is an answer too."""
    return any(row.met is not None or (row.channel in audit.channels and not row.offered) for row in rows)


def offered(audit: Audit, channel: str) -> bool:
    """Whether customers can use a channel: its card says so, or it has hours and no card."""
    card = audit.channels.get(channel)
    return card.offered if card is not None else channel in audit.hours


def _names(audit: Audit) -> list[str]:
    counted = audit.contacts.channels if audit.contacts else {}
    by_count = sorted(counted, key=lambda name: (-counted[name], name))
    return list(dict.fromkeys([*by_count, *audit.hours, *audit.channels, *audit.service.channels]))


def _row(audit: Audit, name: str) -> ChannelRow:
    card = audit.channels.get(name, ChannelCard(offered=offered(audit, name)))
    measured = audit.service.channels.get(name)
    target = target_of(audit, name)
    response = channel_response(measured, target) if measured else None
    counts = audit.contacts.channels if audit.contacts else {}
    total = sum(counts.values())
    return ChannelRow(
        name, card.offered, counts.get(name, 0) / total if total else None, card.wished, target,
        response.first_response_s if response else None, response.met if response else None,
        card.owner, card.same_answers, name in audit.hours and audit.hours[name].live,
    )


def _fit(rows: tuple[ChannelRow, ...], share: Callable[[ChannelRow], float | None]) -> float | None:
    total = sum(share(row) or 0.0 for row in rows)
    kept = sum(share(row) or 0.0 for row in rows if row.offered and row.met)
    return 100 * kept / total if total else None


def _arithmetic(rows: tuple[ChannelRow, ...], score: float | None) -> tuple[Message, ...]:
    if score is None:
        return ()
    lines = [
        say("{channel}: {share:.1%} of contacts, promise kept: {kept}",
            channel=channel_name(row.channel), share=row.share or 0.0,
            kept=ANSWER_NAMES["yes" if row.offered and row.met else "no"])
        for row in rows
    ]
    return (*lines, say("Channel fit = {score:.2f}", score=score))
