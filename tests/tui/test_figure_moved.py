"""Figures that move while one works: an arrow only where the eye sees two different figures."""

from __future__ import annotations

import pytest

from readycheck.i18n import Translator
from readycheck.tui.hours_text import figure


@pytest.mark.parametrize(("before", "now", "moved"), [
    (43.16, 43.24, False), (43.24, 43.26, True), (None, 43.2, False), (43.2, 43.2, False),
])
def test_a_figure_has_moved_where_the_eye_sees_it(before: float | None, now: float, moved: bool) -> None:
    told = figure("coverage", now, before, Translator("en"))
    assert ("→" in told) is moved
    assert told.startswith("coverage 43.")
