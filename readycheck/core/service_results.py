"""What service quality and the channels measure. Scores are 0–100 or None; every share is 0–1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from readycheck.core.message import Message
from readycheck.core.scored import Scored


@dataclass(frozen=True)
class ShareWithInterval:
    """A share (0–1) and its 95 % Wilson interval, where the number of answers is known."""

    share: float
    low: float | None
    high: float | None
    n: int | None = None


@dataclass(frozen=True)
class ChannelResponse:
    """A channel's first responses (seconds): the typical one, within what 90 % were answered, who was not answered.

    `within_target` is the share within the target with its interval; where the counts only bound it, `share` is
    the lower bound and `at_most` the upper one.
    """

    first_response_s: float
    target_s: float | None
    met: bool | None
    p90_s: float | None = None
    n: int | None = None
    unanswered: int | None = None
    within_target: ShareWithInterval | None = None
    at_most: float | None = None
    measured_from: str = ""
    estimated: bool = False
    by_share: bool = False
    """Whether `met` is judged by the share within the target; else by the typical first response."""


@dataclass(frozen=True)
class Reference:
    """Somebody's dated figure, to be shown beside one's own and never as a verdict; `of` names the figures it is of."""

    what: Message
    source: Message
    of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ServiceQuality(Scored):
    """Service quality (DOMAIN §3.8); the score is the share of channels that meet their target, ·100."""

    first_response: Mapping[str, tuple[float, float | None, bool | None]] = field(default_factory=dict)
    responses: Mapping[str, ChannelResponse] = field(default_factory=dict)
    fcr: ShareWithInterval | None = None
    nps: float | None = None
    nps_interval: tuple[float, float] | None = None
    nps_n: int | None = None
    csat: ShareWithInterval | None = None
    grades: Mapping[str, ShareWithInterval] = field(default_factory=dict)
    handled: float | None = None
    n: int | None = None
    references: tuple[Reference, ...] = ()

    @property
    def promises(self) -> tuple[bool, ...]:
        """For each channel with a target and a first response: whether it keeps to it."""
        return tuple(each.met for each in self.responses.values() if each.met is not None)


@dataclass(frozen=True)
class ChannelRow:
    """One channel: its share of contacts, promise, result and owner; times in seconds."""

    channel: str
    offered: bool
    share: float | None
    wished: float | None
    target_s: float | None
    actual_s: float | None
    met: bool | None
    owner: str
    same_answers: bool | None
    live: bool


@dataclass(frozen=True, kw_only=True)
class ChannelFit(Scored):
    """Channel fit (DOMAIN §3.9) by contacts; `wishes` the same by what customers asked for."""

    wishes: float | None = None
    rows: tuple[ChannelRow, ...] = ()
