"""First response times that add up over sources, and the share within a target (DOMAIN §3.8)."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.channels import channel_fit
from readycheck.core.message import say
from readycheck.core.responses import (
    EDGES,
    ResponseTimes,
    answered_within,
    duration,
    edge_key,
    quantile_within,
    response_messages,
    sum_responses,
)
from readycheck.core.service import service_quality
from tests.core.documents import audit_of, contacts, document

TIMES = st.lists(st.integers(0, 700_000), min_size=1, max_size=40).map(sorted)


def counted(times: list[int], unanswered: int = 0, *targets: int) -> ResponseTimes:
    """A channel's counts; the quantiles plainly, between neighbours."""
    def at(share: float) -> float:
        place = share * (len(times) - 1)
        low = int(place)
        return times[low] + (place - low) * (times[min(low + 1, len(times) - 1)] - times[low])
    within = {edge_key(edge): bisect_right(times, edge) for edge in sorted({*EDGES, *targets})}
    return ResponseTimes(len(times), unanswered, at(0.5), at(0.9), within)


def test_two_sources_together() -> None:
    """30 60 90 120 s and 100 200 300 s: up to 30, 60, 120, 300 s come 1, 2, 5, 7. Half of 7 is 3.5, so the median is
    60 + 60·(3.5 − 2)/3 = 90 (in truth 100); 90 % is 6.3, so 120 + 180·(6.3 − 5)/2 = 237."""
    both = sum_responses([counted([30, 60, 90, 120], 1), counted([100, 200, 300], 4)])
    assert (both.n, both.unanswered, both.median_s, both.p90_s) == (7, 5, 90, pytest.approx(237))
    assert [both.within[key] for key in ("30", "60", "120", "300", "604800")] == [1, 2, 5, 7, 7]


def test_one_source_keeps_its_exact_figures_whatever_the_others_leave_unanswered() -> None:
    only = counted([30, 60, 90, 120])
    both = sum_responses([only, ResponseTimes(unanswered=9)])
    assert (both.median_s, both.p90_s, both.unanswered) == (75, pytest.approx(111), 9)


def test_an_edge_that_one_source_lacks_is_not_known_of_both() -> None:
    both = sum_responses([counted([30, 90], 0, 90), counted([30, 90])])
    assert "90" not in both.within
    assert answered_within(both, 90) == (2, 4)


def test_the_share_within_a_target_is_exact_at_an_edge_and_bounded_between_two() -> None:
    """50 and 90 s: within 60 s one; within 90 s both if 90 is an edge, else one or two; within 8 d all there are."""
    times = counted([50, 90])
    assert answered_within(times, 60) == (1, 1)
    assert answered_within(times, 90) == (1, 2)
    assert answered_within(counted([50, 90], 0, 90), 90) == (2, 2)
    assert answered_within(times, 10) == (0, 0)
    assert answered_within(counted([700_000]), 691_200) == (0, 1)


@given(TIMES, TIMES)
def test_adding_up_is_as_good_as_counting_all_at_once(first: list[int], second: list[int]) -> None:
    """The counts are the same; a quantile lies between the edges around the true one, or at a source's own."""
    both, truth = sum_responses([counted(first), counted(second)]), counted(sorted(first + second))
    assert (both.n, both.within) == (truth.n, truth.within)
    own = [counted(first), counted(second)]
    for name in ("median_s", "p90_s"):
        ends = [getattr(each, name) for each in own]
        assert min(ends) <= getattr(both, name) <= max(ends)


@given(TIMES, st.integers(1, 700_000))
def test_the_bounds_of_a_share_hold_it(times: list[int], target: int) -> None:
    fewest, most = answered_within(counted(times), target)
    assert fewest <= bisect_right(times, target) <= most
    assert answered_within(counted(times, 0, target), target) == (bisect_right(times, target),) * 2


@given(TIMES)
def test_a_quantile_of_counts_lies_in_the_bin_of_the_true_one(times: list[int]) -> None:
    """By rank: the smallest time that at least half answered within."""
    true = times[(len(times) + 1) // 2 - 1]
    edges = [0, *EDGES, float("inf")]
    found = quantile_within(counted(times), 0.5)
    place = next(n for n, edge in enumerate(edges) if true <= edge and n)
    assert edges[place - 1] <= found <= edges[place]


@pytest.mark.parametrize(("seconds", "told"), [
    (45, "45 s"), (119.6, "2 min"), (746, "12 min 26 s"), (3599, "59 min 59 s"), (3600, "1 h"), (37500, "10 h 25 min"),
    (0, "0 s"), (600, "10 min"),
])
def test_times_in_words(seconds: float, told: str) -> None:
    assert str(duration(seconds)) == told


def test_a_channel_in_words() -> None:
    lines = [str(line) for line in response_messages(say("e-mail"), counted([1800, 7200], 3), 3600)]
    # the 90 % lie 9 tenths of the way from 30 min to 120 min
    assert lines == [
        "e-mail: first response, median 1 h 15 min; 90% answered within 1 h 51 min; answered 2, not answered 3",
        "e-mail: within the target of 1 h: 1 of 2 = 50.0%",
    ]


def test_a_channel_where_nobody_was_answered_and_several_sources_in_words() -> None:
    assert [str(line) for line in response_messages(say("chat"), ResponseTimes(unanswered=7), 60)] == [
        "chat: no first response, not answered 7",
    ]
    both = sum_responses([counted([30, 90]), counted([30, 90])])
    assert str(next(iter(response_messages(say("chat"), both, None)))).endswith(
        "(about: several sources, read from their counts)"
    )


def test_a_channels_share_within_target_follows_the_target_that_is_there_now() -> None:
    """Of 5 answered, 1 within a minute, 4 within an hour: at 60 s 20 %, at an hour 80 %, at 30 min between the two.

    20 % is too few and 80 % enough; between them nothing but the median of 15 minutes is left to judge by.
    """
    within = {"60": 1, "3600": 4}
    email = {"first_response_s": 900, "p90_s": 7200, "n": 5, "unanswered": 2, "within": within, "target_s": 60}
    for target, share, at_most, by_share, met in (
        (60, 0.2, None, True, False), (3600, 0.8, None, True, True),
        (1800, 0.2, 0.8, False, True), (600, 0.2, 0.8, False, False),
    ):
        found = service_quality(audit_of(document(service={"email": {**email, "target_s": target}})))
        response = found.responses["email"]
        assert response.within_target is not None
        assert (response.within_target.share, response.at_most, response.within_target.n) == (share, at_most, 5)
        assert (response.by_share, response.met, found.score) == (by_share, met, 100 * met)


@pytest.mark.parametrize(("share", "seconds", "met"), [
    (0.6, 22_920, False), (0.79, 60, False), (0.8, 22_920, True), (0.8, 30_000, True), (None, 22_920, True),
    (None, 30_000, False),
])
def test_a_promise_is_kept_by_the_share_within_it_and_by_the_median_where_that_alone_is_known(
    share: float | None, seconds: float, met: bool,
) -> None:
    """Promised are 8 h = 28,800 s; a median of 6 h 22 min with 60 % in time keeps no promise."""
    typed = {"first_response_s": seconds, "target_s": 28_800} | ({} if share is None else {"within_target": share})
    audit = audit_of(document(service={"email": typed}, demand={"contacts": contacts(channels={"email": 10})},
                              channels={"email": {"offered": True}}))
    assert (service_quality(audit).responses["email"].met, channel_fit(audit).rows[0].met) == (met, met)
    assert channel_fit(audit).score == 100 * met


def test_a_typed_share_within_target_goes_before_the_counted_one() -> None:
    email = {"first_response_s": 900, "n": 4, "within": {"60": 1}, "within_target": 0.8, "target_s": 60}
    response = service_quality(audit_of(document(service={"email": email}))).responses["email"]
    assert response.within_target is not None and response.within_target.share == 0.8
