"""What weekdays and closed days bring, by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.lag.activity import EVEN_WEEK, Activity, activity_of, day_groups, group_factors

MONDAY, FRIDAY = 0, 4
WORKDAYS = (True,) * 5 + (False, False)


def test_a_day_without_orders_has_the_factor_of_closed_days() -> None:
    activity = Activity((1.4, 1.0, 1.0, 1.0, 1.0, 0.5, 0.2), (0.1,) * 6 + (0.2,))
    assert [activity.factor(0, orders) for orders in (0, 0.01, 7)] == [0.1, 1.4, 1.4]
    assert (activity.factor(6, 0), activity.factor(6, 1)) == (0.2, 0.2)


def test_without_knowledge_every_day_is_alike() -> None:
    assert Activity().weekdays == Activity().closed == EVEN_WEEK == (1,) * 7


def test_a_holiday_is_a_closed_day_and_a_free_saturday_is_not() -> None:
    """Three weeks from a Friday, five orders a workday and none at weekends, but none on the second Monday either:
    places 0 Fri, 1 Sat, 2 Sun, 3 Mon … 10 Mon (closed) … 20."""
    orders = [0.0 if (FRIDAY + place) % 7 > 4 or place == 10 else 5.0 for place in range(21)]
    groups = day_groups(orders, FRIDAY)
    assert groups.members[MONDAY] == (3, 17)
    assert groups.members[FRIDAY] == (0, 7, 14)
    assert groups.members[5] == (1, 8, 15)
    assert groups.members[7] == (10,)
    assert groups.usual == WORKDAYS


def test_a_small_shop_s_days_without_orders_are_chance() -> None:
    """Two orders or none: a median of two is under three, so no day counts as closed. With three or none it does."""
    for busy, closed in ((2.0, ()), (3.0, (7, 15))):
        orders = [busy] * 28
        orders[7] = orders[15] = 0.0
        assert day_groups(orders, MONDAY).members[7] == closed


def test_one_enormous_day_opens_no_weekday() -> None:
    """A billion orders on one Saturday: the other Saturdays are no closed days."""
    orders = [4.0, 4.0, 4.0, 4.0, 4.0, 0.0, 0.0] * 4
    orders[5] = 1e9
    assert day_groups(orders, MONDAY).members[7] == ()


def test_fewer_days_than_a_week() -> None:
    groups = day_groups([9.0, 9.0], FRIDAY)
    assert groups.members == ((), (), (), (), (0,), (1,), (), ())
    assert groups.usual == (False, False, False, False, True, True, False)


def test_a_group_s_values_together() -> None:
    groups = day_groups([9.0] * 9, MONDAY)
    assert groups.sums(list(range(9))) == [0 + 7, 1 + 8, 2, 3, 4, 5, 6, 0]


def test_factors_by_hand() -> None:
    """Mondays 45 came of 20 expected: 50/25 = 2. Saturdays none of 45: 5/50 = 0.1. Closed 15 of 5 would be 2, but no
    more than Monday: 2 … and no more than Tuesday's (25 + 5)/(25 + 5) = 1. Expected then 40 + 25 + 4.5 + 5 = 74.5,
    came 85: all times 85/74.5."""
    groups = day_groups([9.0 if day % 7 != 5 else 0.0 for day in range(28)], MONDAY)
    came, expected = [45, 25, 0, 0, 0, 0, 0, 15], [20, 25, 0, 0, 0, 45, 0, 5]
    times = 85 / 74.5
    found = group_factors(groups, came, expected)
    assert found == pytest.approx([2 * times, times, times, times, times, 0.1 * times, times, times])
    assert sum(factor * lagged for factor, lagged in zip(found, expected, strict=True)) == pytest.approx(85)


def test_a_weekday_that_is_always_free_does_not_cap_the_closed_days() -> None:
    """Saturday's 0.1 says nothing of a holiday on a Monday: 10 of 15 came then, 15/20."""
    groups = day_groups([9.0 if day % 7 != 5 else 0.0 for day in range(28)], MONDAY)
    factors = group_factors(groups, [50, 0, 0, 0, 0, 0, 0, 10], [50, 0, 0, 0, 0, 45, 0, 15])
    assert factors[7] / factors[0] == pytest.approx(0.75)
    assert factors[5] / factors[0] == pytest.approx(0.1)


def test_nothing_expected_leaves_the_factors_as_they_are() -> None:
    groups = day_groups([0.0] * 14, MONDAY)
    assert group_factors(groups, [5] + [0] * 7, [0.0] * 8) == [2.0, *[1.0] * 7]


def test_a_free_weekday_is_the_same_open_or_closed() -> None:
    groups = day_groups([9.0 if day % 7 != 5 else 0.0 for day in range(28)], MONDAY)
    found = activity_of(groups, [1.1, 1.2, 1.3, 1.4, 1.5, 0.1, 0.6, 0.3])
    assert found.weekdays == (1.1, 1.2, 1.3, 1.4, 1.5, 0.1, 0.6)
    assert found.closed == (0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.3)


@given(st.lists(st.integers(0, 20), min_size=28, max_size=60), st.integers(0, 6), st.data())
def test_more_orders_never_mean_fewer_contacts_of_the_day(orders: list[int], first: int, data: st.DataObject) -> None:
    """Every day in one group, all contacts expected, and an open day never under a closed one."""
    groups = day_groups([float(n) for n in orders], first)
    assert sorted(place for members in groups.members for place in members) == list(range(len(orders)))
    came, expected = (data.draw(st.lists(st.integers(0, 500), min_size=8, max_size=8)) for _ in range(2))
    factors = group_factors(groups, came, [float(n) for n in expected])
    assert min(factors) >= 0
    activity = activity_of(groups, factors)
    assert all(activity.factor(day, 1) >= activity.factor(day, 0) for day in range(7))
    if any(expected):
        assert sum(f * e for f, e in zip(factors, expected, strict=True)) == pytest.approx(sum(came))
