"""Trying out what January follows from: nothing is saved until it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.small_list import app_with

WEEKS = ("2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04")
PLAN = {"growth": 1.0, "contact_rate": 0.2, "hours": {"2026-W53": 40.0}}


def app_of(home: Path, **plan: Any) -> ReadycheckApp:
    return app_with(home, "en", plan={**PLAN, **plan})


async def at_january(pilot: Pilot[Any]) -> None:
    """Go there; the weeks have the keyboard."""
    await press(pilot, "4")
    await pilot.pause()


def week(app: ReadycheckApp, n: int) -> list[str]:
    """The n-th row of weeks."""
    return [cell.plain.strip() for cell in app.screen.query_one("#weeks", Rows).get_row_at(n)]


def setting(app: ReadycheckApp, n: int) -> str:
    return app.screen.query_one("#settings", Rows).get_row_at(n)[1].plain.strip()


def figures(app: ReadycheckApp) -> str:
    return text_of(app, "#figures").replace("\u00a0", " ")


async def test_the_weeks_of_the_window_are_shown(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(6)] == ["52", "53", "1", "2", "3", "4"]
        assert [week(app, n)[4] for n in range(6)] == ["0.0", "40.0", "0.0", "0.0", "0.0", "0.0"]


async def test_typed_hours_are_a_trial_until_enter_takes_them(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "down", "h")
        await write(pilot, "91")
        await press(pilot, "enter")
        assert figures(app).startswith("Trial: January")
        assert week(app, 1)[4] == "91.0"
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W53": 40.0}
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W53": 91}
        assert not figures(app).startswith("Trial")


async def test_escape_drops_the_trial(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "plus", "escape")
        assert week(app, 0)[4] == "0.0"
        assert not figures(app).startswith("Trial")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W53": 40.0}
        assert app.screen.query_one("#weeks", Rows).has_focus


async def test_hours_for_every_week_of_january_cover_all_of_it(tmp_path: Path) -> None:
    """10,000 hours a week are more than anybody needs: 100 points, and nothing waits."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "h")
        await write(pilot, "10000")
        await press(pilot, "tab", "right", "enter")
        assert "→ 100.0" in figures(app)
        assert "No backlog builds up." in text_of(app, "#outcome")
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == dict.fromkeys(WEEKS, 10000)


async def test_growth_is_stepped_and_the_saved_value_stands_beside_it(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "tab", "plus", "plus", "minus")
        assert setting(app, 0) == "1 → 1.05"
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.05
        assert setting(app, 0) == "1.05"


async def test_twice_the_orders_bring_twice_the_contacts(tmp_path: Path) -> None:
    app = app_of(tmp_path, contact_rate=1)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        before = int(week(app, 2)[2].split(" ")[0])
        await press(pilot, "tab", "e")
        await write(pilot, "2")
        await press(pilot, "enter")
        assert int(week(app, 2)[2].split(" ")[0]) == pytest.approx(2 * before, abs=1)


@pytest.mark.parametrize(("row", "typed", "path", "value"), [
    (2, "25", ("plan", "shrinkage"), 0.25),
    (3, "80", ("plan", "max_occupancy"), 0.8),
    (5, "7:30", ("staffing", "chat", "aht"), 450),
    (9, "120", ("staffing", "chat", "patience"), 120),
    (10, "400", ("staffing", "email", "aht"), 400),
])
async def test_every_setting_can_be_typed(
    tmp_path: Path, row: int, typed: str, path: tuple[str, ...], value: float
) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "tab", *["down"] * row, "e")
        await write(pilot, typed)
        await press(pilot, "enter", "enter")
        found: Any = in_file(app, tmp_path)
        for key in path:
            found = found[key]
        assert found == value


async def test_a_value_that_cannot_be_stays_in_the_form(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "tab", "down", "down", "e")
        await write(pilot, "100")
        await press(pilot, "enter")
        assert "must be under 1" in text_of(app, "#complaint")
        await press(pilot, "escape")
        assert "shrinkage" not in in_file(app, tmp_path)["plan"]


async def test_orders_by_week_are_typed_for_the_whole_season(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "o")
        await write(pilot, "700")
        await press(pilot, "tab", "right", "right", "enter", "enter")
        orders = in_file(app, tmp_path)["plan"]["orders"]
        assert set(orders.values()) == {700}
        assert (min(orders), max(orders), len(orders)) == ("2026-W44", "2027-W04", 14)


async def test_a_staffed_channel_is_added_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "a", "1")
        await write(pilot, "240")
        await press(pilot, "enter")
        assert set(in_file(app, tmp_path)["staffing"]) == {"chat", "email"}
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["staffing"]["phone"] == {"aht": 240}
        await press(pilot, "tab", "end", "delete", "enter")
        assert set(in_file(app, tmp_path)["staffing"]) == {"chat", "email"}


async def test_without_a_staffing_table_it_says_what_is_missing_and_hours_can_be_typed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={}, staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert "no staffing table" in text_of(app, "#outcome")
        assert text_of(app, "#outcome").endswith("Add the first channel with a.")
        await press(pilot, "h")
        await write(pilot, "40")
        await press(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 40}


async def test_missing_weeks_are_told_as_a_run_with_the_key_that_types_them(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan={"orders": {"2026-W50": 70.0}})
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert "not known for weeks 2026-W51 – 2027-W04: type them (o)" in text_of(app, "#outcome").replace("\n", " ")


async def test_few_contacts_are_shown_by_month(tmp_path: Path) -> None:
    app = app_of(tmp_path, contact_rate=0.01)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        assert [week(app, n)[0] for n in range(2)] == ["2026-12", "2027-01"]
        assert app.screen.query_one("#weeks", Rows).row_count == 2
        await press(pilot, "w")
        assert week(app, 0)[0] == "44"


async def test_the_whole_season_has_both_halves_of_the_week_that_27_december_divides(tmp_path: Path) -> None:
    """From 1 November (week 44) to 26 December (week 52), then 27 December (week 52) to week 4."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "w")
        rows = app.screen.query_one("#weeks", Rows)
        names = [week(app, n)[0] for n in range(rows.row_count)]
        assert names == [*map(str, range(44, 52)), "52 1/2", "52 2/2", "53", "1", "2", "3", "4"]
        await press(pilot, "h")
        await write(pilot, "7")
        await press(pilot, "enter", "enter")
        assert in_file(app, tmp_path)["plan"]["hours"] == {"2026-W52": 7, "2026-W53": 40.0}
        assert (week(app, 8)[4], week(app, 9)[4]) == ("6.0", "1.0"), "six days of seven, then one"


async def test_undo_drops_a_trial_of_what_is_no_more(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        await press(pilot, "tab", "plus", "enter", "plus", "ctrl+z")
        assert not figures(app).startswith("Trial")
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.0
