"""The pictures: where things are drawn follows from the figures, worked out by hand."""

from __future__ import annotations

import re

import pytest

from readycheck.report.charts import change, heatmap, lag, meter, pareto, points, weeks
from readycheck.report.charts.axis import ticks
from readycheck.report.charts.change import Change, ChangeRow
from readycheck.report.charts.heatmap import HeatMap, shade
from readycheck.report.charts.lag import Lag
from readycheck.report.charts.meter import Meter
from readycheck.report.charts.pareto import Pareto, ParetoBar
from readycheck.report.charts.points import Points, PointsBar
from readycheck.report.charts.svg import Drawn, hatch, label, plain, shortened, tag
from readycheck.report.charts.weeks import WeekBar, Weeks


def shapes(picture: str, name: str, class_: str) -> list[dict[str, float]]:
    """The numbers of every shape of a class, in order."""
    found = re.findall(rf"<{name}( [^>]*)>", picture)
    kept = [text for text in found if f'class="{class_}"' in text]
    return [{key: float(value) for key, value in re.findall(r'([a-z0-9]+)="(-?[\d.]+)"', text)} for text in kept]


def test_texts_are_escaped_and_drawn_markup_is_kept() -> None:
    assert tag("text", "<b>&\"", x=1.0, class_="a\"b") == '<text x="1" class="a&quot;b">&lt;b&gt;&amp;&quot;</text>'
    assert tag("g", Drawn("<a/>"), "<a/>") == "<g><a/>&lt;a/&gt;</g>"
    assert 'text-anchor="end"' in label("x", 0, 0, anchor="end")


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (0.125, "0.12"), (10.0, "10"), (-0.001, "0"), (2.50, "2.5")])
def test_coordinates_are_short(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(("top", "count", "axis"), [
    (505, 3, (0, 200, 400, 600)), (112, 3, (0, 50, 100, 150)), (0.9, 3, (0, 0.5, 1)), (0, 3, (0, 1)),
    (100, 4, (0, 25, 50, 75, 100)), (7, 2, (0, 5, 10)),
])
def test_axes_have_round_steps_and_hold_the_highest(top: float, count: int, axis: tuple[float, ...]) -> None:
    assert ticks(top, count) == pytest.approx(axis)


def test_hatching_stays_inside_its_box() -> None:
    numbers = [float(n) for n in re.findall(r"[\d.]+", re.search(r'd="([^"]*)"', hatch(10, 20, 30, 13))[1])]
    assert len(numbers) >= 20
    assert all(10 <= x <= 40 for x in numbers[::2]) and all(20 <= y <= 33 for y in numbers[1::2])


def test_a_name_too_long_is_cut_with_a_sign() -> None:
    assert shortened("Reklamaatio", 200) == "Reklamaatio"
    assert shortened("Reklamaatio (virheellinen tuote)", 100, 12) == "Reklamaatio (v…"  # 100 / 6.48 = 15 letters


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (20, 1), (21, 2), (40, 2), (80, 4), (81, 5), (100, 5)])
def test_shades_go_by_fifths_of_the_busiest_hour(count: int, step: int) -> None:
    assert shade(count, 100) == step


def heat(opened: tuple[tuple[tuple[int, int], ...], ...]) -> HeatMap:
    grid = tuple(tuple(hour * (day == 6) for hour in range(24)) for day in range(7))
    texts = tuple(tuple(str(count) for count in row) for row in grid)
    return HeatMap(("a", "b", "c", "d", "e", "f", "g"), grid, texts, opened, ("",) * 7, "of", "less", "more", "open")


def test_the_heat_map_has_a_cell_an_hour_and_a_frame_to_the_minute() -> None:
    opened = ((), (), ((510, 960),), (), (), (), ((0, 60), (1380, 1440)))
    picture = heatmap.draw("x", "T", "D", heat(opened))
    cells = [len(shapes(picture, "rect", f"shade{step}")) for step in range(6)]
    assert sum(cells) == 7 * 24 + 6  # the legend has one of each
    assert cells[0] == 6 * 24 + 1 + 1  # six empty days and Sunday's first hour
    first, *rest = shapes(picture, "rect", "frame")
    # Wednesday 8:30–16:00: 8.5 hours from the left edge of 40, 7.5 hours wide, 2 inside the cell
    assert (first["x"], first["width"], first["y"]) == (40 + 8.5 * 25 + 2, 7.5 * 25 - 4, 26 + 2 * 25 + 2)
    assert len(rest) == 3  # Sunday's two, and the legend's
    assert len(shapes(picture, "rect", "frame-halo")) == 3


def test_reasons_and_their_running_sum_share_an_axis() -> None:
    bars = (ParetoBar("A", 0.6, "60%", 0.6, "60%", "1", True), ParetoBar("B", 0.4, "40%", 1.0, "100%", "0", False))
    picture = pareto.draw("x", "T", "D", Pareto(bars, "share", "sum", "plan", ("0%", "50%", "100%")))
    assert [bar["width"] for bar in shapes(picture, "rect", "bar")] == [0.6 * 380, 18]
    assert [bar["width"] for bar in shapes(picture, "rect", "bar-rest")] == [0.4 * 380]
    dots = shapes(picture, "circle", "dot")
    assert [dot["cx"] for dot in dots[:2]] == [240 + 0.6 * 380, 240 + 380]
    assert re.search(r'points="468,41 620,67"', picture)


def test_a_bar_of_points_is_as_long_as_its_weight() -> None:
    bars = (PointsBar("A", 4.0, 12.0, "4 of 16"), PointsBar("B", 8.0, 0.0, "8 of 8"))
    picture = points.draw("x", "T", "D", Points(bars, "won", "lost"))
    assert [bar["width"] for bar in shapes(picture, "rect", "bar")][:2] == [90, 180]  # 360 for 16 points
    lost = shapes(picture, "rect", "lost")
    assert (lost[0]["x"], lost[0]["width"]) == (236 + 90, 270)


def test_the_meter_is_filled_to_the_score() -> None:
    picture = meter.draw("x", "T", "D", Meter(25.0, "25.0", ((60.0, "nearly"), (85.0, "ready"))))
    assert shapes(picture, "rect", "bar")[0]["width"] == 0.25 * 704
    assert [mark["x1"] for mark in shapes(picture, "line", "mark")] == [8 + 0.6 * 704, 8 + 0.85 * 704]


def test_change_runs_from_ring_to_dot() -> None:
    rows = (ChangeRow("A", 20.0, 80.0, ""), ChangeRow("B", 50.0, 50.0, ""), ChangeRow("C", None, 10.0, ""))
    picture = change.draw("x", "T", "D", Change(rows, "2025", "2026"))
    assert [ring["cx"] for ring in shapes(picture, "circle", "ring")][:2] == [236 + 66, 236 + 165]
    assert [dot["cx"] for dot in shapes(picture, "circle", "dot")][:3] == [236 + 264, 236 + 165, 236 + 33]
    assert len(shapes(picture, "path", "head")) == 1  # an arrow only where there is a way to go


def week(required: float, planned: float | None, backlog: float) -> WeekBar:
    return WeekBar("w", "d", 100.0, 50.0, 150.0, required, 0.8 * required, 1.2 * required, planned, backlog, "", "", "")


def drawn(*bars: WeekBar) -> str:
    texts = tuple(tuple("t" for _ in axis) for axis in weeks.tops(bars))
    return weeks.draw("x", "T", "D", Weeks(bars, "c", "i", "r", "n", "p", "s", "b", texts))


def test_a_week_shows_what_is_covered_what_is_short_and_what_waits() -> None:
    picture = drawn(week(100.0, 75.0, 25.0), week(50.0, 75.0, 0.0))
    # with a tenth of room the hours' axis goes to 150 over 120 units: 75 covered of 100, 50 of 50
    assert [bar["height"] for bar in shapes(picture, "rect", "bar")[1:]] == [60, 40]
    assert [bar["height"] for bar in shapes(picture, "rect", "lost")[1:]] == [20, 0]
    # the contacts' axis goes to 200 over 104 units: the band from 50 to 150
    assert shapes(picture, "rect", "band")[1]["height"] == 52
    assert len(shapes(picture, "line", "plan")) == 2 + 2 + 2  # contacts and plan of two weeks, two in the legends
    assert len(shapes(picture, "rect", "bar-rest")) == 2 + 1


def test_without_a_plan_or_a_backlog_neither_is_drawn() -> None:
    picture = drawn(week(100.0, None, 0.0))
    assert shapes(picture, "rect", "bar-rest") == []
    assert len(shapes(picture, "line", "plan-halo")) == 0
    # without a plan the whole need is a bar, and nothing is said to be short: 100 of the axis' 150 over 120 units
    assert [bar["height"] for bar in shapes(picture, "rect", "bar")[1:]] == [80]
    assert [bar["height"] for bar in shapes(picture, "rect", "lost")] == [0]
    assert ">p<" not in picture and ">s<" not in picture


def test_the_hours_needed_have_a_band_beside_their_bar() -> None:
    picture = drawn(week(100.0, 75.0, 0.0))
    legend, ends = shapes(picture, "line", "whisker")[:3], shapes(picture, "line", "whisker")[3:]
    assert len(legend) == len(ends) == 3
    # 80 and 120 of the axis' 150 over 120 units, whose zero lies at 104 + 2 * 26 + 22 + 120; 11 right of the bar
    zero, right = 298, 56 + 324 + 30 + 11
    assert (ends[0]["y1"], ends[0]["y2"]) == (zero - 64, zero - 96)
    assert {(end["x1"], end["x2"]) for end in ends[1:]} == {(right - 3, right + 3)}


def test_a_band_that_is_not_known_is_not_drawn() -> None:
    bar = WeekBar("w", "d", 100.0, 50.0, 150.0, 10.0, 0.0, 0.0, 5.0, 0.0, "", "", "")
    assert len(shapes(drawn(bar), "line", "whisker")) == 3  # the legend's own


def test_the_lag_has_a_bar_a_day_its_median_and_day_thirty() -> None:
    shares = (0.5, *(0.0,) * 30, 0.25, *(0.0,) * 28, 0.25)
    texts = tuple("t" for _ in lag.lag_axis(shares))
    picture = lag.draw("x", "T", "D", Lag(shares, 0.5, "half", "late", "share", "days", texts))
    # the axis goes to 0.75 (1.4 * 0.5 = 0.7) over 110 units; a day is 648 / 61 wide
    assert [round(bar["height"], 2) for bar in shapes(picture, "rect", "bar") if bar["height"]] == [73.33]
    assert [round(bar["height"], 2) for bar in shapes(picture, "rect", "bar-rest") if bar["height"]] == [36.67] * 2
    assert len(shapes(picture, "rect", "bar")) == 31 and len(shapes(picture, "rect", "bar-rest")) == 30
    assert shapes(picture, "line", "mark")[0]["x1"] == pytest.approx(56 + 0.5 * 648 / 61, abs=0.01)
    assert shapes(picture, "line", "dashed")[0]["x1"] == pytest.approx(56 + 31 * 648 / 61, abs=0.01)


def test_long_axis_figures_get_room() -> None:
    bars = (week(1_000_000.0, 0.0, 0.0),)
    texts = tuple(tuple(f"{tick:,.0f}" for tick in axis) for axis in weeks.tops(bars))
    picture = weeks.draw("x", "T", "D", Weeks(bars, "c", "i", "r", "n", "p", "s", "b", texts))
    # "1,500,000" of 9 letters of 6.4, where there are 46
    assert 'transform="translate(11.6 0)"' in picture and 'viewBox="0 0 731.6 ' in picture
    assert "translate" not in drawn(week(100.0, 75.0, 0.0))
