"""What is typed into a form outlives Esc and a kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.draft import EVERY
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow


def keys(text: str) -> list[str]:
    return ["space" if char == " " else char for char in text]


async def test_a_note_left_with_esc_waits_and_is_taken_later(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "m", *keys("Ring back"), "escape")
        assert "note" not in str(in_file(app, tmp_path).get("answers", {}))
        await press(pilot, "down", "m")
        assert app.screen.query_one(TextArea).text == "", "another question's note is another text"
        await press(pilot, "escape", "up", "m")
        assert app.screen.query_one(TextArea).text == "Ring back"
        assert "not saved yet" in text_of(app, "#complaint")
        await press(pilot, *keys(" soon"), "ctrl+s")
        assert [given["note"] for given in in_file(app, tmp_path)["answers"].values()] == ["Ring back soon"]
        await press(pilot, "m", "ctrl+a", *"Other", "ctrl+r")
        assert app.screen.query_one(TextArea).text == "Ring back soon"
        await press(pilot, "escape")
    assert not list((app.archive.aside.folder / "drafts").rglob("*.json"))


async def test_a_note_that_was_being_typed_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "m", *keys("Half a th"))
        await pilot.pause(EVERY * 2.5)  # nothing ends this app in order
        assert list((app.archive.aside.folder / "drafts").rglob("*.json"))
    archive = Archive(tmp_path)
    again = ReadycheckApp(archive, Translator("en"), TODAY, archive.open("lankakauppa/2026"))
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        told = [notice.message for notice in again._notifications]
        assert any("Half typed when the program ended" in str(message) for message in told)
        await press(pilot, "m")
        assert again.screen.query_one(TextArea).text == "Half a th"


async def test_enter_goes_through_a_long_form_and_down_never_leaves_the_keys_behind(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "5", "a")
        assert isinstance(app.screen, FormScreen)
        first = app.screen.focused
        assert isinstance(first, Input)
        await press(pilot, *"Anna", "enter", *"xyz")
        assert first.value == "Anna"
        assert isinstance(app.screen, FormScreen), "nothing typed after Enter is a command"


async def test_keys_pressed_twice_in_a_menu_close_one_window(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "7")
        menu = app.screen
        assert isinstance(menu, ChooseScreen)
        depth = len(app.screen_stack)
        menu.dismiss(None)
        menu.dismiss(None)
        menu.action_number(1)
        await pilot.pause()
        assert len(app.screen_stack) == depth - 1


async def test_a_file_that_was_changed_by_hand_is_told_of_when_it_is_opened(tmp_path: Path) -> None:
    archive = app_with(tmp_path, "en").archive
    file = archive.resolve("lankakauppa/2026")
    file.write_bytes(file.read_bytes().replace(b"[season]", b"# mine\n[season]", 1))
    app = ReadycheckApp(archive, Translator("fi"), TODAY, archive.open("lankakauppa/2026"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert any("muutettu käsin" in str(notice.message) for notice in app._notifications)
