"""The counted lag, with its orders that are too young or too old to be seen, by hand."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from random import Random

import pytest

from readycheck.core.lag.counts import PRIOR_CONTACTS, counted_form, counted_lag
from readycheck.core.lag.kernel import assumed_kernel
from readycheck.core.profile import ContactProfile, Demand, OrderProfile

EMPTY = ((0,) * 24,) * 7
FIRST = date(2025, 11, 3)
DAY = timedelta(days=1)


def demand(
    lags: dict[int, int], orders: tuple[int, ...] = (), contacts: tuple[int, ...] = (1,) * 3,
    orders_first: date = FIRST, contacts_first: date = FIRST,
) -> Demand:
    """Contacts that came so many days after their order; no orders' profile where none are given."""
    counted = tuple(lags.get(lag, 0) for lag in range(61))
    return Demand(
        ContactProfile(contacts_first, contacts_first + DAY * (len(contacts) - 1), EMPTY, contacts, lags=counted),
        OrderProfile(orders_first, orders_first + DAY * (len(orders) - 1), EMPTY, orders) if orders else None,
    )


def assumed(lag: int) -> float:
    """DOMAIN's formula."""
    def under(x: int) -> float:
        return 1 - (1 + x / 6) * exp(-x / 6)
    return 0.15 * (lag == 0) + 0.85 * (under(lag + 1) - under(lag)) / under(61)


def by_hand(counts: list[float], seen: list[float]) -> list[float]:
    """Each lag's contacts and the assumed lag's part of five, over its orders and those that five contacts are."""
    an_order = sum(counts) / sum(assumed(lag) * seen[lag] for lag in range(61))
    shares = [(counts[lag] + 5 * assumed(lag)) / (seen[lag] + 5 / an_order) for lag in range(61)]
    return [share / sum(shares) for share in shares]


def test_orders_too_young_for_late_contacts() -> None:
    """Three days, 100, 200 and 300 orders, contacts on the same three: same day all 600 are seen, a day later the
    first two days' 300, two days later the first day's 100, and none later."""
    found = counted_form(demand({0: 60, 1: 15, 2: 2}, (100, 200, 300)))
    expected = by_hand([60, 15, 2] + [0] * 58, [600, 300, 100] + [0] * 58)
    assert found == pytest.approx(expected)
    assert sum(found) == pytest.approx(1)
    raw = {0: 60 / 600, 1: 15 / 300, 2: 2 / 100}
    assert found[0] > found[1] > found[2]
    assert found[1] / found[0] == pytest.approx(raw[1] / raw[0], rel=0.25)  # with 77 contacts five are not much


def test_orders_from_long_before_the_contacts_had_theirs_unseen() -> None:
    """Orders on 3 and 6 November, contacts from the 6th to the 8th: of the first, lags 3–5 are seen, of the second
    lags 0–2."""
    found = counted_form(demand({0: 20, 4: 10}, (50, 0, 0, 100), (10, 10, 10), contacts_first=FIRST + 3 * DAY))
    assert found == pytest.approx(by_hand([20, 0, 0, 0, 10] + [0] * 56, [100] * 3 + [50] * 3 + [0] * 55))


def test_where_only_the_orders_own_day_is_seen_the_lag_is_as_assumed() -> None:
    """All 100 orders on the only day, 30 contacts on it: nothing is said of what comes later."""
    assert counted_form(demand({0: 30}, (100,), (30,))) == pytest.approx([assumed(lag) for lag in range(61)])


def test_a_lag_that_no_order_is_old_enough_for_keeps_the_assumed_share() -> None:
    """Two days of 100: 30 contacts on the orders' own day, 30 on the next though half as many orders are seen. From
    the third day on as assumed, and those days' part is told by the first two."""
    found = counted_form(demand({0: 30, 1: 30}, (100, 100), (30, 30)))
    assert [share / found[2] for share in found[2:]] == pytest.approx([assumed(k) / assumed(2) for k in range(2, 61)])
    assert found[1] > 1.5 * found[0]


def test_one_late_contact_of_two_old_orders_does_not_outweigh_the_rest() -> None:
    """61 days: two orders on the first, 50 on each other. Raw, the one contact after 60 days were half a contact per
    order, against 0.01 a day."""
    lags = dict.fromkeys(range(60), 6) | {60: 1}
    found = counted_form(demand(lags, (2,) + (50,) * 60, (1,) * 61))
    assert found[60] < 0.2
    assert found[30] > found[60] / 20


def test_many_linked_contacts_are_simply_counted() -> None:
    """20,000 contacts of a known lag, orders long before and contacts long after: their shares to half a per cent."""
    rng = Random(1)
    lags = [min(60, int(rng.expovariate(1 / 9))) for _ in range(20000)]
    counts = {lag: lags.count(lag) for lag in range(61)}
    orders = (0,) * 60 + (1000,) * 50 + (0,) * 60
    found = counted_form(demand(counts, orders, (118,) * 170))
    assert found == pytest.approx([counts[lag] / 20000 for lag in range(61)], abs=0.005)


def test_without_an_orders_profile_every_lag_is_seen_alike() -> None:
    expected = by_hand([40, 0, 20] + [0] * 58, [1.0] * 61)
    assert counted_form(demand({0: 40, 2: 20})) == pytest.approx(expected)
    elsewhere = demand({0: 40, 2: 20}, (9, 9), orders_first=date(2030, 1, 1))
    assert counted_form(elsewhere) == pytest.approx(expected)


def test_the_form_is_scaled_to_the_contacts_of_the_days_that_both_cover() -> None:
    """Ten weeks of 70 orders and 7 contacts a day, linked or not: one contact on ten orders, the orders before them
    taken as the same."""
    kernel = counted_lag(demand({0: 90, 5: 60}, (70,) * 70, (7,) * 70), rate=99.0)
    assert kernel.kind == "counted"
    assert kernel.rate == pytest.approx(0.1)
    assert kernel.activity.weekdays == pytest.approx((1,) * 7)
    assert kernel.noise == pytest.approx((10 * 0 + 4 * 2) / 14) or kernel.noise == 1
    assert sum(kernel.weights) / kernel.weights[0] == pytest.approx(1 / counted_form(
        demand({0: 90, 5: 60}, (70,) * 70, (7,) * 70))[0])


def test_without_a_shared_day_the_given_rate_counts() -> None:
    kernel = counted_lag(demand({0: 40, 2: 20}), rate=0.3)
    assert kernel.rate == pytest.approx(0.3)
    assert counted_lag(demand({0: 40, 2: 20}), rate=0.0).rate == 0


def test_no_linked_contact_is_no_lag() -> None:
    for none in (demand({}), Demand()):
        with pytest.raises(ValueError):
            counted_lag(none, 0.1)


def test_the_assumed_lag_counted_is_the_assumed_lag() -> None:
    """Contacts in the assumed shares leave them as they are, whatever the prior."""
    counts = {lag: round(1e6 * assumed(lag)) for lag in range(61)}
    found = counted_form(demand(counts, (0,) * 60 + (10,) + (0,) * 60, (1,) * 121))
    assert found == pytest.approx(assumed_kernel(1).weights, abs=1e-6)
    assert PRIOR_CONTACTS == 5
