"""What a season left open, taken into the next: the same promise, due as far from the peak."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.carried import offered
from readycheck.storage.carrying import carry_action
from readycheck.storage.document import Document, audit_of
from tests.storage.shops import audit, refusal

# Black Friday was on 28 November 2025 and is on 27 November 2026
AUTUMN = date(2026, 10, 1)
RETURNS = {"id": "returns", "title": "Returns in the confirmation", "owner": "Elina", "due": date(2025, 11, 14),
           "lead_days": 5, "status": "doing", "fallback": "A link", "question": "peak-season/presence.evenings"}
DONE = {"id": "faq", "title": "FAQ in the menu", "status": "done"}
DROPPED = {"id": "saturday", "title": "Saturdays", "status": "dropped"}
UNDATED = {"id": "hands", "title": "Hands for January"}
REASON = {"label": {"fi": "Palautus", "en": "Return"}, "cause": "Hard to find", "action": "Put it in the menu",
          "owner": "Jari", "due": date(2025, 11, 21), "count": 7}


@pytest.fixture
def before() -> Document:
    return audit(2025, actions=[RETURNS, DONE, DROPPED, UNDATED])


def ids(previous: Document, now: Document, today: date = AUTUMN) -> list[str]:
    return [offer.id for offer in offered(audit_of(previous, "a"), audit_of(now, "b"), today)]


def test_only_what_is_open_or_under_way_is_offered_and_nothing_twice(before: Document) -> None:
    now = audit(2026)
    assert ids(before, now) == ["returns", "hands"]
    once = carry_action(now, before, ["returns"], AUTUMN)
    assert ids(before, once) == ["hands"]
    assert ids(before, carry_action(once, before, ["hands"], AUTUMN)) == []
    assert "actions" not in now


def test_it_keeps_id_and_words_is_open_and_due_thirteen_november(before: Document) -> None:
    """14 November 2025 was fourteen days before the peak, as 13 November 2026 is."""
    taken, = audit_of(carry_action(audit(2026), before, ["returns", "returns"], AUTUMN), "x").actions
    assert (taken.id, taken.title, taken.owner) == ("returns", "Returns in the confirmation", "Elina")
    assert (taken.due, taken.lead_days, taken.fallback) == (date(2026, 11, 13), 5, "A link")
    assert (taken.status, taken.question) == ("open", "peak-season/presence.evenings")
    assert taken.first_promised == 2025


def test_a_day_that_is_past_gives_way_to_the_last_one_that_helps(before: Document) -> None:
    """On 20 November five days of work are ready on the 25th: due the 21st would be, six days before the peak."""
    for today, due in ((date(2026, 11, 20), date(2026, 11, 21)), (date(2026, 11, 25), date(2026, 11, 26)),
                       (date(2026, 12, 1), None)):
        taken, = audit_of(carry_action(audit(2026), before, ["returns"], today), "x").actions
        assert taken.due == due


def test_the_season_that_promised_it_first_is_kept(before: Document) -> None:
    now = carry_action(audit(2026), before, ["hands"], AUTUMN)
    third, = audit_of(carry_action(audit(2027), now, ["hands"], date(2027, 9, 1)), "x").actions
    assert third.first_promised == 2025 and third.due is None


def test_own_peaks_move_the_day(before: Document) -> None:
    """The peak on 11 November: fourteen days before it is 28 October."""
    now = audit(2026)
    now = {**now, "season": {**now["season"], "peaks": [date(2026, 12, 12), date(2026, 11, 11)]}}
    taken, = audit_of(carry_action(now, before, ["returns"], AUTUMN), "x").actions
    assert taken.due == date(2026, 10, 28)


def test_another_action_of_that_id_keeps_it(before: Document) -> None:
    now = audit(2026, actions=[{"id": "returns", "title": "Something else"}])
    both = carry_action(now, before, ["returns-2025"], AUTUMN)
    assert both == carry_action(now, before, ["returns"], AUTUMN)
    assert [(each["id"], each["title"]) for each in both["actions"]] == [
        ("returns", "Something else"), ("returns-2025", "Returns in the confirmation"),
    ]
    assert ids(before, both) == ["hands"]


@pytest.mark.parametrize("status", ["open", "doing", "done", "dropped"])
def test_what_was_taken_up_in_any_state_is_not_offered(before: Document, status: str) -> None:
    assert ids(before, audit(2026, actions=[{**RETURNS, "due": date(2026, 11, 1), "status": status}])) == ["hands"]


def test_a_reasons_action_that_nobody_verified_goes_back_to_its_reason() -> None:
    """21 November 2025 was seven days before the peak."""
    before = audit(2025, reasons={"return": REASON, "chat": {**REASON, "done": "Seen on 1 December"}})
    now = audit(2026)
    assert ids(before, now) == ["reason-return"]
    carried = carry_action(now, before, ["reason-return"], AUTUMN)
    reason = audit_of(carried, "x").reasons["return"]
    assert (reason.action, reason.owner, reason.due) == ("Put it in the menu", "Jari", date(2026, 11, 20))
    assert (reason.cause, "count" in carried["reasons"]["return"]) == ("Hard to find", False)
    assert ids(before, carried) == [] and "actions" not in carried


def test_a_reason_that_is_there_keeps_what_it_has_and_one_with_a_plan_is_left_alone() -> None:
    before = audit(2025, reasons={"return": REASON})
    named = audit(2026, reasons={"return": {**REASON, "action": "", "cause": "Another cause", "count": 9}})
    reason = carry_action(named, before, ["reason-return"], AUTUMN)["reasons"]["return"]
    assert (reason["cause"], reason["count"], reason["action"]) == ("Another cause", 9, "Put it in the menu")
    assert ids(before, audit(2026, reasons={"return": REASON})) == []


def test_a_reasons_action_beside_another_plan_becomes_one_of_its_own() -> None:
    before = audit(2025, reasons={"return": REASON})
    now = audit(2026, reasons={"return": {**REASON, "action": "A plan of its own"}})
    assert ids(before, now) == ["reason-return-2025"]
    carried = carry_action(now, before, ["reason-return"], AUTUMN)  # by the id that it had
    assert carried["reasons"] == now["reasons"]
    assert [(each["id"], each["title"], each["due"]) for each in carried["actions"]] == [
        ("reason-return-2025", "Put it in the menu", date(2026, 11, 20)),
    ]
    assert ids(before, carried) == []


def test_an_id_that_is_not_offered_is_told_with_those_that_are(before: Document) -> None:
    problem, = refusal(lambda: carry_action(audit(2026), before, ["faq"], AUTUMN))
    assert str(problem.what) == 'season 2025 left no open action "faq" that is not here already.'
    assert "returns, hands" in str(problem.remedy)
    close, = refusal(lambda: carry_action(audit(2026), before, ["retrns"], AUTUMN))
    assert "returns" in str(close.remedy)
