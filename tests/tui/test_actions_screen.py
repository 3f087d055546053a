"""The list of actions: narrowed, ticked off, taken into a calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.edits import new_document
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.actions import ActionsScreen
from readycheck.tui.screens.new_shop import new_season_form
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY, document
from tests.tui.small_list import FAQ, app_with, archive_at
from tests.tui.test_more_screens import ACTION, at, rows

pytestmark = pytest.mark.slow

ACTIONS = [
    {**ACTION, "id": "a1", "title": "Iltachat 🧶", "owner": "Åke"},
    {**ACTION, "id": "a2", "title": "Palautusohje", "owner": "Maija", "due": date(2026, 11, 12), "status": "doing"},
    {**ACTION, "id": "a3", "title": "Hakusanat", "owner": "Åke", "status": "done"},
]
ANSWERS = {FAQ: {"owner": {"value": "no", "on": TODAY}}}


async def test_the_list_is_narrowed_to_what_is_open_and_to_what_is_done(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", actions=ACTIONS, answers=ANSWERS, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert [row[4] for row in rows(app)] == ["tekemättä", "työn alla", "ehdotus", "tehty"]
        await press(pilot, "f")
        assert [row[2] for row in rows(app)] == ["Iltachat 🧶", "Palautusohje"]
        assert "Vain: sovitut ja avoimet" in text_of(app, "#head")
        await press(pilot, "f")
        assert [row[2] for row in rows(app)] == ["Hakusanat"]
        await press(pilot, "f")
        assert len(rows(app)) == 4 and "Vain" not in text_of(app, "#head")


async def test_one_persons_actions(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", actions=ACTIONS, answers=ANSWERS, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "w", "2")
        assert [row[2] for row in rows(app)] == ["Iltachat 🧶", "Hakusanat"]
        await press(pilot, "f", "f", "w", "3")
        assert rows(app) == [] and "f ja w näyttävät lisää" in text_of(app, "#detail")
        await press(pilot, "w", "1")
        assert [row[2] for row in rows(app)] == ["Hakusanat"]


async def test_the_space_bar_steps_the_status(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", actions=ACTIONS[:1], reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        for status in ("doing", "done", "open"):
            await press(pilot, "space")
            assert in_file(app, tmp_path)["actions"][0]["status"] == status


async def test_the_calendar_has_every_action_with_a_date(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", actions=ACTIONS, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "c")
        path = tmp_path / "shops" / "lankakauppa" / "2026-actions.ics"
        calendar = Calendar.from_ical(path.read_bytes())
        assert [(str(event["summary"]), event["dtstart"].dt) for event in calendar.walk("VEVENT")] == [
            ("Iltachat 🧶 (Lankakauppa Oy)", date(2026, 11, 10)), ("Palautusohje (Lankakauppa Oy)", date(2026, 11, 12)),
            ("✓ Tehty: Hakusanat (Lankakauppa Oy)", date(2026, 11, 10)),
        ]
        assert any(str(path) in notice.message for notice in app._notifications)


async def test_without_dates_no_calendar_is_written(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", actions=[], answers={}, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert "a adds one" in text_of(app, "#detail")
        await press(pilot, "c")
        assert not list(tmp_path.glob("shops/*/*.ics"))
        assert any("No action has a date" in notice.message for notice in app._notifications)


async def test_the_next_key_after_adding_is_about_the_new_action(tmp_path: Path) -> None:
    """The list shows only what is done, and still the new one is seen; the space bar begins it, not another."""
    app = app_with(tmp_path, "en", actions=ACTIONS, answers=ANSWERS, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "f", "f", "a", *"Call", "ctrl+s")
        assert "no date of its own: the days are those to the first peak, 27 Nov 2026" in text_of(app, "#detail")
        await press(pilot, "space")
        saved = {action["title"]: action.get("status", "open") for action in in_file(app, tmp_path)["actions"]}
        assert saved == {"Iltachat 🧶": "open", "Palautusohje": "doing", "Hakusanat": "done", "Call": "doing"}


async def test_the_head_counts_what_the_rows_say(tmp_path: Path) -> None:
    """Today is 20 October: one date missed, one in time; the FAQ's remedy is what the checklist proposes."""
    actions = [{**ACTION, "id": "a1", "due": date(2026, 10, 19)}, {**ACTION, "id": "a2"}]
    app = app_with(tmp_path, "fi", actions=actions, answers=ANSWERS, reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert [row[0] for row in rows(app)][:2] == ["! myöhässä", "21 pv"]
        assert text_of(app, "#head").splitlines() == [
            "2 sovittua avoinna: 1 myöhässä, 1 ehtii · ensimmäinen huippu 27.11.2026",
            "1 tarkistuslistojen ehdotus: 1 ehtii",
        ]


async def test_the_space_bar_does_not_leave_for_the_reason_of_an_action(tmp_path: Path) -> None:
    reason = {"cause": "late", "action": "Tell at once", "owner": "Ella", "due": date(2026, 11, 2)}
    app = app_with(tmp_path, "en", actions=[], answers={}, reasons={"return": reason})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        before = in_file(app, tmp_path)
        await press(pilot, "space")
        assert isinstance(app.screen, ActionsScreen)
        assert any("Enter goes there" in notice.message for notice in app._notifications)
        assert in_file(app, tmp_path) == before


def _two_seasons(home: Path) -> ReadycheckApp:
    """2025 left its search open, due 18 days before the peak of 28 November; 2026 has one that comes too late."""
    late = {**ACTION, "id": "late", "title": "Phone", "lead_days": 40, "fallback": "A call-back form"}
    archive = archive_at(home, actions=[late], reasons={}, answers={})
    archive.create("lankakauppa", {**document(2025), "checklists": [], "reasons": {}})
    return ReadycheckApp(archive, Translator("en"), TODAY, archive.open("lankakauppa/2026"))


async def test_what_last_season_left_open_is_taken_when_it_is_ticked_and_undone_again(tmp_path: Path) -> None:
    app = _two_seasons(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert "Season 2025 left one open: t takes it over." in text_of(app, "#head")
        await press(pilot, "t", "enter")
        assert len(in_file(app, tmp_path)["actions"]) == 1  # nothing was ticked
        await press(pilot, "space", "enter")
        taken = in_file(app, tmp_path)["actions"][1]
        # 10 November 2025 was 18 days before the peak, as 9 November 2026 is
        assert (taken["id"], taken["due"], taken["status"]) == ("faq-search", date(2026, 11, 9), "open")
        assert "First promised for season 2025." in text_of(app, "#detail")
        assert "Season 2025" not in text_of(app, "#head")
        await press(pilot, "ctrl+z")
        assert [each["id"] for each in in_file(app, tmp_path)["actions"]] == ["late"]
        assert "Season 2025 left one open" in text_of(app, "#head")


async def test_the_second_plan_comes_on_the_list_by_one_key_and_once(tmp_path: Path) -> None:
    """Forty days from 20 October end on 29 November, after the peak."""
    app = _two_seasons(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert "b puts what is done instead on the list." in text_of(app, "#detail")
        await press(pilot, "b", "home", "b")
        assert [(each["id"], each["title"], each.get("status")) for each in in_file(app, tmp_path)["actions"]] == [
            ("late", "Phone", None), ("late-instead", "A call-back form", "open"),
        ]
        assert "b puts" not in text_of(app, "#detail")


def test_the_form_for_a_new_season_says_how_many_are_left_open(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    fresh = new_document("Lanka", 2026, "FI", "Europe/Helsinki", [])
    archive.create("one", {**fresh, "actions": [ACTION, {"id": "b", "title": "B", "status": "done"}]})
    archive.create("none", fresh)
    told = []
    for shop in ("one", "none"):
        form = new_season_form(archive, Translator("en"), f"{shop}/2026", lambda *_: None)
        told.append(Translator("en")(form._note))
    assert "Actions left open: 1; the new season's page of actions offers them (t)." in told[0]
    assert "left open" not in told[1]
