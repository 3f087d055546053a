"""The pictures of two seasons' demand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.profile import Grid
from readycheck.core.rounding import shown_change
from readycheck.core.years.demand_moved import Days, Moved, Share
from readycheck.report.case import Case
from readycheck.report.charts.heatmaps import HeatMaps, HeatSide, HourMark
from readycheck.report.charts.pairs import PairBar, Pairs
from readycheck.report.parts.years_words import side_titles

MOST_BARS, MOST_MARKS = 12, 12


def share_pairs(case: Case, found: Moved, name: Callable[[Share], str]) -> Pairs:
    """Two bars for each part, the largest of the later side first."""
    shares = sorted(found.shares, key=lambda share: (-share.share_after, -share.share_before, share.id))[:MOST_BARS]
    bars = tuple(_bar(case, share, name(share)) for share in shares)
    before, after = counted_on(case, found)
    return Pairs(bars, before, after, case.tr("percentage points"), case.tr("bold: larger than chance"))


def counted_on(case: Case, found: Moved) -> tuple[str, str]:
    """What the sides of a demand are called: the months that were counted, which are not the audits' own season."""
    before, after = _months(found.days_before), _months(found.days_after)
    return (before, after) if case.one_story and before and after and before != after else side_titles(case)


def _months(days: Days | None) -> str:
    """ "11/2024–1/2025"; nothing for counts without days."""
    return "" if days is None else "–".join(dict.fromkeys(f"{day.month}/{day.year}" for day in days))


def _bar(case: Case, share: Share, name: str) -> PairBar:
    percent, ends = case.tr.percent, (100 * share.share_before, 100 * share.share_after)
    points, shown = case.figures.points_between(*ends), shown_change(*ends)
    arrow = "▲" if shown > 0 else "▼" if shown < 0 else "="
    return PairBar(
        name, share.share_before, share.share_after, percent(share.share_before, 1), percent(share.share_after, 1),
        f"{points.text} {arrow}", bool(share.beyond_chance),
    )


def hour_maps(case: Case, found: Moved, before: Grid, after: Grid) -> HeatMaps:
    """Both weeks in one scale; the hours that moved most by more than chance are marked."""
    tr = case.tr
    weekdays = tuple(tr.weekday(day) for day in range(7))
    first, second = counted_on(case, found)
    return HeatMaps(
        weekdays, _side(first, before), _side(second, after),
        tuple(_marks(found)), tr("less"), tr("more"), tr("a larger share than before"), tr("a smaller one"),
    )


def _side(name: str, grid: Grid) -> HeatSide:
    total = sum(map(sum, grid)) or 1
    return HeatSide(name, tuple(tuple(count / total for count in row) for row in grid))


def _marks(found: Moved) -> Iterator[HourMark]:
    """Of the hours of the week; its evenings and weekends have no cell of their own."""
    hours = [share for share in found.shares if share.beyond_chance and share.id[:3] in WEEKDAYS]
    for share in hours[:MOST_MARKS]:
        day, _, hour = share.id.partition("-")
        if hour.isdigit() and int(hour) < 24:
            yield HourMark(WEEKDAYS.index(day), int(hour), share.moved > 0)
