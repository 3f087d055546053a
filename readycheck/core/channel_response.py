"""A channel's first responses as the audit holds them, typed or counted by an import (DOMAIN §3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import ChannelService
from readycheck.core.intervals import wilson
from readycheck.core.message import Message, say
from readycheck.core.responses import ResponseTimes, answered_within, duration, response_messages
from readycheck.core.service_results import ChannelResponse, ShareWithInterval

KEPT_SHARE = 0.8
"""A promise is kept where this share is answered within it: the service level that January is staffed for, too."""


def channel_response(given: ChannelService, target_s: float | None) -> ChannelResponse | None:
    """How fast the channel answers, held against its target; None where no first response is known."""
    seconds = given.first_response_s
    if seconds is None:
        return None
    share, at_most = _within_target(given, target_s)
    by_share = None if target_s is None or share is None else _kept(share.share, at_most)
    by_time = None if target_s is None else seconds <= target_s
    return ChannelResponse(
        first_response_s=seconds, target_s=target_s, met=by_time if by_share is None else by_share,
        by_share=by_share is not None,
        p90_s=given.p90_s, n=given.n, unanswered=given.unanswered, within_target=share, at_most=at_most,
        measured_from=given.measured_from, estimated=given.estimated,
    )


def _within_target(given: ChannelService, target_s: float | None) -> tuple[ShareWithInterval | None, float | None]:
    """The share within the target, typed or counted; and its upper bound where the counts only bound it."""
    if given.within_target is not None:
        return _share(given.within_target, given.n), None
    if target_s is None or not given.n or not given.within:
        return None, None
    fewest, most = answered_within(_times(given), target_s)
    if fewest == most:
        return _share(fewest / given.n, given.n), None
    return ShareWithInterval(fewest / given.n, None, None, given.n), most / given.n


def _kept(share: float, at_most: float | None) -> bool | None:
    """Whether enough are answered within the target; None where the counts' bounds lie on both sides of enough."""
    if share >= KEPT_SHARE:
        return True
    return None if at_most is not None and at_most >= KEPT_SHARE else False


def _share(share: float, n: int | None) -> ShareWithInterval:
    low, high = wilson(share, n) if n else (None, None)
    return ShareWithInterval(share, low, high, n)


def _times(given: ChannelService) -> ResponseTimes:
    return ResponseTimes(given.n or 0, given.unanswered or 0, given.first_response_s, given.p90_s, given.within,
                         given.estimated)


def explained_response(channel: Message, given: ChannelService, found: ChannelResponse) -> Iterator[Message]:
    """The channel's lines in the arithmetic: what was counted, or what was typed."""
    if found.n and found.p90_s is not None:
        yield from response_messages(channel, _times(given), found.target_s)
    elif found.target_s is None:
        yield say("{channel}: first response {time}", channel=channel, time=duration(found.first_response_s))
    else:
        yield say("{channel}: first response {time}, target {target}", channel=channel,
                  time=duration(found.first_response_s), target=duration(found.target_s))
    if found.by_share and found.within_target is not None:
        yield say("{channel}: {share:.1%} answered within the target, {least:.0%} needed", channel=channel,
                  share=found.within_target.share, least=KEPT_SHARE)
