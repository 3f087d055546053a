"""The other language at the same place: everything in it, nothing moved, nothing changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.compare import CompareScreen
from readycheck.tui.screens.hours import HoursScreen
from readycheck.tui.screens.january import JanuaryScreen
from readycheck.tui.screens.path_walk import PathWalkScreen
from readycheck.tui.screens.registry import PLACES, Place
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.january_driving import PLAN, TRIAL, at_january, board, go_to, setting, settled, tried, typed
from tests.tui.made_up import TODAY, archive_of, document
from tests.tui.small_list import WEEKENDS, app_with, saved

OTHER: dict[Lang, Lang] = {"fi": "en", "en": "fi"}


def painted(app: ReadycheckApp) -> str:
    """The terminal's lines as they are seen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines)


async def switch(pilot: Pilot[Any]) -> None:
    await press(pilot, "f3")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_question_is_asked_on_in_the_other_language(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "down", "k")
        await switch(pilot)
        assert app.tr.lang == "en" and app.session is not None and app.session.places["audit"] == WEEKENDS
        seen = painted(app)
        for english in ("Are weekends answered?", "[1 Questions]", "38 days to peak", "q Back", "F1 Keys",
                        "Self-service"):
            assert english in seen
        for finnish in ("viikonloppuisin", "Kysymykset", "pv", "Takaisin", "Itsepalvelu"):
            assert finnish not in seen
        await press(pilot, "k")  # no letter of this language
        assert in_file(app, tmp_path)["answers"] == {WEEKENDS: {"owner": {"value": "yes", "on": TODAY}}}
        await press(pilot, "n")
        assert in_file(app, tmp_path)["answers"][WEEKENDS]["owner"]["value"] == "no"


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_every_place_looks_as_if_it_had_been_opened_in_that_language(tmp_path: Path, place: Place) -> None:
    """Line by line what an app shows that has spoken the other language from the start."""
    opened, switched = {}, {}
    for lang, other in OTHER.items():
        app = _full_app(tmp_path / lang, lang)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            app.go_to(place.id)
            await _calm(pilot)
            opened[lang] = painted(app)
            await switch(pilot)
            await _calm(pilot)
            switched[other] = painted(app)
            assert isinstance(app.screen, AuditScreen) and place.id == app.screen.PLACE
            await press(pilot, "f1")
            keys = " ".join(str(each.content) for each in app.screen.query(Static))
            assert "Suomeksi / In English" in keys and Translator(other)("All keys of this screen.") in keys
    assert opened["fi"] != opened["en"]
    assert switched == opened


def _full_app(home: Path, lang: Lang) -> ReadycheckApp:
    archive = Archive(home)
    for year in (2025, 2026):
        archive.create("lankakauppa", {**document(year), "path_runs": [{"tester": "Anna", "steps": []}]})
    return ReadycheckApp(archive, Translator(lang), TODAY, archive.open("lankakauppa/2026"))


async def _calm(pilot: Pilot[Any]) -> None:
    await pilot.pause()
    if isinstance(pilot.app.screen, JanuaryScreen):
        await settled(pilot)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.slow
async def test_there_and_back_again_is_where_one_was(tmp_path: Path) -> None:
    app = _full_app(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2", "c", "down", "down", "right")
        here = app.screen
        assert isinstance(here, HoursScreen) and here.channel == "email"
        hour = here.query_one(HeatMap).cursor
        await switch(pilot)
        assert app.screen.is_attached and app.session is not None and app.session.places["hours"] == "email"
        assert here.query_one(HeatMap).cursor == hour == (2, 9) and here.query_one(HeatMap).has_focus
        assert "ma" in painted(app) and "Mon" not in painted(app)

        await press(pilot, "3", "down", "down", "tab")
        assert str(app.screen.query_one(AuditHeader).content).endswith("38 pv huippuun")
        chosen = app.screen.query_one("#pareto", Rows).chosen
        await switch(pilot)
        assert app.screen.query_one("#pareto", Rows).chosen == chosen == "size-advice"
        assert app.session is not None and app.session.places["reasons"] == "size-advice"

        await press(pilot, "6", "right", "down", "f")
        years = app.screen
        assert isinstance(years, CompareScreen) and years.view == "questions"
        await switch(pilot)
        assert years.view == "questions" and years.query_one(Rows).has_focus


@pytest.mark.slow
async def test_a_trial_of_january_and_its_steps_stay(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan=PLAN)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        go_to(app, "plan", "growth")
        await press(pilot, "e")
        await typed(pilot, "1.5")
        await press(pilot, "f3")
        assert app.tr.lang == "en" and text_of(app, "#line .what"), "the value is being typed still"
        await tried(pilot, "enter")
        figures = board(app, TRIAL)
        await switch(pilot)
        await settled(pilot)
        here = app.screen
        assert isinstance(here, JanuaryScreen) and here.trial is not None and here.focused is not None
        assert here.focused.id == "settings" and here.query_one("#settings", Rows).chosen == "plan\ngrowth"
        assert [each.replace(",", ".") for each in board(app, TRIAL)[:1]] == figures[:1]
        assert setting(app, here.query_one("#settings", Rows).cursor_row) == "1 → 1,5"
        await tried(pilot, "ctrl+z")
        assert here.trial is None
        assert in_file(app, tmp_path)["plan"] == PLAN


@pytest.mark.slow
async def test_time_that_is_being_taken_runs_on(tmp_path: Path) -> None:
    app = _full_app(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "5", "down", "space")
        watch = app.screen.query_one(Stopwatch)
        watch._began = watch._now() - 7
        await switch(pilot)
        watch = app.screen.query_one(Stopwatch)
        assert isinstance(app.screen, PathWalkScreen) and watch.running
        assert app.tr("▶ running") in str(watch.content) and "running" not in str(watch.content)
        await press(pilot, "space")
        steps = in_file(app, tmp_path)["path_runs"][0]["steps"]
        assert [step["seconds"] for step in steps] == [pytest.approx(7, abs=1)]


@pytest.mark.slow
async def test_a_note_goes_on_in_the_other_language_to_the_letter(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "m", "a", "space")
        await switch(pilot)
        assert app.tr.lang == "fi" and "Peru" in painted(app) and "Cancel" not in painted(app)
        await press(pilot, "b", "ctrl+s")
        assert saved(tmp_path) and app.session is not None
        assert [answer.note for answer in app.session.audit.answers.values()] == ["a b"]


@pytest.mark.slow
async def test_a_number_and_a_day_are_written_anew_and_stay_what_they_were(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", service={"fcr": 0.64125})
    async with app.run_test(size=SMALL) as pilot:
        app.go_to("service")
        await pilot.pause()
        rows = app.screen.query_one(Rows)
        rows.go_to("service.fcr")
        await press(pilot, "e")
        assert "64,125" in painted(app)
        await switch(pilot)
        assert "64.125" in painted(app) and "64,125" not in painted(app), "else it would be sixty thousand"
        await press(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["service"] == {"fcr": 0.64125}


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("f1",), ("7",), ("slash", "k"), ("4", "l")], ids=" ".join)
async def test_a_window_looks_as_if_it_had_been_opened_in_that_language(tmp_path: Path, keys: tuple[str, ...]) -> None:
    opened, switched = {}, {}
    for lang, other in OTHER.items():
        app = app_with(tmp_path / lang, lang, plan=PLAN)
        async with app.run_test(size=SMALL) as pilot:
            await press(pilot, *keys)
            await _calm(pilot)
            await app.workers.wait_for_complete()
            await pilot.pause()
            opened[lang] = painted(app)
            await switch(pilot)
            await _calm(pilot)
            switched[other] = painted(app)
    assert opened["fi"] != opened["en"]
    assert switched == opened


@pytest.mark.slow
async def test_the_list_of_shops_stays_at_the_same_shop_under_an_audit_too(tmp_path: Path) -> None:
    app = ReadycheckApp(archive_of(tmp_path, 2025, 2026), Translator("en"), TODAY)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "down")
        marked = app.screen._marked if isinstance(app.screen, ShopsScreen) else None
        for times in (1, 2):
            await switch(pilot)
            here = app.screen
            assert isinstance(here, ShopsScreen) and here._marked == marked is not None
            assert ("Kaupat ja sesongit" in painted(app)) == (times == 1) and "…" not in painted(app)
        await press(pilot, "enter")
        await switch(pilot)
        await press(pilot, "q")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ShopsScreen) and app.screen._marked == marked
        assert "Valmius" in painted(app) and "Readiness" not in painted(app) and "n Uusi kauppa" in painted(app)


@pytest.mark.slow
async def test_keys_that_follow_at_once_find_the_screen_whole(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", plan=PLAN)
    async with app.run_test(size=SMALL) as pilot:
        await at_january(pilot)
        for key in ("f3", "down", "e", "7", "enter", "f3", "f3"):
            app.simulate_key(key)
        await settled(pilot)
        assert isinstance(app.screen, JanuaryScreen) and app.tr.lang == "fi"
        assert app.screen.trial is not None and app.screen.trial.document["plan"]["hours"]["2026-W53"] == 7
