"""The very first start: four things, and the first question stands there in the language that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, Static

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.document import parse_document
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.reading import KeyList
from readycheck.tui.widgets.field_row import FieldRow
from readycheck.tui.widgets.labelled import Labelled
from tests.tui.driving import SMALL, in_file, press, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def in_helsinki(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the machine stands."""
    monkeypatch.setenv("TZ", "Europe/Helsinki")


def started(home: Path) -> ReadycheckApp:
    """As on a machine that speaks English."""
    return ReadycheckApp(Archive(home), Translator("en"), TODAY)


def labels(app: ReadycheckApp) -> list[str]:
    """What the form asks."""
    return [str(label.content) for label in app.screen.query("FieldRow .label").results(Static)]


async def test_enter_goes_through_four_things_to_the_first_question(tmp_path: Path) -> None:
    app = started(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert labels(app) == ["Shop's name", "Season (year of its peak)", "Language / Kieli", "Data"]
        await press(pilot, *"Nalle", "enter", "enter", "enter", "enter")
        assert isinstance(app.screen, QuestionScreen) and app.tr.lang == "en"
    saved = parse_document((tmp_path / "shops" / "nalle" / "2026.toml").read_bytes(), "2026.toml")
    assert saved["shop"] == {"name": "Nalle", "country": "FI", "timezone": "Europe/Helsinki"}


async def test_a_shop_begun_in_london_is_british(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    app = started(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *"Nalle", "ctrl+s")
    saved = parse_document((tmp_path / "shops" / "nalle" / "2026.toml").read_bytes(), "2026.toml")
    assert saved["shop"] == {"name": "Nalle", "country": "GB", "timezone": "Europe/London"}


async def test_the_language_that_is_chosen_is_spoken_at_once_and_what_was_typed_stays(tmp_path: Path) -> None:
    app = started(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, *"Nalle", "enter", *"2031", "enter", "left")
        assert labels(app)[0] == "Kaupan nimi" and "Uusi kauppa" in str(app.screen.query_one("#heading").content)  # type: ignore[attr-defined]
        assert [field.value for field in app.screen.query(Input)] == ["Nalle", "2031"]
        assert app.screen.query(FieldRow)[2].control.has_focus, "one stands where one stood"
        await press(pilot, "enter", "right", "enter")
        assert isinstance(app.screen, ImportScreen) and app.tr.lang == "fi"
        await press(pilot, "escape")
        assert isinstance(app.screen, QuestionScreen)
        assert "Läsnäolo" in str(app.screen.query_one("#where", Static).content)
    assert (tmp_path / "shops" / "nalle" / "2031.toml").exists()


async def test_keys_in_one_burst_mean_what_they_would_one_by_one(tmp_path: Path) -> None:
    """As over a slow line: all keys are there before the first is heeded."""
    app = started(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        for burst in ((*"Nalle", "enter", *"2031", "enter", "left"), ("enter", "enter")):
            await pilot.pause()
            for name in burst:
                app.post_message(Key(name, name if len(name) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen) and app.tr.lang == "fi"
    assert (tmp_path / "shops" / "nalle" / "2031.toml").exists()


async def test_f1_in_a_form_tells_its_keys_and_a_question_mark_is_typed(tmp_path: Path) -> None:
    app = started(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, *"Kuka", "question_mark", "f1")
        assert isinstance(app.screen, KeyList)
        told = " ".join(f"{row.label} {row.text}" for row in app.screen.query(Labelled))
        assert "Take these values and close." in told and "^s" in told
        await press(pilot, "escape")
        assert app.screen.query(Input).first().value == "Kuka?"


async def test_what_was_not_asked_is_changed_with_a(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "a", "tab")
        await write(pilot, "se")
        await press(pilot, "tab")
        await write(pilot, "Mars/Olympus")
        await press(pilot, "ctrl+s")
        assert "Mars/Olympus" in str(app.screen.query_one("#complaint", Static).content)
        await write(pilot, "Europe/Stockholm")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        assert in_file(app, tmp_path)["shop"] == {
            "name": "Lankakauppa Oy", "country": "SE", "timezone": "Europe/Stockholm",
        }
