"""What a terminal shows of three seasons: a mark is told beside the table that it stands in."""

from __future__ import annotations

from readycheck.commands.compare_text import comparison_lines
from tests.report.shop_years import years_case


def test_the_mark_of_a_list_that_changed_is_told_under_the_table() -> None:
    lines = list(comparison_lines(years_case("en"), 80, ascii_only=False))
    readiness = next(line for line in lines if line.split()[:1] == ["Readiness"] and "/" in line)
    assert "20.0  30.5  41.8" in readiness
    assert "  / a cut line: the list changed there" in lines[lines.index(readiness):]
