"""The app opens where one left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.draft import EVERY
from readycheck.tui.screens.audit import STAYED
from tests.tui.driving import SMALL, press
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, WEEKENDS, app_with

pytestmark = pytest.mark.slow


def again(home: Path) -> ReadycheckApp:
    archive = Archive(home)
    return ReadycheckApp(archive, Translator("en"), TODAY, archive.open("lankakauppa/2026"))


def here(app: ReadycheckApp) -> str:
    order, present = app.screen.order, app.screen.present  # type: ignore[attr-defined]
    question: str = order[present][1].id
    return question


async def test_a_season_opens_at_the_question_where_it_was_left(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        assert here(app) == EVENINGS
        await press(pilot, "down")
        assert here(app) == WEEKENDS
        saved = (tmp_path / "shops" / "lankakauppa" / "2026.toml").read_text()
        await press(pilot, "ctrl+q")
    assert "weekends" not in saved.partition("[[checklists")[0], "not in the audit file"
    app = again(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert here(app) == WEEKENDS
        await press(pilot, "up", "q", "enter")  # to the list of shops, and from there
        assert here(app) == EVENINGS


async def test_after_a_kill_it_opens_at_what_was_half_typed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause(STAYED * 1.3)
        await press(pilot, "down", "m", *"Half")
        await pilot.pause(EVERY * 2.5)
        kept = {file: file.read_bytes() for file in [*tmp_path.rglob("*.json"), *tmp_path.rglob("places/**/*.txt")]}
    for file, data in kept.items():  # as a kill would have left them
        file.write_bytes(data)
    app = again(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert here(app) == WEEKENDS
        told = [str(notice.message) for notice in app._notifications]
        assert told == ["Half typed when the program ended: question 1.2. Press m: it is there."]
