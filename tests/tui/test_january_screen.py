"""Trying out what January follows from: the figures move with the keys, nothing is saved until it is taken."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.january import JanuaryScreen
from readycheck.tui.screens.january_rota import RotaScreen
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.season_chart import SeasonChart
from readycheck.tui.widgets.value_line import ValueLine
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.made_up import archive_of
from tests.tui.small_list import app_with

WEEKS = ("2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04")
PLAN = {"growth": 1.0, "contact_rate": 0.2, "hours": {"2026-W53": 40.0}}
SAVED, TRIAL = 1, 2
SCORE, CONTACTS, BACKLOG = 0, 2, 6


def app_of(home: Path, **plan: Any) -> ReadycheckApp:
    return app_with(home, "en", plan={**PLAN, **plan})


async def at_january(pilot: Pilot[Any]) -> None:
    """Go there; the weeks have the keyboard."""
    await press(pilot, "4")
    await settled(pilot)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the figures are those of what is being tried."""
    await pilot.pause()
    while not next(s for s in pilot.app.screen_stack if isinstance(s, JanuaryScreen)).settled:
        await asyncio.sleep(0.01)
    await pilot.pause()


async def tried(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and let what they try be counted."""
    await press(pilot, *keys)
    await settled(pilot)


async def typed(pilot: Pilot[Any], text: str) -> None:
    await write(pilot, text)
    await settled(pilot)


def week(app: ReadycheckApp, n: int) -> list[str]:
    """The n-th row of weeks."""
    return [cell.plain.strip() for cell in app.screen.query_one("#weeks", Rows).get_row_at(n)]


def setting(app: ReadycheckApp, n: int) -> str:
    return app.screen.query_one("#settings", Rows).get_row_at(n)[1].plain.strip()


def board(app: ReadycheckApp, row: int) -> list[str]:
    """A row of figures: score, before, contacts, need, in time, given up, backlog."""
    return text_of(app, "#board").splitlines()[row].split()[1:]


def go_to(app: ReadycheckApp, *path: str) -> None:
    """Put the cursor of the settings on one."""
    rows = app.screen.query_one("#settings", Rows)
    rows.focus()
    rows.go_to("\n".join(path))


def line(app: ReadycheckApp, part: str) -> str:
    return text_of(app, f"#line .{part}")


@pytest.mark.slow
async def test_the_weeks_of_the_window_are_shown(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(6)] == ["52", "53", "1", "2", "3", "4"]
        assert [week(app, n)[4] for n in range(6)] == ["0.0", "40.0", "0.0", "0.0", "0.0", "0.0"]


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
        assert "no number" in line(app, "said")
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
    (("plan", "late", "first"), "2026-12-01", "2026-12-01"),
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
async def test_orders_are_typed_for_the_whole_season_at_first(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "o")
        await typed(pilot, "700")
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
async def test_a_staffed_channel_is_added_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_january(pilot)
        await press(pilot, "a", "1", "1")
        await write(pilot, "240")
        await tried(pilot, "enter")
        assert set(in_file(app, tmp_path)["staffing"]) == {"chat", "email"}
        told = text_of(app, "#line .rest").splitlines()[0]
        assert told == "phone: handling time (AHT) – → 240 s", "nothing that nobody has typed"
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
        await tried(pilot, "enter")
        assert int(board(app, TRIAL)[CONTACTS]) > int(board(app, SAVED)[CONTACTS])
        await tried(pilot, "enter")
        kept = in_file(app, tmp_path)["plan"]["campaigns"]["Musta perjantai"]
        assert [str(kept[name]) for name in ("first", "last", "orders")] == ["2026-11-27", "2026-11-30", "1.5"]


@pytest.mark.slow
async def test_without_a_staffing_table_it_says_what_is_missing_and_hours_can_be_typed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={}, staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert "no staffing table" in text_of(app, "#outcome")
        assert text_of(app, "#outcome").endswith("Add the first channel with a.")
        await press(pilot, "h")
        await typed(pilot, "40")
        await tried(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 40}


@pytest.mark.slow
async def test_missing_weeks_are_told_as_a_run_with_the_key_that_types_them(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={"orders": {"2026-W50": 70.0}})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert "not known for weeks 2026-W51 – 2027-W04: type them (o)" in text_of(app, "#outcome").replace("\n", " ")


@pytest.mark.slow
async def test_few_contacts_are_shown_by_month_and_hours_are_typed_by_week(tmp_path: Path) -> None:
    app = app_of(tmp_path, contact_rate=0.01)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(2)] == ["2026-12", "2027-01"]
        await press(pilot, "e")
        assert not app.screen.query_one(ValueLine).typing
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
        await tried(pilot, "enter")
        assert in_file(app, tmp_path)["scenarios"] == {"More orders": {"changes": ["plan.growth=1.05"]}}
        more = board(app, TRIAL)[1:]  # its name is two words
        await tried(pilot, "plus", "k", "1")
        await write(pilot, "Still more")
        await tried(pilot, "enter", "escape")
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
        assert "plan.groth: is no key that is known here" in text_of(app, "#about")
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
