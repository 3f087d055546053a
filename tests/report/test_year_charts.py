"""The pictures of year against year: where things are drawn follows from the figures, worked out by hand."""

from __future__ import annotations

from readycheck.report.charts import heatmaps, multiples, pairs
from readycheck.report.charts.heatmaps import HeatMaps, HeatSide, HourMark
from readycheck.report.charts.multiples import Multiples, SmallLine
from readycheck.report.charts.pairs import PairBar, Pairs
from readycheck.report.charts.terminal_heatmaps import heat_maps_lines
from readycheck.report.charts.terminal_sparks import spark
from tests.report.test_charts import shapes

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def side(name: str, **hours: float) -> HeatSide:
    """A week with shares at the hours that are given as `d0h9=0.5`."""
    shares = tuple(tuple(hours.get(f"d{day}h{hour}", 0.0) for hour in range(24)) for day in range(7))
    return HeatSide(name, shares)


WEEKS = HeatMaps(
    DAYS, side("2025", d0h9=0.8, d6h20=0.2), side("2026", d0h9=0.6, d6h20=0.4),
    (HourMark(6, 20, up=True),), "less", "more", "larger", "smaller",
)


def test_small_lines_are_cut_where_the_list_changed_and_missing_where_nothing_is_known() -> None:
    lines = (
        SmallLine("Whole", (0.0, 50.0, 100.0), ("0", "50", "100"), (False, False)),
        SmallLine("Cut", (0.0, 50.0, 100.0), ("0", "50", "100"), (False, True)),
        SmallLine("Gap", (0.0, None, 100.0), ("0", "–", "100"), (False, False)),
    )
    drawn = [multiples.draw("x", "T", "D", Multiples((one,), ("2024", "2025", "2026"), "cut")) for one in lines]
    assert [len(shapes(picture, "line", "curve")) for picture in drawn] == [2, 1, 0]
    assert [len(shapes(picture, "circle", "dot")) for picture in drawn] == [3, 3, 2]
    # two strokes at the cut and two in the legend
    assert [len(shapes(picture, "line", "mark")) for picture in drawn] == [0, 4, 0]
    dots = shapes(drawn[0], "circle", "dot")
    assert [dot["cy"] for dot in dots] == [
        multiples.TOP + multiples.HIGH, multiples.TOP + multiples.HIGH / 2, multiples.TOP,
    ]
    assert dots[1]["cx"] - dots[0]["cx"] == multiples.PLOT / 2


def test_a_fifth_small_picture_begins_the_second_row() -> None:
    line = SmallLine("One", (50.0, 50.0), ("50", "50"), (False,))
    picture = multiples.draw("x", "T", "D", Multiples((line,) * 5, ("2025", "2026"), "cut"))
    firsts = shapes(picture, "circle", "dot")[::2]
    assert firsts[4]["cx"] == firsts[0]["cx"] and firsts[4]["cy"] - firsts[0]["cy"] == multiples.ROW


def test_pairs_are_as_long_as_their_shares_and_bold_is_more_than_chance() -> None:
    bars = (PairBar("E-mail", 0.75, 0.5, "75%", "50%", "−25.0 ▼", True),
            PairBar("Chat", 0.25, 0.3, "25%", "30%", "+5.0 ▲", False))
    picture = pairs.draw("x", "T", "D", Pairs(bars, "2025", "2026", "points", "bold: more than chance"))
    # the axis goes to 0.8: a bar of 0.75 takes 0.9375 of its 372
    assert [bar["width"] for bar in shapes(picture, "rect", "band")][:2] == [348.75, 116.25]
    assert [bar["width"] for bar in shapes(picture, "rect", "bar")][:2] == [232.5, 139.5]
    assert '>−25.0 ▼</text>' in picture and picture.count('class="strip"') == 2  # the change and what bold means
    assert "bold" in picture


def test_nothing_is_called_bold_where_nothing_is() -> None:
    bars = (PairBar("E-mail", 1.0, 1.0, "100%", "100%", "0.0 =", False),)
    assert "bold" not in pairs.draw("x", "T", "D", Pairs(bars, "2025", "2026", "points", "bold: more"))


def test_heat_maps_share_their_shades() -> None:
    picture = heatmaps.draw("x", "T", "D", WEEKS)
    # of the busiest hour, 0.8: 0.6 is 3.75 fifths, 0.4 is 2.5, 0.2 is 1.25; the legend has each shade once more
    assert [len(shapes(picture, "rect", f"shade{step}")) - 1 for step in range(1, 6)] == [0, 1, 1, 1, 1]
    assert picture.count('class="flag"') == 2  # on the hour and in the legend
    assert ">larger<" in picture and ">smaller<" not in picture


def test_weeks_stand_side_by_side_in_a_terminal() -> None:
    lines = heat_maps_lines(WEEKS, 80)
    monday, sunday = (next(line for line in lines if line.startswith(f"  {day}")) for day in ("Mon", "Sun"))
    # of four shades: 0.8 the fourth, 0.6 the third, 0.2 the first; the marked hour has its arrow
    assert monday == "  Mon " + " " * 9 + "█" + " " * 14 + "   " + " " * 9 + "▓"
    assert sunday == "  Sun " + " " * 20 + "░" + " " * 3 + "   " + " " * 20 + "▲"
    assert all(len(line) <= 80 for line in lines) and lines[-2].strip() == "▲ larger"


def test_weeks_in_ascii_and_where_there_is_no_room() -> None:
    lines = heat_maps_lines(WEEKS, 80, ascii_only=True)
    assert "".join(lines).isascii() and any("#" in line for line in lines) and any("^" in line for line in lines)
    assert heat_maps_lines(WEEKS, 56) == [] and heat_maps_lines(WEEKS, 57) != []


def test_sparks_go_by_eighths_of_the_scale() -> None:
    assert spark((0.0, 12.4, 12.5, 49.9, 50.0, 100.0), (False,) * 5) == "▁▁▂▄▅█"
    assert spark((0.0, None, 100.0), (False, True)) == "▁·/█"
    assert spark((0.0, None, 100.0), (False, True), ascii_only=True) == "_ /#"
