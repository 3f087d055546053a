"""How actions stand on a day, and the date that is suggested for a new one."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.deadlines import PlannedAction, plan_of_actions, standings, suggested_due
from readycheck.core.scoring import score
from tests.core.documents import audit_of, checklist, document, question

PEAK = date(2026, 11, 27)


@pytest.mark.parametrize(("today", "due"), [
    (date(2026, 10, 20), date(2026, 11, 12)),  # 14 days to come into force, and ready the day before the peak
    (date(2026, 11, 12), date(2026, 11, 12)),
    (date(2026, 11, 13), date(2026, 11, 26)),  # too late for that: never a day that is past
    (date(2026, 11, 26), date(2026, 11, 26)),
    (date(2026, 11, 27), None),
])
def test_a_suggested_date_is_in_time_where_it_can_be_and_never_past(today: date, due: date | None) -> None:
    assert suggested_due(14, PEAK, today) == due


def of(action: dict[str, object], today: date) -> PlannedAction:
    audit = audit_of(document(actions=[{"id": "a", "title": "t", **action}]))
    (found,) = plan_of_actions(audit, score(audit), today)
    return found


@pytest.mark.parametrize(("due", "lead_days", "today", "standing"), [
    (date(2026, 11, 20), 3, date(2026, 11, 20), "on_time"),
    (date(2026, 11, 19), 3, date(2026, 11, 20), "overdue"),
    (date(2026, 11, 26), 7, date(2026, 11, 20), "too_late"),
    (date(2026, 11, 19), 7, date(2026, 11, 20), "overdue"),  # both: the missed date is the nearer trouble
    (date(2026, 12, 3), 0, date(2026, 11, 20), "too_late"),  # agreed on for after Black Friday, the 27th
    (None, 3, date(2026, 11, 20), "on_time"),
    (None, 0, date(2026, 11, 28), "too_late"),  # no date of its own has been missed; the peak has
])
def test_how_an_action_stands(due: date | None, lead_days: int, today: date, standing: str) -> None:
    given: dict[str, object] = {"lead_days": lead_days, **({"due": due} if due else {})}
    assert of(given, today).standing == standing


def test_a_checklists_own_date_is_never_missed() -> None:
    """The day after the peak: the remedy's proposed date, 26 November, was promised by nobody."""
    audit = audit_of(document(
        checklists=[checklist({"learning": [question("q1", lead_days=3)]})],
        answers={"peak-season/learning.q1": {"owner": {"value": "no"}}},
    ))
    (found,) = plan_of_actions(audit, score(audit), date(2026, 11, 28))
    assert (found.agreed, found.standing) == (False, "too_late")


def test_the_counts_are_those_of_the_rows() -> None:
    """20 November: one missed on the 19th, one that takes eight days to the 27th's peak, two in time."""
    actions = [
        {"id": "a", "title": "t", "due": date(2026, 11, 26)}, {"id": "b", "title": "t", "due": date(2026, 11, 19)},
        {"id": "c", "title": "t", "lead_days": 8}, {"id": "d", "title": "t"},
        {"id": "e", "title": "t", "due": date(2026, 11, 1), "status": "done"},
    ]
    audit = audit_of(document(actions=actions))
    plan = plan_of_actions(audit, score(audit), date(2026, 11, 20))
    assert list(standings(plan).items()) == [("overdue", 1), ("too_late", 1), ("on_time", 2)]
    assert standings(()) == {}
