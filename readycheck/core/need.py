"""Which shop needs its consultant first, and why: one rule, in words.

First come seasons whose peak is near or that are going on, then those whose peak is over four months away, then
those that are over, at last what cannot be read. Among them a shop with the graver sign comes before one without it,
whatever else the two have: blockers, then overdue actions, then that it is not started or not ready, then that it
fell back, then that an action is due within two weeks, then that it is only nearly ready. Where two have the same
signs, the nearer peak comes first, then the lower score (not started: lowest of all).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from readycheck.core.checklist import LocalText
from readycheck.core.group import ScoredSeason, readiness_of
from readycheck.core.message import Message, say
from readycheck.core.names import BAND_NAMES, NOT_BEGUN
from readycheck.core.rounding import shown_change

if TYPE_CHECKING:  # all results come with it, and the list of shops wants none
    from readycheck.core.results import Band

NEAR = 14
"""Days to a due date: what is done about it now is still done in time."""
FAR = 120
"""Days to a peak: four months, in which even a large improvement is made."""
FELL = 1.0
"""Points over the comparable core; less is one answer of many."""


class NeedySeason(ScoredSeason, Protocol):
    """What of a season its need is made of. `due`: the dates that open actions were agreed for, in order."""

    @property
    def band(self) -> Band | None: ...
    @property
    def known(self) -> float: ...
    @property
    def blockers(self) -> tuple[str, ...]: ...
    @property
    def due(self) -> tuple[date, ...]: ...
    @property
    def peak(self) -> date: ...
    @property
    def ends(self) -> date: ...
    @property
    def weakest(self) -> str | None: ...
    @property
    def weakest_title(self) -> LocalText | None: ...


@dataclass(frozen=True)
class Need:
    """A shop's newest season on a day. `change`: the comparable core in the season before and in this one, 0–100."""

    season: NeedySeason | None
    change: tuple[float, float] | None
    on: date

    @property
    def overdue(self) -> int:
        """How many actions' dates are past."""
        return sum(day < self.on for day in self._due)

    @property
    def next_due(self) -> date | None:
        """The earliest date that an open action was agreed for, past or to come."""
        return self._due[0] if self._due else None

    @property
    def due_soon(self) -> date | None:
        """The next date to come, where it is within two weeks."""
        coming = next((day for day in self._due if day >= self.on), None)
        return coming if coming is not None and (coming - self.on).days <= NEAR else None

    @property
    def improved(self) -> float | None:
        """The change in points, as it is shown."""
        return None if self.change is None else shown_change(*self.change)

    @property
    def fell(self) -> bool:
        """Whether it fell back by a point or more."""
        return self.improved is not None and self.improved <= -FELL

    @property
    def over(self) -> bool:
        """Whether the season's last day is past: what is open in it will not be done any more."""
        return self.season is not None and self.season.ends < self.on

    @property
    def _due(self) -> tuple[date, ...]:
        """None of a season that is over: nobody can keep to them any more."""
        return () if self.season is None or self.over else self.season.due

    @cached_property
    def key(self) -> tuple[float, ...]:
        """To sort by: the neediest first."""
        season = self.season
        if season is None:
            return (3,)
        days, score = (season.peak - self.on).days, readiness_of(season) if season.begun else -1.0
        when = 2 if self.over else 1 if days > FAR else 0
        signs = (
            bool(season.blockers), bool(self.overdue), not season.begun or season.band == "not_ready", self.fell,
            self.due_soon is not None, season.band == "nearly",
        )
        return (when, *(not sign for sign in signs), max(days, 0), 101.0 if score is None else score)

    @property
    def reasons(self) -> tuple[Message, ...]:
        """Why it stands where it stands, the gravest sign first."""
        if self.season is None:
            return (say("cannot be read"),)
        if self.over:
            return (say("the season is over: begin the next one"),)
        return tuple(_signs(self, self.season))


def _signs(need: Need, season: NeedySeason) -> Iterator[Message]:
    days = (season.peak - need.on).days
    if days > FAR:
        yield say("the peak is {n} days away", n=days)
    if season.blockers:
        yield say("one blocker") if len(season.blockers) == 1 else say("{n} blockers", n=len(season.blockers))
    if need.overdue:
        yield say("one action overdue") if need.overdue == 1 else say("{n} actions overdue", n=need.overdue)
    if not season.begun:
        yield NOT_BEGUN
    elif season.band == "not_ready":
        yield _band(season.band, season)
    if need.fell:
        yield say("fell back by {points:.1f} points", points=-(need.improved or 0.0))
    if need.due_soon is not None:
        yield _due((need.due_soon - need.on).days)
    if season.begun and season.band == "nearly":
        yield _band(season.band, season)
    if 0 < days <= FAR:
        yield say("the peak is tomorrow") if days == 1 else say("{n} days to the peak", n=days)


def _band(band: Band, season: NeedySeason) -> Message:
    return say("{band} ({score:.0f})", band=BAND_NAMES[band], score=season.score)


def _due(days: int) -> Message:
    if days == 0:
        return say("an action is due today")
    return say("an action is due tomorrow") if days == 1 else say("an action is due in {n} days", n=days)
