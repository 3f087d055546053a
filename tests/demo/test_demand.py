"""The made-up demand: the same for everybody, and its parts add up."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from readycheck.demo.demand import demand, shared_out


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split()]


def by_day(profile: dict[str, Any]) -> dict[date, int]:
    return {profile["first"] + timedelta(days=n): count for n, count in enumerate(numbers(profile["daily"]))}


def test_it_is_the_same_every_time() -> None:
    assert demand(2025) == demand(2025)
    assert demand(2025) != demand(2024) != demand(2023)


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize("kind", ["orders", "contacts"])
def test_every_day_from_september_to_january_has_its_number(year: int, kind: str) -> None:
    days = by_day(demand(year)[kind])
    assert (min(days), max(days), len(days)) == (date(year, 9, 1), date(year + 1, 1, 31), 153)
    assert min(days.values()) > 0


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_grid_holds_what_has_a_time_in_the_season_weekday_by_weekday(year: int) -> None:
    for profile in demand(year).values():
        rows = [sum(numbers(row)) for row in profile["grid"]]
        season = {day: n for day, n in by_day(profile).items() if day >= date(year, 11, 1)}
        counted = [sum(n for day, n in season.items() if day.weekday() == weekday) for weekday in range(7)]
        assert all(0.78 * n <= row <= n for row, n in zip(rows, counted, strict=True))
    orders = demand(year)["orders"]
    assert sum(sum(numbers(row)) for row in orders["grid"]) == sum(
        n for day, n in by_day(orders).items() if day >= date(year, 11, 1)
    )


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_each_contact_is_in_one_channel_and_coded_or_not(year: int) -> None:
    contacts = demand(year)["contacts"]
    total = sum(numbers(contacts["daily"]))
    assert sum(contacts["channels"].values()) == total == contacts["with_channel"]
    assert sum(contacts["reasons"].values()) + contacts["uncoded"] == total
    assert contacts["timed"] <= total


def test_black_friday_is_the_largest_day_and_evenings_are_busier_than_mornings() -> None:
    orders = demand(2025)["orders"]
    days = by_day(orders)
    assert max(days, key=lambda day: days[day]) == date(2025, 11, 28)
    monday = numbers(orders["grid"][0])
    assert sum(monday[19:22]) > sum(monday[8:13])


def test_contacts_come_later_than_orders_and_are_busiest_in_december() -> None:
    profile = demand(2025)
    orders, contacts = by_day(profile["orders"]), by_day(profile["contacts"])
    mondays = [day for day in orders if day.weekday() == 0 and day <= date(2026, 1, 25)]
    weeks = {
        name: {monday: sum(counts[monday + timedelta(days=n)] for n in range(7)) for monday in mondays}
        for name, counts in (("orders", orders), ("contacts", contacts))
    }
    assert max(mondays, key=lambda monday: weeks["orders"][monday]) == date(2025, 11, 24)
    assert max(mondays, key=lambda monday: weeks["contacts"][monday]) > date(2025, 12, 1)
    months = {month: sum(n for day, n in contacts.items() if day.month == month) for month in (11, 12, 1)}
    assert months[12] > months[1] > months[11]


def test_parts_are_shared_out_to_the_last_one() -> None:
    assert shared_out(10, [1, 1, 2]) == [3, 2, 5]  # 2.5, 2.5, 5: the half is rounded up once
    assert shared_out(0, [3, 4]) == [0, 0]
    for total, after in pairwise(range(60)):
        assert sum(shared_out(total, [1, 2, 3.5])) == total == after - 1
