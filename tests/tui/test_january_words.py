"""What January's screen says of the plan."""

from __future__ import annotations

import pytest

from readycheck.core.staffing.results import JanuaryStaffing, PlanOutcome, WeekNeed
from readycheck.i18n import Translator
from readycheck.tui.january_text import outcome_text

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
