"""What must hold for every January, whatever its lag and what is tried upon it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from math import isfinite
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.forecast.what_if import contact_orders
from readycheck.core.lag.choice import lag_kernel
from readycheck.core.lag.kernel import with_rate
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, WeekNeed
from tests.core.documents import Document, audit_of
from tests.core.random_audits import iso, profile, random_document, random_hours, random_staffing

FEW = settings(max_examples=8)
SMALL = 1e-9
seeds = st.integers(0, 2**32)


def shop(seed: int) -> Document:
    """A random audit that has a January: its lag assumed, fitted or counted, its orders typed or last season's."""
    rng, doc = Random(seed), random_document(seed)
    year, plan = doc["season"]["year"], doc["plan"]
    doc["staffing"] = {"chat": random_staffing(rng), "email": {"aht": 300}}
    doc["hours"] = {"chat": random_hours(rng, year)}
    span = {"first": date(year - 1, 10, 1), "last": date(year, 1, 31)}
    days = (span["last"] - span["first"]).days + 1
    kind = plan["kernel"] = rng.choice(("assumed", "fitted", "counted"))
    lags = " ".join(str(rng.randrange(9)) for _ in range(61)) if kind == "counted" else " ".join(["0"] * 61)
    doc["demand"] = {
        name: profile(rng, year, most) | span | {"daily": " ".join(str(rng.randrange(most)) for _ in range(days))}
        for name, most in (("contacts", 30), ("orders", 150))
    }
    doc["demand"]["contacts"] |= {"lags": lags, "channels": {"chat": 50, "email": 70}}
    plan["hours"] = {iso(date(year, 10, 5) + n * timedelta(weeks=1)): rng.uniform(0, 200) for n in range(18)}
    plan["orders"] = {
        iso(date(year, 8, 3) + n * timedelta(weeks=1)): rng.choice((0.0, rng.uniform(0, 900))) for n in range(27)
    } if rng.random() < 0.5 else {}
    return doc


def figures(found: JanuaryStaffing) -> list[tuple[DayNeed | WeekNeed, str]]:
    return [(row, name) for row in (*found.days, *found.weeks, *found.before_weeks)
            for name in ("contacts", "low", "high", "required", "required_low", "required_high", "planned",
                         "presence", "backlog")]


def test_the_random_shops_are_of_every_kind() -> None:
    found = [lag_kernel(audit_of(shop(seed))).kernel for seed in range(12)]
    assert {kernel.kind for kernel in found if kernel} == {"assumed", "fitted", "counted"}
    typed = [bool(shop(seed)["plan"]["orders"]) for seed in range(12)]
    assert set(typed) == {True, False}


@FEW
@given(seeds)
def test_every_interval_holds_its_expectation_and_every_figure_is_a_number(seed: int) -> None:
    found = january(audit_of(shop(seed)))
    assert found.weeks
    for row, name in figures(found):
        assert isfinite(getattr(row, name)), (row, name)
        assert getattr(row, name) >= -SMALL, (row, name)
    for row in (*found.days, *found.weeks, *found.before_weeks):
        assert row.low <= row.contacts + SMALL <= row.high + 2 * SMALL
        assert row.required_low <= row.required + SMALL <= row.required_high + 2 * SMALL
    assert found.kernel is not None and isfinite(found.kernel.noise) and isfinite(found.kernel.daily_noise)


@FEW
@given(seeds, st.floats(0, 100))
def test_more_hands_of_a_day_never_lower_the_score(seed: int, more: float) -> None:
    doc = shop(seed)
    raised = deepcopy(doc)
    day = (date(doc["season"]["year"], 12, 27) + timedelta(days=seed % 36)).isoformat()
    extra = raised["plan"].setdefault("extra", {})
    extra[day] = extra.get(day, 0.0) + more
    before, after = january(audit_of(doc)), january(audit_of(raised))
    assert (after.score or 0) >= (before.score or 0) - SMALL
    assert after.before == before.before
    for low, high in zip(before.days, after.days, strict=True):
        assert high.required == low.required
        if extra[day] > more or day >= min(doc["plan"]["hours"], default=""):  # planning may begin with the extra day
            assert high.backlog <= low.backlog + SMALL


@FEW
@given(seeds, st.floats(1, 4))
def test_more_orders_of_one_week_or_campaign_never_lower_a_day_s_need(seed: int, times: float) -> None:
    """A typed week, where weeks are typed, else a campaign of one day: fitted weekdays and closed days are in it."""
    doc, rng = shop(seed), Random(seed)
    more = deepcopy(doc)
    if doc["plan"]["orders"]:
        week = rng.choice(sorted(doc["plan"]["orders"]))
        more["plan"]["orders"][week] = times * doc["plan"]["orders"][week] + rng.choice((0, 50))
    else:
        day = date(doc["season"]["year"], 9, 5) + timedelta(days=rng.randrange(140))
        more["plan"].setdefault("campaigns", {})["more"] = {"first": day, "last": day, "orders": times}
    never_less(january(audit_of(doc)), january(audit_of(more)))


@FEW
@given(seeds, st.integers(0, 122), st.integers(1, 5000))
def test_more_orders_of_one_day_of_last_season_never_lower_a_day_s_need(seed: int, place: int, more: int) -> None:
    """The lag assumed and the rate typed: what was learned from the days stays."""
    doc = shop(seed)
    doc["plan"] |= {"kernel": "assumed", "contact_rate": 0.2, "orders": {}}
    raised = deepcopy(doc)
    counts = [int(n) for n in doc["demand"]["orders"]["daily"].split()]
    counts[place] += more
    raised["demand"]["orders"]["daily"] = " ".join(map(str, counts))
    never_less(january(audit_of(doc)), january(audit_of(raised)))


def never_less(before: JanuaryStaffing, after: JanuaryStaffing) -> None:
    assert before.days
    for low, high in zip(before.days, after.days, strict=True):
        assert high.contacts >= low.contacts - SMALL
        assert high.required >= low.required - SMALL * max(1.0, low.required)


@FEW
@given(seeds, st.floats(0, 3))
def test_every_lag_is_of_61_weights_that_sum_to_its_rate(seed: int, rate: float) -> None:
    doc = shop(seed)
    doc["plan"].pop("contact_rate", None)
    measured = lag_kernel(audit_of(doc)).kernel
    assert measured is not None
    doc["plan"]["contact_rate"] = rate
    typed = lag_kernel(audit_of(doc)).kernel
    assert typed is not None
    for kernel in (measured, typed, with_rate(measured, rate)):
        assert len(kernel.weights) == 61 and min(kernel.weights) >= 0
        assert kernel.rate == sum(kernel.weights)
        assert 0 <= kernel.median_days <= 61 and 0 <= kernel.after_30 <= 1
    assert typed.rate == pytest.approx(rate)


@FEW
@given(seeds, st.floats(0, 1), st.floats(1, 100))
def test_late_orders_only_add_and_gifts_only_move(seed: int, share: float, times: float) -> None:
    doc, rng = shop(seed), Random(seed)
    year = doc["season"]["year"]
    days = {date(year, 10, 1) + timedelta(days=n): rng.uniform(0, 99) for n in range(120)}
    plain = contact_orders(audit_of({**doc, "plan": {}}), days)
    late = contact_orders(audit_of({**doc, "plan": {"late": {"share": share, "times": times}}}), days)
    gifts = contact_orders(audit_of({**doc, "plan": {"gifts": {"share": share}}}), days)
    assert all(late.later[day] >= plain.later[day] - SMALL and late.same_day[day] == late.later[day] for day in days)
    assert gifts.same_day == plain.same_day == days
    assert sum(gifts.later.values()) == pytest.approx(sum(days.values()))
    so_far = 0.0
    for day in days:  # never earlier than they were bought
        so_far += plain.later[day] - gifts.later[day]
        assert so_far >= -1e-6
    assert min(gifts.later.values()) >= -SMALL
