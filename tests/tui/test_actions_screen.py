"""The list of actions: narrowed, ticked off, taken into a calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY
from tests.tui.small_list import FAQ, app_with
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
        assert [row[4] for row in rows(app)] == ["tekemättä", "työn alla", "lista", "tehty"]
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
