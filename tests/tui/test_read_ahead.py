"""The marked season is read before it is opened, and never stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens import shop_listing
from readycheck.tui.screens.audit import QuestionScreen
from tests.tui.driving import SMALL, press
from tests.tui.made_up import TODAY
from tests.tui.small_list import archive_at


@pytest.mark.slow
async def test_what_another_program_wrote_since_it_was_read_ahead_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop_listing, "QUIET", 0.0)
    archive = archive_at(tmp_path)
    app = ReadycheckApp(archive, Translator("en"), TODAY)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        elsewhere = Archive(tmp_path)
        file = elsewhere.open("lankakauppa/2026")
        elsewhere.save(file, {**file.document, "shop": {**file.document["shop"], "name": "Uusi nimi"}})
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.session.audit.shop.name == "Uusi nimi"


def test_a_file_is_read_anew_when_its_text_changed_within_the_same_second(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    path = tmp_path / "shops" / "lankakauppa" / "2026.toml"
    before = archive.read(path).audit.shop.name
    path.write_text(path.read_text(encoding="utf-8").replace(before, before[::-1]), encoding="utf-8")
    assert archive.read(path).audit.shop.name == before[::-1]
