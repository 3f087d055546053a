"""Answers, a season after another: edits of the document."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.document import audit_of
from readycheck.storage.edits import answer, carry_over, new_document
from tests.storage.shops import audit, told

Q = "peak-season/presence.evenings"
DAY = date(2026, 10, 12)


def test_a_new_audit_has_the_seasons_dates_and_whole_copies_of_the_checklists() -> None:
    document = new_document("Lankakauppa Oy", 2026, "SE", "Europe/Stockholm", shipped_checklists())
    typed = audit_of(document, "new")
    assert (typed.shop.name, typed.shop.country, typed.shop.timezone) == ("Lankakauppa Oy", "SE", "Europe/Stockholm")
    assert (typed.season.starts, typed.season.ends) == (date(2026, 11, 1), date(2027, 1, 31))
    assert typed.checklists == shipped_checklists()
    assert typed.answers == {}


@pytest.mark.parametrize("value", ["yes", "partly", "no", "unknown"])
def test_an_answer_is_one_voices_with_its_day(value: str) -> None:
    before = audit()
    kept = deepcopy(before)
    after = answer(before, Q, value, on=DAY)
    assert after["answers"] == {Q: {"owner": {"value": value, "on": DAY}}}
    assert before == kept


def test_voices_stand_side_by_side_and_the_note_is_shared() -> None:
    document = answer(audit(), Q, "yes", on=DAY, note="until 18", evidence=["a.png"])
    document = answer(document, Q, "partly", by="consultant", on=date(2026, 10, 14), evidence=["b.png"])
    document = answer(document, Q, "no", by="agreed", on=date(2026, 10, 15), note="closed at 16")
    assert document["answers"][Q] == {
        "owner": {"value": "yes", "on": DAY}, "consultant": {"value": "partly", "on": date(2026, 10, 14)},
        "agreed": {"value": "no", "on": date(2026, 10, 15)}, "note": "closed at 16", "evidence": ["a.png", "b.png"],
    }


@pytest.mark.parametrize("note", [None, "", "  "])
def test_not_applicable_needs_its_reason(note: str | None) -> None:
    sentence = told(lambda: answer(audit(), Q, "na", on=DAY, note=note))
    assert sentence == f'{Q}: "na" needs its reason: why does this not concern the shop? Give it as a note.'


def test_not_applicable_with_a_reason_or_one_that_stands_already() -> None:
    document = answer(audit(), Q, "na", on=DAY, note="no chat")
    assert document["answers"][Q] == {"owner": {"value": "na", "on": DAY}, "note": "no chat"}
    document = answer(document, Q, "na", by="consultant", on=DAY)
    assert document["answers"][Q]["note"] == "no chat"
    assert '"na" needs' in told(lambda: answer(document, Q, "na", on=DAY, note=""))


@pytest.mark.parametrize("value", ["", "YES", "maybe", "1"])
def test_what_is_no_answer_is_told(value: str) -> None:
    assert told(lambda: answer(audit(), Q, value, on=DAY)) == (
        f'"{value}" is no answer. Answer one of yes, partly, no, unknown, na.'
    )


@pytest.mark.parametrize(("name", "remedy"), [
    ("peak-season/presence.evening", f"Did you mean {Q}, peak-season/presence.weekends?"),
    ("presence.evenings", f"Did you mean {Q}, peak-season/presence.weekends?"),
    ("evnings", f"Did you mean {Q}?"),
    ("zzz", "See them with: readycheck checklist show"),
])
def test_an_unknown_question_is_answered_with_close_ones(name: str, remedy: str) -> None:
    assert told(lambda: answer(audit(), name, "yes", on=DAY)) == (
        f'there is no question "{name}" in this audit. {remedy}'
    )


def test_what_stays_the_same_is_carried_over_and_what_is_dated_is_not() -> None:
    previous = audit(
        2025,
        hours={"chat": {"live": True, "mon": ["08:00-16:00"],
                        "exceptions": [{"date": date(2025, 12, 24), "open": []}], "robot": 1}},
        staffing={"chat": {"aht": 480}}, channels={"chat": {"owner": "M"}}, faq=[{"title": "T"}],
        stages=[{"stage": "order", "risk": "r"}],
        reasons={"where": {"cause": "c", "owner": "M", "due": date(2025, 11, 1), "done": "tried", "own": 2,
                           "count": 640}},
        plan={"shrinkage": 0.2, "hours": {"2025-W52": 75.0, "2026-W01": 60.0}, "orders": {"2025-W48": 2100},
              "extra": {"2026-01-05": 6.0},
              "campaigns": {"bf": {"first": date(2025, 11, 28), "last": date(2025, 12, 1)}},
              "late": {"share": 0.2, "first": date(2025, 12, 1), "last": date(2025, 12, 20)},
              "gifts": {"share": 0.4, "first": date(2025, 11, 20)}},
        answers={Q: {"owner": {"value": "yes"}}}, observations=[{"kind": "success", "text": "x"}],
        actions=[{"id": "a", "title": "A"}], imports=[{"kind": "survey", "source": "s"}],
    )
    new = audit(2026)
    kept = deepcopy(previous)
    carried = carry_over(new, previous)
    assert previous == kept
    assert {key: carried[key] for key in carried if key not in new} == {
        "hours": {"chat": {"live": True, "mon": ["08:00-16:00"], "robot": 1}},
        "staffing": {"chat": {"aht": 480}}, "channels": {"chat": {"owner": "M"}}, "faq": [{"title": "T"}],
        "stages": [{"stage": "order", "risk": "r"}], "reasons": {"where": {"cause": "c", "owner": "M", "own": 2}},
        # 22 Dec 2025 + 364 days = 21 Dec 2026, the Monday of week 52; 29 Dec 2025 + 364 = 28 Dec 2026, of week 53
        "plan": {"shrinkage": 0.2, "hours": {"2026-W52": 75.0, "2026-W53": 60.0},
                 "gifts": {"share": 0.4, "first": date(2026, 11, 20)}},
    }
    assert {key: carried[key] for key in new} == new
    audit_of(carried, "new")


def test_planned_hours_of_a_season_further_back_land_in_the_new_season() -> None:
    previous = audit(2023, plan={"hours": {"2023-W52": 10.0}})
    # 25 Dec 2023 + 3 × 364 days = 21 Dec 2026
    assert carry_over(audit(2026), previous)["plan"]["hours"] == {"2026-W52": 10.0}


def test_what_was_learned_of_a_graded_forecast_stays() -> None:
    plan = {"drift": 0.27, "kernel": "fitted", "growth": 1.1, "own": 1}
    assert carry_over(audit(2026), audit(2025, plan=plan))["plan"] == plan


def test_what_was_tried_without_dates_is_tried_again() -> None:
    plan = {"late": {"share": 0.1, "times": 3.0}, "gifts": {"share": 0.3}}
    assert carry_over(audit(2026), audit(2025, plan=plan))["plan"] == plan
    leap = audit(2028, plan={"gifts": {"share": 0.3, "first": date(2028, 2, 29)}})
    assert carry_over(audit(2029), leap)["plan"]["gifts"]["first"] == date(2029, 2, 28)


@pytest.mark.parametrize(("changes", "stays"), [
    (["plan.growth=1.2", "staffing.chat.aht=420", "plan.late.share=0.2", "plan.extra="], True), ([], True),
    (["plan.growth=1.2", "plan.hours.2025-W52=80"], False), (["plan.late.first=2025-12-08"], False),
    (['plan.extra."2026-01-05"=8'], False), (["plan.campaigns.november.orders=3"], False),
])
def test_scenarios_are_kept_where_they_name_nothing_of_the_old_season(changes: list[str], stays: bool) -> None:
    kept = {"changes": changes, "note": "n", "own": 1}
    carried = carry_over(audit(2026), audit(2025, scenarios={"more": kept}))
    assert carried.get("scenarios") == ({"more": kept} if stays else None)


def test_nothing_to_carry_carries_nothing() -> None:
    assert carry_over(audit(2026), audit(2025)) == audit(2026)
