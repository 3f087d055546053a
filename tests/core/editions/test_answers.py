"""Which answers count under another edition, where the others stay, and what that does to the scores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.editions.answers import Earlier, Settled, settled
from readycheck.core.editions.effect import score_moves
from readycheck.core.scoring import score
from readycheck.core.sections import score_sections
from tests.core.documents import audit_of, document
from tests.core.editions.pairs import ANSWERS, NEW, OLD, editions, typed

TODAY = date(2026, 11, 22)
ID = "peak-season/"


def taken(kept: Any, offered: Any, answers: dict[str, Any], earlier: Sequence[Earlier[Any]] = ()) -> Settled[Any]:
    lists = (typed(each) if each is not None else None for each in (kept, offered))
    return settled(*lists, answers, earlier, TODAY)


def test_answers_stay_go_on_or_stay_behind() -> None:
    found = taken(OLD, NEW, {key: key for key in ANSWERS})
    assert found.now == {
        f"{ID}presence.evenings": f"{ID}presence.evenings", f"{ID}january.people": f"{ID}january.hands",
        f"{ID}january.night": f"{ID}presence.night",
    }
    assert found.stays == (f"{ID}presence.evenings",)
    assert found.left == (f"{ID}presence.weekends", f"{ID}january.gone")
    (copy,) = found.earlier
    assert (copy.checklist, copy.left) == (typed(OLD), TODAY)
    assert {*copy.answers} == {*ANSWERS} - {f"{ID}presence.evenings"}


def test_going_back_brings_every_answer_back() -> None:
    found = taken(OLD, NEW, {key: key for key in ANSWERS})
    again = taken(NEW, OLD, {**found.now}, found.earlier)
    assert again.now == {key: key for key in ANSWERS}
    assert {*again.back} == {f"{ID}presence.weekends", f"{ID}january.gone"}


def test_what_is_answered_under_the_new_id_goes_back_with_it() -> None:
    found = taken(OLD, NEW, {key: key for key in ANSWERS})
    again = taken(NEW, OLD, {**found.now, f"{ID}january.people": "later"}, found.earlier)
    assert again.now[f"{ID}january.hands"] == "later"


def test_a_list_that_is_removed_and_added_finds_its_answers() -> None:
    answers = {key: key for key in ANSWERS}
    removed = taken(OLD, None, {**answers, "other/list.q": "other"})
    assert removed.now == {"other/list.q": "other"} and {*removed.left} == {*ANSWERS}
    added = taken(None, OLD, {**removed.now}, removed.earlier)
    assert added.now == {**answers, "other/list.q": "other"} and not added.earlier


def test_an_answer_that_was_taken_away_does_not_come_back() -> None:
    removed = taken(OLD, None, {f"{ID}january.gone": "yes"})
    added = taken(None, OLD, {**removed.now}, removed.earlier)
    assert taken(OLD, None, {}, added.earlier).earlier[0].answers == {}


def test_the_score_by_hand() -> None:
    """Before: presence (2×1 + 1×1 + 1×0.5) / 4 = 87.5, January (0 + 1) / 2 = 50, readiness their mean, 68.75.

    After: presence 3 / 4 = 75, January 0.5 / 3 = 16.67; readiness (75 + 3 × 16.67) / 4 = 31.25.
    """
    before = score(audit_of(document(answers=ANSWERS, checklists=[OLD])))
    after = score(audit_of(document(answers={**taken(OLD, NEW, ANSWERS).now}, checklists=[NEW])))
    assert [(each.id, each.before, each.after) for each in score_moves(before, after)] == [
        ("readiness", 68.75, pytest.approx(31.25)), (f"{ID}presence", 87.5, 75.0),
        (f"{ID}january", 50.0, pytest.approx(50 / 3)),
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(editions(1), min_size=2, max_size=5))
def test_no_answer_is_ever_lost(lists: list[dict[str, Any]]) -> None:
    answers: Any = {key: f"answer to {key}" for key in typed(lists[0]).questions()}
    kept, earlier, given_before = lists[0], (), {*answers.values()}
    for offered in lists[1:]:
        found = taken(kept, offered, {**answers}, earlier)
        answers, earlier, kept = found.now, found.earlier, offered
    there = {*answers.values(), *(answer for copy in earlier for answer in copy.answers.values())}
    assert given_before == there


@settings(max_examples=40, deadline=None)
@given(editions(1), editions(2))
def test_a_section_that_is_the_same_scores_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    values = ("yes", "no", "partly", "na", "unknown")
    answers = {key: {"owner": {"value": values[n % 5]}} for n, key in enumerate(typed(one).questions())}
    found = taken(one, other, answers)
    before, after = (
        {section.id: section for section in score_sections(audit_of(document(answers=given_, checklists=[each])), {})}
        for given_, each in ((answers, one), ({**found.now}, other))
    )
    sections = [{each["id"]: each for each in side["sections"]} for side in (one, other)]
    for key in sections[0].keys() & sections[1].keys():
        if sections[0][key] == sections[1][key]:
            assert before[f"{ID}{key}"] == after[f"{ID}{key}"]


def test_copies_that_two_people_left_are_one_with_the_answers_of_both() -> None:
    left = [Earlier(typed(OLD), day, {f"{ID}january.{key}": key}) for day, key in (
        (date(2026, 10, 1), "hands"), (date(2026, 10, 2), "gone"))]
    (copy,) = taken(OLD, None, {f"{ID}presence.night": "night"}, left).earlier
    assert copy.left == TODAY and {*copy.answers.values()} == {"hands", "gone", "night"}
