"""What cannot be saved is kept, said, and put in when the audit is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.unsaved import Unsaved
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.choose import ChooseScreen
from tests.tui.driving import SMALL, press
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow


async def test_a_folder_that_vanished_loses_no_answer(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    path = Archive(tmp_path).resolve("lankakauppa/2026")
    away = tmp_path / "away"
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "y")
        assert app.session is not None and app.session.flush()
        path.parent.rename(away)
        await press(pilot, "down", "n")
        assert not app.session.flush()
        await pilot.pause(0.1)
        told = [str(notice.message) for notice in app._notifications]
        assert any(each.startswith("Not saved: ") and "there is no such file" in each for each in told)
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, ChooseScreen)
        assert str(app.session.fate).startswith("The last changes are kept")
        await press(pilot, "down", "enter")
    away.rename(path.parent)
    assert len(Archive(tmp_path).read(path).audit.answers) == 1
    archive = Archive(tmp_path)
    again = ReadycheckApp(archive, Translator("en"), TODAY, archive.read(path))
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert any("has been put in now" in str(notice.message) for notice in again._notifications)
    assert len(Archive(tmp_path).read(path).audit.answers) == 2
    assert not Unsaved(archive, path).waits


async def test_a_form_that_cannot_be_kept_says_so_and_tries_again(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    in_the_way = app.archive.aside.folder / "drafts"
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_text("no folder")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "m", *"Half")
        await pilot.pause(1.5)
        told = [str(notice.message) for notice in app._notifications]
        assert [each for each in told if each.startswith("What is typed here cannot be kept in between (")]
        in_the_way.unlink()
        await pilot.pause(1.0)
        assert list(in_the_way.rglob("*.json")), "kept once it can be, without another key"
