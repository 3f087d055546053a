"""The season's calendar, and what is to be done by when (DOMAIN §5)."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.calendar import (
    black_friday,
    cyber_monday,
    first_peak,
    iso_week,
    january_window,
    monday_of,
    peaks,
    season_calendar,
    source_season,
)
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.core.scoring import score
from tests.core.documents import Document, audit_of, checklist, document, question


@pytest.mark.parametrize("day", [date(2024, 11, 29), date(2025, 11, 28), date(2026, 11, 27), date(2029, 11, 23)])
def test_black_friday(day: date) -> None:
    """The earliest it can be is the 23rd, the latest the 29th."""
    assert black_friday(day.year) == day
    assert (cyber_monday(day.year) - day).days == 3


def test_peaks_as_given_or_computed() -> None:
    doc = document(2026)
    assert peaks(audit_of(doc).season) == (date(2026, 11, 27), date(2026, 11, 30))
    doc["season"]["peaks"] = [date(2026, 12, 12), date(2026, 11, 11)]
    assert first_peak(audit_of(doc).season) == date(2026, 11, 11)


@pytest.mark.parametrize(("day", "week"), [
    (date(2026, 12, 27), "2026-W52"), (date(2026, 12, 28), "2026-W53"), (date(2027, 1, 3), "2026-W53"),
    (date(2027, 1, 4), "2027-W01"), (date(2020, 12, 31), "2020-W53"), (date(2024, 12, 30), "2025-W01"),
])
def test_iso_weeks_around_the_new_year(day: date, week: str) -> None:
    assert iso_week(day) == week
    assert (day - monday_of(week)).days == day.weekday()


def test_the_window_and_the_season_before() -> None:
    season = audit_of(document(2026)).season
    assert january_window(season) == (date(2026, 12, 27), date(2027, 1, 31))
    assert source_season(season) == (date(2025, 11, 1), date(2026, 1, 31))


def test_named_days() -> None:
    season = audit_of(document(2026)).season
    everywhere = {date(2026, 11, 11), date(2026, 11, 27), date(2026, 11, 30)}
    independence, epiphany = date(2026, 12, 6), date(2027, 1, 6)
    finland, sweden, britain = ({entry.day for entry in season_calendar(season, code)} for code in ("FI", "SE", "GB"))
    assert finland >= everywhere | {independence, epiphany}
    assert sweden == finland - {independence}
    assert britain == finland - {independence, epiphany}


def planned(doc: Document, today: date) -> dict[str, PlannedAction]:
    audit = audit_of(doc)
    return {found.action.id: found for found in plan_of_actions(audit, score(audit), today)}


def test_what_can_no_longer_be_ready_before_the_peak() -> None:
    """Black Friday is 27 November: seven days from the 19th end on the 26th, from the 20th on the day itself."""
    doc = document(actions=[{"id": "a", "title": "t", "lead_days": 7, "due": date(2026, 11, 22)}])
    early, late = planned(doc, date(2026, 11, 19))["a"], planned(doc, date(2026, 11, 20))["a"]
    assert (early.ready_by, early.days_left, early.late, early.overdue) == (date(2026, 11, 26), 3, False, False)
    assert (late.ready_by, late.days_left, late.late) == (date(2026, 11, 27), 2, True)
    assert planned(doc, date(2026, 11, 23))["a"].overdue


def test_days_left_without_a_due_date_are_to_the_peak() -> None:
    doc = document(actions=[{"id": "a", "title": "t"}])
    assert planned(doc, date(2026, 11, 17))["a"].days_left == 10


def test_what_is_done_dropped_or_taken_up_is_not_listed_again() -> None:
    """q0 yes, q1 partly, q2 no (taken up by action x), q3 na, q4 unanswered: only q1's remedy is new."""
    asked = [question(f"q{n}", lead_days=3) for n in range(5)]
    values = {"q0": "yes", "q1": "partly", "q2": "no", "q3": "na"}
    doc = document(
        checklists=[checklist({"learning": asked})],
        answers={f"peak-season/learning.{name}": {"owner": {"value": value}} for name, value in values.items()},
        actions=[{"id": "x", "title": "t", "question": "peak-season/learning.q2", "due": date(2026, 11, 1)},
                 {"id": "y", "title": "t", "status": "done"}, {"id": "z", "title": "t", "status": "dropped"}],
        reasons={"return": {"action": "label in the box", "due": date(2026, 11, 5)},
                 "size": {"action": "size table", "done": "seen"}, "refund": {"cause": "c"}},
    )
    found = planned(doc, date(2026, 10, 1))
    assert [(a.action.id, a.from_, a.action.due) for a in found.values()] == [
        ("x", "audit", date(2026, 11, 1)), ("reason-return", "reason", date(2026, 11, 5)),
        ("question-peak-season-learning-q1", "checklist", date(2026, 11, 26)),
    ]
