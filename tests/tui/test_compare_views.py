"""The comparison in the running app: what is pressed there, and what stands in the files after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.ask_file import AskFileScreen
from readycheck.tui.widgets.path_input import PathInput
from readycheck.tui.widgets.week_pair import WeekPair
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, WEEKENDS, app_with
from tests.tui.test_compare_screen import app_of, at_compare, compared, rows

pytestmark = pytest.mark.slow


async def test_what_was_not_done_is_taken_into_this_season_and_taken_back(tmp_path: Path) -> None:
    """The FAQ search was due on 10 November 2025, 18 days before Black Friday; in 2026 that is on the 27th."""
    app = app_of(tmp_path, 2025, actions=[])
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "t")
        assert rows(app)["✗ not done"][0] == "UKK-haku kauppaan"
        await press(pilot, "t")
        taken = in_file(app, tmp_path)["actions"]
        assert [(each["id"], each["status"], each["owner"], each["fallback"]) for each in taken] == [
            ("faq-search", "open", "Maija", "Linkki etusivulle")]
        assert taken[0]["due"] == TODAY.replace(month=11, day=9)
        await compared(pilot)
        assert rows(app)["▸ not done, again"][0] == "UKK-haku kauppaan"
        await press(pilot, "t")
        assert len(in_file(app, tmp_path)["actions"]) == 1, "it is there already"
        await press(pilot, "ctrl+z")
        assert not in_file(app, tmp_path).get("actions")


async def test_another_persons_file_of_the_same_season_stands_beside(tmp_path: Path) -> None:
    """All said no or partly here (0, 0 and 50); the consultant's copy says yes to the FAQ: 50 instead of 25."""
    app = app_of(tmp_path)
    mine = tmp_path / "shops" / "lankakauppa" / "2026.toml"
    theirs = tmp_path / "konsultti.toml"
    theirs.write_text(mine.read_text(encoding="utf-8").replace('value = "partly"', 'value = "yes"'), encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "y", "enter")
        assert isinstance(app.screen, AskFileScreen)
        path = app.screen.query_one(PathInput)
        path.value = f"{tmp_path}/kons"
        await press(pilot, "end")
        await compared(pilot)
        await press(pilot, "tab")
        assert path.value == str(theirs)
        await press(pilot, "enter")
        await compared(pilot)
        head = text_of(app, "#headline").splitlines()
        assert head[0] == "konsultti → lankakauppa/2026   Readiness 50.0 → 25.0. Of the difference:"
        assert head[1] == "  ▼   −25.0  lankakauppa/2026 is lower: the same questions and measures, 50.0 → 25.0"
        assert rows(app)["· Self-service"] == ["100.0", "50.0", "▼50.0", "▼ lower"]


async def test_a_file_that_is_none_or_the_open_one_is_told_in_the_window(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "y", "enter")
        for typed, told in (
            ("", "Type the path"), (f"{tmp_path}/nothing", "There is no file"), (f"{tmp_path}/notes.txt", "notes.txt"),
            (f"{tmp_path}/shops/lankakauppa/2026.toml", "This is the audit that is open."),
        ):
            app.screen.query_one(PathInput).value = typed
            await press(pilot, "enter")
            await compared(pilot)
            assert told in text_of(app, "#complaint")
        await press(pilot, "escape")
        assert text_of(app, "#headline").startswith("There is one season only.")


async def test_the_hours_of_both_seasons_take_the_tables_place(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "m")
        map_ = app.screen.query_one(WeekPair)
        assert map_.display and text_of(app, "#detail").startswith("Hours of contacts, both on one scale")
        await press(pilot, "m")
        assert text_of(app, "#detail").startswith("Hours of orders")
        await press(pilot, "m")
        assert not map_.display and "Channels of contacts" in rows(app)


async def test_three_seasons_are_a_trend(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2024, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "left", "left", "left")
        await compared(pilot)
        assert rows(app)["Readiness"] == ["12.5", "12.5", "25.0", "▂▂▃"]
        assert "2024 → 2025: 0.0, 2025 → 2026: +12.5" in text_of(app, "#detail")


async def test_the_comparison_is_written_as_a_page_and_as_data(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "w")
        await compared(pilot)
        await press(pilot, "end", "enter")
        await compared(pilot)
    folder = tmp_path / "shops" / "lankakauppa"
    page = (folder / "2026-comparison-2025-2026.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and "12.5" in page
    facts = json.loads((folder / "2026-comparison-2025-2026.json").read_text(encoding="utf-8"))
    assert "12.5" in json.dumps(facts) and "improved" in json.dumps(facts)


async def test_an_observation_on_a_question_remembers_it(tmp_path: Path) -> None:
    app: ReadycheckApp = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "h", *"late", "tab", "right", "ctrl+s")
        assert in_file(app, tmp_path)["observations"] == [
            {"kind": "success", "text": "late", "on": TODAY, "question": EVENINGS}]
        app.go_to("observations")
        await pilot.pause()
        assert rows(app)["+ success"] == ["late", "1.1", "20 Oct 2026"]
        assert text_of(app, "#detail") == "late\nQuestion 1.1: Are evenings answered?"


async def test_from_a_row_one_gets_to_its_question(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "right", "down", "enter", "y")
        assert in_file(app, tmp_path)["answers"][WEEKENDS]["owner"]["value"] == "yes"
        await press(pilot, "6", "right", "enter")
        assert text_of(app, "#headline"), "a promise without a question leads nowhere"
