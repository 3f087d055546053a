"""How the contacts divide between the staffed channels, and who says so (DOMAIN §3.4, step 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.names import channel_name

Origin = Literal["imported", "typed", "only"]
ORIGINS: Mapping[Origin, Message] = {
    "imported": say("as in the imported contacts"), "typed": say("as typed"),
    "only": say("the only one with a handling time"),
}
LEAST = 1e-9
"""Typed shares such as 0.7 + 0.2 + 0.1 are whole, though their sum is not quite 1."""


@dataclass(frozen=True)
class ChannelSplit:
    """Each staffed channel's share (0–1, their sum is 1) and its origin; or what is `missing`, and no shares."""

    shares: Mapping[str, float] = field(default_factory=dict)
    origin: Origin = "imported"
    missing: Message | None = None


def channel_split(audit: Audit) -> ChannelSplit:
    """Typed shares count before the imported contacts'; a channel that stands alone takes everything."""
    if not audit.staffing:
        return _lacking(say("no handling times: type how long a contact takes in each channel (AHT){at_channel}",
                            at_channel=""))
    came = audit.contacts.channels if audit.contacts else {}
    counts = {name: came.get(name, 0) for name in audit.staffing}
    if any(given.share is not None for given in audit.staffing.values()):
        return _typed(audit, counts)
    if any(counts.values()):
        return ChannelSplit(_in_proportion(counts), "imported")
    if any(came.values()):
        return _lacking(_elsewhere([name for name, count in came.items() if count]))
    if len(counts) == 1:
        return ChannelSplit(dict.fromkeys(counts, 1.0), "only")
    return _lacking(_unsplit(list(counts)))


def split_told(split: ChannelSplit) -> Message:
    """The shares and where they come from."""
    return say("Contacts by channel, {origin}: {shares}.", origin=ORIGINS[split.origin], shares=_shares(split))


def estimates_told(audit: Audit, split: ChannelSplit) -> Iterator[Message]:
    """What of the contacts is the shop's own word, and that no past season has tried it."""
    if split.origin == "typed":
        shares = [say("{channel} {share:.0%}", channel=channel_name(name), share=share)
                  for name, share in split.shares.items()]
        yield say("How the contacts divide between the channels is the shop's own estimate: {shares}.",
                  shares=in_a_row(shares))
        yield from _not_whole([given.share for given in audit.staffing.values()])
    elif split.origin == "only":
        yield say("All contacts are taken to come in one channel, the only one with a handling time: {channel}.",
                  channel=channel_name(next(iter(split.shares))))
    if audit.contacts is None:
        yield say("No contacts are imported: contacts per order are the shop's own figure, the contacts are spread"
                  " evenly over day and night, and the forecast has not been tried on a past season.")


def _not_whole(given: Sequence[float | None]) -> Iterator[Message]:
    """That what was typed is not what counts: the shares are over the whole, or under it and nothing is left open."""
    typed = sum(share or 0.0 for share in given)
    if typed > 1 + LEAST or (typed < 1 - LEAST and None not in given):
        yield say("The typed shares add up to {sum:.0%}: they are counted in proportion to make 100%.", sum=typed)


def _typed(audit: Audit, counts: Mapping[str, int]) -> ChannelSplit:
    """Channels without a share divide what the others leave: one alone takes it, more after their contacts."""
    typed = {name: given.share for name, given in audit.staffing.items() if given.share is not None}
    open_counts = {name: count for name, count in counts.items() if name not in typed}
    left = max(0.0, 1.0 - sum(typed.values()))
    if len(open_counts) > 1 and left > LEAST and not any(open_counts.values()):
        return _lacking(_unsplit(list(open_counts)))
    parts = dict.fromkeys(open_counts, 1.0) if len(open_counts) == 1 else _in_proportion(open_counts)
    shares = {name: typed[name] if name in typed else left * parts.get(name, 0.0) for name in counts}
    if not any(shares.values()):
        return _lacking(_unsplit(list(typed)))
    return ChannelSplit(_in_proportion(shares), "typed")


def _in_proportion(amounts: Mapping[str, float]) -> dict[str, float]:
    total = sum(amounts.values())
    return {name: amount / total for name, amount in amounts.items()} if total else {}


def _lacking(missing: Message) -> ChannelSplit:
    return ChannelSplit(missing=missing)


def _shares(split: ChannelSplit) -> Message:
    return in_a_row([
        say("{channel} {share:.1%}", channel=channel_name(name), share=share) for name, share in split.shares.items()
    ])


def _unsplit(names: list[str]) -> Message:
    return say("how the contacts divide between channels is not known: import contacts with their channel, or type a"
               " share for {channels}{at_share}", channels=_named(names), at_share="")


def _elsewhere(names: list[str]) -> Message:
    return say("no contacts in a channel that has a handling time: they came in {channels}; type the handling time of"
               " such a channel{at_channel}", channels=_named(names), at_channel="")


def _named(names: list[str]) -> Message:
    return in_a_row([channel_name(name) for name in names])
