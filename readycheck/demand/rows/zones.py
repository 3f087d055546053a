"""Time zones as tables of offsets, out of `zoneinfo`, so that SQL and Python follow one rule.

The rule for local times without an offset: an hour that does not exist (clocks go forward) is refused; an
hour that is there twice (clocks go back) is the first of the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from readycheck.core.message import say
from readycheck.errors import wrong

DAY = 86_400
YEARS = (1990, 2038)
"""The years whose clock changes are looked at one by one; later ones go on as the last."""
STRIDE = 7 * DAY  # no zone has changed its clocks twice within a week since 1990


def zone_of(name: str, key: str | None = None) -> ZoneInfo:
    """The zone of an IANA name; ReadycheckError with a suggestion when there is none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError) as error:
        close = get_close_matches(name, available_timezones(), 1)
        remedy = say("Did you mean \"{close}\"?", close=close[0]) if close else say(
            "Write it as Europe/Helsinki."
        )
        raise wrong(say("\"{zone}\" is not a time zone.", zone=name), remedy, key=key) from error


@dataclass(frozen=True)
class Offset:
    """From this UTC second on, local time is `seconds` ahead of UTC."""

    starts: int
    seconds: int


@dataclass(frozen=True)
class LocalRule:
    """From this local second on, local time is `seconds` ahead of UTC; `odd` where clocks change."""

    starts: int
    seconds: int
    odd: Literal["", "skipped", "doubled"] = ""


def offsets(zone: ZoneInfo, first_year: int, last_year: int) -> list[Offset]:
    """Every change of the zone's offset in those years, and the one that held before them."""
    start = _utc(datetime(first_year, 1, 1)) - 2 * DAY
    end = _utc(datetime(last_year + 1, 1, 1)) + 2 * DAY
    found = [Offset(-(2**60), _offset(zone, start))]
    for moment in range(start, end, STRIDE):
        if _offset(zone, moment + STRIDE) != found[-1].seconds:
            found.append(_change(zone, moment, moment + STRIDE, found[-1].seconds))
    return found


def _change(zone: ZoneInfo, low: int, high: int, before: int) -> Offset:
    """The change between two moments, to the second."""
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return Offset(high, _offset(zone, high))


def local_rules(zone: ZoneInfo, first_year: int, last_year: int) -> list[LocalRule]:
    """How to read the zone's local times in those years, by the module's rule."""
    changes = offsets(zone, first_year, last_year)
    rules = [LocalRule(-(2**60), changes[0].seconds)]
    for before, after in pairwise(changes):
        old, new = after.starts + before.seconds, after.starts + after.seconds
        if new > old:
            rules += [LocalRule(old, before.seconds, "skipped"), LocalRule(new, after.seconds)]
        elif new < old:
            rules += [LocalRule(new, before.seconds, "doubled"), LocalRule(old, after.seconds)]
    return rules


def step_of(*zones: ZoneInfo) -> int:
    """The longest of an hour, a quarter and a minute within which none of the zones changes its clocks (seconds)."""
    return min(_step(zone) for zone in zones)


@cache
def _step(zone: ZoneInfo) -> int:
    changes = offsets(zone, *YEARS)
    parts = {change.seconds for change in changes} | {change.starts for change in changes[1:]}
    return next(step for step in (3600, 900, 60) if step == 60 or all(part % step == 0 for part in parts))


def step_sql(column: str, steps: Sequence[tuple[int, str]]) -> str:
    """SQL: the value of the last step that `column` has reached; a tree of CASEs, which needs no sorting join."""
    if len(steps) == 1:
        return steps[0][1]
    middle = len(steps) // 2
    low, high = step_sql(column, steps[:middle]), step_sql(column, steps[middle:])
    return f"(CASE WHEN {column} < {steps[middle][0]} THEN {low} ELSE {high} END)"


def wall_sql(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[str, str]:
    """SQL over `wall`, a local second: how many seconds it is ahead of UTC, and "skipped", "doubled" or ""."""
    rules = local_rules(zone, first_year, last_year)
    behind = step_sql("wall", [(rule.starts, str(rule.seconds)) for rule in rules])
    return behind, step_sql("wall", [(rule.starts, f"'{rule.odd}'") for rule in rules])


def _utc(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())


def _offset(zone: ZoneInfo, moment: int) -> int:
    found = datetime.fromtimestamp(moment, UTC).astimezone(zone).utcoffset() or timedelta(0)
    return int(found.total_seconds())
