"""Campaigns, late deliveries, gifts and extra hours, by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.forecast.season import SeasonForecast, season_forecast
from readycheck.core.forecast.what_if import contact_orders, gift_dates, late_dates, orders_with_campaigns
from readycheck.core.lag.kernel import assumed_kernel
from readycheck.core.plan import Plan
from readycheck.core.staffing.january import january
from readycheck.core.staffing.weeks import planned_hours
from tests.core.documents import Document, audit_of, contacts, document

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)
DAYS = [FIRST + n * DAY for n in range(92)]
WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]
FLAT = dict.fromkeys(DAYS, 10.0)
PLAN = {"hours": dict.fromkeys(WEEKS, 70.0)}


def shop(**plan: Any) -> Document:
    """Ten orders a day in every typed week, one contact each by the assumed lag, all by e-mail."""
    return document(
        staffing={"email": {"aht": 360}}, demand={"contacts": contacts(channels={"email": 5})},
        plan={"contact_rate": 1.0, "orders": dict.fromkeys(WEEKS, 70.0), **plan},
    )


def forecast(**plan: Any) -> SeasonForecast:
    return season_forecast(audit_of(shop(**plan)))


def test_nothing_tried_leaves_the_orders_as_they_are() -> None:
    found = contact_orders(audit_of(shop()), FLAT)
    assert found.same_day == found.later == FLAT


def test_late_deliveries_count_only_on_their_days() -> None:
    """From Black Friday, 27 November, to 23 December a fifth brings 5.7 contacts: 0.8 + 0.2 · 5.7 = 1.94 times."""
    found = contact_orders(audit_of(shop(late={"share": 0.2})), FLAT)
    expected = {day: 19.4 if date(2026, 11, 27) <= day <= date(2026, 12, 23) else 10.0 for day in DAYS}
    assert found.same_day == pytest.approx(expected)
    assert found.later == pytest.approx(expected)


def test_late_deliveries_on_days_of_their_own() -> None:
    late = {"share": 0.5, "times": 3.0, "first": date(2026, 12, 7), "last": date(2026, 12, 8)}
    found = contact_orders(audit_of(shop(late=late)), FLAT).same_day
    assert {day for day, count in found.items() if count != 10} == {date(2026, 12, 7), date(2026, 12, 8)}
    assert found[date(2026, 12, 8)] == pytest.approx(20)  # half once, half three times


def test_the_first_peak_begins_the_late_days() -> None:
    audit = audit_of(document(season={
        "year": 2026, "starts": FIRST, "ends": LAST, "peaks": [date(2026, 12, 1), date(2026, 11, 11)],
    }))
    assert late_dates(audit.season, Plan()) == (date(2026, 11, 11), date(2026, 12, 23))
    assert gift_dates(audit.season, Plan()) == (date(2026, 12, 1), date(2026, 12, 23))


def test_gifts_are_opened_on_christmas_eve() -> None:
    """40 % of ten orders on 23 days of December: on the day itself all are there; from the next day on 6 a day, and
    on the 24th 10 + 23 · 4 = 102."""
    found = contact_orders(audit_of(shop(gifts={"share": 0.4})), FLAT)
    assert found.same_day == FLAT
    assert found.later[date(2026, 11, 30)] == 10
    assert found.later[date(2026, 12, 1)] == found.later[date(2026, 12, 23)] == pytest.approx(6)
    assert found.later[date(2026, 12, 24)] == pytest.approx(102)
    assert found.later[date(2026, 12, 25)] == 10
    assert sum(found.later.values()) == pytest.approx(920)


def test_gifts_from_an_earlier_day_on() -> None:
    found = contact_orders(audit_of(shop(gifts={"share": 1.0, "first": date(2026, 12, 22)})), FLAT).later
    assert [found[date(2026, 12, day)] for day in (21, 22, 23, 24)] == [10, 0, 0, 30]


def test_gifts_that_come_late_bring_their_contacts_then_too() -> None:
    """Twice the contacts of the orders of 22–23 December, half of them gifts: of 20 seen, 10 wait for the 24th."""
    late = {"share": 1.0, "times": 2.0, "first": date(2026, 12, 22)}
    found = contact_orders(audit_of(shop(late=late, gifts={"share": 0.5, "first": date(2026, 12, 22)})), FLAT)
    assert found.same_day[date(2026, 12, 22)] == 20
    assert [found.later[date(2026, 12, day)] for day in (22, 23, 24)] == [10, 10, 30]


def test_campaigns_multiply_their_days_and_each_other() -> None:
    """Half as many again unless said, from 27 to 30 November; three times on the 30th and the day after."""
    campaigns = {"bf": {"first": date(2026, 11, 27), "last": date(2026, 11, 30)},
                 "cm": {"first": date(2026, 11, 30), "last": date(2026, 12, 1), "orders": 3.0}}
    found = orders_with_campaigns(audit_of(shop(campaigns=campaigns)).plan, FLAT)
    few = {day.day: found[day] for day in DAYS if date(2026, 11, 26) <= day <= date(2026, 12, 2)}
    assert few == {26: 10, 27: 15, 28: 15, 29: 15, 30: 45, 1: 30, 2: 10}
    assert sum(found.values()) == 920 + 3 * 5 + 35 + 20


def test_a_campaign_on_typed_weeks_reaches_the_contacts_by_the_lag() -> None:
    """Ten orders more on 27 November bring ten times the kernel's weights from that day on, and nothing before."""
    campaign = {"bf": {"first": date(2026, 11, 27), "last": date(2026, 11, 27), "orders": 2.0}}
    before, after = forecast(), forecast(campaigns=campaign)
    kernel = assumed_kernel(1.0).weights
    for day in DAYS:
        lag = (day - date(2026, 11, 27)).days
        more = 10 * kernel[lag] if 0 <= lag <= 60 else 0.0
        assert after.contacts[day] - before.contacts[day] == pytest.approx(more, abs=1e-9)
    assert after.orders[date(2026, 11, 27)] == 20


def test_late_orders_are_no_more_orders() -> None:
    """They bring more contacts, but what is sold stays ten a day."""
    found = forecast(late={"share": 0.5})
    assert set(found.orders.values()) == {10.0}
    assert sum(found.contacts.values()) > sum(forecast().contacts.values())


def test_gifts_move_contacts_behind_christmas_and_lose_none() -> None:
    """Same-day contacts stay. What December's gifts bring later comes as if all were bought on the 24th: fewer contacts
    until then, more after; over all lags as many. Until 31 January lags to 38 days are seen."""
    plain, gifts = forecast(), forecast(gifts={"share": 0.4})
    changes = {day: gifts.contacts[day] - plain.contacts[day] for day in DAYS}
    assert all(abs(change) < 1e-9 for day, change in changes.items() if day <= date(2026, 12, 1))
    assert all(change < 0 for day, change in changes.items() if date(2026, 12, 2) <= day <= date(2026, 12, 24))
    kernel = assumed_kernel(1.0).weights
    lost = sum(sum(kernel[1:39]) - sum(kernel[1:39 + 24 - bought]) for bought in range(1, 24))
    assert sum(changes.values()) == pytest.approx(4 * lost)
    assert lost < 0  # the later day of a gift puts some beyond January


def test_december_s_gifts_by_hand_on_one_day() -> None:
    """On 31 December, seven days after the 24th: its orders' weight 7 gets 92 more, the bought days' weights 8–30 lose
    4 each."""
    kernel = assumed_kernel(1.0).weights
    plain, gifts = forecast(), forecast(gifts={"share": 0.4})
    day = date(2026, 12, 31)
    assert gifts.contacts[day] - plain.contacts[day] == pytest.approx(92 * kernel[7] - 4 * sum(kernel[8:31]))


def test_extra_hours_are_those_of_their_day() -> None:
    """70 a week are ten a day; eight more on 4 January; a day without a week has its extra alone."""
    audit = audit_of(shop(hours={"2027-W01": 70.0}, extra={"2027-01-04": 8.0, "2027-01-11": 3.0}))
    planned = {day: planned_hours(audit, date(2027, 1, day)) for day in (3, 4, 5, 11, 12)}
    assert planned == {3: 0, 4: 18, 5: 10, 11: 3, 12: 0}


def test_extra_hours_count_in_their_week_s_score() -> None:
    """10 contacts · 360 s = 1 h a day; 36 days of the window, a whole week of 7 h. Four hours in a week of three: 7 of
    36, then eleven: no more than 7."""
    keys = {"max_occupancy": 1, "shrinkage": 0.0, "hours": {"2027-W01": 3.0}}
    for extra, met in ((0.0, 3), (2.0, 5), (4.0, 7), (8.0, 7)):
        found = january(audit_of(shop(**keys, extra={"2027-01-06": extra})))
        assert found.score == pytest.approx(100 * met / 36)
        assert found.weeks[2].planned == pytest.approx(3 + extra)


def test_an_extra_day_in_unplanned_weeks_piles_up_no_queue() -> None:
    """January alone is planned, with plenty; eight hours of Black Friday do not make November a planned month."""
    hours = dict.fromkeys(("2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04"), 500.0)
    found = january(audit_of(shop(hours=hours, extra={"2026-11-27": 8.0})))
    assert {day.backlog for day in found.days} == {0.0}


def test_extra_hours_without_weeks_are_no_plan() -> None:
    found = january(audit_of(shop(extra={"2027-01-06": 4.0})))
    assert found.score is None
    assert str(found.missing[0]).startswith("no planned hours")
    assert sum(week.planned for week in found.weeks) == 4
