"""Keys that come in one burst, as over a slow line, mean what they would one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key, Paste

from readycheck.tui.screens.audit import QuestionScreen
from tests.tui.driving import SMALL, burst, in_file
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow


async def test_the_letters_of_a_note_are_no_commands_and_what_follows_is_no_note(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await burst(pilot, "y", "m", *"nye", "ctrl+s", "down", "n", "m", *"mp", "ctrl+s", "down")
        assert isinstance(app.screen, QuestionScreen)
        app.session.flush()
        first, second = in_file(app, tmp_path)["answers"].values()
        assert (first["owner"]["value"], first["note"]) == ("yes", "nye")
        assert (second["owner"]["value"], second["note"]) == ("no", "mp")


async def test_a_paste_waits_for_the_window_that_it_was_meant_for(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        app.post_message(Key("m", "m"))
        app.post_message(Paste("pasted text"))
        await burst(pilot, "ctrl+s", "y")
        app.session.flush()
        (given,) = in_file(app, tmp_path)["answers"].values()
        assert (given["note"], given["owner"]["value"]) == ("pasted text", "yes")


async def test_enter_goes_on_from_a_text_of_several_lines_too_and_ctrl_j_breaks_it(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await burst(pilot, "7", "1", "a", *"Pack", "ctrl+j", *"gifts", "enter", *"Aoife", "ctrl+s")
        app.session.flush()
        *_, action = in_file(app, tmp_path)["actions"]
        assert (action["title"], action["owner"]) == ("Pack\ngifts", "Aoife")


async def test_ctrl_a_marks_all_that_is_typed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await burst(pilot, "m", *"old", "enter", *"lines", "ctrl+home", "X", "ctrl+a", *"new", "ctrl+s")
        app.session.flush()
        (given,) = in_file(app, tmp_path)["answers"].values()
        assert given["note"] == "new"
