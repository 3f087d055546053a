"""A walk in either language's letters, its time running on, and several testers side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.i18n import Lang
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.small_list import app_with
from tests.tui.test_path_screen import RUN, row, steps, timed

pytestmark = pytest.mark.slow

ANNA = {**RUN, "steps": [
    {"step": "search", "result": "friction", "seconds": 95, "note": "”Merino” antoi 340 tulosta"},
    {"step": "pay", "result": "pass", "seconds": 40, "payment_method": "Kortti"},
]}
AKE = {"tester": "Åke 🧶", "outsider": False, "device": "computer", "steps": [
    {"step": "search", "result": "pass", "seconds": 10},
    {"step": "pay", "result": "fail", "payment_method": "MobilePay"},
]}


def app_of(home: Path, *runs: dict[str, Any], lang: Lang = "fi") -> ReadycheckApp:
    return app_with(home, lang, path_runs=list(runs))


async def at_path(pilot: Pilot[Any]) -> None:
    await press(pilot, "5")


async def test_the_result_keys_follow_the_language(tmp_path: Path) -> None:
    app = app_of(tmp_path, RUN)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        assert "s Sujui  t Takkusi  k Katkesi" in str(app.screen.query_one(KeyLine).content)
        await press(pilot, "s", "t", "k", "p", "f", "x", "u")
        assert [step["result"] for step in steps(app, tmp_path)] == ["pass", "friction", "fail", "untested"]
        await press(pilot, "f3")
        assert "p Well  f Stumbled  x Failed" in str(app.screen.query_one(KeyLine).content)
        await press(pilot, "s", "t", "k", "p")
        assert [step["result"] for step in steps(app, tmp_path)] == ["pass", "friction", "fail", "untested", "pass"]


async def test_the_time_runs_on_from_step_to_step(tmp_path: Path) -> None:
    app = app_of(tmp_path, RUN)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, "space")
        clock.seconds += 20
        await press(pilot, "s")
        clock.seconds += 35
        await press(pilot, "t")
        clock.seconds += 5
        await press(pilot, "space")
        assert steps(app, tmp_path) == [
            {"step": "arrive", "result": "pass", "seconds": 20},
            {"step": "search", "result": "friction", "seconds": 35},
            {"step": "product", "result": "untested", "seconds": 5},
        ]


async def test_the_time_does_not_run_on_to_the_delivery(tmp_path: Path) -> None:
    app = app_of(tmp_path, RUN)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        clock = await timed(pilot)
        await press(pilot, *["down"] * 6, "space")
        clock.seconds += 8
        await press(pilot, "s")
        clock.seconds += 100
        await press(pilot, "s")
        assert steps(app, tmp_path) == [
            {"step": "confirmation", "result": "pass", "seconds": 8}, {"step": "delivery", "result": "pass"},
        ]


async def test_methods_that_only_other_walks_know_come_last(tmp_path: Path) -> None:
    swish = {"step": "pay", "result": "pass", "payment_method": "Swish"}
    app = app_of(tmp_path, {**RUN, "steps": [swish]}, ANNA)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "m", "end", "enter", "t")
        assert steps(app, tmp_path, 1)[2] == {"step": "pay", "result": "friction", "payment_method": "Swish"}


async def test_a_note_is_written_by_its_own_key(tmp_path: Path) -> None:
    app = app_of(tmp_path, RUN)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "down", "n", *"åäö", "ctrl+s")
        assert steps(app, tmp_path) == [{"step": "search", "result": "untested", "note": "åäö"}]


async def test_a_note_right_after_trouble_is_the_troubled_steps(tmp_path: Path) -> None:
    """The cursor has gone on to the product page; the second note is written there."""
    app = app_of(tmp_path, RUN)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "down", "t", "n", *"hidas", "ctrl+s", "n", *"ok", "ctrl+s")
        assert steps(app, tmp_path) == [
            {"step": "search", "result": "friction", "note": "hidas"},
            {"step": "product", "result": "untested", "note": "ok"},
        ]


async def test_testers_stand_side_by_side_with_times_and_trouble(tmp_path: Path) -> None:
    app = app_of(tmp_path, ANNA, AKE)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "v", "down")
        assert row(app, "#beside", 1) == ["Haku", "~ 1:35", "✓ 0:10", "1/2"]
        assert row(app, "#beside", 5) == ["Maksaminen: Kortti", "✓ 0:40", "·", "0/1"]
        assert row(app, "#beside", 6) == ["Maksaminen: MobilePay", "·", "✗", "1/1"]
        assert row(app, "#beside", 10) == ["Koko kierros", "2:15", "0:10", ""]
        assert text_of(app, "#notes") == "1 Anna: ~ takkusi – ”Merino” antoi 340 tulosta"


async def test_enter_goes_to_the_step_of_the_walk_that_is_marked(tmp_path: Path) -> None:
    app = app_of(tmp_path, ANNA, AKE)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "v", "left", *["down"] * 5, "enter", "k")
        assert steps(app, tmp_path, 0)[1]["result"] == "fail"
        assert steps(app, tmp_path, 1) == AKE["steps"]


async def test_side_by_side_no_key_changes_a_walk_and_q_goes_back(tmp_path: Path) -> None:
    app = app_of(tmp_path, ANNA, AKE)
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        before = in_file(app, tmp_path)["path_runs"]
        await press(pilot, "v", "s", "k", "h", "delete", "q")
        assert app.screen.query_one("#steps", Rows).has_focus
        assert in_file(app, tmp_path)["path_runs"] == before


async def test_more_walks_than_fit_come_into_sight_with_the_arrows(tmp_path: Path) -> None:
    app = app_of(tmp_path, *({**RUN, "tester": f"Testaaja {n}"} for n in range(9)))
    async with app.run_test(size=SMALL) as pilot:
        await at_path(pilot)
        await press(pilot, "v")
        assert "4/9 kierrosta" in text_of(app, "#beside-head")
        titles = [str(column.label) for column in app.screen.query_one("#beside", Rows).ordered_columns]
        assert "▸9 Testa" in titles[-2]
        await press(pilot, *["left"] * 8)
        titles = [str(column.label) for column in app.screen.query_one("#beside", Rows).ordered_columns]
        assert "▸1 Testa" in titles[1]


async def test_a_tall_screen_has_the_walk_and_all_walks_at_once(tmp_path: Path) -> None:
    app = app_of(tmp_path, ANNA, AKE)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_path(pilot)
        assert row(app, "#beside", 6) == ["Maksaminen: MobilePay", "·", "✗", "1/1"]
        await press(pilot, "down", "t")
        assert row(app, "#beside", 1) == ["Haku", "~ 1:35", "~ 0:10", "2/2"]
        app.screen.query_one("#beside", Rows).focus()
        await press(pilot, "left", *["down"] * 5, "enter", "k")
        assert steps(app, tmp_path, 0)[1] == {**ANNA["steps"][1], "result": "fail"}
