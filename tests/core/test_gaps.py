"""What is told to be lacking where a question's figure is not known."""

from __future__ import annotations

import pytest

from readycheck.core.gaps import gap
from readycheck.core.measures import MEASURES
from readycheck.core.message import say
from readycheck.core.scored import Scored

TARGETS = Scored(score=None, missing=(say("no target"), say("no contacts")))


@pytest.mark.parametrize("measure", ["fcr", "csat", "grade_quality", "grade_overall"])
def test_a_surveys_figure_does_not_wait_for_response_times(measure: str) -> None:
    found = gap(measure, TARGETS)
    assert found is not None and "survey" in found.text


def test_a_score_tells_its_own_gap_first() -> None:
    assert gap("first_response", TARGETS) == say("no target")


def test_a_step_of_a_path_that_has_a_score_is_still_not_tested() -> None:
    found = gap("path_return", Scored(score=100.0))
    assert found is not None and "walk" in found.text


def test_weeks_before_january_that_nobody_planned_are_told_apart_from_what_the_forecast_lacks() -> None:
    found = gap("before", Scored(score=100.0))
    assert found is not None and "before 27 December" in found.text
    assert gap("before", TARGETS) == say("no target")


def test_nothing_is_made_up() -> None:
    assert gap("january", Scored(score=50.0)) is None and gap("january", None) is None


def test_gaps_are_of_measures_that_there_are() -> None:
    from readycheck.core import gaps

    assert set(gaps._OWN) <= set(MEASURES)
