"""An import that ends early or badly: a newer look, Esc, leaving, a child that dies, a disk that refuses."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest

from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import PathInput
from tests.tui.driving import text_of
from tests.tui.import_driving import ORDERS, import_screen, paste, push, settled
from tests.tui.recorded import child, contacts
from tests.tui.small_list import saved
from tests.tui.test_import_process import alive

pytestmark = pytest.mark.slow

SLOW = "import time; time.sleep(60)"


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


@pytest.mark.parametrize("stop", ["escape", "ctrl+c"])
async def test_an_import_that_is_cancelled_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str
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
        await push(app, pilot, stop)
        assert isinstance(app.screen, ImportScreen)
        assert text_of(app, "#status") == "Stopped: nothing was changed. Ctrl+S imports it all the same."
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
        assert text_of(app, "#status").startswith("It had already finished")
        assert app.session is not None and app.session.audit.shop.name == "Villakauppa Oy"


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
