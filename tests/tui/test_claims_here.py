"""From the data's side: which answers it contradicts, promises against measurements, how an empty screen begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.i18n import Lang
from readycheck.tui.widgets.claims_line import ClaimsLine
from tests.tui.driving import SMALL, press, text_of, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, app_with
from tests.tui.test_more_screens import at, rows

pytestmark = pytest.mark.slow
YES = {EVENINGS: {"owner": {"value": "yes", "on": TODAY}}}
CHAT = {"chat": {"live": True, "holidays": "closed", "mon": ["08:00-16:00"]}}


async def test_the_hours_say_which_answer_they_contradict_and_lead_to_it(tmp_path: Path) -> None:
    """Nobody is there in the evenings, and the answer says yes."""
    app = app_with(tmp_path, "fi", answers=YES, hours=CHAT)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert "Yksi vastaus on kyllä" in str(app.screen.query_one(ClaimsLine).content)
        await press(pilot, "!", "1")
        assert app.session is not None and app.session.places["audit"] == EVENINGS
        assert "QuestionScreen" in type(app.screen).__name__


async def test_where_nothing_is_contradicted_the_line_is_empty(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", answers={}, hours=CHAT)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert str(app.screen.query_one(ClaimsLine).content) == ""
        before = app.screen
        await press(pilot, "!")
        assert app.screen is before


@pytest.mark.parametrize(("measured", "within", "said"), [
    (45, {"60": 6},
     "✗ Promised within 60 s: 60% were answered in it (80% needed), median 45 s. The promise is not kept."),
    (60, {"60": 8}, "✓ Promised within 60 s: 80% were answered in it (80% needed), median 60 s. The promise is kept."),
    (45, {"30": 2, "90": 9}, "✓ Promised within 60 s, median 45 s: the promise is kept.\n"
                             "20–90% were answered within it: import again to count it exactly."),
    (85, {}, "✗ Promised within 60 s, median 85 s: the promise is not kept."),
])
async def test_a_promise_stands_against_what_was_measured(
    tmp_path: Path, measured: int, within: dict[str, int], said: str,
) -> None:
    """So many of 10 answers came within the promised minute; 2 to 9 say too little, and the median is left."""
    chat = {"first_response_s": measured, "n": 10, "unanswered": 0, "p90_s": 90, "within": within}
    app = app_with(tmp_path, "en", channels={"chat": {"target_s": 60}}, service={"chat": chat}, demand={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "4")
        place = [row[0] for row in rows(app)].index("chat")
        await press(pilot, *["down"] * place)
        assert text_of(app, "#detail") == said


@pytest.mark.parametrize(("place", "lang", "said"), [
    ("1", "fi", "a lisää"), ("2", "fi", "Ainakin yksi onnistuminen"), ("3", "en", "paint opening hours (2)"),
    ("4", "fi", "aukioloajat (2)"), ("5", "en", "a adds one, such as delivery"),
])
async def test_an_empty_screen_says_how_to_begin(tmp_path: Path, place: str, lang: Lang, said: str) -> None:
    empty = ("hours", "staffing", "channels", "service", "stages", "observations", "actions", "demand", "reasons")
    app = app_with(tmp_path, lang, answers={}, **{name: [] if name in ("stages", "observations", "actions") else {}
                                                  for name in empty})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, place)
        assert said in text_of(app, "#detail")


async def test_others_figures_stand_beside_the_one_under_the_cursor(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", service={"nps": 40})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        assert "85% solved" in text_of(app, "#detail") and "NPS 73" not in text_of(app, "#detail")
        await press(pilot, "down")
        assert "NPS 73" in text_of(app, "#detail") and "85% solved" not in text_of(app, "#detail")


async def test_a_figure_of_the_service_shows_its_unit_and_can_be_taken_back(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", service={})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        await press(pilot, "enter")
        await write(pilot, "71,5 %")
        await press(pilot, "enter")
        assert rows(app)[0][1] == "71,5 %"
        await press(pilot, "delete")
        assert rows(app)[0][1] == "–"
        await press(pilot, "ctrl+z")
        assert rows(app)[0][1] == "71,5 %"


async def test_the_promise_of_the_channels_card_goes_before_the_target_of_the_service(tmp_path: Path) -> None:
    service = {"chat": {"target_s": 60, "first_response_s": 75}}
    app = app_with(tmp_path, "en", service=service, channels={"chat": {"target_s": 90}})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        assert ["chat: target", "60 s", "in force: 90 s (channels)"] in rows(app)
        assert ["chat: first response", "75 s", "✓ within target"] in rows(app)
