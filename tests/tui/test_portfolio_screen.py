"""The list as a portfolio: sorted, filtered while typing, marked; two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from readycheck.storage.marks import Marks
from readycheck.tui.app import ReadycheckApp
from tests.tui.driving import press, text_of
from tests.tui.small_list import EVENINGS, FAQ, archive_at, checklist, document
from tests.tui.test_shops_screen import app_on

pytestmark = pytest.mark.slow


def three(home: Path) -> ReadycheckApp:
    """Lankakauppa 100 points, Meri 50 with a blocker, Suo 50 without one."""
    yes, no = {"owner": {"value": "yes"}}, {"owner": {"value": "no"}}
    archive = archive_at(home, answers={FAQ: yes}, hours={"chat": {"live": True, "mon": ["00:00-24:00"]}})
    for slug, name, answers in (("meri", "Merikauppa", {EVENINGS: no, FAQ: yes}), ("suo", "Suokauppa", {FAQ: no})):
        made = document()
        archive.create(slug, {**made, "shop": {**made["shop"], "name": name}, "checklists": [checklist()],
                              "answers": answers, "actions": []})
    return app_on(archive, "en")


async def names(pilot: Pilot[Any]) -> list[str]:
    """The list's shops, once everything is read."""
    for _ in range(40):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)
        table = pilot.app.screen.query_one(DataTable)
        found = [[str(cell) for cell in table.get_row_at(n)] for n in range(table.row_count)]
        if not any("…" in line for line in found):
            break
    return [line[0] for line in found]


async def test_who_needs_you_first_typed_and_marked(tmp_path: Path) -> None:
    app = three(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert await names(pilot) == ["Lankakauppa Oy", "Merikauppa", "Suokauppa"]
        await press(pilot, "s")
        order = await names(pilot)
        assert order[0] == "Merikauppa" and "who needs you first" in text_of(app, "#head")
        assert text_of(app, "#why").startswith("one blocker, ")
        assert text_of(app, "#group").startswith("Readiness, 3 shops: median ")
        await press(pilot, "m")
        assert (await names(pilot))[0] == "* Merikauppa" and Marks(app.archive.aside).read() == {"meri"}
        await press(pilot, "f", *"suo")
        assert await names(pilot) == ["Suokauppa"]
        await press(pilot, "enter", "f3")
        assert await names(pilot) == ["Suokauppa"] and "ensin se, joka" in text_of(app, "#head")
        await press(pilot, "escape")
        assert len(await names(pilot)) == 3
        await press(pilot, "o", "end", "enter")
        assert await names(pilot) == ["* Merikauppa"]
        await press(pilot, "m", "escape")
        assert not Marks(app.archive.aside).read() and len(await names(pilot)) == 3
