"""Actions, observations, service, channels, stages, confirmation: what is typed stands in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.reasons import ReasonsScreen
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import FAQ, app_with

ACTION = {"id": "faq-search", "title": "FAQ search", "owner": "Maija", "due": date(2026, 11, 10), "lead_days": 14}


async def at(pilot: Pilot[Any], number: str) -> None:
    """Open the n-th place of the menu behind 7."""
    await press(pilot, "7", number)


def rows(app: ReadycheckApp) -> list[list[str]]:
    table = app.screen.query_one("#rows", Rows)
    return [[cell.plain.strip() for cell in table.get_row_at(n)] for n in range(table.row_count)]


async def test_an_action_is_added_under_a_free_id(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", actions=[{**ACTION, "id": "a1"}])
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "a", *"Call", "tab", *"Anna", "tab", *"2026-11-20", "tab", "right", "ctrl+s")
        assert in_file(app, tmp_path)["actions"][1] == {
            "id": "a2", "title": "Call", "owner": "Anna", "due": date(2026, 11, 20), "status": "doing", "lead_days": 0,
        }


async def test_late_actions_are_marked_and_ask_for_a_fallback(tmp_path: Path) -> None:
    """Today is 20 October and the first peak 27 November: 38 days. A lead of 38 is too late, 37 is not."""
    actions = [
        {**ACTION, "id": "late", "lead_days": 38}, {**ACTION, "id": "just", "lead_days": 37},
        {**ACTION, "id": "over", "due": date(2026, 10, 19)},
        {**ACTION, "id": "instead", "lead_days": 60, "fallback": "A link on the front page"},
    ]
    app = app_with(tmp_path, "en", actions=actions)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert [row[0] for row in rows(app)] == ["! overdue", "⚠ too late", "21 days", "⚠ too late"]
        await press(pilot, "down")
        assert "ready 27 Nov 2026, not before the peak (27 Nov 2026). Write down" in text_of(app, "#detail")
        await press(pilot, "down", "down")
        assert "Instead: A link on the front page" in text_of(app, "#detail")


async def test_a_peak_that_has_been_is_told_by_its_day(tmp_path: Path) -> None:
    season = {"year": 2026, "starts": date(2026, 10, 1), "ends": date(2027, 1, 31), "peaks": [date(2026, 10, 2)]}
    app = app_with(tmp_path, "en", actions=[], season=season)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert "the first peak was 2 Oct 2026" in text_of(app, "#head")


async def test_a_remedy_of_the_checklist_becomes_an_action(tmp_path: Path) -> None:
    answers = {FAQ: {"owner": {"value": "no", "on": TODAY}}}
    app = app_with(tmp_path, "en", actions=[], answers=answers)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        assert rows(app)[0][4:6] == ["proposed", "list"]
        await press(pilot, "enter", "ctrl+s")
        (action,) = in_file(app, tmp_path)["actions"]
        assert (action["title"], action["question"], action["due"]) == ("Do it so.", FAQ, date(2026, 11, 26))
        assert [row[4:6] for row in rows(app)] == [["to do", "own"]]


async def test_a_reasons_action_is_changed_at_the_reason(tmp_path: Path) -> None:
    reasons = {"payment": {"action": "New provider", "cause": "slow"}}
    app = app_with(tmp_path, "en", actions=[], reasons=reasons)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "delete", "enter")
        assert isinstance(app.screen, ReasonsScreen)
        assert app.screen.reason == "payment"
        assert in_file(app, tmp_path)["reasons"] == reasons


async def test_a_done_action_stays_in_sight(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", actions=[ACTION])
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "1")
        await press(pilot, "enter", "tab", "tab", "tab", "right", "right", "ctrl+s")
        assert in_file(app, tmp_path)["actions"][0]["status"] == "done"
        assert rows(app)[0][0] == "✓"
        await press(pilot, "delete")
        assert in_file(app, tmp_path).get("actions", []) == []


async def test_an_observation_is_written_down(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "2")
        await press(pilot, "a", *"queue", "ctrl+s")
        assert "observations" not in in_file(app, tmp_path), "nobody has said yet whether that was a success"
        await press(pilot, "right", "right", "ctrl+s")
        assert in_file(app, tmp_path)["observations"] == [{"kind": "difficulty", "text": "queue", "on": TODAY}]
        assert rows(app) == [["! difficulty", "queue", "", "20 Oct 2026"]]


async def test_service_figures_are_typed_as_people_write_them(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        for text in ("85", "-12,5"):
            await press(pilot, "enter")
            await write(pilot, text)
            await press(pilot, "enter", "down")
        assert in_file(app, tmp_path)["service"] == {"fcr": 0.85, "nps": -12.5}
        await press(pilot, "up", "delete")
        assert in_file(app, tmp_path)["service"] == {"fcr": 0.85}


async def test_a_share_gets_its_interval_once_the_number_of_answers_is_known(tmp_path: Path) -> None:
    """Wilson, 80 of 100: 71–87 % (71.1 and 86.7)."""
    app = app_with(tmp_path, "en", service={"fcr": 0.8, "n": 100})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        assert rows(app)[0] == ["Solved at the first contact", "80%", "95%: 71–87%, n 100"]


async def test_a_first_response_is_held_against_its_target(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", service={"chat": {"target_s": 60}})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        app.screen.query_one("#rows", Rows).go_to("service\nchat\nfirst_response_s")
        await press(pilot, "enter")
        await write(pilot, "1:15")
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["service"]["chat"] == {"target_s": 60, "first_response_s": 75}
        assert ["chat: first response", "75 s", "✗ over target"] in rows(app)


async def test_an_imports_figures_stand_with_their_answers_and_intervals(tmp_path: Path) -> None:
    """NPS of 10 answers, half promoters and 20 % detractors: −18…78. Within 60 s 8 of 10: Wilson 49–94 %."""
    app = app_with(tmp_path, "en", service={
        "nps": 30, "grades": {"recommend": 0.5}, "answers": {"nps": 10, "recommend": 10}, "fcr": 2 / 3,
        "chat": {"first_response_s": 45, "p90_s": 746, "n": 10, "unanswered": 2, "within": {"60": 8}, "target_s": 60},
    })
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        found = rows(app)
        assert ["NPS, −100 to 100", "30", "95%: −18…78, n 10"] in found
        assert ["chat: first response", "45 s", ""] in found
        assert ["chat: target", "60 s", "✓ at least 80% in time"] in found
        assert ["chat: 90% answered within", "12 min 26 s", "answered 10, not 2"] in found
        assert ["Solved at the first contact", "66.7%", ""] in found
        assert ["chat: answered within target", "80%", "95%: 49–94%, n 10"] in found


async def test_a_first_response_typed_over_an_imported_one_stands_alone(tmp_path: Path) -> None:
    chat = {"first_response_s": 45, "p90_s": 75, "n": 10, "unanswered": 2, "within": {"60": 8}}
    day = date(2025, 12, 1)
    entry = {"kind": "contacts", "source": "desk", "counts": {
        "first": day, "last": day, "grid": [" ".join(["0"] * 24)] * 7, "daily": "12",
        "responses": {"chat": {"n": 10, "unanswered": 2, "median_s": 45, "p90_s": 75, "within": {"60": 8}}},
    }}
    app = app_with(tmp_path, "en", imports=[entry],
                   service={"chat": {**chat, "target_s": 60, "measured_from": "import: desk"}})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        app.screen.query_one("#rows", Rows).go_to("service\nchat\nfirst_response_s")
        await press(pilot, "enter")
        await write(pilot, "50 s")
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["service"]["chat"] == {"target_s": 60, "first_response_s": 50}


async def test_a_channels_card_is_filled_in(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "4")
        assert [row[0] for row in rows(app)] == ["e-mail", "chat"]
        await press(pilot, "down", "enter")
        assert text_of(app, "#heading") == "chat", "which card it is"
        await press(pilot, *"Maija", "tab", *"60", "tab", "right", "tab", *"20", "enter")
        assert in_file(app, tmp_path)["channels"] == {
            "chat": {"owner": "Maija", "target_s": 60, "same_answers": True, "wished": 0.2}
        }


async def test_a_channels_response_is_told_as_a_person_says_it(tmp_path: Path) -> None:
    """19 · 3600 + 35 · 60 = 70 500 seconds."""
    app = app_with(tmp_path, "fi", service={"email": {"first_response_s": 70500}})
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "4")
        assert rows(app)[0][4] == "19 h 35 min"


async def test_a_channel_is_added_and_its_card_removed(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "4")
        await press(pilot, "delete")
        await press(pilot, "a", "1", "shift+tab", "right", "ctrl+s")
        assert in_file(app, tmp_path)["channels"] == {"phone": {"offered": False}}
        await press(pilot, "delete")
        assert in_file(app, tmp_path).get("channels", {}) == {}


async def test_what_is_refused_goes_by_its_name_on_the_screen(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "3")
        await press(pilot, "down", "enter", *"-101", "enter")
        assert "NPS, −100 to 100: must be at least −100" in text_of(app, "#complaint")
        assert "nps" not in in_file(app, tmp_path).get("service", {})


async def test_a_stage_is_thought_through(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "5")
        await press(pilot, "enter", *"delivery", "tab", *"late", "tab", *"told", "tab", "left", "ctrl+s")
        assert in_file(app, tmp_path)["stages"] == [{
            "stage": "delivery", "risk": "late", "mitigation": "told", "told_before_order": True,
            "told_after_order": False,
        }]
        assert "Stages with a risk and a mitigation 100" in text_of(app, "#head")
        assert "delivery times told 50: before ordering ✓, after ✗" in text_of(app, "#head")


async def test_the_confirmation_is_looked_at(tmp_path: Path) -> None:
    """After-sales reasons are where-is-my-order (640) and return (360): answering the first covers 64 %."""
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "6")
        assert [row[1] for row in rows(app)] == ["–"] * 5, "nobody has looked: that is no no"
        await press(pilot, "enter", "space", "enter", "down", "space")
        assert [row[1] for row in rows(app)][1:4] == ["yes", "–", "–"], "said of one line, of no other"
        assert in_file(app, tmp_path)["confirmation"] == {
            "answers": ["where-is-my-order"], "on": TODAY, "lead_time": True,
        }
        assert "answers 64%" in text_of(app, "#head")
        assert "How to return" in text_of(app, "#detail")
