"""Trying out what January follows from: the figures move with the keys, nothing is saved until it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.season_chart import SeasonChart
from readycheck.tui.widgets.value_line import ValueLine
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.january_driving import (
    CONTACTS,
    SAVED,
    SCORE,
    TRIAL,
    WEEKS,
    app_of,
    at_january,
    board,
    go_to,
    line,
    setting,
    settled,
    tried,
    typed,
    week,
)
from tests.tui.small_list import app_with


@pytest.mark.slow
async def test_the_weeks_of_the_window_are_shown(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(6)] == ["52", "53", "1", "2", "3", "4"]
        assert [week(app, n)[4] for n in range(6)] == ["–", "40.0", "0.0", "0.0", "0.0", "0.0"]


async def test_the_figures_move_with_each_key_and_nothing_is_saved_until_enter(tmp_path: Path) -> None:
    """Growth 2 doubles the contacts before the value is finished; 2.5 makes them two and a half times as many."""
    app = app_of(tmp_path, contact_rate=1)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        one = int(board(app, SAVED)[CONTACTS].replace(",", ""))
        go_to(app, "plan", "growth")
        await tried(pilot, "e", "2")
        assert int(board(app, TRIAL)[CONTACTS].replace(",", "")) == pytest.approx(2 * one, abs=1)
        await tried(pilot, "full_stop")
        assert "not a number" in line(app, "said")
        assert int(board(app, TRIAL)[CONTACTS].replace(",", "")) == pytest.approx(2 * one, abs=1)
        await tried(pilot, "5")
        assert int(board(app, TRIAL)[CONTACTS].replace(",", "")) == pytest.approx(2.5 * one, abs=1)
        assert int(board(app, SAVED)[CONTACTS].replace(",", "")) == one
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0
        await tried(pilot, "enter")
        assert setting(app, 0) == "1 → 2.5"
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0
        await tried(pilot, "enter")
        assert in_file(app, tmp_path)["plan"]["growth"] == 2.5


@pytest.mark.slow
async def test_escape_ends_the_typing_then_the_trial(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await tried(pilot, "down", "plus")
        assert week(app, 1)[4] == "45.0"
        await tried(pilot, "e", "9")
        assert week(app, 1)[4] == "9.0"
        await tried(pilot, "escape")
        assert week(app, 1)[4] == "45.0"
        await tried(pilot, "escape")
        assert week(app, 1)[4] == "40.0"
        assert app.screen.query_one("#weeks", Rows).has_focus
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W53": 40.0}


async def test_hours_typed_for_every_week_cover_all_of_january(tmp_path: Path) -> None:
    """10,000 hours a week are more than anybody needs: 100 points, and nothing waits."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "h")
        await typed(pilot, "10000")
        assert board(app, TRIAL)[SCORE] != "100.0", "one week alone"
        await tried(pilot, "tab")
        assert board(app, TRIAL)[SCORE] == "100.0"
        assert text_of(app, "#outcome").startswith("No backlog builds up.")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == dict.fromkeys(WEEKS, 10000)


@pytest.mark.slow
async def test_weeks_are_typed_one_after_the_other(tmp_path: Path) -> None:
    app = app_of(tmp_path, hours={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "e")
        for hours in ("10", "20", "30"):
            await write(pilot, hours)
            await press(pilot, "down")
        await tried(pilot, "escape", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 10, "2026-W53": 20, "2027-W01": 30}


@pytest.mark.slow
async def test_keys_that_come_in_one_burst_keep_their_order(tmp_path: Path) -> None:
    """As over a slow line: all are there before the first is heeded."""
    app = app_of(tmp_path, hours={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        for name in ("e", *"85", "down", *"119", "down", *"7", "enter"):
            app.post_message(Key(name, name if len(name) == 1 else None))
        await settled(pilot)
        assert [week(app, n)[4] for n in range(3)] == ["12.1", "119.0", "7.0"], "of week 52, only Sunday is shown"
        await tried(pilot, "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 85, "2026-W53": 119, "2027-W01": 7}


@pytest.mark.slow
async def test_a_step_up_and_one_down_is_no_trial(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await tried(pilot, "plus", "plus", "minus")
        assert setting(app, 0) == "1 → 1.05"
        await tried(pilot, "minus")
        assert setting(app, 0) == "1"
        assert "nothing yet" in text_of(app, "#board")


@pytest.mark.slow
@pytest.mark.parametrize(("path", "text", "value"), [
    (("plan", "shrinkage"), "25", 0.25),
    (("plan", "max_occupancy"), "80", 0.8),
    (("plan", "drift"), "20", 0.2),
    (("staffing", "chat", "aht"), "7:30", 450),
    (("staffing", "chat", "patience"), "120", 120),
    (("plan", "late", "share"), "20", 0.2),
    (("plan", "late", "first"), "1 Dec", "2026-12-01"),
    (("plan", "gifts", "share"), "30", 0.3),
])
async def test_every_setting_can_be_typed(
    tmp_path: Path, path: tuple[str, ...], text: str, value: float | str
) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, *path)
        await press(pilot, "e")
        await typed(pilot, text)
        await tried(pilot, "enter", "enter")
        found: Any = in_file(app, tmp_path)
        for name in path:
            found = found[name]
        assert (str(found) if isinstance(value, str) else found) == value


@pytest.mark.slow
async def test_a_choice_is_stepped(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "kernel")
        await tried(pilot, "e", "plus", "enter")
        assert in_file(app, tmp_path)["plan"]["kernel"] == "fitted"
        await tried(pilot, "plus", "plus", "enter")
        assert "kernel" not in in_file(app, tmp_path)["plan"], "the best that the data allows"


async def test_a_value_that_cannot_be_is_told_and_stays_to_be_mended(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "shrinkage")
        await press(pilot, "e")
        await typed(pilot, "100")
        await tried(pilot, "enter")
        assert "must be under 100, not 100." in line(app, "said")
        assert app.screen.query_one(ValueLine).typing
        await tried(pilot, "backspace", "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["shrinkage"] == 0.1


@pytest.mark.slow
async def test_the_last_typed_value_wins_however_fast_it_is_typed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await pilot.press("h", *"10000", *["backspace"] * 4, *"00", "tab", "enter")
        await settled(pilot)
        assert board(app, TRIAL)[SCORE] == "100.0"
        assert [week(app, n)[4] for n in range(1, 6)] == ["100.0"] * 5
        await tried(pilot, "enter")
        assert set(in_file(app, tmp_path)["plan"]["hours"].values()) == {100}


@pytest.mark.slow
async def test_an_empty_field_empties_no_other_week(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await tried(pilot, "h", "tab")
        assert line(app, "what") == "Planned agent-hours, every week of January"
        await tried(pilot, "enter")
        assert week(app, 1)[4] == "40.0"
        assert "nothing yet" in text_of(app, "#board")


@pytest.mark.slow
async def test_orders_are_typed_for_the_week_and_with_tab_for_the_whole_season(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "o")
        assert line(app, "what") == "Orders, week 52"
        await typed(pilot, "700")
        await tried(pilot, "tab", "tab")
        assert line(app, "what") == "Orders, every week of the season"
        await tried(pilot, "enter", "enter")
        orders = in_file(app, tmp_path)["plan"]["orders"]
        assert set(orders.values()) == {700}
        assert (min(orders), max(orders), len(orders)) == ("2026-W44", "2027-W04", 14)
        await press(pilot, "o")
        assert line(app, "what") == "Orders, week 52"
        await typed(pilot, "800")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["orders"] == {**orders, "2026-W52": 800}


@pytest.mark.slow
async def test_first_orders_go_down_week_by_week_and_no_digit_becomes_a_command(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "o")
        for number in ("40", "60", "90"):
            await typed(pilot, number)
            await tried(pilot, "down")
        await typed(pilot, "140")
        await tried(pilot, "enter", "down")
        assert "takes the trial, a number goes on (week 3), Tab ends the series." in line(app, "rest")
        await tried(pilot, *"70", "enter", "enter")
        weeks = ("2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03")
        assert in_file(app, tmp_path)["plan"]["orders"] == dict(zip(weeks, (40, 60, 90, 140, 70), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [("tab",), ("5", "escape"), ("enter",)])
async def test_after_a_series_of_hours_digits_lead_to_the_screens_again(tmp_path: Path, ending: tuple[str]) -> None:
    """The line is left, a digit that was meant for a screen is dropped, or the trial is taken."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await tried(pilot, "h", "2", "enter", "down", "3")
        assert line(app, "what") == "Planned agent-hours, week 53"
        await tried(pilot, "enter", *ending)
        await press(pilot, "5")
        assert getattr(app.screen, "PLACE", "") == "path"


@pytest.mark.slow
async def test_a_week_in_two_rows_is_typed_once(tmp_path: Path) -> None:
    """Week 52 stands in two rows of the season, as 27 December divides it: down from it leads to week 53."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await tried(pilot, "w", "h", "7", "down", "8", "down", "9", "up", "up", "enter", "enter")
        hours = in_file(app, tmp_path)["plan"]["hours"]
        assert [hours[week] for week in ("2026-W52", "2026-W53", "2027-W01")] == [7, 8, 9]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "least"), [((80, 24), 8), ((60, 18), 4)])
async def test_the_settings_get_the_rows_of_the_weeks_while_they_have_the_keyboard(
    tmp_path: Path, size: tuple[int, int], least: int,
) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await at_january(pilot)
        settings = app.screen.query_one("#settings", Rows)
        before = settings.size.height
        await press(pilot, "tab")
        assert settings.size.height >= max(least, before + 2)
        await press(pilot, "shift+tab")
        assert settings.size.height == before


@pytest.mark.slow
async def test_down_goes_on_with_orders_and_stays_in_the_last_week(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "o")
        await typed(pilot, "700")
        await tried(pilot, "tab", "tab", "enter")
        hours = in_file(app, tmp_path)["plan"]["hours"]
        await press(pilot, "o")
        for number in range(1, 9):  # more than there are weeks in the table
            await typed(pilot, f"{number}00")
            await tried(pilot, "down")
            assert line(app, "what").startswith("Orders, week")
        await tried(pilot, "enter", "enter")
        plan = in_file(app, tmp_path)["plan"]
        assert plan["hours"] == hours
        assert [plan["orders"][f"{week}"] for week in ("2026-W52", "2026-W53", "2027-W01")] == [100, 200, 300]


@pytest.mark.slow
async def test_hours_are_given_to_a_day_itself(tmp_path: Path) -> None:
    """The third of January's days is 29 December; eight hours stand on top of the week's seventh."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await tried(pilot, "w", "w", "down", "down")
        assert week(app, 2)[0] == "Tue 29 Dec"
        planned = float(week(app, 2)[3])
        assert planned == pytest.approx(40 / 7, abs=0.05)
        await press(pilot, "e")
        await typed(pilot, "8")
        assert float(week(app, 2)[3]) == pytest.approx(40 / 7 + 8, abs=0.05)
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["extra"] == {"2026-12-29": 8}
        await tried(pilot, "e", "ctrl+u", "enter", "enter")
        assert "extra" not in in_file(app, tmp_path)["plan"]


@pytest.mark.slow
async def test_without_a_forecast_there_is_no_empty_picture(tmp_path: Path) -> None:
    """The weeks, in which hours can be typed, stand alone; a large terminal has both as soon as there is something."""
    for tables, drawn in (({"plan": {}, "staffing": {}}, False), ({}, True)):
        app = app_with(tmp_path / str(drawn), "en", **tables) if tables else app_of(tmp_path / str(drawn))
        async with app.run_test(size=(120, 40)) as pilot:
            await at_january(pilot)
            assert app.screen.query_one(SeasonChart).display is drawn
            if not drawn:
                await press(pilot, "p")
                assert not app.screen.query_one(SeasonChart).display and app.screen.query_one("#weeks", Rows).display
