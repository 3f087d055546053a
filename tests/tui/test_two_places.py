"""Two programs on one audit, and copies of sync programs, as the app shows them and lets a person choose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from readycheck.i18n import Translator
from readycheck.storage.apart import waiting
from readycheck.storage.archive import Archive
from readycheck.storage.document import dump_document, with_value
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.reading import ReadingScreen
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, app_with

pytestmark = pytest.mark.slow
ANNA = "2026 (Anna's conflicted copy 2026-11-01).toml"


def told(app: ReadycheckApp) -> str:
    return "\n".join(str(notice.message) for notice in app._notifications)


def elsewhere(home: Path, path: tuple[str, ...], value: Any) -> None:
    """Another program gives an item a value."""
    other = Archive(home)
    file = other.open("lankakauppa")
    other.save(file, with_value(file.document, path, value))


def copy_beside(home: Path, *changes: tuple[tuple[str, ...], Any], name: str = ANNA) -> Path:
    archive = Archive(home)
    file = archive.open("lankakauppa")
    document = file.document
    for path, value in changes:
        document = with_value(document, path, value)
    file.path.with_name(name).write_bytes(dump_document(document))
    return file.path.with_name(name)


def rows(app: ReadycheckApp) -> str:
    options = app.screen.query_one(OptionList)
    return "\n".join(str(options.get_option_at_index(n).prompt) for n in range(options.option_count))


async def clash(app: ReadycheckApp, pilot: Pilot[Any], home: Path) -> None:
    """The other program answers no, this one yes."""
    elsewhere(home, ("answers", EVENINGS), {"owner": {"value": "no", "on": TODAY}})
    await press(pilot, "y")
    in_file(app, home)
    await pilot.pause()


def owner(home: Path) -> str:
    return str(Archive(home).open("lankakauppa").document["answers"][EVENINGS]["owner"]["value"])


@pytest.mark.parametrize(("keys", "value"), [(("1",), "no"), (("2",), "yes"), (("down", "enter"), "yes")])
async def test_both_values_stand_in_a_small_menu_and_one_is_kept(
    tmp_path: Path, keys: tuple[str, ...], value: str
) -> None:
    app = app_with(tmp_path, "en", answers={})
    async with app.run_test(size=SMALL) as pilot:
        await clash(app, pilot, tmp_path)
        assert "Changed in two places: 1.1 Are evenings answered? (owner) – F7 shows both values." in told(app)
        assert not isinstance(app.screen, ChooseScreen), "nothing opens that was not asked for"
        await press(pilot, "f7")
        assert text_of(app, "#heading") == "Changed in two places: 1.1 Are evenings answered? (owner)"
        assert "1 Keep no (20 Oct 2026)" in rows(app) and "2 Take yes (20 Oct 2026)" in rows(app)
        assert "in the file, saved" in rows(app) and "typed on this machine" in rows(app)
        await press(pilot, *keys)
        in_file(app, tmp_path)
        assert owner(tmp_path) == value and not isinstance(app.screen, ChooseScreen)
        await press(pilot, "f7")
        assert "Nothing was changed in two places." in told(app)


async def test_a_click_chooses(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", answers={})
    async with app.run_test(size=SMALL) as pilot:
        await clash(app, pilot, tmp_path)
        await press(pilot, "f7")
        await pilot.click(OptionList, offset=(5, 2))
        await pilot.pause()
        assert app.session is not None and owner(tmp_path) == "yes"


async def test_who_decides_later_is_told_again_when_the_season_is_opened(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", answers={})
    async with app.run_test(size=SMALL) as pilot:
        await clash(app, pilot, tmp_path)
        await press(pilot, "f7", "3", "f7", "escape")
        assert owner(tmp_path) == "no"
    archive = Archive(tmp_path)
    file = archive.open("lankakauppa")
    assert [kept.clash.ours["value"] for kept in waiting(archive, file)] == ["yes"]
    again = ReadycheckApp(archive, Translator("fi"), TODAY, file)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Muutettu kahdessa paikassa: 1.1 Vastataanko iltaisin? (kauppias)" in told(again)


async def test_the_menu_speaks_the_other_language(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", answers={})
    async with app.run_test(size=SMALL) as pilot:
        await clash(app, pilot, tmp_path)
        await press(pilot, "f7", "f3")
        assert text_of(app, "#heading") == "Muutettu kahdessa paikassa: 1.1 Vastataanko iltaisin? (kauppias)"
        assert "ei" in rows(app) and "tiedostossa, tallennettu" in rows(app)


async def test_a_copy_is_told_on_opening_looked_at_and_brought_in(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    copy = copy_beside(tmp_path, (("observations",), [{"kind": "success", "text": "Jono purkautui"}]),
                       (("plan", "growth"), 1.7))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert f"F7 shows what a copy from syncing would bring: {ANNA}" in told(app)
        await press(pilot, "f7")
        assert text_of(app, "#heading") == f"A copy from syncing: {ANNA}"
        assert "+ observations[1]  kind: success; text: Jono purkautui" in rows(app)
        assert "? plan.growth  file: 1.1; copy: 1.7" in rows(app)
        await press(pilot, "2")
        assert isinstance(app.screen, ReadingScreen)
        await press(pilot, "escape", "1")
        assert not copy.exists()
        assert text_of(app, "#heading") == "Changed in two places: plan.growth"
        await press(pilot, "2")
        document = in_file(app, tmp_path)
        assert document["plan"]["growth"] == 1.7
        assert document["observations"] == [{"kind": "success", "text": "Jono purkautui"}]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert "observations" not in in_file(app, tmp_path)


async def test_a_copy_is_left_where_it_is_for_later(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    copy = copy_beside(tmp_path, (("plan", "growth"), 1.7), name="2026 (1).toml")
    other = copy_beside(tmp_path, (("plan", "growth"), 1.8), name="2026 2.toml")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "f7", "3")
        assert text_of(app, "#heading") == "A copy from syncing: 2026 2.toml"
        await press(pilot, "escape")
        assert copy.exists() and other.exists() and not isinstance(app.screen, ChooseScreen)


async def test_a_copy_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    copy = copy_beside(tmp_path, name="2026 (1).toml")
    copy.write_bytes(b"\x00")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "f7")
        assert "2026 (1).toml" in told(app) and copy.exists()
