"""Figures that stand beside each other agree to a reader with a pocket calculator."""

from __future__ import annotations

import pytest

from readycheck.i18n import Translator
from readycheck.report.figures import Figures


@pytest.mark.parametrize(("before", "after", "shown"), [
    (206.49, 198.51, "−3%"),  # 206 → 199: −3.4 %; unrounded −3.9 %
    (295.6, 330.4, "+11%"),  # 296 → 330: +11.49 %; unrounded +11.8 %
    (100.4, 100.6, "+1%"),  # 100 → 101
    (4.04, 4.06, "+3%"),  # tenths below ten: 4.0 → 4.1
    (0.04, 3.0, "–"),  # 0.0 → 3.0: no share of nothing
    (None, 3.0, "–"),
])
def test_a_growth_is_that_of_the_amounts_as_they_are_shown(before: float | None, after: float, shown: str) -> None:
    assert str(Figures(Translator("en")).growth(before, after)) == shown
