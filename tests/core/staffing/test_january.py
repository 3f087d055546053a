"""January staffing: small weeks worked out by hand (DOMAIN §3.4)."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.forecast.orders import season_orders, source_day
from readycheck.core.lag.kernel import assumed_kernel, measured_rate
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from tests.core.documents import Document, audit_of, contacts, document

WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]  # to 31 January 2027
WHOLE = ["00:00-24:00"]
ROUND_THE_CLOCK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WHOLE)
EMAIL = {"aht": 360}


def shop(orders: float, staffing: Document, opened: Document | None = None, **plan: Any) -> Document:
    """`orders` a day in every week, one contact each (so contacts a day are `orders`), all by e-mail."""
    typed = dict.fromkeys(WEEKS, 7 * orders)
    return document(
        hours=opened or {}, staffing=staffing, plan={"contact_rate": 1.0, "orders": typed, **plan},
        demand={"contacts": contacts(channels={"email": 5})},
    )


def scored(doc: Document) -> JanuaryStaffing:
    return january(audit_of(doc))


def test_e_mail_alone() -> None:
    """100 a day · 360 s = 10 h of work; / 0.8 cap / (1 − 0.2) = 15.625 agent-hours a day, none of it presence.
    Weeks of the window: Sun 27 Dec (1 day), four whole ones and 25–31 Jan; planned 70 = 10 a day: 64 %."""
    found = scored(shop(100, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours=dict.fromkeys(WEEKS, 70.0)))
    assert [week.week for week in found.weeks] == [
        "2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04"
    ]
    assert [week.required for week in found.weeks] == pytest.approx([15.625, *[7 * 15.625] * 5])
    assert [week.presence for week in found.weeks] == pytest.approx([0.0] * 6, abs=1e-9)
    assert found.score == pytest.approx(64.0)
    assert found.before == pytest.approx(64.0)


def test_a_surplus_week_covers_no_shortage_in_another() -> None:
    """Required 15.625 a day, 36 days. Planned: nothing but 1000 in W53, of which 7 · 15.625 count: 7/36."""
    found = scored(shop(100, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours={"2026-W53": 1000.0}))
    assert found.score == pytest.approx(100 * 7 / 36)
    assert found.before is None


def test_hours_for_january_alone_say_nothing_of_the_weeks_before_it() -> None:
    """27 December 2026 is the Sunday of W52: hours from W52 on are January's, one planned hour of W51 is before it.
    Of the 56 days up to 26 December W51 then covers one hour of 56 · 15.625."""
    january = dict.fromkeys(WEEKS[WEEKS.index("2026-W52"):], 70.0)
    alone = scored(shop(100, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours=january))
    assert (alone.score, alone.before) == (pytest.approx(64.0), None)
    more = {"2026-W51": 1.0, "2026-W53": 70.0}
    found = scored(shop(100, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours=more))
    assert found.before == pytest.approx(100 / (56 * 15.625))


def test_what_is_not_handled_waits() -> None:
    """5.625 h a day are left of 15.625: by Monday 2 November, after 2 days, 11.25 h; by 31 January 92 · 5.625."""
    found = scored(shop(100, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours=dict.fromkeys(WEEKS, 70.0)))
    assert found.days[1].backlog == pytest.approx(11.25)
    assert found.days[-1].backlog == pytest.approx(92 * 5.625)


def test_mere_presence_piles_up_nothing() -> None:
    """A chat round the clock for 24 contacts of 36 s: 0.24 h of work, required 24/0.7 h. Ten planned hours
    handle the work of a day: nothing waits, though the score says 10 / (24/0.7)."""
    doc = shop(24, {"chat": {"aht": 36}}, {"chat": {"live": True, "holidays": "open", **ROUND_THE_CLOCK}},
               hours=dict.fromkeys(WEEKS, 70.0))
    doc["demand"]["contacts"]["channels"] = {"chat": 3}
    found = scored(doc)
    assert found.score == pytest.approx(100 * 10 / (24 / 0.7))
    assert found.days[-1].presence == pytest.approx(24 / 0.7 - 0.24 / 0.85 / 0.7)
    assert {day.backlog for day in found.days} == {0.0}


def test_an_own_team_for_the_chat_does_no_e_mail() -> None:
    """As above with 100 e-mails of 36 s (1 h) in place of most chats, each channel its own team: 24 h of live
    hours and 1/0.85 of deferred work, / 0.7. Planned 24/0.7: the chat is there, all e-mail waits."""
    doc = shop(124, {"chat": {"aht": 36}, "email": {"aht": 36}},
               {"chat": {"live": True, "holidays": "open", **ROUND_THE_CLOCK}},
               hours=dict.fromkeys(WEEKS, 7 * 24 / 0.7), pooled=False)
    doc["demand"]["contacts"]["channels"] = {"chat": 24, "email": 100}
    found = scored(doc)
    assert found.days[0].required == pytest.approx((24 + 1 / 0.85) / 0.7)
    assert found.days[9].backlog == pytest.approx(10 / 0.85 / 0.7)
    doc["plan"]["pooled"] = True  # idle is 24 · 0.85 − 0.24 h a day: more than the e-mail's one
    pooled = scored(doc)
    assert pooled.days[0].required == pytest.approx(24 / 0.7)
    assert pooled.days[9].backlog == 0


@pytest.mark.parametrize(("hours", "required"), [
    ({"chat": {"live": True}}, 6.0),  # closed all day: 60 · 360 s deferred, at the AHT of e-mail
    ({"chat": {"live": False, "mon": WHOLE}}, 12.0),  # not live: its own 720 s
    ({}, 12.0),
])
def test_whose_handling_time_closed_and_slow_channels_take(hours: Document, required: float) -> None:
    doc = shop(60, {"chat": {"aht": 720}, "email": EMAIL}, hours, max_occupancy=1, shrinkage=0)
    doc["demand"]["contacts"]["channels"] = {"chat": 9}
    assert scored(doc).days[0].required == pytest.approx(required)


def test_two_channels_by_their_shares_and_the_others_in_proportion() -> None:
    """30 contacts: e-mail 1 part, social 2 parts, the 7 of the unstaffed shop counter shared out 1 : 2."""
    doc = shop(30, {"email": {"aht": 3600}, "social": {"aht": 1800}}, max_occupancy=1, shrinkage=0)
    doc["demand"]["contacts"]["channels"] = {"email": 10, "social": 20, "store": 7}
    assert scored(doc).days[0].required == pytest.approx(10 * 1 + 20 * 0.5)


def test_no_plan_no_orders_no_channels() -> None:
    assert scored(shop(100, {"email": EMAIL})).score is None
    nothing = scored(shop(0, {"email": EMAIL}, hours={"2027-W01": 5.0}))
    assert (nothing.score, nothing.applicable) == (None, False)  # nothing required leaves the mean
    assert scored(shop(9, {"chat": EMAIL}, hours={"2027-W01": 5.0})).missing  # no contacts in the chat
    late = shop(9, {"email": EMAIL}, hours={"2027-W01": 5.0})
    del late["plan"]["orders"]["2027-W03"]
    found = scored(late)
    assert found.score is None
    assert "2027-01-18 – 2027-01-24" in str(found.missing[0])


def test_the_kernel_by_hand() -> None:
    """F(1) = 1 − (7/6)·e^(−1/6), F(61) = 1 − (67/6)·e^(−61/6); it sums to the rate."""
    kernel = assumed_kernel(0.2)
    first, whole = 1 - 7 / 6 * exp(-1 / 6), 1 - 67 / 6 * exp(-61 / 6)
    assert kernel.weights[0] == pytest.approx(0.2 * (0.15 + 0.85 * first / whole))
    assert len(kernel.weights) == 61
    assert sum(kernel.weights) == pytest.approx(0.2, rel=1e-12)


def test_the_rate_over_the_days_that_both_cover() -> None:
    """Contacts 1–3 Nov: 5 7 9; orders 2–4 Nov: 20 60 99. Both on the 2nd and 3rd: 16 / 80."""
    doc = document(demand={
        "contacts": contacts() | {"last": date(2025, 11, 3), "daily": "5 7 9"},
        "orders": contacts() | {"first": date(2025, 11, 2), "last": date(2025, 11, 4), "daily": "20 60 99"},
    })
    assert measured_rate(audit_of(doc).demand) == 0.2


@pytest.mark.parametrize(("day", "source"), [
    (date(2026, 11, 27), date(2025, 11, 28)),  # Black Friday to Black Friday
    (date(2026, 11, 1), date(2025, 11, 2)),
    (date(2026, 12, 23), date(2025, 12, 24)),  # 364 days
    (date(2026, 12, 24), date(2025, 12, 24)),  # the same date
    (date(2027, 1, 6), date(2026, 1, 6)),
    (date(2027, 1, 7), date(2026, 1, 8)),
    (date(2026, 10, 31), date(2025, 11, 1)),
])
def test_which_day_of_last_season_a_day_takes(day: date, source: date) -> None:
    assert source_day(day, 2026) == source


def test_black_friday_moves_by_371_days_where_november_starts_on_a_friday() -> None:
    """2024: 1 November is a Friday, Black Friday the 29th; in 2023 it was the 24th, 371 days before."""
    assert source_day(date(2024, 11, 29), 2024) == date(2023, 11, 24)


def test_the_edges_of_last_season() -> None:
    """Orders 1 Nov 2025 – 24 Jan 2026, k on the k-th day (85 days). Before: mean of 1…7 = 4; after: of 79…85 = 82.
    31 Jan 2027 takes 1 Feb 2026, eight days after the last: not known. 30 Jan takes the seventh: 82 · 1.5."""
    profile = contacts() | {"last": date(2026, 1, 24), "daily": " ".join(str(n) for n in range(1, 86))}
    audit = audit_of(document(demand={"orders": profile}, plan={"growth": 1.5}))
    found = season_orders(audit, date(2026, 9, 2), date(2027, 1, 30)).days
    assert found[date(2026, 9, 2)] == found[date(2026, 10, 30)] == 1.5 * 4  # from 31 Oct 2025, the day before
    assert found[date(2026, 10, 31)] == 1.5 * 1
    assert found[date(2027, 1, 30)] == 1.5 * 82
    late = season_orders(audit, date(2026, 9, 2), date(2027, 1, 31))
    assert late.days == {}
    assert "up to 2027-01-31" in str(late.missing[0])


def test_days_that_are_not_known_are_told_in_runs() -> None:
    """Typed: weeks 49 and 52. Between them 50–51 lack (7–20 Dec), after them all from 28 Dec to the last day."""
    doc = shop(10, {"email": EMAIL})
    doc["plan"]["orders"] = {"2026-W49": 70.0, "2026-W52": 70.0}
    (told,) = season_orders(audit_of(doc), date(2026, 10, 1), date(2027, 1, 31)).missing
    assert "for 2026-12-07 – 2026-12-20, 2026-12-28 – 2027-01-31:" in str(told)


def test_of_many_gaps_the_first_two_are_told() -> None:
    """Typed: every other week from 45 on, so 46, 48, 50, 52 and what is behind 53 lack."""
    doc = shop(10, {"email": EMAIL})
    doc["plan"]["orders"] = {f"2026-W{week}": 70.0 for week in range(45, 54, 2)}
    (told,) = season_orders(audit_of(doc), date(2026, 11, 2), date(2027, 1, 31)).missing
    assert "for 2026-11-09 – 2026-11-15, 2026-11-23 – 2026-11-29, 3 more stretches:" in str(told)


def test_typed_weeks_of_another_season_are_not_this_one_s() -> None:
    """Only a week of 2029 is typed: nothing is known of the season from October to January."""
    doc = shop(10, {"email": EMAIL})
    doc["plan"]["orders"] = {"2029-W01": 70.0}
    found = season_orders(audit_of(doc), date(2026, 10, 1), date(2027, 1, 31))
    assert found.days == {}
    assert "for 2026-10-01 – 2027-01-31:" in str(found.missing[0])


def test_everything_that_is_missing_is_told_at_once() -> None:
    missing = scored(document()).missing
    assert [str(told).partition(":")[0] for told in missing] == ["no handling times", "no contact rate", "no orders"]


def test_days_before_the_typed_weeks_count_as_the_first() -> None:
    doc = shop(10, {"email": EMAIL})
    doc["plan"]["orders"] = {week: 70.0 for week in WEEKS if week >= "2026-W50"} | {"2026-W50": 7.0}
    found = season_orders(audit_of(doc), date(2026, 10, 1), date(2027, 1, 31)).days
    assert (found[date(2026, 10, 1)], found[date(2026, 12, 13)], found[date(2026, 12, 14)]) == (1, 1, 10)


def test_weeks_before_the_first_planned_one_leave_no_queue() -> None:
    """Only January is planned, with plenty: what November needed does not wait in January."""
    weeks = {"2026-W53": 5000.0, "2027-W01": 5000.0, "2027-W02": 5000.0, "2027-W03": 5000.0, "2027-W04": 5000.0}
    found = scored(shop(10, {"email": {"aht": 360}}, hours=weeks))
    assert sum(week.required for week in found.before_weeks) > 0
    assert {week.backlog for week in found.weeks} == {0.0}
