"""January's channels, campaigns, scenarios, rota, lag and grade; undo, and terminals of every size."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from readycheck.tui.screens.january import JanuaryScreen
from readycheck.tui.screens.january_rota import RotaScreen
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.season_chart import SeasonChart
from readycheck.tui.widgets.value_line import ValueLine
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.january_driving import (
    BACKLOG,
    CONTACTS,
    PLAN,
    SAVED,
    SCORE,
    TRIAL,
    app_of,
    at_january,
    board,
    go_to,
    line,
    setting,
    tried,
    typed,
    week,
)
from tests.tui.made_up import archive_of
from tests.tui.small_list import app_with


@pytest.mark.slow
async def test_a_staffed_channel_is_added_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_january(pilot)
        await press(pilot, "a", "1", "1")
        await write(pilot, "240")
        await tried(pilot, "enter")
        assert set(in_file(app, tmp_path)["staffing"]) == {"chat", "email"}
        told = text_of(app, "#line .rest").splitlines()[0]
        assert told == "phone: handling time (AHT) – → 4 min", "nothing that nobody has typed"
        await tried(pilot, "enter")
        assert app.screen.query("Toast"), "it is told how to take it back"
        await press(pilot, "h")
        assert not app.screen.query("Toast"), "nothing stands over the line"
        assert "1/7 of it is in January's figures." in line(app, "said"), "of week 52, only Sunday"
        await press(pilot, "escape")
        assert in_file(app, tmp_path)["staffing"]["phone"] == {"aht": 240}
        go_to(app, "staffing", "phone", "aht")
        await tried(pilot, "delete", "enter")
        assert set(in_file(app, tmp_path)["staffing"]) == {"chat", "email"}


@pytest.mark.slow
async def test_a_campaign_is_added_over_the_peaks_and_brings_more_contacts(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "a", "2")
        await write(pilot, "Musta perjantai")
        await tried(pilot, "ctrl+s")
        assert int(board(app, TRIAL)[CONTACTS]) > int(board(app, SAVED)[CONTACTS])
        await tried(pilot, "enter")
        kept = in_file(app, tmp_path)["plan"]["campaigns"]["Musta perjantai"]
        assert [str(kept[name]) for name in ("first", "last", "orders")] == ["2026-11-27", "2026-11-30", "1.5"]


@pytest.mark.slow
async def test_without_a_staffing_table_it_says_what_is_missing_and_hours_can_be_typed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={}, staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert "no handling times" in text_of(app, "#outcome")
        assert text_of(app, "#outcome").endswith("press a.")
        await press(pilot, "h")
        await typed(pilot, "40")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 40}


@pytest.mark.slow
async def test_missing_weeks_are_told_as_a_run_with_the_key_that_types_them(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={"orders": {"2026-W50": 70.0}})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        told = text_of(app, "#outcome").replace("\n", " ")
        assert told == ("Missing: orders are not known for 14 Dec 2026 – 31 Jan 2027: type them by week up to 31 Jan"
                        " 2027 – press o.")


@pytest.mark.slow
async def test_january_is_typed_without_any_data_and_the_channels_share_it_as_typed(tmp_path: Path) -> None:
    """A channel, contacts per order, orders, hours: a score. A second channel asks for shares; 60 % leave 40 %."""
    app = app_with(tmp_path, "en", plan={}, staffing={}, demand={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "a", "1")
        await write(pilot, "9 min")
        await tried(pilot, "ctrl+s")
        await press(pilot, "tab", "e")
        await typed(pilot, "0.2")
        await tried(pilot, "enter")
        await press(pilot, "o")
        await typed(pilot, "100")
        await tried(pilot, "tab", "tab", "enter")
        await press(pilot, "h")
        await typed(pilot, "20")
        await tried(pilot, "enter", "enter")
        assert board(app, SAVED)[SCORE] != "–"
        assert text_of(app, "#outcome").endswith("From typed numbers, not tried on a past season.")
        await press(pilot, "a", "1", "1")
        await write(pilot, "240")
        await tried(pilot, "ctrl+s")
        assert board(app, TRIAL)[SCORE] == "–" and "share" in text_of(app, "#outcome")
        await press(pilot, "tab", "down", "e")
        await typed(pilot, "60")
        await tried(pilot, "enter")
        assert [setting(app, n) for n in (1, 2)] == ["– → 60%", "– → 40% (the rest)"]
        await tried(pilot, "enter")
        assert in_file(app, tmp_path)["staffing"] == {"chat": {"aht": 540, "share": 0.6}, "email": {"aht": 240}}


@pytest.mark.slow
async def test_few_contacts_are_shown_by_month_and_hours_are_typed_by_week(tmp_path: Path) -> None:
    app = app_of(tmp_path, contact_rate=0.01)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(2)] == ["December 2026", "January 2027"]
        await press(pilot, "down", "h")
        assert app.screen.query_one(ValueLine).typing
        await typed(pilot, "7")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"]["2026-W53"] == 7
        await press(pilot, "w")
        assert week(app, 0)[0] == "44"


@pytest.mark.slow
async def test_the_whole_season_has_both_halves_of_the_week_that_27_december_divides(tmp_path: Path) -> None:
    """From 1 November (week 44) to 26 December (week 52), then 27 December (week 52) to week 4."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "w")
        rows = app.screen.query_one("#weeks", Rows)
        names = [week(app, n)[0] for n in range(rows.row_count)]
        assert names == [*map(str, range(44, 52)), "52 1/2", "52 2/2", "53", "1", "2", "3", "4"]
        rows.go_to("2026-W52 ")
        await press(pilot, "h")
        await typed(pilot, "7")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 7, "2026-W53": 40.0}
        assert (week(app, 8)[4], week(app, 9)[4]) == ("6.0", "1.0"), "six days of seven, then one"


@pytest.mark.slow
async def test_undo_drops_a_trial_of_what_is_no_more(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await tried(pilot, "plus", "enter", "plus", "ctrl+z")
        assert "nothing yet" in text_of(app, "#board"), "the last step was the trial's"
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.05
        await tried(pilot, "ctrl+z")
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0


async def test_undo_goes_back_through_the_trial_and_brings_a_dropped_one_back(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await tried(pilot, "plus", "e")
        await typed(pilot, "1,5")
        await tried(pilot, "enter")
        shown = [setting(app, 0)]
        for key in ("escape", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y"):
            await tried(pilot, key)
            shown.append(setting(app, 0))
        assert shown == ["1 → 1.5", "1", "1 → 1.5", "1 → 1.05", "1", "1 → 1.05", "1 → 1.5"]
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0


@pytest.mark.slow
async def test_a_trial_waits_while_one_looks_at_another_screen(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await tried(pilot, "plus")
        figures = board(app, TRIAL)
        await press(pilot, "2")
        await at_january(pilot)
        assert setting(app, 0) == "1 → 1.05"
        assert board(app, TRIAL) == figures


async def test_a_trial_is_kept_by_name_shown_beside_the_others_taken_up_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await tried(pilot, "plus", "k")
        await write(pilot, "More orders")
        await tried(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["scenarios"] == {"More orders": {"changes": ["plan.growth=1.05"]}}
        more = board(app, TRIAL)[1:]  # its name is two words
        await tried(pilot, "plus", "k", "1")
        await write(pilot, "Still more")
        await tried(pilot, "ctrl+s", "escape")
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0
        await press(pilot, "c")
        rows = app.screen.query_one("#scenarios", Rows)
        while "…" in [cell.plain.strip() for cell in rows.get_row_at(2)]:
            await asyncio.sleep(0.01)
        names = [rows.get_row_at(n)[0].plain.strip() for n in range(rows.row_count)]
        assert names == ["saved", "More orders", "Still more"]
        assert rows.get_row_at(1)[1].plain.strip() == more[SCORE]
        assert rows.get_row_at(1)[5].plain.strip() == more[BACKLOG]
        await press(pilot, "down", "down", "delete", "up")
        assert set(in_file(app, tmp_path)["scenarios"]) == {"More orders"}
        await tried(pilot, "down", "enter")
        assert setting(app, 0) == "1 → 1.05"
        assert board(app, TRIAL)[1:] == more
        await tried(pilot, "ctrl+z", "ctrl+z")
        assert setting(app, 0) == "1", "first it is not taken up"
        assert set(in_file(app, tmp_path)["scenarios"]) == {"More orders", "Still more"}
        await tried(pilot, "c", "down", "enter")
        assert setting(app, 0) == "1 → 1.05"
        await tried(pilot, "plus", "k", "2", "enter")
        assert in_file(app, tmp_path)["scenarios"]["More orders"]["changes"] == ["plan.growth=1.1"]


@pytest.mark.slow
async def test_a_scenario_that_no_longer_fits_is_told(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan=PLAN, scenarios={"Old": {"changes": ["plan.groth=1"]}})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "c", "down")
        while not text_of(app, "#about").startswith("Cannot"):
            await asyncio.sleep(0.01)
        assert "plan.groth: is not a known key" in text_of(app, "#about")
        await press(pilot, "enter", "escape")
        assert "nothing yet" in text_of(app, "#board")


@pytest.mark.slow
async def test_a_rota_is_suggested_and_taken_into_the_trial(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "s")
        await write(pilot, "12")
        screen = app.screen
        assert isinstance(screen, RotaScreen)
        while not screen.settled:
            await asyncio.sleep(0.01)
        days = screen.query_one("#days", Rows)
        hours = [int(days.get_row_at(n)[3].plain) for n in range(days.row_count)]
        assert sum(hours) == 12 and min(hours) >= 4
        await tried(pilot, "enter")
        assert float(board(app, TRIAL)[SCORE]) > float(board(app, SAVED)[SCORE])
        await tried(pilot, "enter")
        assert sum(in_file(app, tmp_path)["plan"]["extra"].values()) == 12


@pytest.mark.slow
async def test_the_lag_is_shown_and_tried_on_the_past(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "l")
        assert "fitted to 92 days" in text_of(app, "#lag")
        assert "0.20 contacts come of an order." in text_of(app, "#lag")
        while "weeks ahead" not in text_of(app, "#tried"):
            await asyncio.sleep(0.01)
        assert text_of(app, "#tried").splitlines()[2].split()[:2] == ["1", "4"], "a week ahead, four weeks tried"
        await press(pilot, "l")
        assert isinstance(app.screen, JanuaryScreen)


@pytest.mark.slow
async def test_last_januarys_forecast_is_graded_and_its_drift_tried(tmp_path: Path) -> None:
    """The season before forecast from its own profile; what came is in this season's."""
    archive_of(tmp_path, 2025)
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        while not line(app, "rest").startswith("Last January:"):
            await asyncio.sleep(0.01)
        assert "d tries the drift that it taught" in line(app, "rest")
        await tried(pilot, "d")
        go_to(app, "plan", "drift")
        await tried(pilot, "enter")
        assert 0.02 <= in_file(app, tmp_path)["plan"]["drift"] <= 3


@pytest.mark.slow
async def test_a_small_terminal_has_the_picture_or_the_table_a_large_one_both(tmp_path: Path) -> None:
    for size, both in ((SMALL, False), ((120, 40), True)):
        app = app_of(tmp_path / str(size[0]))
        async with app.run_test(size=size) as pilot:
            await at_january(pilot)
            chart, weeks = app.screen.query_one(SeasonChart), app.screen.query_one("#weeks", Rows)
            assert (chart.display, weeks.display) == (both, True)
            await press(pilot, "p")
            assert (chart.display, weeks.display) == (not both, both)
            await press(pilot, "h")
            assert line(app, "what") == "Planned agent-hours, week 52"
            await press(pilot, "escape", "p")
            assert app.focused is weeks, "the keyboard is where it was"


async def test_in_the_smallest_terminal_the_line_is_in_sight_and_no_figure_wraps(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", plan=PLAN)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_january(pilot)
        await tried(pilot, "h", "9")
        assert [len(row) <= 58 for row in text_of(app, "#board").splitlines()] == [True] * 3
        assert app.screen.query_one("#line").region.bottom < 20
        assert text_of(app, "#board").splitlines()[0].endswith("jono h")
