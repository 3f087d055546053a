"""What January's screen says of the plan."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import pytest

from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing, PlanOutcome, WeekNeed
from readycheck.i18n import Translator
from readycheck.tui.january_text import outcome_text
from tests.core.documents import NOTHING, Document, audit_of, document

OUTCOME = PlanOutcome(0.3, 0.6, 0.0, None, None)


def found(required: float, presence: float) -> JanuaryStaffing:
    """Two weeks of this need."""
    week = WeekNeed("2027-W02", 24, 14, 39, required, 20, presence, 0)
    return JanuaryStaffing(score=50.0, weeks=(week, week), outcome=OUTCOME)


@pytest.mark.parametrize(("presence", "told"), [(39, True), (21.5, True), (20, False), (0, False)])
def test_presence_is_told_where_it_is_half_of_the_need_or_more(presence: float, told: bool) -> None:
    said = outcome_text(found(43, presence), Translator("en"))
    assert said.startswith("No backlog builds up.") and ("h of the need is presence" in said) is told


def test_the_hours_of_all_weeks_are_summed() -> None:
    assert "Tarpeesta 78 h on pelkkää läsnäoloa" in outcome_text(found(43, 39), Translator("fi"))


def profile(first: date, **keys: Any) -> Document:
    """Seven days of one count each."""
    return {"first": first, "last": first + timedelta(days=6), "grid": [NOTHING] * 7, "daily": "1 1 1 1 1 1 1", **keys}


EMAIL = {"email": {"aht": 360}}
TWO = {name: {"aht": 360} for name in ("phone", "contact-form")}
TYPED: Document = {"contact_rate": 0.2, "orders": {"2026-W44": 70.0}}
GAPS = {"contact_rate": 0.2, "orders": dict.fromkeys((f"2026-W{n}" for n in range(45, 53, 2)), 70.0)}
ELSEWHERE = {"contacts": profile(date(2025, 11, 1), channels={"chat": 5, "whatsapp": 5}),
             "orders": profile(date(2025, 11, 1))}
APART = {"contacts": profile(date(2024, 11, 1), channels={"email": 5}), "orders": profile(date(2025, 11, 1))}


@pytest.mark.parametrize("lang", ["en", "fi"])
@pytest.mark.parametrize(("tables", "keys"), [
    ({}, ("a",)), ({"staffing": EMAIL}, ("e",)), ({"staffing": TWO, "plan": TYPED}, ("e",)),
    ({"staffing": EMAIL, "plan": {"contact_rate": 0.2}}, ("o",)), ({"staffing": EMAIL, "plan": TYPED}, ("o",)),
    ({"staffing": EMAIL, "plan": GAPS}, ("o",)), ({"staffing": EMAIL, "demand": ELSEWHERE}, ("a",)),
    ({"staffing": EMAIL, "demand": APART}, ("e",)),
])
def test_what_is_missing_is_whole_in_three_lines_and_ends_with_its_key(
    lang: Any, tables: Document, keys: tuple[str, ...]
) -> None:
    """78 columns of 80 are the text's."""
    told = outcome_text(january(audit_of(document(**tables))), Translator(lang))
    assert len(wrap(told, 78)) <= 3
    assert told.rstrip(".").endswith(keys)
    assert "W5" not in told and "plan." not in told


@pytest.mark.parametrize("lang", ["en", "fi"])
@pytest.mark.parametrize("tables", [
    {}, {"staffing": EMAIL}, {"staffing": TWO, "plan": TYPED}, {"staffing": EMAIL, "plan": TYPED},
])
def test_what_a_shop_without_data_lacks_is_whole_in_sixty_columns_too(lang: Any, tables: Document) -> None:
    assert len(wrap(outcome_text(january(audit_of(document(**tables))), Translator(lang)), 58)) <= 3


def test_what_stands_on_typed_numbers_is_told_so() -> None:
    assert outcome_text(found(43, 0), Translator("en"), imported=False).endswith("not tried on a past season.")
    assert "past season" not in outcome_text(found(43, 0), Translator("en"))
