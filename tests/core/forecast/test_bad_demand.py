"""Demand that says too little, or too much: a sentence in both languages in place of a score, or beside it."""

from __future__ import annotations

from datetime import date, timedelta
from math import isfinite
from typing import Any

import pytest

from readycheck.core.forecast.odd_days import odd_days
from readycheck.core.lag.history import lag_history
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.i18n import Translator
from tests.core.documents import NOTHING, Document, audit_of, document

FIRST = date(2025, 8, 1)
DAYS = 184  # to 31 January 2026
EVEN = [40] * DAYS


def profile(counts: list[int], first: date = FIRST, **keys: Any) -> Document:
    return {"first": first, "last": first + timedelta(days=len(counts) - 1), "grid": [NOTHING] * 7,
            "daily": " ".join(map(str, counts)), **keys}


def shop(orders: Document | None, contacts: Document | None, **plan: Any) -> JanuaryStaffing:
    demand = {name: half for name, half in (("orders", orders), ("contacts", contacts)) if half is not None}
    return january(audit_of(document(
        staffing={"email": {"aht": 360}}, plan={"hours": {"2026-W53": 75.0}, **plan}, demand=demand,
    )))


def contacts(counts: list[int] | None = None, first: date = FIRST, **channels: int) -> Document:
    return profile(counts or [6] * DAYS, first, channels=channels or {"email": 50})


def told(found: JanuaryStaffing) -> list[str]:
    """What is missing, in English; in Finnish there is as much, and none of it is English."""
    assert found.score is None and found.weeks == ()
    english, finnish = ([Translator(lang)(what) for what in found.missing] for lang in ("en", "fi"))
    assert not set(english) & set(finnish)
    return english


def test_no_orders_and_no_contacts() -> None:
    assert told(shop(None, None)) == [
        "no contact rate: import orders and contacts, or type how many contacts an order brings",
        "no orders: import last season's orders, or type this season's by week",
    ]


def test_orders_alone_and_contacts_alone() -> None:
    assert shop(profile(EVEN), None, contact_rate=0.1).missing == ()
    assert told(shop(None, contacts(), contact_rate=0.1)) == [
        "no orders: import last season's orders, or type this season's by week"
    ]


def test_contacts_in_other_channels_than_those_with_a_handling_time() -> None:
    assert told(shop(profile(EVEN), contacts(chat=5, instagram=7, phone=0))) == [
        "no contacts in a channel that has a handling time: they came in chat, instagram; type the handling time of"
        " such a channel"
    ]


def test_contacts_of_another_year_than_the_orders() -> None:
    (only,) = told(shop(profile(EVEN), contacts(first=date(2024, 8, 1))))
    assert only == ("no contact rate: the contacts (1 Aug 2024–31 Jan 2025) and the orders (1 Aug 2025–31 Jan 2026)"
                    " share no day; import both of the same weeks, or type how many contacts an order brings")


def test_orders_of_zero_have_no_contact_rate() -> None:
    (only,) = told(shop(profile([0] * DAYS), contacts()))
    assert only.startswith("no contact rate: the days of which both orders and contacts are known hold no order;")


def test_contacts_of_zero_need_no_hands() -> None:
    found = shop(profile(EVEN), contacts([0] * DAYS))
    assert (found.score, found.applicable) == (None, False)
    assert sum(week.required for week in found.weeks) == 0


@pytest.mark.parametrize(("orders", "day", "share"), [
    ([0] * 183 + [500], date(2026, 1, 31), 1.0),
    ([40] * 100 + [10**9] + [40] * 83, date(2025, 11, 9), 10**9 / (10**9 + 183 * 40)),
])
def test_a_day_that_holds_most_orders_is_asked_about(orders: list[int], day: date, share: float) -> None:
    found = shop(profile(orders), contacts())
    (odd,) = [note for note in found.notes if "alone" in note.text]
    assert odd.args == {"day": day, "share": pytest.approx(share)}
    assert "is it right?" in Translator("en")(odd) and "onko luku oikein?" in Translator("fi")(odd)
    assert all(isfinite(value) for row in found.days for value in (row.low, row.high, row.required_high, row.backlog))


def test_half_of_all_is_not_most_and_a_fortnight_may_have_one_day() -> None:
    def asked(counts: list[int]) -> int:
        return len(list(odd_days(audit_of(document(demand={"contacts": profile(counts)})).demand)))
    assert asked([1] * 27 + [27]) == 0
    assert asked([1] * 27 + [28]) == 1
    assert asked([1] * 13 + [100]) == 0
    assert asked([0] * 40) == 0


def test_an_enormous_day_of_contacts_leaves_every_figure_a_number() -> None:
    found = shop(profile(EVEN), contacts([6] * 120 + [10**9] + [6] * 63))
    assert any("of all contacts" in note.text for note in found.notes)
    assert all(isfinite(value) for row in found.days for value in (row.low, row.high, row.required_high, row.backlog))


def test_the_most_that_any_file_can_hold_leaves_every_figure_a_number() -> None:
    """10¹⁵ − 1 orders on a day, a thousand times grown, sold and answered, all late."""
    campaigns = {name: {"first": FIRST, "last": date(2027, 1, 31), "orders": n} for name, n in (("a", 100), ("b", 10))}
    found = shop(profile([10**15 - 1] * DAYS), contacts(), contact_rate=1000, growth=1000, campaigns=campaigns,
                 late={"share": 1, "times": 100}, gifts={"share": 1}, drift=3)
    assert found.score == pytest.approx(0, abs=1e-9)
    assert all(isfinite(value) for row in found.weeks for value in (row.low, row.high, row.required_high, row.backlog))


def test_the_days_before_the_first_order_explain_nothing() -> None:
    """No order until 20 October, contacts from August on: the lag is learned from that day on, 104 days. Where the
    first seven days have orders, the days before are taken as those; a day off at the start is a day."""
    late = [0] * 80 + [40] * 104
    history = lag_history(audit_of(document(demand={"orders": profile(late), "contacts": contacts()})).demand)
    assert history is not None
    assert (history.first, len(history.contacts)) == (date(2025, 10, 20), 104)
    assert history.orders[:60] == (0.0,) * 60 and history.orders[60] == 40
    weekend = [0, 0, *EVEN[2:]]
    history = lag_history(audit_of(document(demand={"orders": profile(weekend), "contacts": contacts()})).demand)
    assert history is not None and history.first == FIRST
    assert history.orders[0] == pytest.approx(5 * 40 / 7)


def test_the_last_four_hundred_days_are_looked_at() -> None:
    """Orders and contacts of 500 days; the days before the first of them are known ones."""
    counts = list(range(1, 501))
    history = lag_history(audit_of(document(demand={
        "orders": profile(counts), "contacts": contacts([1] * 500),
    })).demand)
    assert history is not None
    assert (len(history.contacts), history.first) == (400, FIRST + timedelta(days=100))
    assert history.orders[0] == 41 and history.orders[60] == 101 and history.orders[-1] == 500
    assert history.same_days[0] == 101
    assert history.until(7).orders[-1] == 107 and len(history.until(7).contacts) == 7
