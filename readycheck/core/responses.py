"""First response times by channel: counts that add up over sources, median and 90th percentile (DOMAIN §3.8).

A quantile is what spreadsheets call PERCENTILE or MEDIAN: it lies q of the way between the first and the last of
the sorted times, straight between its two neighbours. Only contacts that were answered have a time; a blank is
no zero. Where several sources add up, only their counts within fixed edges do, and a quantile is read from those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Annotated

from readycheck.core.limits import Amount, Count, Pattern
from readycheck.core.message import Message, say
from readycheck.core.rounding import rounded

MINUTE, HOUR, DAY = 60, 3600, 86_400
EDGES: tuple[int, ...] = (
    20, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR,
    12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY,
)
"""Within how many seconds the answered contacts are counted; a channel's target is one more edge."""
MEDIAN, NINETY = 0.5, 0.9
BY_IMPORT = "import: "
"""What the place that a figure was measured from begins with, where an import measured it."""
Edge = Annotated[str, Pattern(r"\d{1,7}(\.\d{1,3})?", say("a number of seconds"))]
"""Seconds as the key of a table: "60", "90.5"."""


def measured_where(text: str) -> Message:
    """Where a figure was measured, as a person reads it: an import's note in their language, own words as typed."""
    if text.startswith(BY_IMPORT):
        return say("import: {sources}", sources=text.removeprefix(BY_IMPORT))
    return say("{name}", name=text.strip() or "–")


@dataclass(frozen=True)
class ResponseTimes:
    """One channel's first responses: `n` contacts answered, `unanswered` not; times in seconds.

    `within` counts the answered up to each edge, the edge included; its keys are seconds as text. `estimated`: the
    median and the 90th percentile are read from such counts of several sources.
    """

    n: Count = 0
    unanswered: Count = 0
    median_s: Amount | None = None
    p90_s: Amount | None = None
    within: Mapping[Edge, Count] = field(default_factory=dict)
    estimated: bool = False


def edge_key(seconds: float) -> str:
    """An edge as `within` names it."""
    return f"{round(seconds, 3):.10g}"


def sum_responses(parts: Sequence[ResponseTimes]) -> ResponseTimes:
    """Several sources together; median and 90th percentile are read from the counts where more than one has times."""
    timed = [part for part in parts if part.n]
    shared = [key for key in (timed[0].within if timed else ()) if all(key in part.within for part in timed)]
    total = ResponseTimes(
        n=sum(part.n for part in timed), unanswered=sum(part.unanswered for part in parts),
        within={key: sum(part.within[key] for part in timed) for key in shared},
    )
    return ResponseTimes(
        total.n, total.unanswered, _together(total, MEDIAN, [part.median_s for part in timed]),
        _together(total, NINETY, [part.p90_s for part in timed]), total.within,
        len(timed) > 1 or any(part.estimated for part in timed),
    )


def _together(total: ResponseTimes, share: float, own: Sequence[float | None]) -> float | None:
    """A quantile of all: it never lies outside the sources' own."""
    known = [value for value in own if value is not None]
    if len(known) < 2:
        return known[0] if known else None
    return min(max(quantile_within(total, share), min(known)), max(known))


def quantile_within(times: ResponseTimes, share: float) -> float:
    """About how many seconds it took to answer this share, straight between two edges; after the last, infinity."""
    wanted = share * times.n
    for (low, before), (high, after) in pairwise(_points(times)):
        if before < wanted <= after:
            return low + (high - low) * (wanted - before) / (after - before)
    return float("inf")


def _points(times: ResponseTimes) -> list[tuple[float, int]]:
    return [(0.0, 0), *sorted((float(edge), count) for edge, count in times.within.items())]


def answered_within(times: ResponseTimes, target_s: float) -> tuple[int, int]:
    """The fewest and the most contacts that were answered within the target; alike where it is an edge."""
    points = _points(times)
    fewest = max(count for edge, count in points if edge <= target_s)
    most = min((count for edge, count in points if edge >= target_s), default=times.n)
    return fewest, most


def duration(seconds: float) -> Message:
    """A time as a person says it: 45 s, 12 min 26 s, 3 h 5 min."""
    whole = int(rounded(seconds))
    if whole < 2 * MINUTE:
        return say("{seconds} s", seconds=whole)
    if whole < HOUR:
        return _in_two(say("{minutes} min", minutes=whole // MINUTE), say("{seconds} s", seconds=whole % MINUTE))
    minutes = int(rounded(seconds / MINUTE))
    return _in_two(say("{hours} h", hours=minutes // MINUTE), say("{minutes} min", minutes=minutes % MINUTE))


def _in_two(great: Message, small: Message) -> Message:
    return say("{great} {small}", great=great, small=small) if next(iter(small.args.values())) else great


def response_messages(channel: Message, times: ResponseTimes, target_s: float | None) -> Iterable[Message]:
    """A channel's first responses in a line or two: how fast, how many, how often within the target."""
    if times.unanswered and not times.n:
        yield say("{channel}: no first response, not answered {unanswered:,}", channel=channel,
                  unanswered=times.unanswered)
    if times.median_s is None or times.p90_s is None:
        return
    line = say("{channel}: first response, median {median}; 90% answered within {ninety}; answered {n:,}, not answered"
               " {unanswered:,}", channel=channel, median=duration(times.median_s), ninety=duration(times.p90_s),
               n=times.n, unanswered=times.unanswered)
    yield say("{line} (about: several sources, read from their counts)", line=line) if times.estimated else line
    if target_s is not None and times.n:
        yield within_message(channel, times, target_s)


def within_message(channel: Message, times: ResponseTimes, target_s: float) -> Message:
    """How many were answered within the target; a target that is no edge gives two bounds."""
    fewest, most = answered_within(times, target_s)
    facts = {"channel": channel, "target": duration(target_s), "count": fewest, "n": times.n, "share": fewest / times.n}
    if fewest == most:
        return say("{channel}: within the target of {target}: {count:,} of {n:,} = {share:.1%}", **facts)
    return say("{channel}: within the target of {target}: {count:,}–{most:,} of {n:,};"
               " import again to count it exactly", most=most, **facts)
