"""Suggested agent-hours as an edit of the document."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.staffing.january import january
from readycheck.core.staffing.rota import RotaDay, RotaSuggestion, suggest_rota
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.rota_edits import with_rota
from tests.core.documents import Document, contacts
from tests.storage.shops import audit

WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]
SUGGESTED = RotaSuggestion(days=(
    RotaDay(date(2026, 12, 28), required=20, planned=10, hours=6),
    RotaDay(date(2027, 1, 4), required=20, planned=12.5, hours=4),
))


def shop(**plan: Any) -> Document:
    return audit(
        staffing={"email": {"aht": 360}}, demand={"contacts": contacts(channels={"email": 5})},
        plan={"contact_rate": 1.0, "orders": dict.fromkeys(WEEKS, 700.0), **plan},
    )


def test_hours_come_on_top_and_the_rest_stays() -> None:
    document = shop(hours={"2027-W01": 70}, extra={"2027-01-04": 2.5, "2027-01-09": 3}, **{"own-key": "kept"})
    before = deepcopy(document)
    changed = with_rota(document, SUGGESTED)
    assert changed["plan"]["extra"] == {"2026-12-28": 6, "2027-01-04": 6.5, "2027-01-09": 3}
    assert {key: value for key, value in changed["plan"].items() if key != "extra"} == {
        key: value for key, value in before["plan"].items() if key != "extra"
    }
    assert {**changed, "plan": None} == {**before, "plan": None}
    assert document == before


def test_a_plan_without_hours_gets_an_empty_table() -> None:
    assert with_rota(shop(), SUGGESTED)["plan"]["hours"] == {}


def test_a_document_without_a_plan_gets_one() -> None:
    assert with_rota(audit(), SUGGESTED)["plan"] == {"extra": {"2026-12-28": 6, "2027-01-04": 4}, "hours": {}}


def test_nothing_suggested_changes_nothing() -> None:
    document = shop()
    assert with_rota(document, RotaSuggestion()) == document


@pytest.mark.parametrize("plan", [
    {}, {"hours": {}}, {"extra": {"2026-12-30": 8}},
    {"hours": dict.fromkeys(WEEKS, 60.0), "extra": {"2027-01-04": 2.5}},
])
def test_the_promise_holds_for_the_file_that_is_written(plan: dict[str, Any]) -> None:
    document = shop(**plan)
    found = suggest_rota(audit_of(document, "t.toml"), 50)
    written = parse_document(dump_document(with_rota(document, found)), "t.toml")
    after = january(audit_of(written, "t.toml"))
    assert sum(day.hours for day in found.days) == 50
    assert after.score == found.score_after
    assert after.outcome is not None
    assert after.outcome.backlog_peak == found.backlog_after
