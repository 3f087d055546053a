"""Painting, typing and taking suggestions: what is seen stands in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.heat_map import HeatMap
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.small_list import app_with

CHAT = {"live": True, "holidays": "closed", "mon": ["09:00-12:30"]}
# all of last season's orders came on Mondays from eight to noon and on Tuesdays from six to eight in the evening
GRID = ["0 " * 8 + "10 10 10 10 " + "0 " * 11 + "0", "0 " * 18 + "20 20 " + "0 " * 3 + "0", *["0 " * 23 + "0"] * 5]
ORDERS = {"first": date(2025, 11, 1), "last": date(2026, 1, 31), "grid": GRID, "daily": "1 " * 91 + "1"}


def app_of(home: Path, lang: Any = "en", **chat: Any) -> ReadycheckApp:
    return app_with(home, lang, hours={"chat": {**CHAT, **chat}}, demand={"orders": ORDERS}, faq=[], staffing={})


async def at_hours(pilot: Pilot[Any]) -> HeatMap:
    """Go there; the cursor stands on Monday at eight."""
    await press(pilot, "2")
    return pilot.app.screen.query_one(HeatMap)


def chat_of(app: ReadycheckApp, home: Path) -> dict[str, Any]:
    found: dict[str, Any] = in_file(app, home)["hours"]["chat"]
    return found


async def test_space_opens_the_hour_and_the_rest_of_the_day_keeps_its_minutes(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "space")
        assert chat_of(app, tmp_path)["mon"] == ["08:00-12:30"]


async def test_a_held_key_paints_every_hour_it_passes(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        heat_map.cursor = (6, 10)
        heat_map.action_open_or_close()
        for _ in range(5):  # as fast as a terminal sends them: nothing is painted in between
            heat_map.action_carry(0, 1)
        await pilot.pause()
        assert chat_of(app, tmp_path)["sun"] == ["10:00-16:00"]
        await press(pilot, "ctrl+z", "shift+right")
        assert chat_of(app, tmp_path).get("sun", []) == ["10:00-15:00"], "hour 15 was closed again; 16 is as it"


async def test_space_completes_a_half_open_hour_then_closes_it(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        heat_map.cursor = (0, 12)
        await press(pilot, "space")
        assert chat_of(app, tmp_path)["mon"] == ["09:00-13:00"]
        await press(pilot, "space")
        assert chat_of(app, tmp_path)["mon"] == ["09:00-12:00"]


async def test_shift_and_arrows_carry_the_hour_on(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "down", "space", "shift+right", "shift+right", "shift+down")
        chat = chat_of(app, tmp_path)
        assert (chat["tue"], chat["wed"]) == (["08:00-11:00"], ["10:00-11:00"])
        await press(pilot, "up", "left", "space", "shift+left")
        assert chat_of(app, tmp_path)["tue"] == ["10:00-11:00"]


async def test_dragging_paints_the_rectangle_in_one_edit(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        left, top = heat_map.region.offset
        begin, end = (left + 5 + 3 * 18 + 1, top + 1 + 1), (left + 5 + 3 * 20 + 1, top + 1 + 3)
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=end)
        await pilot.pause()
        assert "mon" in chat_of(app, tmp_path) and "tue" not in chat_of(app, tmp_path), "not saved while dragging"
        assert "37.5 → 87.5" in text_of(app, "#figures").replace("\u00a0", " "), "but the figure moves"
        await pilot.mouse_up(offset=end)
        await pilot.pause()
        chat = chat_of(app, tmp_path)
        assert [chat[day] for day in ("tue", "wed", "thu")] == [["18:00-21:00"]] * 3
        await press(pilot, "ctrl+z")
        assert "tue" not in chat_of(app, tmp_path)


async def test_the_figures_move_with_the_brush(tmp_path: Path) -> None:
    """40 orders on Mondays, 40 on Tuesdays; the season has 13 of each, and none is a public holiday."""
    app = app_of(tmp_path, mon=["08:00-12:00"])
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        assert "Coverage 50.0%" in text_of(app, "#figures").replace("\u00a0", " ")
        heat_map.cursor = (1, 18)
        await press(pilot, "space", "shift+right")
        assert "Coverage 50.0 → 100.0%" in text_of(app, "#figures").replace("\u00a0", " ")
        assert "evenings 0.0 → 100.0" in text_of(app, "#figures").replace("\u00a0", " ")


async def test_the_other_kind_of_demand_can_be_looked_at(tmp_path: Path) -> None:
    """All contacts came on Sunday at noon, when nobody is there; the orders' coverage is told beside."""
    contacts = {**ORDERS, "grid": [*["0 " * 23 + "0"] * 6, "0 " * 12 + "7 " + "0 " * 10 + "0"]}
    tables = {"hours": {"chat": {**CHAT, "mon": ["08:00-12:00"]}}, "staffing": {}}
    app = app_with(tmp_path, "en", demand={"orders": ORDERS, "contacts": contacts}, **tables)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        assert "by contacts 0.0" in text_of(app, "#demand")
        await press(pilot, "d")
        assert "Coverage 0.0%" in text_of(app, "#figures").replace("\u00a0", " ")
        assert "by orders 50.0" in text_of(app, "#demand")
        assert heat_map.picture is not None and heat_map.picture.count((6, 12)) == 7
        await press(pilot, "d")
        assert heat_map.picture.count((0, 8)) == 10


async def test_hours_are_typed_with_their_minutes(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "enter")
        await write(pilot, "8-11.15, 17:00-20:00")
        await press(pilot, "enter")
        assert chat_of(app, tmp_path)["mon"] == ["08:00-11:15", "17:00-20:00"]


async def test_a_span_that_ends_before_it_starts_stays_in_the_form(tmp_path: Path) -> None:
    app = app_of(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "enter")
        await write(pilot, "16-8")
        await press(pilot, "enter")
        assert "päättyy ennen" in text_of(app, "#complaint")
        await press(pilot, "escape")
        assert chat_of(app, tmp_path)["mon"] == ["09:00-12:30"]


@pytest.mark.parametrize(("key", "name", "value"), [("l", "live", False), ("h", "holidays", "open")])
async def test_live_and_holidays_are_switched_by_a_letter(tmp_path: Path, key: str, name: str, value: Any) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, key)
        assert chat_of(app, tmp_path)[name] == value


async def test_the_next_day_gets_the_same_hours(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        await press(pilot, "k", "k")
        chat = chat_of(app, tmp_path)
        assert (chat["tue"], chat["wed"], heat_map.cursor) == (["09:00-12:30"], ["09:00-12:30"], (2, 8))


async def test_an_exception_is_added_changed_and_taken_away(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "x", "1", "tab")
        await write(pilot, "8-22")
        await press(pilot, "enter")
        black_friday = {"date": date(2026, 11, 27), "open": ["08:00-22:00"]}
        assert chat_of(app, tmp_path)["exceptions"] == [black_friday]
        await press(pilot, "x", "2")  # the date is chosen: one types its hours
        await write(pilot, " ")
        await press(pilot, "ctrl+s")
        assert chat_of(app, tmp_path)["exceptions"] == [{**black_friday, "open": []}]
        await press(pilot, "x", "2", "tab", "right", "enter")
        assert chat_of(app, tmp_path)["exceptions"] == []


async def test_exceptions_stand_among_the_public_holidays_by_date(tmp_path: Path) -> None:
    """Third in the menu, after a new one and Independence Day, is Christmas Eve."""
    app = app_of(tmp_path, exceptions=[{"date": date(2026, 12, 24), "open": []}])
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "x", "3")
        await write(pilot, "9-12")
        await press(pilot, "ctrl+s")
        assert chat_of(app, tmp_path)["exceptions"] == [{"date": date(2026, 12, 24), "open": ["09:00-12:00"]}]


async def test_a_suggestion_is_shown_and_taken(tmp_path: Path) -> None:
    """Two more hours: Tuesday evening (40 orders a week) beats every other pair."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        await press(pilot, "s", "s")
        await write(pilot, "2")
        await press(pilot, "ctrl+s")
        assert heat_map.picture is not None and heat_map.picture.suggested == {(1, 18), (1, 19)}
        assert "Tue 18–20" in text_of(app, "#suggestion")
        assert "tue" not in chat_of(app, tmp_path), "shown, not taken"
        await press(pilot, "enter")
        assert chat_of(app, tmp_path)["tue"] == ["18:00-20:00"]
        assert chat_of(app, tmp_path)["mon"] == ["09:00-12:30"]


async def test_without_demand_it_says_what_a_suggestion_needs(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", hours={"chat": CHAT}, demand={}, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        before = app.screen
        await press(pilot, "s")
        assert app.screen is before
        told = [notice.message for notice in app._notifications]
        assert told == ["A suggestion needs demand figures: import orders or contacts first (i)."]


async def test_escape_drops_the_suggestion_and_stays(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        await press(pilot, "s", "plus")
        assert "⏎ Take" in text_of(app, "KeyLine") and "q Drop" in text_of(app, "KeyLine")
        await press(pilot, "escape")
        assert "⏎ Type" in text_of(app, "KeyLine") and "q Back" in text_of(app, "KeyLine")
        assert heat_map.picture is not None and heat_map.picture.suggested == frozenset()
        assert app.screen.query_one(HeatMap) is heat_map
        assert "tue" not in chat_of(app, tmp_path)


async def test_a_suggestion_goes_when_the_hours_change(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        await press(pilot, "s")
        assert heat_map.picture is not None and heat_map.picture.suggested
        await press(pilot, "space")
        assert heat_map.picture.suggested == frozenset()


async def test_a_channel_is_added_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "a", "1")
        assert in_file(app, tmp_path)["hours"]["phone"] == {"live": True, "holidays": "closed"}
        await press(pilot, "space")
        assert in_file(app, tmp_path)["hours"]["phone"]["mon"] == ["08:00-09:00"]
        await press(pilot, "delete")
        assert list(in_file(app, tmp_path)["hours"]) == ["chat"]


async def test_a_channel_of_another_name(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "a", "8")
        await write(pilot, "[b]Discord[/b]")
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["hours"]["[b]Discord[/b]"]["live"] is False
        assert "[b]Discord[/b]" in text_of(app, "#channels").replace("\u00a0", " ")


async def test_without_channels_and_demand_the_screen_says_what_is_missing(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", hours={}, demand={}, staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        assert "a adds one" in text_of(app, "#channels")
        assert "import" in text_of(app, "#figures")
        await press(pilot, "space")
        assert in_file(app, tmp_path).get("hours", {}) == {}
