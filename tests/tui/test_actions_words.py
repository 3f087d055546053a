"""What stands under an action: its dates, and what can be done where it comes too late."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.audit import Action
from readycheck.core.deadlines import Origin, PlannedAction
from readycheck.i18n import Translator
from readycheck.tui.actions_text import detail_text

PEAK = date(2026, 11, 27)


def late(origin: Origin, fallback: str = "") -> PlannedAction:
    """Due after the peak."""
    action = Action("a1", "Returns page", due=date(2026, 11, 30), fallback=fallback)
    return PlannedAction(action, action.title, origin, date(2026, 11, 25), 8, late=True, overdue=False)


@pytest.mark.parametrize(("planned", "asked"), [
    (late("audit"), True), (late("audit", "A leaflet"), False), (late("reason"), False), (late("checklist"), True),
])
def test_what_is_done_instead_is_asked_where_it_can_be_written_down(planned: PlannedAction, asked: bool) -> None:
    told = detail_text(planned, PEAK, Translator("en"))
    assert "Its date, 30 Nov 2026, is not before the peak" in told
    assert ("Write down what you will do instead" in told) is asked
