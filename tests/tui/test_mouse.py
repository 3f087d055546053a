"""Whatever a key does, the mouse does too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widget import Widget

from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.hours import HoursScreen
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.name_tabs import NameTabs
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.ticks import Ticks
from readycheck.tui.widgets.value_line import ValueLine
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.small_list import app_with


async def click(pilot: Pilot[Any], widget: Widget, text: str) -> None:
    """Click the first place where `text` stands in a widget."""
    strips = pilot.app.screen._compositor.render_strips()
    for y in range(widget.region.y, widget.region.bottom):
        line = "".join(segment.text for segment in strips[y]).replace("\u00a0", " ")
        found = line.find(text, widget.region.x)
        if found >= 0:
            await pilot.click(offset=(found + 1, y))
            await pilot.pause()
            return
    raise AssertionError(f"{text!r} does not stand in {widget!r}")


async def test_a_channel_is_chosen_by_a_click(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        await click(pilot, app.screen.query_one(NameTabs), "e-mail")
        screen = app.screen
        assert isinstance(screen, HoursScreen) and screen.channel == "email"
        assert "live: no" in text_of(app, "#settings")


async def test_a_form_is_opened_filled_in_and_saved_by_clicks(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3")
        pareto = app.screen.query_one("#pareto", Rows)
        await click(pilot, pareto, "return")
        assert not isinstance(app.screen, FormScreen), "the first click only goes there"
        await click(pilot, pareto, "return")
        assert isinstance(app.screen, FormScreen)
        await click(pilot, app.screen.query(Choice).first(), "( ) yes")
        await click(pilot, app.screen.query_one(KeyLine), "OK")
        assert in_file(app, tmp_path)["reasons"] == {"return": {"canned_reply": True}}


async def test_reasons_of_an_entry_are_ticked_by_clicks(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "tab", "enter")
        ticks = app.screen.query_one(Ticks)
        await click(pilot, ticks, "Payment")
        await click(pilot, ticks, "Where is my order")
        await press(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["faq"][0]["answers"] == ["payment"]


async def test_a_click_on_a_trial_row_changes_and_never_takes(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "4", "tab", "plus")
        settings = app.screen.query_one("#settings", Rows)
        await click(pilot, settings, "Orders ×")
        await click(pilot, settings, "Orders ×")
        assert app.screen.query_one(ValueLine).typing
        assert in_file(app, tmp_path)["plan"]["growth"] == 1.1


async def test_views_of_the_comparison_are_chosen_by_clicks(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "6")
        await click(pilot, app.screen.query_one(NameTabs), "Settings")
        assert "[Settings]" in text_of(app, "#views")
