"""What all forms have in common: where one types first, letters of yes and no, and what was refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.i18n import Lang
from tests.tui.driving import SMALL, in_file, press
from tests.tui.small_list import app_with
from tests.tui.test_language import painted

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("lang", "yes", "no"), [("fi", "k", "e"), ("en", "y", "n")])
async def test_the_letters_of_the_answers_choose_yes_and_no(tmp_path: Path, lang: Lang, yes: str, no: str) -> None:
    app = app_with(tmp_path, lang)
    async with app.run_test(size=SMALL) as pilot:
        app.go_to("stages")
        await pilot.pause()
        await press(pilot, "a", "x", "tab", "tab", "tab", yes, "tab", yes, no, "ctrl+s")
        stage = in_file(app, tmp_path)["stages"][0]
        assert stage["stage"] == "x" and stage["told_before_order"] is True and not stage.get("told_after_order")


async def test_what_was_refused_is_not_complained_of_once_it_is_mended_and_is_typed_over(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        app.go_to("service")
        await pilot.pause()
        await press(pilot, "e", *"130", "enter")
        assert "At most 100%" in painted(app)
        await press(pilot, "backspace")
        assert "At most" not in painted(app)
        await press(pilot, "0", "enter", "escape", "e", *"78", "enter")
        assert app.session is not None and "13078" not in painted(app)


async def test_the_same_sentence_stands_once_and_not_on_the_next_screen(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await press(pilot, "ctrl+z", "ctrl+z")
        assert painted(app).count("Nothing to undo.") == 1 and "Next:" in painted(app)
        await pilot.pause(0.6)
        await press(pilot, "2")
        assert "Nothing to undo." not in painted(app)
