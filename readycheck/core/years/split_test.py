"""A split of the demand in two seasons: its shares, and whether it moved by more than chance (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from readycheck.core.message import Message, say
from readycheck.core.significance import ChiSquared, holm, homogeneity, two_shares, two_sided
from readycheck.core.years.demand_moved import ONE_SEASON, TOO_FEW, UNLIKELY, Moved, Share, Split
from readycheck.core.years.spans import Ground

UNTESTED = say("no test")
Counts = Mapping[str, int]


@dataclass(frozen=True)
class Sides:
    """The counts of both seasons by name.

    `parts` are sums of others, told and tested beside them, but no cell of the whole. What is `strange` to one of the
    seasons' lists is told, not tested, and left out where the others are.
    """

    before: Counts
    after: Counts
    parts_before: Counts = field(default_factory=dict)
    parts_after: Counts = field(default_factory=dict)
    strange: Set[str] = frozenset()

    @property
    def totals(self) -> tuple[int, int]:
        """All counts of each season."""
        return sum(self.before.values()), sum(self.after.values())

    def alike(self, *, after: bool) -> dict[str, int]:
        """The cells that both seasons' lists know."""
        counts = self.after if after else self.before
        return {name: count for name, count in counts.items() if name not in self.strange}


def nothing_to_hold(what: Split, why: Message) -> Moved:
    """A split that one of the seasons, or neither, has."""
    return Moved(what, 0, 0, (), None, None, None, UNTESTED, why)


def side_by_side(what: Split, sides: Sides, why: Message) -> Moved:
    """The split with its shares, of which nothing is tested."""
    return Moved(what, *sides.totals, _shares(sides, None), None, None, None, UNTESTED, why)


def moved_split(what: Split, sides: Sides, stands_on: Ground) -> Moved:
    """The split with its shares, the most moved first; tested where the ground allows."""
    return replace(_moved_split(what, sides, stands_on), days_before=stands_on.before, days_after=stands_on.after)


def _moved_split(what: Split, sides: Sides, stands_on: Ground) -> Moved:
    times = stands_on.times
    whole = homogeneity(sides.alike(after=False), sides.alike(after=True), times)
    if stands_on.why_not is not None or whole is None:
        why = stands_on.why_not or say("too little is counted in both seasons to test it")
        return replace(side_by_side(what, sides, why), steps=stands_on.steps)
    shares = _shares(sides, _p_values(sides, times))
    return Moved(what, *sides.totals, shares, whole.p, whole.statistic, whole.freedom, _named(times),
                 steps=(*stands_on.steps, *_whole_steps(whole, times), *_share_steps(sides, shares)))


def _whole_steps(whole: ChiSquared, times: float) -> Iterator[Message]:
    if whole.pooled:
        yield say("The {n} smallest are taken together, so that each expects five in either season.", n=whole.pooled)
    yield say("χ² = {plain:.4f} / {times:.4f} = {statistic:.4f} with {freedom} degrees of freedom: p = {p:.2g}",
              plain=whole.statistic * times, times=times, statistic=whole.statistic, freedom=whole.freedom, p=whole.p)


def _share_steps(sides: Sides, shares: Sequence[Share]) -> Iterator[Message]:
    """How a share is tested, and those that moved by more than chance."""
    families = (sides.alike(after=False), sides.alike(after=True)), (sides.parts_before, sides.parts_after)
    for n, family in enumerate(families):
        tried = sum(share.p is not None and any(share.id in counts for counts in family) for share in shares)
        if tried:
            yield say("Each share by the two-share z test, its standard error × √scatter; p by Holm for {n} tried.",
                      n=tried) if not n else say("Parts of the week likewise; p by Holm for {n} tried.", n=tried)


def _named(times: float) -> Message:
    if times == 1:
        return say("chi-squared test of the counts")
    return say("chi-squared test of the counts, made stricter by the day-to-day scatter (×{times:.1f})", times=times)


def _p_values(sides: Sides, times: float) -> dict[str, float]:
    """The adjusted p of every cell and every part that can be tested; parts are a family of their own."""
    cells_before, cells_after = sides.alike(after=False), sides.alike(after=True)
    of_before, of_after = sum(cells_before.values()), sum(cells_after.values())
    found: dict[str, float] = {}
    for before, after in ((cells_before, cells_after), (sides.parts_before, sides.parts_after)):
        tried = {
            name: two_sided(z) for name in sorted({*before, *after})
            for z in [two_shares(before.get(name, 0), of_before, after.get(name, 0), of_after, times)]
            if z is not None
        }
        found |= dict(zip(tried, holm(tuple(tried.values())), strict=True))
    return found


def _shares(sides: Sides, tested: Mapping[str, float] | None) -> tuple[Share, ...]:
    """`tested`: the p that there are; None where the split as a whole is not tested."""
    before, after = {**sides.before, **sides.parts_before}, {**sides.after, **sides.parts_after}
    found = [
        _share(name, (before.get(name, 0), after.get(name, 0)), sides, tested)
        for name in {*before, *after} if before.get(name, 0) or after.get(name, 0)
    ]
    return tuple(sorted(found, key=lambda share: (-abs(share.moved), share.id)))


def _share(name: str, counts: tuple[int, int], sides: Sides, tested: Mapping[str, float] | None) -> Share:
    before, after = (count / total if total else 0.0 for count, total in zip(counts, sides.totals, strict=True))
    if tested is None or name not in tested:
        why = None if tested is None else ONE_SEASON if name in sides.strange else TOO_FEW
        return Share(name, *counts, before, after, why_not=why)
    return Share(name, *counts, before, after, tested[name], tested[name] < UNLIKELY)
