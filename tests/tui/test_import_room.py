"""The import's table and keys have room in every terminal, whatever the file holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.mapping_table import MappingTable
from tests.tui.driving import press, text_of
from tests.tui.import_driving import ORDERS, import_screen, paste, push
from tests.tui.recorded import HEADINGS, asking, child, contacts
from tests.tui.test_screens_fit import HOSTILE, drawn

pytestmark = pytest.mark.slow

LARGE = (120, 40)
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]")
ESCAPES = json.loads((Path(__file__).parents[1] / "data" / "hostile" / "terminal_escapes.json").read_text("utf-8"))


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
