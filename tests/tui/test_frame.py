"""What all screens share: the ways between them, their keys, saving before leaving."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Static

from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.reading import KeyList
from readycheck.tui.screens.registry import PLACES, Place
from readycheck.tui.screens.search import SearchScreen
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.labelled import Labelled
from readycheck.tui.widgets.tabs import PlaceTabs
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with, archive_at, saved


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("kind", [
    ReadycheckApp, AuditScreen, QuestionScreen, ShopsScreen, ChooseScreen, Dialog, ImportScreen, KeyList, SearchScreen,
])
def test_every_key_has_an_id_a_label_and_a_sentence_of_help(kind: Any) -> None:
    for binding in kind.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id and binding.description and binding.tooltip.endswith("."), binding


@pytest.mark.parametrize(("lang", "size"), [("fi", (80, 24)), ("en", (120, 40))])
async def test_every_place_opens_and_says_where_one_is(tmp_path: Path, lang: Lang, size: tuple[int, int]) -> None:
    """In one app, one after the other; from each, one is at the questions again with `q`, and then at the shops."""
    app = app_with(tmp_path, lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for place in PLACES:
            app.go_to(place.id)
            await pilot.pause()
            assert_it_says_where_one_is(app, place, size[0])
            if place.id != "audit":
                await press(pilot, "q")
                assert isinstance(app.screen, QuestionScreen), place.id
        await press(pilot, "1", "q")
        assert isinstance(app.screen, ShopsScreen)


def assert_it_says_where_one_is(app: ReadycheckApp, place: Place, width: int) -> None:
    assert isinstance(app.screen, AuditScreen) and place.id == app.screen.PLACE
    label = app.tr(place.short) if place.key else app.tr("More")
    assert f"[{place.key or 7} {label}]" in str(app.screen.query_one(PlaceTabs).content)
    for line in (PlaceTabs, KeyLine, AuditHeader):
        assert cell_len(str(app.screen.query_one(line).content).rstrip()) <= width - 2, f"{line} of {place.id}"


async def test_the_digits_go_between_the_places_and_7_to_the_rest(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        assert isinstance(app.screen, AuditScreen) and app.screen.PLACE == "reasons"
        await press(pilot, "7", "2")
        assert isinstance(app.screen, AuditScreen) and app.screen.PLACE == "observations"
        await press(pilot, "1")
        assert isinstance(app.screen, QuestionScreen)


async def test_a_click_on_a_tab_goes_there(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        tabs = app.screen.query_one(PlaceTabs)
        at = str(tabs.content).index("3 ")
        await pilot.click(tabs, offset=(at + 3, 0))
        await pilot.pause()
        assert isinstance(app.screen, AuditScreen) and app.screen.PLACE == "reasons"


async def test_going_elsewhere_saves_first(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "k", "3")
        assert list(saved(tmp_path)["answers"]) == ["peak-season/presence.weekends"]
        await press(pilot, "1")
        assert isinstance(app.screen, QuestionScreen) and app.screen.present == 1


async def test_quitting_saves_first(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "ctrl+q")
    assert len(saved(tmp_path)["answers"]) == 1


class FullDisk(Archive):
    """Cannot save while `full`."""

    full = True

    def save(self, file: AuditFile, document: Mapping[str, Any]) -> AuditFile:
        """Fails as a full disk does."""
        if self.full:
            raise OSError(28, "No space left on device")
        return super().save(file, document)


async def test_what_cannot_be_saved_is_told_and_leaving_asks(tmp_path: Path) -> None:
    archive_at(tmp_path)
    archive = FullDisk(tmp_path)
    app = ReadycheckApp(archive, Translator("en"), TODAY, archive.open("lankakauppa"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y", "q")
        assert isinstance(app.screen, ChooseScreen)
        assert "No space left on device" in str(app.screen.query_one("#heading", Static).content)
        await press(pilot, "1")
        assert isinstance(app.screen, ChooseScreen), "still full: asked again"
        assert "answers" not in saved(tmp_path)
        archive.full = False
        await press(pilot, "1")
        assert isinstance(app.screen, ShopsScreen)
    assert len(saved(tmp_path)["answers"]) == 1


async def test_the_head_says_when_the_file_is_not_saved(tmp_path: Path) -> None:
    archive_at(tmp_path)
    archive = FullDisk(tmp_path)
    app = ReadycheckApp(archive, Translator("en"), TODAY, archive.open("lankakauppa"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert app.session is not None and not app.session.flush()
        await pilot.pause()
        assert "⚠ not saved" in str(app.screen.query_one(AuditHeader).content)
        archive.full = False


async def test_a_menus_nine_numbers_are_one_line_of_its_keys(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "f1")
        assert isinstance(app.screen, KeyList)
        numbers = [str(row.label) for row in app.screen.query(Labelled) if "Choose by number" in str(row.text)]
        assert [number.strip() for number in numbers] == ["1 … 9"]


async def test_the_list_of_keys_is_in_the_persons_language(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f1")
        assert isinstance(app.screen, KeyList)
        rows = [f"{row.label} {row.text}" for row in app.screen.query(Labelled)]
        assert any(row.startswith("k Kyllä") for row in rows)
        assert not any(row.startswith("y ") for row in rows)
        assert any("Kumoa" in row for row in rows)


async def test_light_and_dark_are_one_key_apart(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.current_theme.dark
        await press(pilot, "f2")
        assert app.current_theme.dark is not before


async def test_a_click_on_a_key_presses_it(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.screen.query_one(KeyLine)
        at = str(line.content).index("q Takaisin")
        await pilot.click(line, offset=(at + 2, 0))
        await pilot.pause()
        assert isinstance(app.screen, ShopsScreen)


@pytest.mark.parametrize("lang", ["fi", "en"])
async def test_a_long_name_leaves_the_figures_whole(tmp_path: Path, lang: Lang) -> None:
    answers = {"peak-season/presence.evenings": {"owner": {"value": "no"}}}
    app = app_with(tmp_path, lang, shop={"name": "Pohjois-Pohjanmaan käsityö- ja lankakauppa Oy Ab"}, answers=answers)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        head = str(app.screen.query_one(AuditHeader).content)
        assert head.startswith("Pohjois-Poh") and "… · 2026 " in head and cell_len(head) <= 78
        ends = "✖ 1 · 38 pv huippuun" if lang == "fi" else "✖ 1 · 38 d to peak"
        assert head.endswith(ends)
