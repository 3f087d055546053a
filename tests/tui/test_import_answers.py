"""The mapping screen before answers that are given to it: what it shows, what it asks next, what it survives."""

from __future__ import annotations

import asyncio
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.reading import KeyList, ReadingScreen
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import PathInput
from tests.tui.driving import press, text_of
from tests.tui.import_driving import ORDERS, import_screen, paste, push, settled, taken_for
from tests.tui.recorded import HEADINGS, asking, child, contacts
from tests.tui.small_list import saved
from tests.tui.test_import_process import alive
from tests.tui.test_screens_fit import HOSTILE, drawn

pytestmark = pytest.mark.slow

LARGE = (120, 40)
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]")
ESCAPES = json.loads((Path(__file__).parents[1] / "data" / "hostile" / "terminal_escapes.json").read_text("utf-8"))
SLOW = "import time; time.sleep(60)"


async def test_what_is_recognised_counted_and_refused_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, tmp_path, contacts(kept_mapping=True))
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        assert text_of(app, "#recognised") == (
            "Zendesk, recognised by its columns; UTF-8; delimiter ;; columns as you said last time"
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


async def test_a_newer_look_ends_the_older_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = child(monkeypatch, tmp_path, SLOW, contacts())
    async with import_screen(tmp_path) as (app, pilot):
        began = time.monotonic()
        await pilot.press("shift+tab", "tab")
        app.screen.query_one("#files Input").value = str(ORDERS)  # type: ignore[attr-defined]
        while len(told.asked) < 1:
            await asyncio.sleep(0.02)
        await pilot.press("enter")
        await settled(app, pilot)
        assert len(told.asked) == 2 and "1,200 contacts" in text_of(app, "#said")
        assert time.monotonic() - began < 30


async def test_an_import_that_is_cancelled_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = child(monkeypatch, tmp_path, contacts(), SLOW)
    async with import_screen(tmp_path) as (app, pilot):
        before = saved(tmp_path)
        await paste(app, pilot, ORDERS)
        await pilot.press("ctrl+s")
        while len(told.asked) < 2:
            await pilot.pause(0.02)
        assert "Esc stops it." in text_of(app, "#status")
        await pilot.press("t", "f5", "enter", "x", "ctrl+s")
        await pilot.pause(0.1)
        assert told.dry == [True, False], "no key disturbs what is under way"
        await push(app, pilot, "escape")
        assert isinstance(app.screen, ImportScreen)
        assert text_of(app, "#status") == "Stopped: nothing was changed."
        assert saved(tmp_path) == before
        await push(app, pilot, "escape")
        assert not isinstance(app.screen, ImportScreen)


async def test_leaving_the_program_ends_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    noting = f"import os; open({str(note)!r}, 'w').write(str(os.getpid()))"
    told = child(monkeypatch, tmp_path, contacts(), f"{noting}; {SLOW}")
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await pilot.press("ctrl+s")
        while not note.exists() or not note.read_text(encoding="utf-8"):
            await pilot.pause(0.02)
        await pilot.press("ctrl+q")
        await pilot.pause(0.2)
    assert len(told.asked) == 2 and app.return_code == 0
    for _ in range(100):
        if not alive(int(note.read_text(encoding="utf-8"))):
            break
        time.sleep(0.05)
    assert not alive(int(note.read_text(encoding="utf-8")))


async def test_an_import_that_was_through_before_esc_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written, the answer not yet printed."""
    audit = tmp_path / "shops" / "lankakauppa" / "2026.toml"
    write = (f"p = {str(audit)!r}; t = open(p, encoding='utf-8').read().replace('Lankakauppa Oy', 'Villakauppa Oy'); "
             "open(p, 'w', encoding='utf-8').write(t); import time; time.sleep(60)")
    child(monkeypatch, tmp_path, contacts(), write)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await pilot.press("ctrl+s")
        while saved(tmp_path)["shop"]["name"] != "Villakauppa Oy":
            await pilot.pause(0.05)
        await push(app, pilot, "escape")
        assert text_of(app, "#status").startswith("It was through already")
        assert app.session is not None and app.session.audit.shop.name == "Villakauppa Oy"


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
            assert "no heading of its own" in text_of(app, "#status")
        await push(app, pilot, "right", "enter")
        assert isinstance(app.screen, ChooseScreen)


@pytest.mark.parametrize("rubbish", ["print('rubbish')", "import os; os.kill(os.getpid(), 9)", "raise ValueError"])
async def test_a_child_that_dies_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rubbish: str
) -> None:
    child(monkeypatch, tmp_path, contacts(), rubbish)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "f5")
        assert text_of(app, "#status").startswith("⚠ ") and "\n" not in text_of(app, "#status")
        assert not app.screen.query_one(MappingTable).display


async def test_whatever_a_file_holds_is_shown_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*ESCAPES, HOSTILE, "[@click=app.quit]x[/]", "[/"]
    look = contacts(
        rejected=[{"cause": text, "count": 1, "text": text} for text in texts], notes=texts,
        channels=dict.fromkeys(texts, 1), reasons=dict.fromkeys(texts, 1), source=HOSTILE, why=HOSTILE, zone=HOSTILE,
        sample=[{"reason": text, "words": [text], "text": text} for text in texts],
    )
    look["files"][0].update(name=HOSTILE, headings=[f"{n} {text}" for n, text in enumerate(texts)], rows=[texts] * 5)
    child(monkeypatch, tmp_path, look)
    async with import_screen(tmp_path, size=LARGE) as (app, pilot):
        await paste(app, pilot, ORDERS, ORDERS)
        await push(app, pilot, "enter")
        shown = ""
        for keys in (["home"], ["end"], ["enter"], ["escape", "m"], ["escape", "f1"]):
            await press(pilot, *keys)
            shown += "".join(drawn(app))
        assert not NEVER.search(shown)
        assert "[@click=app.quit]x[/]" in shown, "it is shown as it was written"


async def test_seventy_nine_columns_are_walked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = contacts()
    headings = [f"Column number {n}" for n in range(1, 80)]
    look["files"][0].update(headings=headings, rows=[[str(n) for n in range(79)]], columns={"time": 40, "id": 2})
    child(monkeypatch, tmp_path, look)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "enter")
        for pressed, number in (("pagedown", 41), ("end", 79), ("left", 78), ("pageup", 41), ("pageup", 3)):
            await press(pilot, pressed)
            assert text_of(app, "#column").startswith(f"Column {number} of 79, Column number {number}: ")
            region = app.screen.query_one(MappingTable).region
            assert f"Column number {number} " in drawn(app)[region.y + 1], "it is in sight"


async def test_the_heat_map_comes_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, tmp_path, contacts())
    async with import_screen(tmp_path, size=LARGE) as (app, pilot):
        await paste(app, pilot, ORDERS)
        heat_map = app.screen.query_one(HeatMap)
        assert heat_map.display and not heat_map.focusable
        assert app.screen.region.contains_region(heat_map.region)
        # Monday at 14 is the busiest hour: its digit is 9
        assert "9" in "".join(segment.text for segment in heat_map.render_line(1))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not heat_map.display


@pytest.mark.parametrize("look", [contacts(), asking(), contacts(kept_mapping=True)], ids=["counted", "asking", "kept"])
@pytest.mark.parametrize("lang", ["fi", "en"])
async def test_the_small_terminal_holds_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Any, look: dict[str, Any]
) -> None:
    child(monkeypatch, tmp_path, look)
    async with import_screen(tmp_path, lang) as (app, pilot):
        await paste(app, pilot, ORDERS)
        bottom = app.screen.query_one("KeyLine").region.y
        assert bottom == 23
        for widget in app.screen.query("#dialog > *"):
            assert not widget.display or widget.region.bottom <= (24 if widget.region.y == bottom else bottom)
        assert app.screen.query_one("#counts").region.height >= 3


async def test_even_with_three_questions_the_table_and_the_keys_are_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "This is said at some length, so that it takes more than one line of a terminal of eighty columns."
    questions = [{"about": about, "text": told, "remedy": "--x"} for about in ("zone", "dates", "column")]
    look = contacts(questions=questions, why=told, notes=[told] * 5)
    look["files"][0]["headings"] = [f"{n} {heading}" for n, heading in enumerate(HEADINGS * 5)]
    child(monkeypatch, tmp_path, look)
    shop = {"name": "Pohjois-Pohjanmaan käsityö- ja lankakauppa Oy Ab, Oulun kivijalkamyymälä ja verkkokauppa",
            "timezone": "America/Argentina/ComodRivadavia"}
    async with import_screen(tmp_path, "fi", shop=shop) as (app, pilot):
        await paste(app, pilot, ORDERS)
        lines = drawn(app)
        assert "esc Sulje" in lines[23] and "Tuo vientitiedosto" in lines[0]
        table = app.screen.query_one(MappingTable).region
        assert (table.height, table.bottom) <= (8, 23)
        assert "( ) UTC" in "".join(lines) and "( ) muu" in "".join(lines)


async def test_who_has_gone_elsewhere_is_not_pulled_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = f"import time; time.sleep(2); print({json.dumps(contacts())!r})"
    child(monkeypatch, tmp_path, slowly)
    async with import_screen(tmp_path) as (app, pilot):
        field = app.screen.query_one(PathInput)
        field.value = str(ORDERS)
        await pilot.press("enter", "shift+tab")
        assert not app.screen.query_one(MappingTable).display, "it is still being looked at"
        await settled(app, pilot)
        assert app.focused is app.screen.query_one("#kind Choice")
        await push(app, pilot, "tab", "enter")
        assert isinstance(app.focused, MappingTable)


async def test_an_import_that_cannot_be_saved_leaves_the_screen_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = "import sys; print('readycheck: 2026.toml: No space left on device', file=sys.stderr); sys.exit(2)"
    child(monkeypatch, tmp_path, contacts(), full)
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status") == "⚠ 2026.toml: No space left on device"
        assert app.screen.query_one(MappingTable).display and "1,200 contacts" in text_of(app, "#said")


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
