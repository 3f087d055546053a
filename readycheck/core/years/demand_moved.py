"""How the demand of two seasons differs, and whether by more than chance (DOMAIN §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from readycheck.core.message import Message, say
from readycheck.core.profile import Grid

Days = tuple[date, date]
"""The first and the last day."""
UNLIKELY = 0.05
"""A p under it is called more than chance."""
ONE_SEASON, TOO_FEW = say("known in one season only"), say("too few to test")
Split = Literal["channels", "reasons", "contact_hours", "order_hours"]


@dataclass(frozen=True)
class Share:
    """One channel, reason, hour ("mon-13") or part of the week ("evenings", "weekends") in both seasons.

    `before` and `after` are counts, `share_before` and `share_after` their parts of the season's total, 0–1. `p` is
    adjusted for how many were tried (Holm); None, and `beyond_chance` with it, where it was not tested: `why_not` says
    why, unless the whole split was not.
    """

    id: str
    before: int
    after: int
    share_before: float
    share_after: float
    p: float | None = None
    beyond_chance: bool | None = None
    why_not: Message | None = None

    @property
    def moved(self) -> float:
        """The change of the share, −1…1."""
        return self.share_after - self.share_before

    @property
    def too_few(self) -> bool:
        """Whether there is no test because too few were counted."""
        return self.why_not == TOO_FEW


@dataclass(frozen=True)
class Moved:
    """A split of the demand in both seasons: the most moved share first; `p` is of the split as a whole.

    Where there is nothing to hold side by side, `why_not` says why and `shares` is empty; where there is, but nothing
    to test, `p` is None and `why_not` says why. The grids are counts by weekday and hour, of the hour splits alone. The
    days are those that were counted, mostly the season before the audit's own (DOMAIN §2); None for typed counts.
    """

    what: Split
    total_before: int
    total_after: int
    shares: tuple[Share, ...]
    p: float | None
    statistic: float | None
    freedom: int | None
    test: Message
    why_not: Message | None = None
    grid_before: Grid | None = None
    grid_after: Grid | None = None
    steps: tuple[Message, ...] = ()
    days_before: Days | None = None
    days_after: Days | None = None

    @property
    def beyond_chance(self) -> bool | None:
        """Whether the split as a whole moved by more than chance; None where it was not tested."""
        return None if self.p is None else self.p < UNLIKELY

    @property
    def counted_on(self) -> Message | None:
        """Which days were counted; None for typed counts."""
        return None if self.days_before is None or self.days_after is None else (
            counted_on(self.days_before, self.days_after))


@dataclass(frozen=True)
class RateMoved:
    """Contacts per order in both seasons, and whether they differ by more than the days scatter."""

    before: float
    after: float
    p: float | None
    beyond_chance: bool | None
    test: Message
    steps: tuple[Message, ...] = ()
    days_before: Days | None = None
    days_after: Days | None = None


def counted_on(before: Days, after: Days) -> Message:
    """The days of both seasons, in words."""
    return say("Counted on {first} – {last} and on {from} – {to}.", first=before[0], last=before[1],
               **{"from": after[0], "to": after[1]})
