"""Where January's next agent-hours should go, against trying every rota (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week
from readycheck.core.staffing.january import january
from readycheck.core.staffing.rota import RotaSuggestion, suggest_rota
from tests.core.documents import audit_of, contacts, document
from tests.core.random_audits import random_document

WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]  # to 31 January 2027
FIRST = date(2026, 12, 27)
WINDOW = [FIRST + timedelta(days=n) for n in range(36)]
A_DAY = 20.0
"""160 e-mails a day of 360 s are 16 h of work, / 0.8 occupied = 20 agent-hours (no shrinkage), on every day."""


def shop(hours: dict[str, float] | None = None, extra: dict[str, float] | None = None, e_mails: float = 160) -> Audit:
    plan = {"contact_rate": 1.0, "orders": dict.fromkeys(WEEKS, 7 * e_mails), "max_occupancy": 0.8, "shrinkage": 0.0,
            "extra": extra or {}} | ({} if hours is None else {"hours": hours})
    return audit_of(document(staffing={"email": {"aht": 360}}, plan=plan,
                             demand={"contacts": contacts(channels={"email": 5})}))


ENOUGH = shop(hours=dict.fromkeys(WEEKS, 7 * A_DAY))


def short_by(shortages: Sequence[float]) -> Audit:
    """A plan of as many hours as January's days require, but for these many on the first days of its window."""
    planned = {day.isoformat(): A_DAY for day in WINDOW} | {
        day.isoformat(): A_DAY - short for day, short in zip(WINDOW, shortages, strict=False)
    }
    return replace(ENOUGH, plan=replace(ENOUGH.plan, hours={}, extra=planned))


def rota(found: RotaSuggestion) -> dict[int, int]:
    """The suggested hours by the window's day, 0 for 27 December."""
    return {(day.day - FIRST).days: day.hours for day in found.days}


def brute_force(shortages: Sequence[float], budget: int, least: int) -> tuple[float, dict[int, int]]:
    """The most need covered; of equal rotas the fewest hours, then as many as may be on the days that lack most."""
    choices = product((0, *range(least, budget + 1)), repeat=len(shortages))
    rotas = [hours for hours in choices if sum(hours) <= budget]
    worst = sorted(range(len(shortages)), key=lambda day: -shortages[day])
    best = max(rotas, key=lambda hours: (
        round(covered(shortages, hours), 6), -sum(hours), [hours[day] for day in worst]
    ))
    return covered(shortages, best), {day: more for day, more in enumerate(best) if more}


def covered(shortages: Sequence[float], hours: Sequence[int]) -> float:
    return sum(min(short, more) for short, more in zip(shortages, hours, strict=True))


SHORTAGES = st.sampled_from((0.0, 0.3, 1.0, 1.5, 2.0, 2.25, 3.0, 4.7, 6.0))


@settings(max_examples=25)
@given(st.lists(SHORTAGES, min_size=1, max_size=4), st.integers(0, 9), st.integers(1, 5))
def test_no_rota_is_better(shortages: list[float], budget: int, least: int) -> None:
    found = suggest_rota(short_by(shortages), budget, least)
    gained, hours = brute_force(shortages, budget, least)
    assert found.gained == pytest.approx(gained, abs=1e-5)
    assert rota(found) == hours


def step_by_step(shortages: Sequence[float], budget: int, least: int) -> list[tuple[float, int]]:
    """The most need covered with up to so many hours, and with how few: day upon day, every number of hours tried."""
    best = [(0.0, 0)] * (budget + 1)
    for short in shortages:
        best = [
            max((round(best[left - more][0] + min(short, more), 6), best[left - more][1] - more)
                for more in (0, *range(least, left + 1)))
            for left in range(budget + 1)
        ]
    return best


def greedy(shortages: Sequence[float], budget: int, least: int) -> float:
    """What a person would do: the day that lacks most hands first, until the hours are used up."""
    gained, left = 0.0, budget
    for short in sorted(shortages, reverse=True):
        more = min(max(least, int(short)), left)
        if more >= least:
            gained, left = gained + min(short, more), left - more
    return gained


@settings(max_examples=15)
@given(st.integers(0, 500).map(random_document), st.integers(0, 60), st.integers(1, 9))
def test_a_whole_january(doc: dict[str, object], budget: int, least: int) -> None:
    audit = audit_of(doc)
    found, window = suggest_rota(audit, budget, least), date(audit.season.year, 12, 27)
    planned = replace(audit, plan=replace(audit.plan, hours=audit.plan.hours or {}))
    short = [max(0.0, day.required - day.planned) for day in january(planned).days if day.day >= window]
    gained, fewest = step_by_step(short, budget, least)[budget]
    hours = [day.hours for day in found.days]
    assert found.gained == pytest.approx(gained, abs=1e-3)
    assert found.gained >= greedy(short, budget, least) - 1e-3
    assert sum(hours) == -fewest <= budget
    assert all(each >= least for each in hours)
    assert bool(found.missing) == (not short)


def test_a_budget_is_parted_so_that_no_hour_is_lost() -> None:
    """Two days lack 5.5 h, shifts of four. Ten hours: 5 + 5 covers 10; 6 + 4 only 5.5 + 4. Six go to the first day
    (5.5 covered); with five no sixth is bought. Twelve cover all 11."""
    audit = short_by([5.5, 5.5])
    found = {budget: suggest_rota(audit, budget) for budget in (3, 5, 6, 10, 12, 2000)}
    assert {budget: rota(each) for budget, each in found.items()} == {
        3: {}, 5: {0: 5}, 6: {0: 6}, 10: {0: 5, 1: 5}, 12: {0: 6, 1: 6}, 2000: {0: 6, 1: 6},
    }
    assert [round(each.gained, 6) for each in found.values()] == [0, 5, 5.5, 10, 11, 11]


def test_a_small_shortage_takes_a_whole_shift_and_no_more() -> None:
    found = suggest_rota(short_by([0, 0.25, 0, 0.5]), 7, 4)
    assert (rota(found), found.gained) == ({3: 4}, pytest.approx(0.5))


def test_score_and_backlog_are_what_the_plan_comes_to() -> None:
    """15 of 20 h planned on all days since 1 November: 75 %, and 92 · 5 h wait on 31 January. Ten more hours go to
    the first two days, 10 of 36 · 20 h."""
    audit = shop(hours=dict.fromkeys(WEEKS, 105.0))
    found = suggest_rota(audit, 10)
    assert rota(found) == {0: 5, 1: 5}
    assert (found.days[0].required, found.days[0].planned) == pytest.approx((20, 15))
    assert (found.score_before, found.score_after) == pytest.approx((75, 75 + 100 * 10 / 720))
    assert (found.backlog_before, found.backlog_after) == pytest.approx((460, 450))


def test_hours_come_on_top_of_what_the_day_was_given() -> None:
    """15 h of the week's and 3 h given to 27 December: only 2 h are short there, so a shift of four loses two.
    Given 20 h it has a surplus, and is not among the short days."""
    week = dict.fromkeys(WEEKS, 105.0)
    some, many = (shop(hours=week, extra={"2026-12-27": given}) for given in (3.0, 20.0))
    assert rota(suggest_rota(some, 9)) == {1: 5, 2: 4}
    first = suggest_rota(some, 200, 2).days[0]
    assert (first.day, first.planned, first.hours) == (FIRST, pytest.approx(18), 2)
    assert (rota(suggest_rota(many, 4)), suggest_rota(many, 4).lacking[0].day) == ({1: 4}, date(2026, 12, 28))


def test_a_plan_without_hours_is_one_of_none() -> None:
    """Planning begins with the week of 21 December: its six days before the window leave 6 · 20 h, and 30 days without
    hours more. 36 · 20 h cover January; then 120 h wait throughout."""
    found = suggest_rota(shop(), 720)
    assert rota(found) == dict.fromkeys(range(36), 20)
    assert (found.score_before, found.score_after) == (0, pytest.approx(100))
    assert (found.backlog_before, found.backlog_after) == pytest.approx((42 * 20, 120))
    assert found.missing == ()


def test_the_days_that_lack_most_hands() -> None:
    """Twelve days lack 1–12 h, the last most: the ten worst, worst first; equal ones by date."""
    found = suggest_rota(short_by(range(1, 13)), 0)
    assert [(day.day - FIRST).days for day in found.lacking] == list(range(11, 1, -1))
    assert (found.lacking[0].required, found.lacking[0].planned, found.lacking[0].hours) == pytest.approx((20, 8, 0))
    assert [(day.day - FIRST).days for day in suggest_rota(short_by([2, 0, 3, 2]), 0).lacking] == [2, 0, 3]


def test_enough_hands_lack_nothing() -> None:
    found = suggest_rota(ENOUGH, 100)
    assert (found.days, found.lacking, found.gained) == ((), (), 0)
    assert (found.score_before, found.score_after) == pytest.approx((100, 100))


def test_without_a_forecast_what_is_missing_is_told() -> None:
    audit = replace(ENOUGH, staffing={})
    found = suggest_rota(audit, 100)
    assert found.missing == january(audit).missing != ()
    assert (found.days, found.score_before, found.score_after, found.backlog_after) == ((), None, None, None)


def test_two_thousand_hours_are_parted_at_once() -> None:
    """100 times the e-mail: 2000 h a day, none planned. One day takes the whole budget, in well under a second."""
    audit = shop(e_mails=16000)
    began = perf_counter()
    found = suggest_rota(audit, 2000)
    assert perf_counter() - began < 1
    assert rota(found) == {0: 2000}


def test_of_equal_rotas_the_days_that_lack_most_come_first() -> None:
    short = short_by((3.0, 8.0, 5.0))
    assert rota(suggest_rota(short, 6, 2)) == {1: 6}
    assert rota(suggest_rota(short, 10, 2)) == {1: 8, 2: 2}
    assert rota(suggest_rota(short, 9, 2)) == {1: 7, 2: 2}, "a single hour is too short a shift"


def test_of_days_that_lack_as_much_those_that_raise_the_score_come_first() -> None:
    """28 December and 6 January lack 4 h each. The week of the 28th has 10 h too many on another day, so it lacks
    nothing in all: four hours there bring no score, on the 6th they bring 4 of 36 · 20 h."""
    planned = {day.isoformat(): A_DAY for day in WINDOW}
    planned |= {"2026-12-28": A_DAY - 4, "2026-12-30": A_DAY + 10, "2027-01-06": A_DAY - 4}
    audit = replace(ENOUGH, plan=replace(ENOUGH.plan, hours={}, extra=planned))
    found = suggest_rota(audit, 4)
    assert rota(found) == {10: 4}
    assert found.score_before is not None
    assert found.score_after == pytest.approx(found.score_before + 100 * 4 / 720)
    assert [day.day for day in found.lacking] == [date(2027, 1, 6), date(2026, 12, 28)]


def test_a_week_s_surplus_days_make_its_later_short_days_wait() -> None:
    """28–30 December lack 4 h each beside 7 h too many on New Year's Eve: 5 h in all, so the second of them raises the
    score by one hour only, less than 4 January does, and the third by none."""
    planned = {day.isoformat(): A_DAY for day in WINDOW}
    planned |= {f"2026-12-{day}": A_DAY - 4 for day in (28, 29, 30)}
    planned |= {"2026-12-31": A_DAY + 7, "2027-01-04": A_DAY - 4}
    audit = replace(ENOUGH, plan=replace(ENOUGH.plan, hours={}, extra=planned))
    assert [rota(suggest_rota(audit, budget)) for budget in (4, 8, 12)] == [{1: 4}, {1: 4, 8: 4}, {1: 4, 2: 4, 8: 4}]
