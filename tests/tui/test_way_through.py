"""F4 leads through an audit from the first question to the report; the line above the keys says what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.screens.reading import KeyList
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.widgets.labelled import Labelled
from readycheck.tui.widgets.section_list import SectionList
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import document
from tests.tui.small_list import EVENINGS, FAQ, WEEKENDS, app_with

pytestmark = pytest.mark.slow

YES = {"owner": {"value": "yes"}}


def place(app: ReadycheckApp) -> str:
    assert isinstance(app.screen, AuditScreen)
    return app.screen.PLACE


async def test_questions_come_first_and_f4_goes_from_one_to_the_next(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "4")
        assert text_of(app, "NextLine").startswith("F4 Next: 3 readiness questions have no answer ")
        assert text_of(app, "NextLine").endswith(" 0/3 answered")
        await press(pilot, "f4", "p", "f4", "y", "f4", "n")
        answers = in_file(app, tmp_path)["answers"]
        assert {name: given["owner"]["value"] for name, given in answers.items()} == {
            EVENINGS: "partly", WEEKENDS: "yes", FAQ: "no",
        }
        assert text_of(app, "NextLine").endswith(" 3/3 answered")


async def test_then_the_screens_one_after_the_other_to_the_report(tmp_path: Path) -> None:
    """All is answered, nothing imported, painted or planned: each is come to once, then again from the first."""
    answers = dict.fromkeys((EVENINGS, WEEKENDS, FAQ), YES)
    app = app_with(tmp_path, "fi", answers=answers, demand={}, hours={}, plan={}, actions=[], reasons={})
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "viime sesongin tilaukset ja yhteydenotot (i)" in text_of(app, "NextLine")
        await press(pilot, "f4")
        assert isinstance(app.screen, ImportScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, QuestionScreen), "no data at hand: one is not kept here"
        for there, said in [
            ("hours", "aukioloajat maalaamatta (2)"), ("reasons", "yhteydenoton syitä ei ole kirjattu (3)"),
            ("january", "tammikuun tunnit suunnittelematta (4)"), ("path", "ostopolkua ei ole vielä kuljettu (5)"),
        ]:
            assert said in text_of(app, "NextLine")
            await press(pilot, "f4")
            assert place(app) == there
        assert "kirjoita raportti (r)" in text_of(app, "NextLine")
        await press(pilot, "f4")
        await app.workers.wait_for_complete()
        assert (tmp_path / "shops" / "lankakauppa" / "2026-report.html").exists()


async def test_what_a_step_asked_for_is_done_there_and_gone_from_the_line(tmp_path: Path) -> None:
    answers = dict.fromkeys((WEEKENDS, FAQ), YES) | {EVENINGS: {"owner": {"value": "no"}}}
    app = app_with(tmp_path, "en", answers=answers, plan=document()["plan"], actions=[],
                   path_runs=[{"steps": [{"step": "cart", "result": "pass"}]}],
                   reasons={code: {"done": "tried"} for code in ("where-is-my-order", "return", "size-advice",
                                                                 "delivery-time", "payment")})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "down")
        assert "one blocker has no action" in text_of(app, "NextLine")
        await press(pilot, "f4", "f4", "ctrl+s")  # to the question, and there to its remedy as an action
        (action,) = in_file(app, tmp_path)["actions"]
        assert action["question"] == EVENINGS
        assert "write the report (r)" in text_of(app, "NextLine")
        await press(pilot, "f4")
        await app.workers.wait_for_complete()
        await press(pilot, "escape")  # what can be done with the report
        assert text_of(app, "NextLine").startswith("✓ Everything is done. A good season to you!")



async def test_f1_explains_the_figures_with_todays_values(tmp_path: Path) -> None:
    """Two of three are answered, one with "don't know": readiness (3·1 + 0) / 4 and 0, its mean 37.5."""
    hours = {"live": True, **{day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri")}}
    app = app_with(tmp_path, "en", answers={EVENINGS: YES, WEEKENDS: {"owner": {"value": "unknown"}}},
                   hours={"chat": hours})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "f1")
        told = {str(row.label): str(row.text) for row in app.screen.query(Labelled)}
        assert told["2/3"].startswith("How many of the questions")
        assert told["38"].startswith("Readiness, 0 to 100")  # 37.5
        assert told["38%"].startswith("Known: ")  # (3/4 + 0) / 2
        assert told["60 / 85"].startswith("From 60 on a shop is nearly ready, from 85 on ready")
        assert told["38 days"] == "To the first peak, 27 Nov 2026."
        assert told["^y"].startswith("Redo") and told["F4"].startswith("Next step")


async def test_escape_leads_from_the_list_of_sections_to_the_question_and_from_there_out(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.screen.query_one(SectionList).focus()
        await press(pilot, "escape")
        assert isinstance(app.screen, QuestionScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ShopsScreen)


async def test_a_click_on_the_line_goes_there_too(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "6")
        await pilot.click("NextLine", offset=(12, 0))
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await press(pilot, "7", "q")
        assert isinstance(app.screen, QuestionScreen), "q closes the menu and nothing else"


@pytest.mark.parametrize("window", [["7"], ["slash"], ["i"], ["m"], ["s"], ["a"]])
async def test_f1_tells_the_keys_of_every_window_and_closes_again(tmp_path: Path, window: list[str]) -> None:
    """Menu, search, import, note, shop; where one only reads, F1 closes as any key does."""
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *window)
        there = app.screen
        await press(pilot, "f1")
        assert isinstance(app.screen, QuestionScreen if window == ["s"] else KeyList)
        await press(pilot, "f1")
        assert isinstance(app.screen, KeyList) if window == ["s"] else app.screen is there


async def test_nobody_answers_as_another_unawares(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "y")
        assert not app.screen.query_one("#speaking").display and not app.screen.query_one("#voices").display
        await press(pilot, "v", "n", "down")
        assert text_of(app, "#speaking") == "Answers now: consultant. v lets the next one answer."
        assert app.screen.query_one("#speaking").display
        given = in_file(app, tmp_path)["answers"][EVENINGS]
        assert (given["owner"]["value"], given["consultant"]["value"]) == ("yes", "no")
        await press(pilot, "q", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert not app.screen.query_one("#speaking").display, "opened again, the owner answers"
