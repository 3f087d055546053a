"""Orders that are not known: what stands for them, and that it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from readycheck.core.audit import Audit
from readycheck.core.forecast.orders import days_unknown, season_orders
from readycheck.core.staffing.january import january
from tests.core.documents import NOTHING, audit_of, contacts, document

FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)


def shop(begin: date, growth: float = 1.0, **plan: object) -> Audit:
    """30 orders on the first day and 5 on each later one, to 31 January 2026; a contact of each tenth."""
    later = (date(2026, 1, 31) - begin).days
    orders = {"first": begin, "last": date(2026, 1, 31), "grid": [NOTHING] * 7, "daily": "30" + " 5" * later}
    return audit_of(document(
        staffing={"email": {"aht": 360}}, plan={"growth": growth, "contact_rate": 0.1, **plan},
        demand={"orders": orders, "contacts": contacts(channels={"email": 5})},
    ))


def test_the_mean_that_stands_for_unknown_days_is_told() -> None:
    """Black Friday is 28 November 2025 and 27 November 2026: up to 23 December a day takes the one 364 days before,
    so 1 December 2025 is the source of 30 November 2026. (30 + 6 · 5) / 7 = 60 / 7, times 1.4 = 12."""
    audit = shop(date(2025, 12, 1), 1.4)
    (told,) = days_unknown(audit, FIRST, LAST)
    assert (told.args["begin"], told.args["first"], told.args["last"]) == (
        date(2025, 12, 1), FIRST, date(2026, 11, 29))
    assert told.args["orders"] == pytest.approx(12)
    days = season_orders(audit, FIRST, LAST).days
    assert days[date(2026, 11, 29)] == pytest.approx(12)
    assert days[date(2026, 11, 30)] == pytest.approx(1.4 * 30)
    assert told in january(audit).notes


def test_orders_that_are_all_known_or_typed_need_no_word() -> None:
    assert list(days_unknown(shop(date(2025, 11, 2)), FIRST, LAST)) == []
    weeks = {f"{day.isocalendar().year}-W{day.isocalendar().week:02}": 7
             for day in (date(2026, 8, 31) + timedelta(weeks=n) for n in range(23))}
    assert list(days_unknown(shop(date(2025, 12, 1), orders=weeks), FIRST, LAST)) == []


def test_data_of_the_season_itself_stand_for_none_of_its_days() -> None:
    """A season of 2025 takes its days from 2024/25; these orders begin in December 2025."""
    own = replace(shop(date(2025, 12, 1)), season=audit_of(document(2025)).season)
    (told,) = days_unknown(own, date(2025, 11, 1), date(2026, 1, 31))
    assert (told.args["first"], told.args["last"]) == (date(2025, 11, 1), date(2026, 1, 31))


def test_without_orders_nothing_stands_for_them() -> None:
    assert list(days_unknown(audit_of(document(plan={})), FIRST, LAST)) == []
