"""Three seasons as lines, worked out by hand (DOMAIN §4)."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.core.scoring import score
from readycheck.core.years.trend import Trend, TrendLine, trend
from tests.core.documents import Document, audit_of, checklist, document, question, text

LEARNING, PROACTIVE = "peak-season/learning", "peak-season/proactive"
WEIGHTS = {PROACTIVE: 1.0, LEARNING: 1.0}


def season(year: int, answers: dict[str, str], sections: dict[str, list[Document]], **tables: Any) -> Document:
    given = {f"peak-season/{key}": {"owner": {"value": value}} for key, value in answers.items()}
    return document(year, checklists=[checklist(sections, WEIGHTS)], answers=given, **tables)


def held(*documents: Document) -> Trend:
    return trend([audit_of(each) for each in documents])


def line(found: Trend, name: str) -> TrendLine:
    return next(each for each in found.lines if each.id == name)


TWO = {"learning": [question("a"), question("b")], "proactive": [question("c")]}


def three() -> tuple[Document, Document, Document]:
    """learning: a no, b yes: 50; a yes, b yes: 100; then c comes to it, answered no: 200/3.
    proactive: partly, yes, yes: 50, 100, 100. Headline: 50, 100, 250/3."""
    more = {"learning": [question("a"), question("b"), question("new")], "proactive": [question("c")]}
    return (
        season(2024, {"learning.a": "no", "learning.b": "yes", "proactive.c": "partly"}, TWO),
        season(2025, {"learning.a": "yes", "learning.b": "yes", "proactive.c": "yes"}, TWO),
        season(2026, {"learning.a": "yes", "learning.b": "yes", "learning.new": "no", "proactive.c": "yes"}, more),
    )


def test_a_line_for_every_score_with_its_steps_and_breaks() -> None:
    first, second, third = three()
    found = held(second, third, first)
    assert found.seasons == (2024, 2025, 2026), "in order, however they were given"
    assert [each.id for each in found.lines[:3]] == ["readiness", PROACTIVE, LEARNING], "as the readiness mean has them"
    learning = line(found, LEARNING)
    assert learning.values == pytest.approx((50, 100, 200 / 3))
    assert (learning.steps, learning.breaks) == ((50, 0), (False, True))
    assert str(learning.title) == "learning"
    proactive = line(found, PROACTIVE)
    assert (proactive.values, proactive.steps, proactive.breaks) == ((50, 100, 100), (50, 0), (False, False))
    whole = line(found, "readiness")
    assert whole.values == pytest.approx((50, 100, 250 / 3))
    assert (whole.steps, whole.breaks, whole.title) == ((50, 0), (False, True), None)
    assert found.list_changed == pytest.approx((0, -50 / 3))


def test_what_is_shown_of_a_step_is_the_difference_of_the_figures_beside_it() -> None:
    # one of three and two of three: 33.333… and 66.666…, shown as 33.3 and 66.7
    asked = {"learning": [question("a"), question("b"), question("c")], "proactive": [question("d")]}
    given = {"learning.a": "yes", "learning.b": "no", "learning.c": "no", "proactive.d": "yes"}
    found = line(held(season(2025, given, asked), season(2026, {**given, "learning.b": "yes"}, asked)), LEARNING)
    assert found.steps == pytest.approx((100 / 3,))
    assert found.shown == (33.4,)


def test_a_season_where_nobody_has_answered_is_a_gap() -> None:
    first, second, _ = three()
    found = held(first, second, season(2026, {}, TWO))
    whole = line(found, "readiness")
    assert whole.values == (50, 100, None) and whole.steps == (50, None)
    assert line(found, LEARNING).values == (50, 100, None)
    assert found.list_changed == (0, None)


@pytest.mark.parametrize("changed", [
    question("c") | {"weight": 3}, question("c") | {"prompt": text("else?")}, question("other"),
])
def test_other_questions_or_weights_break_a_line(changed: Document) -> None:
    first, second, _ = three()
    second["checklists"][0]["sections"][1]["questions"] = [changed]
    second["answers"]["peak-season/proactive.other"] = {"owner": {"value": "yes"}}
    found = held(first, second)
    assert line(found, PROACTIVE).breaks == (True,) and line(found, LEARNING).breaks == (False,)
    assert line(found, "readiness").breaks == (True,)


def test_a_score_that_weighs_otherwise_breaks_the_headline_alone() -> None:
    first, second, _ = three()
    second["checklists"][0]["readiness"][0]["weight"] = 5.0
    found = held(first, second)
    assert line(found, "readiness").breaks == (True,) and line(found, PROACTIVE).breaks == (False,)


def test_a_section_that_is_gone_comes_last() -> None:
    first, second, third = three()
    first["checklists"][0]["sections"].append(
        {"id": "old", "title": text("old"), "questions": [question("x")]}
    )
    first["answers"]["peak-season/old.x"] = {"owner": {"value": "yes"}}
    last = held(first, second, third).lines[-1]
    assert (last.id, last.values, last.breaks, last.steps) == (
        "peak-season/old", (100, None, None), (False, False), (None, None)
    )


def test_two_people_s_audits_of_one_season_stay_as_given_and_scores_at_hand_are_taken() -> None:
    first, second, _ = three()
    audits = [audit_of({**each, "season": second["season"]}) for each in (second, first)]
    found = trend(audits, [score(audits[0]), None])
    assert found.seasons == (2025, 2025) and line(found, LEARNING).values == (100, 50)
    assert found == trend(audits)


def test_one_season_is_no_trend() -> None:
    with pytest.raises(ValueError):
        held(three()[0])
