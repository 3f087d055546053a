"""Whole hours parted among days that lack some: exact, by dynamic programming."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

HOUR = 1_000_000
"""Shortages are counted in whole millionths of an hour, so that ties are real ties."""
NEVER = -1
"""The gain of a number of hours that no choice of days comes to."""


def best_hours(short: Sequence[int], budget: int, least: int) -> list[int]:
    """Whole hours for each day, none or at least `least` (≥ 1), at most `budget` together, that cover most.

    `short`: each day's shortage in millionths of an hour. Of equal sets the one with the fewest hours, then the one
    with the most on the first day, on the second and so on.
    """
    most = [_most(each, least) for each in short]
    if sum(most) <= budget:
        return most
    # rest[d][b]: the largest gain of exactly b hours on the days from d on
    rest = [[0] + [NEVER] * budget]
    for each in reversed(short):
        rest.append(_with_day(rest[-1], each, least))
    rest.reverse()
    left = max(range(budget + 1), key=lambda hours: (rest[0][hours], -hours))
    chosen = []
    for each, here, later in zip(short, rest, rest[1:], strict=False):
        taken = _earliest(_most(each, least), least, left)
        chosen.append(next(hours for hours in taken if _gain(later, left, hours, each) == here[left]))
        left -= chosen[-1]
    return chosen


def _most(short: int, least: int) -> int:
    """The most hours that may pay on a day: its shortage in whole hours, or one least shift."""
    return max(least, -(-short // HOUR)) if short else 0


def _earliest(most: int, least: int, left: int) -> Iterator[int]:
    """A day's possible hours, the most first, so that a tie leaves fewer to later days."""
    yield from range(min(most, left), least - 1, -1)
    yield 0


def _gain(rest: Sequence[int], left: int, hours: int, short: int) -> int:
    """What `hours` on this day and the others of `left` later bring."""
    later = rest[left - hours]
    return NEVER if later == NEVER else later + min(short, hours * HOUR)


def _with_day(rest: Sequence[int], short: int, least: int) -> list[int]:
    """The largest gain of exactly so many hours when one more day may take some of them."""
    whole, most = short // HOUR, _most(short, least)
    best = [max(none, some) for none, some in zip(rest, _whole_hours(rest, whole, least), strict=True)]
    if most > whole:  # its last hour, or its least shift, is not all needed
        for total in range(most, len(rest)):
            best[total] = max(best[total], _gain(rest, total, most, short))
    return best


def _whole_hours(rest: Sequence[int], whole: int, least: int) -> list[int]:
    """The same when the day takes from `least` to `whole` hours, each of which covers a whole hour.

    What the later days gain over the hours that they take then decides: its largest value in a sliding window.
    """
    best = [NEVER] * len(rest)
    window: deque[tuple[int, int]] = deque()
    for total in range(least, len(rest) if whole >= least else 0):
        later = total - least
        if rest[later] != NEVER:
            _slide_in(window, (rest[later] - later * HOUR, later))
        while window and window[0][1] < total - whole:
            window.popleft()
        if window:
            best[total] = window[0][0] + total * HOUR
    return best


def _slide_in(window: deque[tuple[int, int]], entry: tuple[int, int]) -> None:
    """Only what is larger than all that came after it can ever be the largest."""
    while window and window[-1][0] <= entry[0]:
        window.pop()
    window.append(entry)
