"""The date that is suggested for a new action."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.deadlines import suggested_due

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
