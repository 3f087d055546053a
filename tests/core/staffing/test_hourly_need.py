"""The need hour by hour: days worked out by hand, and what must hold for any shop (DOMAIN §3.4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.hours.week import Span
from readycheck.core.staffing.hourly_need import NeedRow, hourly_need
from readycheck.core.staffing.january import january
from tests.core.documents import Document, audit_of, contacts, document
from tests.core.random_audits import random_document

WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]  # to 31 January 2027
MONDAY, TUESDAY = date(2027, 1, 11), date(2027, 1, 12)


def shop(**plan: Any) -> Document:
    """48 contacts a day, two an hour: 24 by chat (AHT 1800 s, two at once: 0.25 erlangs), 12 by phone (360 s: 0.05)
    and 12 by e-mail (600 s). On Mondays chat 9:30–11 and phone 10–11, on no other day anything."""
    channels = {"chat": 2, "phone": 1, "email": 1}
    return document(
        hours={"chat": {"live": True, "mon": ["09:30-11:00"]}, "phone": {"live": True, "mon": ["10:00-11:00"]}},
        staffing={"chat": {"aht": 1800, "concurrency": 2, "target": 0.5}, "phone": {"aht": 360}, "email": {"aht": 600}},
        plan={"contact_rate": 1.0, "orders": dict.fromkeys(WEEKS, 7 * 48.0), "shrinkage": 0.2, "max_occupancy": 0.8,
              **plan},
        demand={"contacts": contacts(channels=channels)},
    )


def rows_on(doc: Document, day: date) -> list[NeedRow]:
    return [row for row in hourly_need(audit_of(doc)) if row.day == day]


def times(rows: list[NeedRow]) -> list[tuple[int, int, str, tuple[str, ...]]]:
    return [(row.start, row.end, row.kind, row.channels) for row in rows]


def test_one_team_for_all_live_channels() -> None:
    """Chat 9:30–10 alone, then with the phone. What comes at other times waits: 22.5 chats and 11.5 calls, with 12
    e-mails 46 contacts of 600 s, 46/6 h. The chat alone needs one agent (0.25 erlangs: 75 % at once, asked 50 %), both
    two (0.3 erlangs of 720 s: one would answer 71 % in 20 s, asked 80 %). They idle 0.5 · (0.8 − 0.25) and
    1 · (1.6 − 0.3) h."""
    deferred, alone, both = rows_on(shop(), MONDAY)
    assert times([deferred, alone, both]) == [
        (0, 1440, "deferred", ("chat", "phone", "email")),
        (570, 600, "live", ("chat",)), (600, 660, "live", ("chat", "phone")),
    ]
    assert (alone.contacts, alone.load, alone.agents, alone.hours) == pytest.approx((0.5, 0.25, 1, 0.5 / 0.8))
    assert (both.contacts, both.load, both.agents, both.hours) == pytest.approx((1.5, 0.3, 2, 2 / 0.8))
    assert (deferred.contacts, deferred.load, deferred.agents) == pytest.approx((46, 46 / 6, 0))
    assert deferred.hours == pytest.approx((46 / 6 - 0.275 - 1.3) / 0.8 / 0.8)


def test_each_channel_its_own_team() -> None:
    """One agent for the chat as before, one for the phone (0.05 erlangs: 95 % at once). Nobody idles for the e-mail."""
    deferred, *live = rows_on(shop(pooled=False), MONDAY)
    assert times(live) == [
        (570, 600, "live", ("chat",)), (600, 660, "live", ("chat",)), (600, 660, "live", ("phone",)),
    ]
    assert [row.contacts for row in live] == pytest.approx([0.5, 1, 0.5])
    assert [row.load for row in live] == pytest.approx([0.25, 0.25, 0.05])
    assert [row.agents for row in live] == [1, 1, 1]
    assert [row.hours for row in live] == pytest.approx([0.625, 1.25, 1.25])
    assert deferred.hours == pytest.approx(46 / 6 / 0.8 / 0.8)


def test_a_closed_day_is_deferred_work_alone() -> None:
    """All 48 contacts at 600 s: 8 h, / 0.8 / 0.8."""
    (row,) = rows_on(shop(), TUESDAY)
    assert (row.contacts, row.load, row.hours) == pytest.approx((48, 8, 12.5))
    assert row.channels == ("chat", "phone", "email")


def test_live_agents_that_idle_do_all_that_waits() -> None:
    """Round the clock everything is answered at once, but e-mail of one second: no hour more is paid for it."""
    doc = shop()
    doc["hours"]["chat"] |= {"tue": ["00:00-24:00"]}
    doc["hours"]["phone"] |= {"tue": ["00:00-24:00"]}
    doc["staffing"]["email"] = {"aht": 1}
    deferred, *live = rows_on(doc, TUESDAY)
    assert (deferred.channels, deferred.hours) == (("email",), 0)
    assert deferred.contacts == pytest.approx(12)
    assert [(row.start, row.end) for row in live] == [(60 * hour, 60 * hour + 60) for hour in range(24)]


def test_spans_within_one_hour() -> None:
    """A chat that opens twice within an hour, and a phone in between that touches neither."""
    doc = shop()
    doc["hours"] = {"chat": {"live": True, "mon": ["09:00-09:10", "09:50-10:20"]},
                    "phone": {"live": True, "mon": ["09:20-09:25"]}}
    live = rows_on(doc, MONDAY)[1:]
    assert times(live) == [
        (540, 550, "live", ("chat",)), (560, 565, "live", ("phone",)), (590, 600, "live", ("chat",)),
        (600, 620, "live", ("chat",)),
    ]


def test_no_forecast_no_rows() -> None:
    doc = shop()
    del doc["staffing"]
    assert hourly_need(audit_of(doc)) == ()


@pytest.mark.parametrize("seed", [2, 5, 8, 11, 18, 27, 36, 56])
@pytest.mark.parametrize("pooled", [True, False])
def test_a_days_rows_come_to_what_it_requires(seed: int, pooled: bool) -> None:
    doc = random_document(seed)
    doc["plan"]["pooled"] = pooled
    audit = audit_of(doc)
    days, rows = january(audit).days, hourly_need(audit)
    assert days
    by_day: dict[date, list[NeedRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    assert list(by_day) == [day.day for day in days]
    assert [(row.day, row.start) for row in rows] == sorted((row.day, row.start) for row in rows)
    for day in days:
        of_day = by_day[day.day]
        assert sum(row.hours for row in of_day) == pytest.approx(day.required, rel=1e-12)
        assert sum(row.contacts for row in of_day) == pytest.approx(day.contacts, rel=1e-9, abs=1e-9)
        assert [row.kind for row in of_day].count("deferred") == 1
        assert min(row.hours for row in of_day) >= 0


@pytest.mark.parametrize("seed", [8, 10, 27, 31])
@pytest.mark.parametrize("pooled", [True, False])
def test_live_rows_are_when_their_channels_are_open(seed: int, pooled: bool) -> None:
    """Every open minute of every live channel is in one row, and no other minute."""
    doc = random_document(seed)
    doc["plan"]["pooled"] = pooled
    audit = audit_of(doc)
    holidays = public_holidays(audit.shop.country, date(audit.season.year, 8, 1), date(audit.season.year + 1, 2, 1))
    found: dict[tuple[date, str], list[int]] = {}
    for row in hourly_need(audit):
        for channel in row.channels if row.kind == "live" else ():
            found.setdefault((row.day, channel), []).extend(range(row.start, row.end))
    opened = {
        (day.day, name): minutes_of(hours.on(day.day, holidays))
        for day in january(audit).days for name, hours in audit.hours.items() if hours.live and name in audit.staffing
    }
    assert found == {key: minutes for key, minutes in opened.items() if minutes}


def minutes_of(spans: tuple[Span, ...]) -> list[int]:
    return [minute for span in spans for minute in range(span.start, span.end)]
