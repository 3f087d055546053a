"""Three characters an hour: demand and opening can be read without any colour."""

from __future__ import annotations

import pytest

from readycheck.core.hours.week import Span
from readycheck.tui.widgets.week_cells import WeekPicture, cell_text


def picture(*spans: str, demand: int = 5, suggested: frozenset[tuple[int, int]] = frozenset()) -> WeekPicture:
    """Monday is open as said; every hour of it has `demand`, Sunday noon has 9."""
    grid = [[0] * 24 for _ in range(7)]
    grid[0] = [demand] * 24
    grid[6][12] = 9
    opened = (tuple(Span.parse(span) for span in spans), *((),) * 6)
    return WeekPicture(grid, opened, suggested)


def row(of: WeekPicture, first: int, last: int, width: int = 3) -> str:
    return "".join(cell_text(of, (0, hour), width) for hour in range(first, last + 1))


@pytest.mark.parametrize(("spans", "drawn"), [
    ((), " 5  5  5  5 "),
    (("09:00-11:00",), " 5 [5──5] 5 "),
    (("09:00-10:00",), " 5 [5] 5  5 "),
    (("09:30-10:45",), " 5 (5──5) 5 "),
    (("09:00-10:30", "10:45-12:00"), " 5 [5──5──5]"),
    (("09:00-10:30", "11:00-12:00"), " 5 [5──5)[5]"),
    (("09:10-09:20", "09:40-09:50"), " 5 (5) 5  5 "),
])
def test_square_brackets_are_full_hours_and_round_ones_parts(spans: tuple[str, ...], drawn: str) -> None:
    assert row(picture(*spans), 8, 11) == drawn


def test_more_room_stretches_the_frame() -> None:
    assert row(picture("09:00-11:00"), 8, 11, width=5) == "  5  [─5────5─]  5  "


def test_suggested_hours_stand_between_pluses() -> None:
    assert row(picture("09:00-10:00", suggested=frozenset({(0, 10)})), 9, 11) == "[5]+5+ 5 "


@pytest.mark.parametrize(("demand", "digit"), [(0, "·"), (1, "1"), (9, "9"), (4, "4")])
def test_the_digit_is_the_demand_in_ninths_of_the_busiest_hour(demand: int, digit: str) -> None:
    assert row(picture(demand=demand), 8, 8) == f" {digit} "


def test_a_little_demand_is_never_drawn_as_none() -> None:
    grid = [[0] * 24 for _ in range(7)]
    grid[0][8], grid[0][9] = 1, 1000
    assert cell_text(WeekPicture(grid, ((),) * 7), (0, 8), 3) == " 1 "
