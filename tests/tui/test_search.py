"""One window finds anything and does it, on every screen of an audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from readycheck.i18n import Lang, Translator
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.new_shop import NewShopForm
from readycheck.tui.screens.registry import PLACES, Place
from readycheck.tui.screens.search import SearchScreen
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import SMALL, in_file, press
from tests.tui.made_up import TODAY
from tests.tui.small_list import FAQ, WEEKENDS, app_with, archive_at

pytestmark = pytest.mark.slow

FULL: dict[str, Any] = {
    "observations": [{"kind": "success", "text": "Rauhallista"}, {"kind": "difficulty", "text": "Jono venyi"}],
    "stages": [{"stage": "varasto", "risk": "loppuu"}, {"stage": "toimitus", "risk": "myöhästyy"}],
}


def shown(app: ReadycheckApp) -> list[str]:
    """The lines of what was found."""
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_a_question_is_found_from_every_screen_and_answered(tmp_path: Path, place: Place) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.go_to(place.id)
        await pilot.pause()
        await press(pilot, "slash", *"viikonl", "enter")
        assert isinstance(app.screen, QuestionScreen)
        await press(pilot, "e")
        assert in_file(app, tmp_path)["answers"] == {WEEKENDS: {"owner": {"value": "no", "on": TODAY}}}


@pytest.mark.parametrize(("typed", "kind", "place", "table", "row"), [
    ("jono", "havainto", "observations", "rows", "1"), ("myohas", "vaihe", "stages", "rows", "1"),
    ("lahjakortti", "syy", "reasons", "pareto", "gift-card"), ("toimitusajat", "UKK", "reasons", "faq", "0"),
    ("palautusohje", "toimenpide", "actions", "rows", "1"), ("sposti", "kanava", "channels", "rows", "email"),
])
async def test_what_is_in_a_table_is_marked_there(
    tmp_path: Path, typed: str, kind: str, place: str, table: str, row: str,
) -> None:
    app = app_with(tmp_path, **FULL)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2", "slash", *(typed if typed != "sposti" else "sähköposti"))
        at = next(n for n, line in enumerate(shown(app)) if line.startswith(kind))
        await press(pilot, *["down"] * at, "enter")
        await pilot.pause()
        assert isinstance(app.screen, AuditScreen) and place == app.screen.PLACE
        rows = app.screen.query_one(f"#{table}", Rows)
        assert rows.has_focus and rows.chosen == row


async def test_a_number_goes_to_its_question_and_the_numbers_are_in_sight(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "5", "slash", *"2.1", "enter", "k")
        assert list(in_file(app, tmp_path)["answers"]) == [FAQ]
        assert str(app.screen.query_one("#prompt").content).startswith("2.1  Onko UKK")  # type: ignore[attr-defined]
        sections = [str(option.prompt) for option in app.screen.query_one("SectionList", OptionList).options]
        assert ["1 Läsnäolo" in line for line in sections] == [False, True, False]
        assert ["2 Itsepalvelu" in line for line in sections] == [False, False, True]


@pytest.mark.parametrize(("lang", "word", "label"), [("fi", "kumoa", "Kumoa"), ("en", "undo", "Undo")])
async def test_a_command_is_found_by_what_it_does_with_its_key(
    tmp_path: Path, lang: Lang, word: str, label: str,
) -> None:
    app = app_with(tmp_path, lang)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "k" if lang == "fi" else "y")
        assert len(in_file(app, tmp_path)["answers"]) == 1
        await press(pilot, "ctrl+p", *word)
        assert label in shown(app)[0] and "[^z]" in shown(app)[0]
        await press(pilot, "enter")
        assert "answers" not in in_file(app, tmp_path)


async def test_without_a_word_it_says_what_comes_next(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "slash")
        assert shown(app)[0].startswith("to do next") and "3 readiness questions have no answer" in shown(app)[0]
        await press(pilot, *"zzzz", "enter")
        assert isinstance(app.screen, SearchScreen) and shown(app) == ["Nothing has these words."]
        await press(pilot, "escape")
        assert isinstance(app.screen, AuditScreen) and app.screen.PLACE == "reasons"


async def test_the_list_of_shops_has_its_commands_too(tmp_path: Path) -> None:
    app = ReadycheckApp(archive_at(tmp_path), Translator("en"), TODAY)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ShopsScreen)
        await press(pilot, "ctrl+p", *("space" if char == " " else char for char in "new shop"), "enter")
        assert isinstance(app.screen, NewShopForm)
