"""The way through an audit, step by step, each worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.core.audit import Audit
from readycheck.core.next_step import DONE, NextStep, next_step, steps_left
from readycheck.core.scoring import score
from tests.core.documents import audit_of, checklist, contacts, document, question

TODAY = date(2026, 10, 20)
FIRST = "peak-season/presence.evenings"
SECOND = "peak-season/presence.weekends"
OTHER = "path/cart.total"
YES = {"owner": {"value": "yes"}}
ORDERS = {key: value for key, value in contacts().items() if key in ("first", "last", "grid", "daily")}
TABLES: dict[str, Any] = {
    "checklists": [
        checklist({"presence": [question("evenings", critical=True), question("weekends")]},
                  {"peak-season/presence": 1}),
        checklist({"cart": [question("total")]}, identifier="path"),
    ],
    "answers": {FIRST: YES, SECOND: YES, OTHER: YES},
    "demand": {"orders": ORDERS, "contacts": contacts(reasons={"return": 60, "size": 30}, uncoded=2)},
    "hours": {"chat": {"live": True, "mon": ["08:00-16:00"]}},
    "reasons": {code: {"cause": "c", "action": "a", "owner": "o", "due": date(2026, 11, 1)}
                for code in ("return", "size")},
    "plan": {"hours": {"2027-W02": 40.0}},
    "path_runs": [{"steps": [{"step": "cart", "result": "pass"}]}],
}


def left(today: date = TODAY, *, reported: bool = True, **tables: Any) -> tuple[NextStep, ...]:
    """What is left of an audit in which all is done but for these tables."""
    audit: Audit = audit_of(document(**{**TABLES, **tables}))
    return steps_left(audit, score(audit), today, reported=reported)


def test_where_all_is_done_nothing_is_left_and_it_is_said_kindly() -> None:
    assert left() == ()
    assert next_step(()) == DONE and "good season" in str(DONE.what)


def test_an_empty_audit_is_led_from_the_questions_to_the_report() -> None:
    empty = document(checklists=TABLES["checklists"])
    audit = audit_of(empty)
    found = steps_left(audit, score(audit), TODAY)
    assert [step.id for step in found] == [
        "questions", "data", "hours", "reasons", "january", "path", "other-questions", "report",
    ]
    assert [step.place for step in found] == [
        "audit", "import", "hours", "reasons", "january", "path", "audit", "report",
    ]
    assert str(found[0].what) == "2 readiness questions have no answer" and found[0].question == FIRST


NEITHER = {"demand": {}}
CASES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"answers": {FIRST: YES, OTHER: YES}}, "questions", "one readiness question has no answer", SECOND),
    ({"answers": {FIRST: YES, SECOND: {"owner": {"value": "na"}, "note": "-"}}}, "other-questions",
     "one question of the other lists has no answer", OTHER),
    (NEITHER, "data", "last season's orders and contacts", ""),
    ({"demand": {"contacts": TABLES["demand"]["contacts"]}}, "data", "last season's orders", ""),
    ({"demand": {"orders": ORDERS}}, "data", "last season's contacts", ""),
    ({"hours": {"chat": {"live": True}}}, "hours", "opening hours are not filled in", ""),
    ({"reasons": {"return": {"done": "tried"}}}, "reasons", "a contact reason has no plan", ""),
    ({"reasons": {}}, "reasons", "2 contact reasons have no plan", ""),
    ({"reasons": {code: {"cause": "c", "action": "a", "owner": "o", "due": date(2026, 11, 27)}  # the peak itself
                  for code in ("return", "size")}}, "reasons", "2 contact reasons have no plan", ""),
    ({"plan": {"hours": {"2026-W51": 40.0}}}, "january", "January's hours are not planned", ""),  # ends 20 December
    ({"plan": {"hours": {"2027-W05": 40.0}}}, "january", "January's hours are not planned", ""),  # begins 1 February
    ({"path_runs": [{"steps": [{"step": "cart", "result": "untested"}]}]}, "path",
     "nobody has walked the purchase path", ""),
    ({"answers": {FIRST: YES, SECOND: {"owner": {"value": "yes"}, "consultant": {"value": "no"}}, OTHER: YES}},
     "conflicts", "one contradiction nobody has dealt with", SECOND),
    ({"answers": {FIRST: {"owner": {"value": "no"}}, SECOND: YES, OTHER: YES}}, "blockers",
     "one blocker has no action", FIRST),
    ({"actions": [{"id": "a", "title": "t"}, {"id": "b", "title": "u", "status": "doing"},
                  {"id": "c", "title": "v", "status": "done"}]}, "actions", "2 actions have no date", ""),
]


@pytest.mark.parametrize(("tables", "id", "what", "about"), CASES)
def test_one_thing_undone_is_the_one_step_left(tables: dict[str, Any], id: str, what: str, about: str) -> None:
    found = left(**tables)
    assert [(step.id, str(step.what), step.question) for step in found] == [(id, what, about)]


@pytest.mark.parametrize("settled", [
    {"answers": {FIRST: YES, SECOND: {"owner": {"value": "yes"}, "consultant": {"value": "no"}, "note": "because"},
                 OTHER: YES}},
    {"answers": {FIRST: YES, SECOND: {"owner": {"value": "yes"}, "consultant": {"value": "no"},
                                      "agreed": {"value": "partly"}}, OTHER: YES}},
    {"answers": {FIRST: {"owner": {"value": "no"}}, SECOND: YES, OTHER: YES},
     "actions": [{"id": "a", "title": "t", "due": TODAY, "question": FIRST}]},
    {"plan": {"hours": {"2026-W53": 1.0}}},  # 28 December to 3 January
    {"demand": {**TABLES["demand"]}, "reasons": {code: {"done": "tried"} for code in ("return", "size")}},
])
def test_what_has_been_settled_is_not_asked_again(settled: dict[str, Any]) -> None:
    assert left(**settled) == ()


def test_a_dropped_action_settles_nothing() -> None:
    found = left(answers={FIRST: {"owner": {"value": "no"}}, SECOND: YES, OTHER: YES},
                 actions=[{"id": "a", "title": "t", "status": "dropped", "question": FIRST}])
    assert [step.id for step in found] == ["blockers"]


def test_the_report_comes_last_until_it_is_written() -> None:
    assert [step.id for step in left(reported=False)] == ["report"]


def test_from_the_peak_on_next_year_is_thought_of() -> None:
    assert left(date(2026, 11, 26)) == ()
    assert [step.id for step in left(date(2026, 11, 27))] == ["observations"]
    both = [{"kind": kind, "text": "so"} for kind in ("success", "difficulty")]
    assert left(date(2026, 11, 27), observations=both) == ()


def test_who_was_led_to_a_step_is_led_on_and_round_the_end() -> None:
    found = left(**NEITHER, hours={}, plan={})
    assert [step.id for step in found] == ["data", "hours", "january"]
    assert next_step(found).id == "data"
    assert next_step(found, after="data").id == "hours"
    assert next_step(found, after="path").id == "data"
    assert next_step(found, after="january").id == "data"


def test_open_questions_come_first_wherever_one_was_led() -> None:
    assert next_step(left(answers={}, hours={}, plan={}), after="hours").id == "questions"


def test_where_one_stands_already_is_not_the_next_step_unless_it_is_the_only_one() -> None:
    found = left(hours={}, plan={})
    assert next_step(found, here="hours").id == "january"
    assert next_step(left(hours={}), here="hours").id == "hours"
    questions = left(answers={}, hours={})
    assert next_step(questions, here="audit").id == "questions", "question by question"


def test_a_newer_checklist_comes_before_the_questions_and_in_the_season_only() -> None:
    audit = audit_of(document(checklists=TABLES["checklists"]))  # its season ends on 31 January 2027
    newer, over = (
        steps_left(audit, score(audit), day, newer_lists=True) for day in (date(2027, 1, 31), date(2027, 2, 1)))
    assert next_step(newer).place == "checklists" and newer[1].id == "questions"
    assert next_step(over).id == "questions" and {step.id for step in newer} - {step.id for step in over} == {"edition"}
