"""Where the next hours should go, against trying every set of hours (DOMAIN §3.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.audit import Audit
from readycheck.core.hours.opening import opening_hours
from readycheck.core.hours.suggest import suggest_hours, with_runs
from tests.core.documents import audit_of, contacts, document, grid

Cell = tuple[int, int]
ALWAYS = ["00:00-24:00"]
WEEK = {
    "mon": ["05:00-24:00"], "tue": ALWAYS, "wed": ["00:00-09:00", "15:00-24:00"],
    "thu": ALWAYS, "fri": ALWAYS, "sat": ALWAYS, "sun": ["00:00-22:00"],
}
CLOSED = [(0, hour) for hour in range(5)] + [(2, hour) for hour in range(9, 15)] + [(6, 22), (6, 23)]
# 1 Nov 2026 – 31 Jan 2027: 92 days from a Sunday to a Sunday, so fourteen Sundays and thirteen of the others
DATES = {0: 13, 2: 13, 6: 14}


def shop(cells: dict[Cell, int], week: dict[str, list[str]], **hours: object) -> Audit:
    return audit_of(document(
        hours={"chat": {"live": True, "holidays": "open", **week, **hours}}, demand={"contacts": contacts(2026, cells)},
    ))


def closed_apart(cell: Cell, _: int) -> bool:
    return cell in CLOSED


def allowed(cells: tuple[Cell, ...], min_shift: int, closed: Callable[[Cell, int], bool] = closed_apart) -> bool:
    """Every run is long enough, or the minute before, in or after it is open (`closed` says: cell, minute)."""
    for cell in cells:
        run = [cell]
        while (run[0][0], run[0][1] - 1) in cells:
            run.insert(0, (run[0][0], run[0][1] - 1))
        while (run[-1][0], run[-1][1] + 1) in cells:
            run.append((run[-1][0], run[-1][1] + 1))
        if len(run) < min_shift and not touches(run, closed):
            return False
    return True


def touches(run: list[Cell], closed: Callable[[Cell, int], bool]) -> bool:
    (day, first), last = run[0], run[-1][1]
    around = [(hour, minute) for hour, minute in ((first - 1, 59), (last + 1, 0)) if 0 <= hour < 24]
    inside = product(range(first, last + 1), range(60))
    return any(not closed((day, hour), minute) for hour, minute in chain(around, inside))


def brute_force(
    gains: dict[Cell, int], budget: int, min_shift: int, closed: Callable[[Cell, int], bool] = closed_apart,
) -> tuple[int, tuple[Cell, ...]]:
    """The largest gain; of equal ones the fewest hours, then the earliest."""
    sets = [s for n in range(budget + 1) for s in combinations(CLOSED, n) if allowed(s, min_shift, closed)]
    found = [(sum(gains.get(cell, 0) for cell in s), s) for s in sets]
    return min(found, key=lambda each: (-each[0], len(each[1]), each[1]))


@settings(max_examples=25)
@given(
    st.dictionaries(st.sampled_from(CLOSED), st.integers(1, 3), min_size=1, max_size=5),
    st.integers(0, 5), st.integers(1, 4),
)
def test_no_set_of_hours_is_better(cells: dict[Cell, int], budget: int, min_shift: int) -> None:
    audit = shop(cells | {(3, 12): 2}, WEEK)
    found = suggest_hours(audit, budget, min_shift)
    gain, best = brute_force({cell: n * DATES[cell[0]] for cell, n in cells.items()}, budget, min_shift)
    assert found.hours == best
    total = sum(n * DATES[day] for (day, _), n in cells.items()) + 2 * 13
    assert found.gained == pytest.approx(100 * gain / total)


@settings(max_examples=8)
@given(
    st.dictionaries(st.sampled_from(CLOSED), st.integers(1, 3), min_size=1, max_size=5),
    st.integers(0, 4), st.integers(1, 4), st.sampled_from(["open", "closed"]), st.sampled_from(["open", "closed"]),
)
def test_no_set_is_better_where_hours_are_half_open_and_two_channels_keep_days_off(
    cells: dict[Cell, int], budget: int, min_shift: int, holidays: str, others: str
) -> None:
    """What each hour alone would bring is measured by opening it; hours do not overlap, so gains add up."""
    doc = document(demand={"contacts": contacts(2026, cells | {(3, 12): 2})}, hours={
        "chat": {"live": True, "holidays": holidays, **WEEK, "exceptions": [{"date": date(2026, 12, 7), "open": []}]},
        "phone": {"live": True, "holidays": others, "mon": ["00:00-00:30"], "wed": ["11:15-11:45"]},
    })
    audit = audit_of(doc)
    everything = 60 * (sum(n * DATES[day] for (day, _), n in cells.items()) + 2 * 13)
    gains = {cell: round(brought(audit, cell) / 100 * everything) for cell in cells}
    phone = {(0, 0): range(30), (2, 11): range(15, 45)}
    found = suggest_hours(audit, budget, min_shift)
    gain, best = brute_force(
        gains, budget, min_shift, lambda cell, minute: cell in CLOSED and minute not in phone.get(cell, ())
    )
    assert found.hours == best
    assert found.gained == pytest.approx(100 * gain / everything)


def brought(audit: Audit, cell: Cell) -> float:
    """The points of coverage that opening the chat for one more hour brings."""
    more = with_runs(audit.hours["chat"], ((cell[0], cell[1], cell[1] + 1),))
    after = opening_hours(replace(audit, hours={**audit.hours, "chat": more})).score
    return (after or 0.0) - (opening_hours(audit).score or 0.0)


@settings(max_examples=15)
@given(
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 23)), st.integers(1, 9), min_size=1, max_size=8),
    st.integers(0, 12), st.integers(1, 4), st.sampled_from(["open", "closed"]),
)
def test_the_promise_is_what_opening_those_hours_brings(
    cells: dict[Cell, int], budget: int, min_shift: int, holidays: str
) -> None:
    day_off = {"date": date(2026, 11, 30), "open": []}
    audit = shop(cells, {"mon": ["09:30-16:00"], "fri": ["10:00-12:15"]}, holidays=holidays, exceptions=[day_off])
    found = suggest_hours(audit, budget, min_shift)
    chat = with_runs(audit.hours["chat"], found.runs)
    assert len(found.hours) == sum(end - start for _, start, end in found.runs) <= budget
    assert found.coverage_before == pytest.approx(opening_hours(audit).score)
    assert found.coverage_after == pytest.approx(opening_hours(replace(audit, hours={"chat": chat})).score)


def test_a_week_by_hand() -> None:
    """Open Mon 9–12. Demand Mon 12: 4, Tue 18: 3, Sat 10: 5 (13 dates each, no holidays kept).
    One hour with shifts of two: only Mon 12 touches, 100·4/12 points. Two hours: Sat with a neighbour, 5 > 4;
    of 9–11 and 10–12 the earlier. Three: Mon 12 and those two."""
    cells = {(0, 12): 4, (1, 18): 3, (5, 10): 5}
    audit = shop(cells, {"mon": ["09:00-12:00"]})
    one, two, three = (suggest_hours(audit, budget, 2) for budget in (1, 2, 3))
    assert (one.runs, one.gained) == (((0, 12, 13),), pytest.approx(100 * 4 / 12))
    assert (two.runs, two.gained) == (((5, 9, 11),), pytest.approx(100 * 5 / 12))
    assert (three.runs, three.gained) == (((0, 12, 13), (5, 9, 11)), pytest.approx(100 * 9 / 12))


def test_a_tie_goes_to_the_earlier_weekday_and_hour() -> None:
    assert suggest_hours(shop({(4, 8): 1, (1, 20): 1, (1, 9): 1}, {}), 1, 1).hours == ((1, 9),)


def test_a_shift_fits_into_its_day() -> None:
    """Demand at 23 and at 0, shifts of three: 21–24 rather than over midnight, and 0–3."""
    found = suggest_hours(shop({(1, 23): 2, (2, 0): 1}, {}), 6, 3)
    assert found.runs == ((1, 21, 24), (2, 0, 3))


def test_more_hours_than_the_week_has() -> None:
    """Every hour of the week wanted and none open: all 168 are taken, of whatever budget."""
    cells = {(day, hour): 1 for day in range(7) for hour in range(24)}
    found = suggest_hours(shop(cells, {}), 500, 24)
    assert (len(found.hours), found.coverage_after) == (168, pytest.approx(100))


def test_a_channel_that_becomes_live_keeps_what_it_has_open() -> None:
    """The chat is staffed Mon 9–12, but nobody answers at once. Live, it covers Mon 10 (4 of 12) without an hour more:
    the two go to Sat 9–11, which holds the 5 of Sat 10."""
    cells = {(0, 10): 4, (1, 18): 3, (5, 10): 5}
    found = suggest_hours(shop(cells, {"mon": ["09:00-12:00"]}, live=False), 2, 2)
    assert (found.runs, found.coverage_before) == (((5, 9, 11),), 0)
    assert found.coverage_after == pytest.approx(100 * 9 / 12)


def test_hours_that_nobody_asks_for_are_not_suggested() -> None:
    assert suggest_hours(shop({(4, 8): 1}, {}), 6, 1).hours == ((4, 8),)
    assert suggest_hours(shop({(4, 8): 1}, {"fri": ["08:00-09:00"]}), 6, 1).hours == ()


def test_an_hour_half_open_brings_its_other_half() -> None:
    """Fri 8:00–8:30 is open: of 6 a week half are covered, the whole hour adds the other 50 points."""
    found = suggest_hours(shop({(4, 8): 6}, {"fri": ["08:00-08:30"]}), 1, 2)
    assert (found.hours, found.coverage_before, found.coverage_after) == (((4, 8),), 50.0, 100.0)


def test_open_hours_that_serve_least_come_first() -> None:
    found = suggest_hours(shop({(0, 9): 1, (0, 10): 3}, {"mon": ["09:00-12:00"]}), 0)
    assert found.least_useful == ((0, 11, 0.0), (0, 9, 0.25), (0, 10, 0.75))


def test_a_season_without_demand_on_its_weekdays_has_no_coverage() -> None:
    """Sunday 1 and Monday 2 November against a grid of Wednesdays: nothing to cover, and no crash."""
    doc = document(
        hours={"chat": {"live": True, "wed": ALWAYS}}, demand={"orders": contacts(2026) | {"grid": grid({(2, 9): 5})}},
    )
    doc["season"]["ends"] = doc["season"]["starts"] + timedelta(days=1)
    coverage = opening_hours(audit_of(doc))
    assert coverage.score is None
    assert coverage.missing
