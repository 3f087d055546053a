"""The mapping screen before answers that are given to it: what it shows, what it asks next, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.reading import KeyList, ReadingScreen
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.path_input import PathInput
from tests.tui.driving import press, text_of
from tests.tui.import_driving import ORDERS, import_screen, paste, push, settled, taken_for
from tests.tui.recorded import HEADINGS, asking, child, contacts
from tests.tui.test_screens_fit import drawn

pytestmark = pytest.mark.slow


async def test_what_is_recognised_counted_and_refused_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, tmp_path, contacts(kept_mapping=True))
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        assert text_of(app, "#recognised") == (
            "Zendesk, recognised by its columns · UTF-8 · delimiter ; · columns as you said last time"
        )
        assert taken_for(app) == dict(zip(
            HEADINGS, ["Id", "–", "Subject", "Tags", "Channel", "Time", "–", "Reason"], strict=True,
        ))
        assert text_of(app, "#said").split("\n") == [
            "1,233 rows · counted: 1,200 contacts · 3 are refused · 1 Nov 2025 – 31 Jan 2026",
            "Channels: e-mail 800, chat 400",
            "Reasons: without a reason 900, How to return 259, Where is my order 41",
            "The rules found the reason of 41 contacts.",
            "✖ time not readable: 3 refused, the first in a.csv on line 17",
            "· rows with an id that was there already: 30; an id counts once",
        ]


async def test_questions_stand_on_top_and_their_answers_go_to_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = child(monkeypatch, tmp_path, asking(), contacts())
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        assert text_of(app, "#asked") == "⚠ Zendesk does not say in which time zone its times are."
        assert app.screen.query_one("#zone Choice", Choice).value is None
        assert text_of(app, "#said") == "1,233 rows · not counted yet"
        await push(app, pilot, "enter", "right")
        assert text_of(app, "#asked") == ""
        assert [choices.zone for choices in told.asked] == ["", "Europe/Helsinki"]
        assert told.dry == [True, True]


async def test_rules_channel_and_source_are_said_in_words_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = child(monkeypatch, tmp_path, contacts())
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, ORDERS)
        assert told.asked[-1].words() == [], "rules are off until one turns them on"
        await push(app, pilot, "enter", "tab", "right")
        assert told.asked[-1].words() == ["--code-reasons"]
        assert "Message texts" not in text_of(app, "#said")
        await push(app, pilot, "right")
        assert told.asked[-1].words() == ["--code-reasons", "--read-texts"]
        assert "nothing but counts is kept" in text_of(app, "#said")
        await pilot.press("tab", *"phone", "tab", *"Puhelinloki")
        await settled(app, pilot)
        assert set(told.asked[-1].words()) == {
            "--channel=phone", "--source=Puhelinloki", "--code-reasons", "--read-texts",
        }


async def test_what_the_rules_matched_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, tmp_path, contacts(), contacts(sample=[]))
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await press(pilot, "tab", "m")
        assert isinstance(app.screen, ReadingScreen)
        shown = "".join(drawn(app))
        assert "How to return" in shown and "palautus, palauttaa" in shown and "Haluan palauttaa: •••" in shown
        await push(app, pilot, "escape", "f5", "m")
        assert isinstance(app.screen, ImportScreen), "nothing matched: nothing to look at"


async def test_what_was_said_last_time_can_be_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = child(monkeypatch, tmp_path, contacts(kept_mapping=True), asking())
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "tab", "a")
        assert told.asked[-1].words() == ["--ask-again"]
        assert text_of(app, "#asked").startswith("⚠ ")


async def test_a_refusal_keeps_the_table_to_choose_another_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {"kind": "contacts", "questions": [
        {"about": "column", "text": "no row can be counted.", "remedy": "Choose other columns with --column."},
    ]}
    told = child(monkeypatch, tmp_path, contacts(), refused)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "enter", "f5")
        assert text_of(app, "#asked") == "⚠ No row can be counted. Choose the column in the table: ← → and Enter."
        await push(app, pilot, "home", "right", "right", "enter", "1")
        assert told.asked[-1].columns == {"subject": "", "time": "Subject"}
        assert taken_for(app)["Subject"] == "Time" and taken_for(app)["Created at"] == "–"
        await push(app, pilot, "delete")
        assert told.asked[-1].columns == {"subject": "", "time": ""}


async def test_a_column_without_a_name_of_its_own_cannot_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = contacts()
    look["files"][0]["headings"] = ["Id", "Id", "", "•••", *HEADINGS[4:]]
    child(monkeypatch, tmp_path, look)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        for presses in (["enter", "home", "right"], ["right"], ["right"]):
            await push(app, pilot, *presses, "enter")
            assert isinstance(app.screen, ImportScreen)
            assert "no heading to know it by" in text_of(app, "#status")
        await push(app, pilot, "right", "enter")
        assert isinstance(app.screen, ChooseScreen)


async def test_tab_completes_a_path_and_goes_on_once_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, tmp_path, contacts())
    (tmp_path / "orders.csv").touch()
    (tmp_path / "orders.csv.bak").touch()
    async with import_screen(tmp_path) as (app, pilot):
        field = app.screen.query_one(PathInput)
        await pilot.press(*f"{tmp_path}/ord")
        await settled(app, pilot)
        await push(app, pilot, "tab")
        assert (field.value, app.focused) == (f"{tmp_path}/orders.csv", field)
        await push(app, pilot, "tab")
        assert app.focused is not field


async def test_help_lists_the_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, tmp_path, contacts())
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "enter", "question_mark")
        assert isinstance(app.screen, KeyList)
        assert "What is it?" in "".join(drawn(app))
