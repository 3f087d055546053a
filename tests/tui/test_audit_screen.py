"""Answering by keys and by mouse; what was pressed stands in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from readycheck.i18n import Lang
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.widgets.answer_bar import AnswerBar
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.labelled import LABEL, Labelled
from readycheck.tui.widgets.section_list import SectionList
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, FAQ, WEEKENDS, app_with, saved

SIZE = (80, 24)


def text_of(app: ReadycheckApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def answers(app: ReadycheckApp, home: Path) -> dict[str, Any]:
    """The answers in the file, once what was pressed is saved."""
    assert app.session is not None and app.session.flush()
    found: dict[str, Any] = saved(home).get("answers", {})
    return found


@pytest.mark.parametrize(("lang", "key", "value"), [
    ("fi", "k", "yes"), ("fi", "o", "partly"), ("fi", "e", "no"),
    ("en", "y", "yes"), ("en", "p", "partly"), ("en", "n", "no"),
    ("fi", "question_mark", "unknown"), ("en", "question_mark", "unknown"),
])
async def test_each_letter_answers_in_its_language(tmp_path: Path, lang: Lang, key: str, value: str) -> None:
    app = app_with(tmp_path, lang)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, key)
        assert answers(app, tmp_path) == {EVENINGS: {"owner": {"value": value, "on": TODAY}}}


@pytest.mark.parametrize(("lang", "keys"), [("fi", "ypn"), ("en", "koe")])
async def test_the_other_languages_letters_do_nothing(tmp_path: Path, lang: Lang, keys: str) -> None:
    app = app_with(tmp_path, lang)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
        assert answers(app, tmp_path) == {}


async def test_a_click_answers_too(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(AnswerBar)
        assert await pilot.click(bar, offset=(6, 1))  # the second row begins with "don't know"
        await pilot.pause()
        assert answers(app, tmp_path)[EVENINGS]["owner"]["value"] == "unknown"


async def test_does_not_concern_us_asks_why_and_needs_it(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "minus", "ctrl+s")
        assert answers(app, tmp_path) == {}
        assert not isinstance(app.screen, QuestionScreen), "the form stays until a reason is given"
        await press(pilot, *"noutopiste", "enter")
        assert answers(app, tmp_path) == {
            WEEKENDS: {"owner": {"value": "na", "on": TODAY}, "note": "noutopiste"}
        }


async def test_leaving_the_reason_out_changes_nothing(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "minus", *"syy", "escape")
        assert answers(app, tmp_path) == {} and isinstance(app.screen, QuestionScreen)


async def test_the_score_moves_with_the_answer_and_says_by_how_much(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "down", "y")
        # weekends weighs 1 of 4 in its section: 25; readiness is the mean of 25 and 0
        assert text_of(app, "#effect") == "Section 0.0 → 25.0 · Readiness 0.0 → 12.5"
        await press(pilot, "down", "p")
        # (25 + 50) / 2 = 37.5; known: 1 of 4 in one section, all of the other: (0.25 + 1) / 2 = 62.5 %
        head = str(app.screen.query_one(AuditHeader).content)
        assert "38 not ready, 63% known ▲38" in head
        await press(pilot, "ctrl+z")
        assert text_of(app, "#effect") == ""
        assert FAQ not in answers(app, tmp_path)
        await press(pilot, "ctrl+y")
        assert answers(app, tmp_path)[FAQ]["owner"]["value"] == "partly"


async def test_an_undo_says_what_it_took_back_and_goes_there(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "y", "5", "ctrl+z")
        assert app.screen.PLACE == "audit"  # type: ignore[attr-defined]
        assert "Undone: 1.2 yes → no answer" in [notice.message for notice in app._notifications]
        assert answers(app, tmp_path) == {}


async def test_a_contradiction_is_told_before_the_answer_and_after_it(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert text_of(app, "#warning") == "⚠ \"Yes\" would contradict the data."
        await press(pilot, "y")
        # the chat closes at 16, so the evenings' coverage is 0 and the yes counts as nothing
        assert text_of(app, "#warning").startswith("⚠ Contradiction: the answer says yes, the data says 0 of 100.")
        await press(pilot, "n")
        assert text_of(app, "#warning") == "✓ The data says the same."
        assert "1 blocker" in str(app.screen.query_one(AuditHeader).content)


async def test_without_data_the_question_says_how_to_get_it(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", demand={})
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        said = str(app.screen.query_one("#data", Labelled).text)
        assert "not known yet" in said and "import last season's orders" in said
        assert text_of(app, "#warning") == ""
        await press(pilot, "d", "1")
        assert type(app.screen).__name__ == "ImportScreen"


async def test_the_arithmetic_behind_the_figure_is_one_key_away(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        lines = [str(line.content) for line in app.screen.query("#text Static").results(Static)]
        assert lines[0] == "Share of weekday-evening demand while somebody answers: 0.0 of 100."
        assert any(line.startswith("Weekday evenings = 100 × ") for line in lines)


async def test_each_voice_is_kept_and_the_lower_one_counts(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "y", "v", "p")
        said = str(app.screen.query_one("#voices", Labelled).text)
        assert "owner yes" in said and "[consultant] partly" in said and "≠" in said
        assert app.session is not None
        # weekends: the lower voice is worth a half of weight 1 out of 4
        assert app.session.scores.sections[0].score == pytest.approx(12.5)
        await press(pilot, "v", "y")
        assert app.session.scores.sections[0].score == pytest.approx(25.0)
        kept = answers(app, tmp_path)[WEEKENDS]
        assert [kept[voice]["value"] for voice in ("owner", "consultant", "agreed")] == ["yes", "partly", "yes"]


async def test_an_answer_can_be_taken_away(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o", "delete")
        assert not answers(app, tmp_path).get(EVENINGS)


async def test_note_and_evidence_are_kept_beside_the_answer(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", *"iltavuoro", "ctrl+s", "l", *"kuva.png", "enter", *"sivu", "ctrl+s", "o")
        assert answers(app, tmp_path) == {EVENINGS: {
            "note": "iltavuoro", "evidence": ["kuva.png", "sivu"], "owner": {"value": "partly", "on": TODAY},
        }}


async def test_a_remedy_becomes_an_action_in_time_for_the_peak(tmp_path: Path) -> None:
    app = app_with(tmp_path, actions=[])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", "ctrl+s")
        answers(app, tmp_path)
        (action,) = saved(tmp_path)["actions"]
        # Black Friday 2026 is 27 November; 14 days of lead and one to spare
        assert (action["title"], action["question"], str(action["due"])) == ("Tee näin.", EVENINGS, "2026-11-12")


async def test_moving_by_question_by_section_and_to_the_next_open_one(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        await press(pilot, "down")
        assert screen.present == 1
        await press(pilot, "up", "right")
        assert screen.present == 2
        await press(pilot, "left")
        assert screen.present == 0
        await press(pilot, "enter", "k")  # from the first to the second, which is answered
        await press(pilot, "enter", "enter")  # over the end to the first again
        assert screen.present == 0
        await press(pilot, "enter")
        assert screen.present == 2


async def test_a_section_can_be_picked_from_the_list(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one(SectionList).focus()
        await press(pilot, "down", "enter", "k")
        assert answers(app, tmp_path) == {FAQ: {"owner": {"value": "yes", "on": TODAY}}}


async def test_a_question_is_found_by_its_words(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"viikon", "enter", "e")
        assert list(answers(app, tmp_path)) == [WEEKENDS]


async def test_last_years_answer_stands_beside_the_question(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    before = {**saved(tmp_path), "answers": {EVENINGS: {"owner": {"value": "no"}, "note": "too few hands"}}}
    before["season"] = {"year": 2025, "starts": TODAY.replace(2025, 11, 1), "ends": TODAY.replace(2026, 1, 31)}
    before["plan"], before["demand"] = {}, {}
    before["actions"] = [{"id": "a", "title": "Evening shifts", "status": "open", "question": EVENINGS}]
    app.archive.create("lankakauppa", before)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        said = str(app.screen.query_one("#before", Labelled).text)
        assert said == "2025: no. too few hands\nNot done: Evening shifts"


async def test_hostile_texts_are_shown_as_they_stand(tmp_path: Path) -> None:
    hostile = "[/oops] [@click=app.quit]x[/] \x1b]52;c;eA==\x07"
    app = app_with(tmp_path, shop={"name": hostile}, answers={EVENINGS: {"note": hostile}})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        head, note = app.screen.query_one(AuditHeader), app.screen.query_one("#note", Labelled)
        for text in (str(head.content), str(note.text)):
            assert "[@click=app.quit]x[/]" in text and "\x1b" not in text and "\x07" not in text
        await pilot.click(note, offset=(LABEL, 0))
        await press(pilot, "k")
        assert answers(app, tmp_path)[EVENINGS]["owner"]["value"] == "yes"


async def test_conflicts_are_one_key_apart(tmp_path: Path) -> None:
    given = {
        EVENINGS: {"owner": {"value": "yes"}},
        FAQ: {"owner": {"value": "yes"}, "consultant": {"value": "no"}},
    }
    app = app_with(tmp_path, answers=given)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        await press(pilot, "c")
        assert screen.present == 2
        await press(pilot, "c")
        assert screen.present == 0
        lines = [str(screen.query_one(SectionList).get_option_at_index(n).prompt) for n in (1, 2)]
        assert "⚠" in lines[0] and "⚠" not in lines[1]
