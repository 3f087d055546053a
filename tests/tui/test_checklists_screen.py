"""The checklists of an audit: a newer version is looked at, taken up by one key, and left as it was by undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.tui.app import ReadycheckApp
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.small_list import TODAY, app_with, checklist
from tests.tui.test_more_screens import rows

pytestmark = pytest.mark.slow
EVENINGS = "peak-season/presence.evenings"
ANSWERS = {EVENINGS: {"owner": {"value": "yes"}}}


async def test_a_newer_version_is_offered_shown_taken_up_and_undone(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", checklists=[{**checklist(), "version": 1}], answers=ANSWERS)
    async with app.run_test(size=SMALL) as pilot:
        assert "look at the newer version" in text_of(app, "NextLine")
        before = in_file(app, tmp_path)
        await press(pilot, "f4", "enter")
        assert text_of(app, "#heading") == "Season readiness: seven points: version 1 → 2"
        await press(pilot, "escape")
        assert in_file(app, tmp_path) == before
        assert "look at the newer version" not in text_of(app, "NextLine")
        await press(pilot, "enter", "t")
        after = in_file(app, tmp_path)
        assert [each["version"] for each in after["checklists"]] == [2]
        (left,) = after["earlier_checklists"]
        assert left["version"] == 1 and {**after.get("answers", {}), **left.get("answers", {})} == ANSWERS
        await press(pilot, "enter")
        assert text_of(app, "#heading") == "Answers that no question asks now"
        await press(pilot, "escape", "ctrl+z")
        assert in_file(app, tmp_path) == before
    again = ReadycheckApp(app.archive, app.tr, TODAY, app.archive.open("lankakauppa"))
    async with again.run_test(size=SMALL):  # it was looked at and left
        assert "look at the newer version" not in text_of(again, "NextLine")


async def test_a_list_of_ones_own_is_added_from_a_file_and_removed(tmp_path: Path) -> None:
    from readycheck.storage.checklists import template

    own = tmp_path / "own.yaml"
    own.write_text(template("own"), encoding="utf-8")
    app = app_with(tmp_path, "en", answers=ANSWERS)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "7", "8", "a")
        await write(pilot, str(own))
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await press(pilot, "t")
        assert [each["id"] for each in in_file(app, tmp_path)["checklists"]] == ["peak-season", "own"]
        assert rows(app)[1][1:] == ["1", "0/1", "your own"]
        await press(pilot, "delete")  # the mark stands on what was added
        found = in_file(app, tmp_path)
        assert [each["id"] for each in found["checklists"]] == ["peak-season"]
        assert found["earlier_checklists"][0]["id"] == "own" and found["answers"] == ANSWERS
        assert rows(app)[-1] == ["Our own checklist", "1", "–", "not in this audit"]
        await press(pilot, "end", "enter", "t")
        assert [each["id"] for each in in_file(app, tmp_path)["checklists"]] == ["peak-season", "own"]
