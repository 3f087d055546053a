"""Opening hours with nothing but the mouse; public holidays and exceptions by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.widgets.heat_map import HeatMap
from tests.tui.driving import SMALL, in_file, press, write
from tests.tui.small_list import app_with
from tests.tui.test_hours_screen import app_of, at_hours, chat_of
from tests.tui.test_mouse import click

pytestmark = pytest.mark.slow


async def click_line(pilot: Pilot[Any], place: str, text: str) -> None:
    await click(pilot, pilot.app.screen.query_one(place), text)


async def drag(pilot: Pilot[Any], start: tuple[int, int], end: tuple[int, int]) -> None:
    """From one (weekday, hour) to another."""
    left, top = pilot.app.screen.query_one(HeatMap).region.offset
    begin, stop = ((left + 5 + 3 * hour + 1, top + 1 + day) for day, hour in (start, end))
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=stop)
    await pilot.mouse_up(offset=stop)
    await pilot.pause()


async def test_hours_are_painted_and_rubbed_out_by_dragging(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await drag(pilot, (5, 10), (6, 13))
        chat = chat_of(app, tmp_path)
        assert (chat["sat"], chat["sun"]) == (["10:00-14:00"], ["10:00-14:00"])
        await drag(pilot, (5, 13), (5, 12))
        assert chat_of(app, tmp_path)["sat"] == ["10:00-12:00"]


async def test_the_lines_below_the_week_are_clicked(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await click_line(pilot, "#settings", "live: yes")
        assert chat_of(app, tmp_path)["live"] is False
        await click_line(pilot, "#settings", "public holidays: closed")
        assert chat_of(app, tmp_path)["holidays"] == "open"
        await click_line(pilot, "#day", "Mon")
        await write(pilot, "9-10")
        await press(pilot, "enter")
        assert chat_of(app, tmp_path)["mon"] == ["09:00-10:00"]
        await click_line(pilot, "#exceptions", "No dated")
        assert isinstance(app.screen, ChooseScreen)


async def test_a_suggestion_is_taken_by_a_click(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "s", *["minus"] * 4)
        await click_line(pilot, "#suggestion", "Enter takes it")
        assert chat_of(app, tmp_path)["tue"] == ["18:00-20:00"]


async def test_the_seasons_holidays_stand_among_the_exceptions(tmp_path: Path) -> None:
    """Independence Day 2026 is a Sunday; its row comes after the entry for a new one."""
    app: ReadycheckApp = app_of(tmp_path, "fi", sun=["12:00-16:00"])
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await press(pilot, "x", "2", "enter")
        independence = {"date": date(2026, 12, 6), "open": ["12:00-16:00"]}
        assert chat_of(app, tmp_path)["exceptions"] == [independence]
        await press(pilot, "x", "3")
        await write(pilot, "9-12")
        await press(pilot, "enter")
        assert chat_of(app, tmp_path)["exceptions"] == [
            independence, {"date": date(2026, 12, 24), "open": ["09:00-12:00"]},
        ]


async def test_painting_without_a_channel_says_once_what_is_missing(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", hours={}, staffing={}, demand={})
    async with app.run_test(size=SMALL) as pilot:
        await at_hours(pilot)
        await drag(pilot, (0, 8), (2, 12))
        assert [notice.message for notice in app._notifications] == ["Add a channel first (a)."]
        assert in_file(app, tmp_path).get("hours", {}) == {}


def test_holidays_have_names_in_the_persons_language() -> None:
    from readycheck.core.hours.public_holidays import holiday_names, public_holidays

    season = (date(2026, 11, 1), date(2027, 1, 31))
    finnish = holiday_names("FI", *season, "fi")
    assert finnish[date(2027, 1, 6)] == "Loppiainen"
    assert holiday_names("FI", *season, "en")[date(2026, 12, 24)] == "Christmas Eve"
    assert frozenset(finnish) == public_holidays("FI", *season)
    assert holiday_names("XX", *season, "fi") == {}
