"""Forgetting a shop in the app: only once its name is typed, and then no byte of it stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from readycheck.i18n import Translator
from readycheck.storage import season_index
from readycheck.storage.archive import Archive
from readycheck.storage.private_notes import PrivateFile
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.preferences import Preferences
from readycheck.tui.screens.shops import ShopsScreen
from tests.tui.driving import text_of
from tests.tui.made_up import TODAY, document
from tests.tui.small_list import checklist

pytestmark = pytest.mark.slow
SIZE = (100, 30)


def made(home: Path, state: Path) -> Archive:
    archive = Archive(home, state)
    for year in (2025, 2026):
        file = archive.create("puoti", {**document(year), "checklists": [checklist()]})
        document_ = {**file.document, "shop": {**file.document["shop"], "name": "Puodin Nalle"}}
        archive.save(file, document_)
        PrivateFile(archive, file.path).write_note(None, "Puodin Nalle")
    return archive


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    if pilot.app.workers:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def telling(*roots: Path) -> list[str]:
    found = []
    for root in roots:
        for path in root.rglob("*"):
            told = str(path.relative_to(root)).encode() + (path.read_bytes() if path.is_file() else b"")
            if b"puoti" in told.lower() or b"Puodin" in told:
                found.append(str(path.relative_to(root)))
    return found


async def test_a_shop_that_was_worked_on_is_gone_to_the_last_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(season_index, "SETTLED", 0)
    home, state, settings = tmp_path / "home", tmp_path / "state", tmp_path / "settings"
    archive = made(home, state)
    app = ReadycheckApp(archive, Translator("en"), TODAY, preferences=Preferences(settings))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "down", "k", "q")  # an answer, and a place that is remembered
        assert {path.split("/")[0] for path in telling(state)} >= {"backups", "places", "index.sqlite"}
        await press(pilot, "x", "shift+tab", "right", "tab", *"Nalle", "ctrl+s")
        assert "not the shop's name" in text_of(app.screen, "#complaint") and archive.shops()
        await press(pilot, *["backspace"] * 5, *"puodin nalle", "ctrl+s")
        assert isinstance(app.screen, ShopsScreen)
        assert app.screen.query_one("#welcome").display
    assert telling(home, state, settings) == []


async def test_one_season_is_forgotten_and_the_list_shows_the_rest(tmp_path: Path) -> None:
    archive = made(tmp_path / "home", tmp_path / "state")
    app = ReadycheckApp(archive, Translator("fi"), TODAY)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "delete")
        assert text_of(app.screen, "#heading") == "Unohda Puodin Nalle"
        await press(pilot, "escape")
        assert archive.shops()[0].years == (2025, 2026)
        await press(pilot, "delete", *"puoti", "ctrl+s")
        assert archive.shops()[0].years == (2025,)
        assert isinstance(app.screen, ShopsScreen) and app.screen.query_one(DataTable).row_count == 1
