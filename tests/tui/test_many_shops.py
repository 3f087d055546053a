"""Hundreds of seasons in the list: only those in sight are read, and what was read is read again once it changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, archive_at

pytestmark = pytest.mark.slow

SHOPS, SIZE = 120, (80, 24)


def many(home: Path) -> Archive:
    """So many shops of one season each."""
    archive = archive_at(home)
    for n in range(1, SHOPS):
        shutil.copytree(home / "shops" / "lankakauppa", home / "shops" / f"shop-{n:03}")
    return archive


async def answered(pilot: Pilot[Any]) -> list[str]:
    """The column of what is answered, once nothing is being read."""
    await pilot.pause(0.6)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.2)
    table = pilot.app.screen.query_one(DataTable)
    return [str(table.get_row_at(n)[4]) for n in range(table.row_count)]


async def test_only_seasons_in_sight_and_a_page_more_are_read(tmp_path: Path) -> None:
    app = ReadycheckApp(many(tmp_path), Translator("en"), TODAY)
    async with app.run_test(size=SIZE) as pilot:
        found = await answered(pilot)
        assert len(found) == SHOPS
        assert set(found[:24]) == {"0/3"} and set(found[2 * 24:]) == {"…"}
        app.screen.query_one(DataTable).move_cursor(row=SHOPS - 1)
        assert (await answered(pilot))[-1] == "0/3"


async def test_a_file_that_changed_meanwhile_is_read_again(tmp_path: Path) -> None:
    archive = many(tmp_path)
    app = ReadycheckApp(archive, Translator("en"), TODAY)
    async with app.run_test(size=SIZE) as pilot:
        assert (await answered(pilot))[:3] == ["0/3"] * 3
        await pilot.press("enter")
        file = archive.open("shop-001")
        archive.save(file, {**file.document, "answers": {EVENINGS: {"owner": {"value": "no"}}}})
        await pilot.press("q")
        assert (await answered(pilot))[:3] == ["0/3", "1/3", "0/3"]
