"""Opening-hours coverage on seasons of a few days, worked out by hand (DOMAIN §3.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.core.hours.opening import opening_hours
from readycheck.core.hours.week import NotASpan, Span
from readycheck.core.results import HoursCoverage
from tests.core.documents import Document, audit_of, contacts, document, grid

SUNDAY = date(2026, 12, 6)  # Independence Day, a public holiday of Finland


def week(cells: dict[tuple[int, int], int], hours: Document, starts: date, ends: date, **tables: Any) -> HoursCoverage:
    """A season of these dates, orders in these (weekday, hour) cells."""
    doc = document(hours=hours, demand={"orders": contacts() | {"grid": grid(cells)}}, **tables)
    doc["season"] |= {"starts": starts, "ends": ends}
    return opening_hours(audit_of(doc))


def test_parts_of_hours_and_the_union_of_channels() -> None:
    """Mon 7 – Tue 8 Dec. Mon: 4 orders at 9, 2 at 10; Tue: 6 at 17. Chat Mon 9:30–10:15, phone Mon 9:45–10:30 and
    Tue 17:20–18: Mon 9 half open, 10 half open (not 0.25 + 0.5), Tue 17 two thirds: (2 + 1 + 4) / 12."""
    found = week(
        {(0, 9): 4, (0, 10): 2, (1, 17): 6},
        {"chat": {"live": True, "mon": ["09:30-10:15"]},
         "phone": {"live": True, "mon": ["09:45-10:30"], "tue": ["17:20-18:00"]},
         "email": {"mon": ["10:00-11:00"]}},
        date(2026, 12, 7), date(2026, 12, 8),
    )
    assert found.score == pytest.approx(100 * 7 / 12)
    assert found.demand == "orders"
    assert found.evenings == pytest.approx(100 * 4 / 6)
    assert found.weekends is None  # no weekend in this season
    assert found.channels["chat"] == pytest.approx(100 * (2 + 0.5) / 12)
    assert found.channels["phone"] == pytest.approx(100 * (1 + 1 + 4) / 12)
    assert found.channels["email"] == pytest.approx(100 * 2 / 12)
    assert found.any_channel == pytest.approx(100 * (2 + 2 + 4) / 12)


@pytest.mark.parametrize(("keys", "covered"), [
    ({}, 0), ({"holidays": "closed"}, 0), ({"holidays": "open"}, 100),
    ({"exceptions": [{"date": SUNDAY, "open": ["12:00-12:30"]}]}, 50),  # replaces the day, holiday or not
    ({"holidays": "open", "exceptions": [{"date": SUNDAY, "open": []}]}, 0),
])
def test_a_public_holiday(keys: Document, covered: float) -> None:
    found = week({(6, 12): 3}, {"chat": {"live": True, "sun": ["12:00-13:00"], **keys}}, SUNDAY, SUNDAY)
    assert found.score == covered
    assert found.weekends == found.holidays == covered


def test_holidays_are_the_country_s_own() -> None:
    """6 December is an ordinary Sunday in Sweden; 24 December is a public holiday in Finland."""
    always = {"chat": {"live": True, "sun": ["12:00-13:00"], "thu": ["12:00-13:00"]}}
    assert week({(6, 12): 3}, always, SUNDAY, SUNDAY, shop={"name": "S", "country": "SE"}).score == 100
    eve = date(2026, 12, 24)
    assert week({(3, 12): 3}, always, eve, eve).score == 0


def test_weekday_evenings_count_holidays_too() -> None:
    """Fri 25 Dec 2026 at 18, closed as a holiday, and Fri 1 Jan likewise; Fri 18 Dec open: one of three."""
    found = week({(4, 18): 2}, {"chat": {"live": True, "fri": ["16:00-22:00"]}}, date(2026, 12, 18), date(2027, 1, 1))
    assert found.evenings == found.score == pytest.approx(100 / 3)


def test_the_edges_of_the_evening() -> None:
    """Mon 7 Dec: 15 and 22 are no evening, 16 and 21 are. Open 16–17: 1 of 2; of all 1 of 4."""
    found = week({(0, hour): 1 for hour in (15, 16, 21, 22)}, {"chat": {"live": True, "mon": ["16:00-17:00"]}},
                 date(2026, 12, 7), date(2026, 12, 7))
    assert (found.evenings, found.score) == (50, 25)


def test_the_other_grid_is_offered() -> None:
    """Mon 7 Dec: orders at 9, contacts at 12, of which 1 in 4 while open (12–13)."""
    doc = document(hours={"chat": {"live": True, "mon": ["12:00-13:00"]}}, demand={
        "orders": contacts() | {"grid": grid({(0, 9): 5})}, "contacts": contacts(cells={(0, 12): 1, (0, 20): 3}),
    })
    doc["season"] |= {"starts": date(2026, 12, 7), "ends": date(2026, 12, 7)}
    found = opening_hours(audit_of(doc))
    assert (found.demand, found.score, found.other) == ("orders", 0, 25)
    turned = opening_hours(audit_of(doc), prefer="contacts")
    assert (turned.demand, turned.score, turned.other) == ("contacts", 25, 0)


def test_what_is_missing_is_said() -> None:
    day = date(2026, 12, 7)
    assert week({(0, 9): 1}, {}, day, day).score is None
    assert week({}, {"chat": {"live": True, "mon": ["09:00-10:00"]}}, day, day).score is None
    assert week({}, {}, day, day).missing
    assert opening_hours(audit_of(document(hours={"chat": {"live": True}}))).score is None


def test_hours_but_no_live_channel_is_zero() -> None:
    found = week({(0, 9): 1}, {"email": {"mon": ["09:00-10:00"]}}, date(2026, 12, 7), date(2026, 12, 7))
    assert (found.score, found.any_channel) == (0, 100)


@pytest.mark.parametrize("text", ["16:00-08:00", "08:00-08:00", "24:00-24:00", "08:00-24:01", "08:60-09:00", "8-16"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(NotASpan):
        Span.parse(text)


def test_midnight_as_an_end() -> None:
    assert Span.parse("20:30-24:00") == Span(20 * 60 + 30, 1440)
