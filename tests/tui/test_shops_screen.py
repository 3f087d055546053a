"""The list of shops: the very first start, a new season out of an old one, a damaged file among good ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import shipped_checklists
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.widgets.header import AuditHeader
from tests.tui.driving import burst, text_of
from tests.tui.made_up import TODAY, archive_of
from tests.tui.small_list import EVENINGS, archive_at, document

SIZE = (80, 24)


def app_on(archive: Archive, lang: Lang = "fi") -> ReadycheckApp:
    return ReadycheckApp(archive, Translator(lang), TODAY)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def rows(app: ReadycheckApp) -> list[list[str]]:
    """The list's lines, once the scores are in."""
    await app.workers.wait_for_complete()
    await app.animator.wait_for_idle()
    table = app.screen.query_one(DataTable)
    return [[str(cell) for cell in table.get_row_at(n)] for n in range(table.row_count)]


async def test_the_first_start_asks_for_a_name_and_goes_to_the_first_question(tmp_path: Path) -> None:
    app = app_on(Archive(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, *"Nallekauppa", "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        audit = Archive(tmp_path).open("nallekauppa").audit
        assert (audit.shop.name, audit.season.year) == ("Nallekauppa", 2026)
        assert (audit.shop.country, audit.shop.timezone) == ("FI", "Europe/Helsinki")
        assert [kept.id for kept in audit.checklists] == [list_.id for list_ in shipped_checklists()]
        first = audit.checklists[0]
        assert app.screen.order[app.screen.present][1].question == first.sections[0].questions[0]


async def test_fields_filled_in_one_burst_get_what_was_meant_for_each(tmp_path: Path) -> None:
    """As over a slow line: all keys are there before the first is heeded."""
    app = app_on(Archive(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await burst(pilot, *"Nalle", "tab", *"2031", "shift+tab", *"Villa", "tab", *"2032")
        assert [field.value for field in app.screen.query(Input)] == ["Villa", "2032"]


async def test_keys_that_edit_a_line_come_in_between_the_letters_typed_around_them(tmp_path: Path) -> None:
    app = app_on(Archive(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first, second, last = (*"Nalle", "home", "ctrl+k", *"Villas", "backspace"), (*"2032", "left", "7"), ("end", "X")
        await burst(pilot, *first, "down", *second, "up", *last)
        assert [field.value for field in app.screen.query(Input)] == ["VillaX", "20372"]


async def test_with_data_at_hand_the_import_comes_first(tmp_path: Path) -> None:
    app = app_on(Archive(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, *"Nalle", "tab", "tab", "tab", "right", "ctrl+s")
        assert isinstance(app.screen, ImportScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, QuestionScreen)


async def test_a_shop_without_a_name_or_of_no_possible_year_is_not_made(tmp_path: Path) -> None:
    app = app_on(Archive(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "ctrl+s")
        assert not (tmp_path / "shops").exists()
        inputs = app.screen.query(Input)
        inputs[0].value, inputs[1].value = "Nalle", "20266"
        await press(pilot, "ctrl+s")
        assert not isinstance(app.screen, QuestionScreen)
        assert not list(tmp_path.glob("shops/*/*.toml"))


async def test_the_list_shows_score_known_share_progress_and_blockers(tmp_path: Path) -> None:
    answers = {EVENINGS: {"owner": {"value": "no"}}, "peak-season/self-service.faq": {"owner": {"value": "yes"}}}
    app = app_on(archive_at(tmp_path, answers=answers), "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        # (0 + 100) / 2; known: evenings 3 of 4, faq all: (0.75 + 1) / 2 = 87.5 %
        assert await rows(app) == [["Lankakauppa Oy", "2026", "50 not ready", "88%", "2/3", "1"]]


async def test_a_long_name_leaves_the_other_columns_their_room(tmp_path: Path) -> None:
    shop = {"name": "Lanka" * 40, "country": "FI", "timezone": "Europe/Helsinki"}
    app = app_on(archive_at(tmp_path, shop=shop))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        # margins, scroll bar and the name's padding 7; 5 17 8 8 3 and two each for the other columns: 80 - 58
        assert (await rows(app))[0][0] == "Lanka" * 4 + "L…"
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        # in full words there: 7 17 8 8 7 and two each: 120 - 64
        assert (await rows(app))[0][0] == "Lanka" * 11 + "…"


async def test_a_damaged_file_does_not_hide_the_others(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, 2026)
    broken = tmp_path / "shops" / "rikki" / "2026.toml"
    broken.parent.mkdir()
    broken.write_text("not = [toml")
    app = app_on(archive, "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        found = await rows(app)
        assert [line[0] for line in found] == ["Lankakauppa Oy", "rikki"]
        assert found[1][2] == "⚠ cannot be read"
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ShopsScreen)
    assert broken.read_text() == "not = [toml"


async def test_a_new_season_carries_hours_over_but_not_the_answers(tmp_path: Path) -> None:
    archive = archive_at(tmp_path, answers={EVENINGS: {"owner": {"value": "no"}}})
    app = app_on(archive)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "c", "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        old, new = archive.open("lankakauppa/2026").audit, archive.open("lankakauppa/2027").audit
        assert new.hours["chat"].mon == old.hours["chat"].mon
        assert not new.answers and new.demand.orders is None
        await press(pilot, "q")
        found, at = await rows(app), app.screen.query_one(DataTable).cursor_row
        assert found[at][1] == "2027", "what is done next, forgetting too, is about the season that one comes from"


async def test_a_season_opens_with_enter_and_closes_back_to_the_list(tmp_path: Path) -> None:
    app = app_on(archive_at(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        await press(pilot, "k", "q")
        assert isinstance(app.screen, ShopsScreen)
        assert app.archive.open("lankakauppa").audit.answers[EVENINGS].owner is not None
        assert (await rows(app))[0][4] == "1/3"


async def test_a_new_season_is_begun_from_within_an_audit_and_takes_its_place(tmp_path: Path) -> None:
    archive = archive_at(tmp_path, answers={EVENINGS: {"owner": {"value": "no"}}})
    app = app_on(archive, "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "6", "ctrl+n")
        assert "from 2026" in str(app.screen.query_one("#heading").render())
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen) and app.screen.session.audit.season.year == 2027
        assert "not started" in str(app.screen.query_one(AuditHeader).content)
        assert archive.open("lankakauppa/2026").audit.answers[EVENINGS].owner is not None
        await press(pilot, "6")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert text_of(app, "#headline") == "2026 → 2027   2027 has no answers yet: nothing to compare."
        await press(pilot, "q", "q")
        assert [line[1:3] for line in await rows(app)] == [["2027", "not started"], ["2026", "0 not ready"]]


async def test_a_shop_is_found_by_its_name_and_two_of_one_name_by_their_folders(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    for folder in ("meri", "meri-2"):
        archive.create(folder, {**document(), "shop": {**document()["shop"], "name": "Merikauppa"}})
    app = app_on(archive, "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert [line[0] for line in await rows(app)] == [
            "Lankakauppa Oy", "Merikauppa (meri)", "Merikauppa (meri-2)"
        ]
        await press(pilot, "slash", *"meri-2", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.session.file.path.parent.name == "meri-2"
