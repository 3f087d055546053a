"""January's pictures of characters: what stands where follows from the figures, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from readycheck.core.lag.kernel import kernel_of
from readycheck.core.staffing.january import january
from readycheck.core.staffing.months import weeks_or_months
from readycheck.core.staffing.results import Kernel, WeekNeed
from readycheck.i18n import Translator
from readycheck.report.charts.lag_words import lag_caption
from readycheck.report.charts.terminal import january_lines, lag_words, week_words
from readycheck.report.charts.terminal_canvas import ASCII, BLOCKS, plain_text
from readycheck.report.charts.terminal_lag import LagWords, lag_picture
from readycheck.report.charts.terminal_weeks import weeks_picture
from tests.core.documents import audit_of
from tests.core.staffing.test_january import EMAIL, WEEKS, shop
from tests.report.shop import AUDIT

EN, FI = Translator("en"), Translator("fi")
WORDS = week_words(EN)
STYLES = {"need", "short", "plan", "band", "saved", "backlog", "axis", "text", ""}


def week(required: float, planned: float = 0.0, low: float = 0.0, high: float = 0.0, **more: Any) -> WeekNeed:
    return replace(WeekNeed("2027-W01", 100.0, 50.0, 150.0, required, planned, 0.0, 0.0, low, high), **more)


def drawn(*weeks: WeekNeed, width: int = 78, height: int = 11, planned: bool = False, **more: Any) -> list[str]:
    """The lines as a person reads them."""
    lines = weeks_picture(weeks, width, height, WORDS, planned=planned, **more)
    return [plain_text(line) for line in lines]


def chart(lines: Sequence[str]) -> list[str]:
    """The rows of the chart without their axis, the lowest first; a month's or week's name ends it."""
    at = next(n for n, line in enumerate(lines) if "week┤" in line)
    rows = [line for line in lines[:at] if "│" in line[:10] or "┤" in line[:10]]
    return [row[row.index("┤" if "┤" in row else "│") + 1:] for row in reversed(rows)]


def count(rows: Sequence[str], sign: str) -> list[int]:
    return [row.count(sign) for row in rows]


def test_a_column_is_as_high_as_its_need() -> None:
    # 11 lines: legend, 8 rows, names, contacts. The axis goes to 100, so a row is 12.5 hours:
    # 100 fills 8 rows, 50 four, 30 two and 0.4 of the third, which is 3.2 eighths
    rows = chart(drawn(week(100), week(50), week(30)))
    assert len(rows) == 8
    assert count(rows, "█") == [24, 24, 16, 16, 8, 8, 8, 8]  # three bars of 8 cells, then two, then one
    assert count(rows, "▃") == [0, 0, 8, 0, 0, 0, 0, 0]


def test_axis_figures_stand_at_the_rows_that_they_fill() -> None:
    lines = drawn(week(100), week(50))
    marked = {line.split("┤")[0].strip(): line.count("█") for line in lines if "┤" in line}
    # in the row of 50 both bars are full, in the row of 100 the higher one
    assert marked == {"100": 8, "50": 16, "week": 0}


def test_what_the_plan_does_not_reach_is_hatched() -> None:
    # 12 lines: legend, 7 rows (100 / 7 = 14.3 h each), names, three rows of figures of which one has room, backlog
    rows = chart(drawn(week(100, 50), planned=True, height=13))
    # 50 ends in row 3 (3.5 rows): under it the bar, over it hatching to row 6
    assert [row.strip()[:1] for row in rows] == ["█", "█", "█", "━", "╱", "╱", "╱"]
    assert count(rows, "━")[3] == 10  # the bar's 8 cells and one at each side


def test_a_plan_above_the_need_leaves_nothing_hatched() -> None:
    rows = chart(drawn(week(50, 100), planned=True, height=13))
    assert count(rows, "╱") == count(rows, ",") == [0] * 7
    assert count(rows, "━") == [0, 0, 0, 0, 0, 0, 10]
    assert ["short", "–"] in [line.split() for line in drawn(week(50, 100), planned=True, height=13)]


def test_the_least_shortage_has_a_mark_of_its_own() -> None:
    # 52 and 50 end in the same row of 14.3 hours
    rows = chart(drawn(week(52, 50), week(100, 100), planned=True, height=13))
    assert count(rows, ",") == [0, 0, 0, 0, 8, 0, 0]
    assert count(rows, "╱") == [0] * 7


def test_the_band_has_two_ends() -> None:
    rows = chart(drawn(week(50, low=25, high=100)))  # rows of 12.5: 25 ends in row 1, 100 in row 7
    column = rows[7].index("╷")
    assert [row[column:column + 1] for row in rows] == ["", "╵", "│", "│", "│", "│", "│", "╷"]
    assert rows[0].rstrip().endswith("█")


def test_the_saved_need_and_plan_are_marked_beside_the_tried_ones() -> None:
    saved = [week(100, 25, backlog=75.0)]
    lines = drawn(week(50, 50, backlog=1.0), planned=True, height=16, saved=saved)
    rows = chart(lines)
    assert len(rows) == 7  # two lines of legend, names, contacts, short, two lines of backlog, its figures, the saved
    assert [row[:1] or " " for row in rows] == [" ", "╌", " ", "━", " ", " ", "○"]
    assert lines[-1].split() == ["saved", "75"]
    assert any("need as saved" in line for line in lines) and any("plan as saved" in line for line in lines)


def test_saved_weeks_that_are_the_same_are_not_marked() -> None:
    text = "\n".join(drawn(week(50, 50), planned=True, height=16, saved=[week(50, 50)]))
    assert "saved" not in text and "○" not in text and "╌" not in text


def test_the_backlog_has_its_own_scale_and_figures() -> None:
    lines = drawn(week(10, 10, backlog=40.0), week(10, 10, backlog=5.0), planned=True, height=14)
    at = next(n for n, line in enumerate(lines) if line.strip().startswith("backlog h"))
    assert (lines[at].count("█"), lines[at].count("▁")) == (8, 8)  # the most is full, an eighth of it one eighth
    assert lines[at + 1].split() == ["40", "5"]


def test_a_week_that_27_december_divides_stands_there_twice() -> None:
    weeks = [week(50, week="2026-W51"), week(50, week="2026-W52"), week(10, week="2026-W52")]
    lines = drawn(*weeks)
    names = next(line for line in lines if "week" in line)
    assert names.count("52") == 2 and names.index("┊") > names.index("52")
    assert "27 Dec" in lines[0]
    assert all(row[names.index("┊") - names.index("┤") - 1] == "┊" for row in chart(lines)[1:])


def test_months_have_their_names() -> None:
    months = [week(5, week="2026-12"), week(20, week="2027-01")]
    lines = weeks_picture(months, 60, 11, week_words(FI), planned=False)
    assert any("joulu" in line and "tammi" in line for line in map(plain_text, lines))


def test_without_a_plan_neither_it_nor_a_backlog_is_drawn() -> None:
    text = "\n".join(drawn(week(50, 30, backlog=20.0), height=20))
    assert not set(text) & set("━╱,") and "planned" not in text and "backlog" not in text


def test_many_hours_are_written_in_thousands() -> None:
    lines = drawn(*[week(1_000_000.0, 400_000.0, backlog=2_500_000.0)] * 6, planned=True, height=14, width=78)
    assert lines[0].split()[:2] == ["1000", "h"]
    assert any("1,000┤" in line for line in lines)
    assert next(line for line in lines if "short" in line and "╱" not in line).split()[1:] == ["600"] * 6
    assert lines[-1].split() == ["2,500"] * 6


def test_nothing_needed_is_an_empty_chart() -> None:
    lines = drawn(*[week(0.0, contacts=0.0)] * 6)
    assert count(chart(lines), "█") == [0] * 8
    assert lines[-1].split() == ["contacts", *"––––––"]


@pytest.mark.parametrize("width", [0, 10, 24, 40, 78, 200])
@pytest.mark.parametrize("height", [0, 3, 6, 9, 12, 16, 40])
@pytest.mark.parametrize("weeks", [
    [week(80, 60, 60, 120, backlog=20.0)], [week(80, 60, 60, 120, backlog=20.0)] * 14, [week(1e6, 1, 1, 2e6)] * 53,
    [week(0.02, 0.0, 0.01, 0.03)] * 6, [week(0.0, 50.0)] * 2, [],
], ids=["one", "season", "year of a million", "hardly any", "none needed", "no weeks"])
def test_it_keeps_to_its_room(width: int, height: int, weeks: list[WeekNeed]) -> None:
    for planned, saved in ((True, None), (True, [replace(w, required=2 * w.required) for w in weeks]), (False, None)):
        lines = weeks_picture(weeks, width, height, WORDS, planned=planned, saved=saved)
        assert len(lines) <= height
        assert all(len(plain_text(line)) <= width for line in lines)
        assert {style for line in lines for _, style in line} <= STYLES


@pytest.mark.parametrize("glyphs", [BLOCKS, ASCII], ids=["blocks", "ascii"])
def test_no_mark_is_told_by_its_colour_alone(glyphs: Any) -> None:
    signs = [glyphs.full, glyphs.short, glyphs.short_end, glyphs.plan, glyphs.band, glyphs.saved, glyphs.saved_plan]
    assert len(set(signs)) == len(signs)


def test_plain_ascii_where_nothing_else_can_be_shown() -> None:
    weeks = [week(100, 50, 60, 130, backlog=10.0, week="2026-W52"), week(100, 50, 60, 130, week="2026-W52")]
    lines = drawn(*weeks, planned=True, height=16, saved=[week(50, 20, week="2026-W52")], ascii_only=True)
    assert "\n".join(lines).isascii()
    assert all(sign in "\n".join(lines) for sign in "#/=|o:")


# the lag


def caption(text: str = "in words") -> LagWords:
    return LagWords("day", "half", text, lambda share: EN.percent(share))


def lag(*spikes: tuple[int, float]) -> Kernel:
    """A kernel with so many contacts per order at these days."""
    return kernel_of(tuple(dict(spikes).get(day, 0.0) for day in range(61)), "assumed")


def lag_lines(kernel: Kernel, width: int = 76, height: int = 6, **more: Any) -> list[str]:
    return [plain_text(line) for line in lag_picture(kernel, width, height, caption(), **more)]


def test_a_day_is_a_column() -> None:
    # 4 rows; day 0 holds 0.4 of the most: 1.6 rows, and of the second row 4.8 eighths
    lines = lag_lines(lag((0, 0.04), (10, 0.10), (40, 0.05)))
    bars = [line[5:].ljust(61) for line in lines[:4]]
    assert [bars[row][0] for row in range(4)] == [" ", " ", "▅", "█"]
    assert [bars[row][10] for row in range(4)] == ["█"] * 4
    assert [bars[row][40] for row in range(4)] == [" ", " ", "█", "█"]
    assert lines[0].startswith(" 53%┤")  # 0.10 of 0.19


def test_the_median_and_day_thirty_are_marked() -> None:
    lines = lag_lines(lag((0, 0.04), (10, 0.10), (40, 0.05)))
    # half of 0.19 is reached on day 10; the first day stands in the sixth place
    assert lines[4].index("▲") == 5 + 10
    assert lines[4].index("30") == 5 + 30
    assert lines[0].index("┊") == 5 + 30
    assert lines[-1] == "in words"


def test_what_comes_after_day_thirty_has_a_style_of_its_own() -> None:
    spans = lag_picture(lag((30, 0.1), (31, 0.1)), 76, 4, caption())[1]
    assert [(text, style) for text, style in spans if style in ("lag", "late")] == [("█", "lag"), ("█", "late")]


def test_days_are_put_together_where_there_is_little_room() -> None:
    lines = lag_lines(lag(*((day, 0.01) for day in range(61))), width=30)
    # 25 places for 61 days: three days a column, 21 columns, the last of one day: a third of the 4 rows, 1.33
    assert lines[3][5:] == "█" * 21
    assert lines[2][5:] == "█" * 20 + "▃"
    assert lines[0].startswith("  5%┤")  # 3 of 61


def test_a_lag_without_contacts_is_its_caption() -> None:
    assert lag_lines(lag()) == ["in words"]


@pytest.mark.parametrize(("width", "height"), [(0, 0), (10, 8), (24, 3), (24, 8), (76, 2), (76, 5), (200, 30)])
def test_the_lag_keeps_to_its_room(width: int, height: int) -> None:
    words = caption("Half within 8 days of the order, 9% after 30 days; fitted to 274 days.")
    for kernel in (lag((0, 1.0)), lag((60, 1.0)), lag(*((day, 0.1) for day in range(61)))):
        lines = lag_picture(kernel, width, height, words)
        assert len(lines) <= height
        assert all(len(plain_text(line)) <= max(1, width) for line in lines)


def test_the_caption_says_where_the_lag_comes_from() -> None:
    kernel = lag((0, 0.5), (31, 0.5))
    said = "Half within 1 days of the order, 50% after 30 days; {}."
    assert lag_caption(kernel, AUDIT.demand, EN) == said.format("assumed, not measured")
    fitted, counted = replace(kernel, kind="fitted"), replace(kernel, kind="counted")
    # both files hold the first four days of November 2025
    assert lag_caption(fitted, AUDIT.demand, EN) == said.format("fitted to 4 days")
    assert AUDIT.contacts is not None
    linked = replace(AUDIT.demand, contacts=replace(AUDIT.contacts, lags=(900, *(5,) * 60)))
    assert lag_caption(counted, linked, EN) == said.format("counted from 1,200 contacts")
    assert lag_words(fitted, AUDIT.demand, FI).caption.endswith("sovitettu 4 päivän aineistoon.")


# both


def test_january_as_plain_lines() -> None:
    audit = audit_of(shop(100, {"email": EMAIL}, hours=dict.fromkeys(WEEKS, 70.0)))
    found = january(audit)
    lines = january_lines(audit, found, weeks_or_months(found, audit.season), EN, 78)
    assert all(len(line) <= 78 for line in lines)
    blank = lines.index("")
    assert any("52" in line and "53" in line for line in lines[:blank])
    assert lines[-1] == "Half within 8 days of the order, 3% after 30 days; assumed, not measured."


def test_without_a_forecast_there_is_no_picture() -> None:
    audit = audit_of(shop(100, {}))
    assert january_lines(audit, january(audit), (), EN, 78) == []
