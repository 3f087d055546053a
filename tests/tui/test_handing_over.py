"""An audit written for somebody else out of the app, and one that was sent, looked at and taken in."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from readycheck.storage.handover import hand_over, handed, look_at, take
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.shops import ShopsScreen
from tests.tui.driving import SMALL, press, text_of, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, app_with

pytestmark = pytest.mark.slow
SHOP = "lankakauppa"


def told(app: ReadycheckApp) -> str:
    return "\n".join(str(notice.message) for notice in app._notifications)


def rows(app: ReadycheckApp) -> str:
    options = app.screen.query_one(OptionList)
    return "\n".join(str(options.get_option_at_index(n).prompt) for n in range(options.option_count))


def sent(archive: Archive, made: Path) -> Path:
    file = archive.open(SHOP)
    made.write_bytes(hand_over(archive, [file], SHOP, "0", {}))
    handed(archive, [file])
    return made


def answered_by_somebody_else(archive: Archive, path: Path, made: Path) -> bytes:
    """Take the file in there, change something, and hand it over again."""
    take(archive, look_at(archive, path))
    file = archive.open(SHOP)
    archive.save(file, with_value(file.document, ("plan", "growth"), 1.4))
    return sent(archive, made).read_bytes()


def consultant_of(owner: Path, tmp_path: Path) -> ReadycheckApp:
    """Has what the owner sent, edits it; the owner edits it too and sends it again, as again.zip."""
    mine = Archive(tmp_path / "mine", tmp_path / "mine-state")
    take(mine, look_at(mine, sent(Archive(owner), tmp_path / "first.zip")))
    for archive, growth in ((mine, 1.4), (Archive(owner), 1.2)):
        file = archive.open(SHOP)
        changed = with_value(file.document, ("plan", "growth"), growth)
        archive.save(file, with_value(changed, ("answers", f"{EVENINGS}-{growth}", "note"), "x"))
    sent(Archive(owner), tmp_path / "again.zip")
    return ReadycheckApp(mine, Translator("en"), TODAY)


async def test_a_key_writes_the_season_beside_the_audit_and_says_where(tmp_path: Path) -> None:
    app = app_with(tmp_path / "home", "en", answers={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "y", "f12")
        path = tmp_path / "home" / "shops" / SHOP / "2026-handover.zip"
        assert f"To be sent to whoever takes it in: {path}" in told(app).replace("\n", "")
        other = Archive(tmp_path / "other", tmp_path / "other-state")
        (season,) = look_at(other, path).seasons
        assert season.sent.document["answers"][EVENINGS]["owner"]["value"] == "yes", "what was just answered is in it"
        sent_back = answered_by_somebody_else(other, path, tmp_path / "back.zip")
        path.write_bytes(sent_back)  # saved under the name that it went out with
        await press(pilot, "f12")
        assert "edits of lankakauppa that are not here. Take it in first" in told(app)
        assert path.read_bytes() == sent_back


async def test_what_was_sent_is_typed_shown_and_taken(tmp_path: Path) -> None:
    made = app_with(tmp_path / "owner", "en", answers={})
    app = consultant_of(made.archive.home, tmp_path)
    before = app.archive.open(SHOP).data
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "t")
        await write(pilot, str(tmp_path / "nothing.zip"))
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        assert "⚠" in text_of(app, "#complaint")
        await write(pilot, str(tmp_path / "again.zip"))
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ChooseScreen)
        assert "2026: would bring" in rows(app) and "? plan.growth  file: 1.4; copy: 1.2" in rows(app)
        assert app.archive.open(SHOP).data == before, "nothing is taken that was not asked for"
        await press(pilot, "1")
        assert isinstance(app.screen, ShopsScreen)
        assert "2026: taken in. Changed by both: 1" in told(app)
    document = Archive(app.archive.home).open(SHOP).document
    assert {f"{EVENINGS}-1.2", f"{EVENINGS}-1.4"} <= document["answers"].keys()
    assert document["plan"]["growth"] == 1.4


async def test_another_shop_of_that_name_asks_which(tmp_path: Path) -> None:
    made = app_with(tmp_path / "owner", "en", answers={})
    path = sent(made.archive, tmp_path / "x.zip")
    other = app_with(tmp_path / "mine", "en", answers={})
    archive = other.archive
    file = archive.open(SHOP)
    archive.save(file, with_value(file.document, ("shop", "name"), "Muu Kauppa"))
    app = ReadycheckApp(archive, Translator("en"), TODAY)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "t")
        await write(pilot, str(path))
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "is another shop here" in text_of(app, "#heading")
        await press(pilot, "1", "1")
        assert "2026 was added." in told(app)
    assert [entry.name for entry in archive.shops()] == ["Muu Kauppa", Archive(made.archive.home).shops()[0].name]
