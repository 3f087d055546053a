"""Walking the path: results, seconds, payment methods, walks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with

RUN = {"tester": "Anna", "outsider": True, "device": "phone", "on": TODAY}


def app_of(home: Path, *runs: dict[str, Any]) -> ReadycheckApp:
    return app_with(home, "en", path_runs=list(runs or (RUN,)))


async def at_path(pilot: Pilot[Any]) -> None:
    await press(pilot, "5")


def steps(app: ReadycheckApp, home: Path, run: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = in_file(app, home)["path_runs"][run].get("steps", [])
    return found


def row(app: ReadycheckApp, table: str, n: int) -> list[str]:
    return [cell.plain.strip() for cell in app.screen.query_one(table, Rows).get_row_at(n)]


class Clock:
    """Seconds that pass when a test says so."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


async def timed(pilot: Pilot[Any]) -> Clock:
    clock = Clock()
    pilot.app.screen.query_one(Stopwatch)._now = clock
    return clock


async def test_a_walk_is_begun(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "a", *"Anna", "tab", "left", "tab", "right", "ctrl+s")
        assert in_file(app, tmp_path)["path_runs"] == [
            {"tester": "Anna", "outsider": True, "device": "computer", "on": TODAY}
        ]


async def test_enter_begins_the_first_walk(tmp_path: Path) -> None:
    """A step of no walk cannot be filled in."""
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "enter", *"Anna", "ctrl+s")
        assert [run["tester"] for run in in_file(app, tmp_path)["path_runs"]] == ["Anna"]


async def test_results_are_pressed_step_by_step(tmp_path: Path) -> None:
    """1, ½ and 0 points: the mean of three steps is 50."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "p", "f", "x", "u")
        assert steps(app, tmp_path) == [
            {"step": "arrive", "result": "pass"}, {"step": "search", "result": "friction"},
            {"step": "product", "result": "fail"}, {"step": "cart", "result": "untested"},
        ]
        assert "Purchase path – → 50.0" in text_of(app, "#figures") or "Purchase path 50.0" in text_of(app, "#figures")
        assert row(app, "#runs", 0)[3].startswith("~ search")


async def test_a_result_can_be_changed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "p", "p", "up", "up", "x")
        assert [step["result"] for step in steps(app, tmp_path)] == ["fail", "pass"]


async def test_the_stopwatch_saves_seconds_and_goes_on_from_them(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, "down", "space")
        clock.seconds += 95
        await press(pilot, "space")
        assert steps(app, tmp_path) == [{"step": "search", "result": "untested", "seconds": 95}]
        await press(pilot, "space")
        clock.seconds += 5
        await press(pilot, "p")
        assert steps(app, tmp_path) == [{"step": "search", "result": "pass", "seconds": 100}]
        assert row(app, "#steps", 1)[2] == "1:40"


async def test_a_result_ends_the_first_time_of_its_own_step(tmp_path: Path) -> None:
    """The running time becomes the step's first entry; the result belongs there, not to the first step."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, "p", "space")
        clock.seconds += 3
        await press(pilot, "f")
        assert steps(app, tmp_path) == [
            {"step": "arrive", "result": "pass"}, {"step": "search", "result": "friction", "seconds": 3},
        ]
        assert app.screen.query_one("#steps", Rows).cursor_row == 2


async def test_help_pressed_while_the_time_runs_makes_no_second_entry(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, "space", "h", "h")
        clock.seconds += 7
        await press(pilot, "space")
        assert steps(app, tmp_path) == [
            {"step": "arrive", "result": "untested", "help_reachable": False, "seconds": 7}
        ]


async def test_leaving_keeps_the_running_time(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, "space")
        clock.seconds += 12
        await press(pilot, "1")
        assert steps(app, tmp_path)[0]["seconds"] == 12


async def test_payment_methods_are_tried_one_by_one(tmp_path: Path) -> None:
    """Card passes, invoice fails: payment 50, and a failed payment is a blocker."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, *["down"] * 5, "m", "2", "p", "m", "end", "enter")
        await write(pilot, "Invoice")
        await press(pilot, "enter", "x")
        assert steps(app, tmp_path) == [
            {"step": "pay", "result": "pass", "payment_method": "Card"},
            {"step": "pay", "result": "fail", "payment_method": "Invoice"},
        ]
        assert [row(app, "#steps", n)[5] for n in (5, 6)] == ["50", "50"]
        assert "Failed: payment." in text_of(app, "#figures")


async def test_time_goes_along_to_the_next_payment_method(tmp_path: Path) -> None:
    """The card takes 10 s; the 20 s after it are the next method's, and none of them the confirmation's."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, *["down"] * 5, "space", "m", "2")
        clock.seconds += 10
        await press(pilot, "p", "m", "3")
        assert app.screen.query_one("#steps", Rows).cursor_row == 6
        clock.seconds += 20
        await press(pilot, "x")
        assert [(step["step"], step["result"], step.get("seconds")) for step in steps(app, tmp_path)] == [
            ("pay", "pass", 10), ("pay", "fail", 20),
        ]


async def test_a_new_payment_method_leaves_an_earlier_steps_time_there(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, *["down"] * 4, "space")
        clock.seconds += 30
        await press(pilot, "m", "2")
        clock.seconds += 5
        await press(pilot, "p")
        assert {step["step"]: step["seconds"] for step in steps(app, tmp_path)} == {"order": 30, "pay": 5}


async def test_a_step_is_filled_in_by_its_form(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "enter", "shift+tab", "left", "left", "tab", *"1:05", "tab", "left", "tab")
        await press(pilot, *"slow", "ctrl+s")
        assert steps(app, tmp_path) == [
            {"step": "arrive", "result": "friction", "seconds": 65, "help_reachable": False, "note": "slow"}
        ]


async def test_paid_by_is_asked_at_the_payment_only(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, *["down"] * 5, "enter", "tab", "tab")
        await write(pilot, "Gift card")
        await press(pilot, "ctrl+s")
        assert steps(app, tmp_path) == [{"step": "pay", "result": "untested", "payment_method": "Gift card"}]


async def test_a_name_written_in_the_menu_goes_to_its_line(tmp_path: Path) -> None:
    """With the space of "Apple Pay"; nothing begins with "x", and Enter takes nothing until that is taken away."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "m", *"apple", "space", *"pax", "enter", "backspace", "y", "enter", "p")
        assert steps(app, tmp_path) == [{"step": "pay", "result": "pass", "payment_method": "Apple Pay"}]


async def test_a_method_keeps_its_number_and_its_entry(tmp_path: Path) -> None:
    """Number 3 is MobilePay before and after: the second time its entry is looked at again."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "m", "3", "p", "m", "3", "f")
        assert steps(app, tmp_path) == [{"step": "pay", "result": "friction", "payment_method": "MobilePay"}]


async def test_a_swedish_shop_is_offered_swish_first(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", path_runs=[RUN], shop={"name": "Garnboden", "country": "SE"})
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "m", "1", "p")
        assert steps(app, tmp_path) == [{"step": "pay", "result": "pass", "payment_method": "Swish"}]


async def test_the_other_walk_is_looked_at_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path, RUN, {**RUN, "tester": "Bertta", "outsider": False})
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        assert "Walk 2/2: Bertta · own staff" in text_of(app, "#who")
        await press(pilot, "tab", "up")
        assert "Walk 1/2: Anna · outsider" in text_of(app, "#who")
        await press(pilot, "delete")
        assert [run["tester"] for run in in_file(app, tmp_path)["path_runs"]] == ["Bertta"]


async def test_a_tester_keeps_a_device_of_ones_own(tmp_path: Path) -> None:
    app = app_of(tmp_path, {**RUN, "device": "fridge"})
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "g")
        await write(pilot, "Cecilia")
        await press(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["path_runs"] == [{**RUN, "tester": "Cecilia", "device": "fridge"}]


async def test_a_walk_opened_again_goes_on_at_the_first_untested_step(tmp_path: Path) -> None:
    judged = [{"step": "arrive", "result": "pass"}, {"step": "search", "result": "fail"}]
    app = app_of(tmp_path, {**RUN, "steps": judged})
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "p")
        assert steps(app, tmp_path) == [*judged, {"step": "product", "result": "pass"}]
