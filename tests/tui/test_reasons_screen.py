"""Reasons and FAQ entries: what is filled in moves the figures and stands in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.ticks import Ticks
from tests.tui.driving import SMALL, in_file, press, text_of, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import app_with

CONTACTS = {
    "first": date(2025, 11, 1), "last": date(2026, 1, 31), "grid": ["0 " * 23 + "1"] * 7, "daily": "1 " * 91 + "1",
    "reasons": {"where-is-my-order": 60, "return": 30, "size": 10}, "uncoded": 100,
}
FAQ = [{"title": "Toimitusajat", "url": "/ukk", "answers": ["where-is-my-order"]}]


def app_of(home: Path, **more: Any) -> ReadycheckApp:
    tables = {"demand": {"contacts": CONTACTS}, "reasons": {}, "faq": FAQ, "staffing": {}, **more}
    return app_with(home, "en", **tables)


async def at_reasons(pilot: Pilot[Any]) -> None:
    await press(pilot, "3")


def row(app: ReadycheckApp, table: str, n: int) -> list[str]:
    return [cell.plain.strip() for cell in app.screen.query_one(table, Rows).get_row_at(n)]


def figures(app: ReadycheckApp) -> str:
    return text_of(app, "#figures").replace("\u00a0", " ")


async def test_reasons_stand_by_demand_with_their_cumulative_share(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        assert [row(app, "#pareto", n)[1] for n in range(3)] == ["where-is-my-order", "return", "size"]
        assert [row(app, "#pareto", n)[3] for n in range(3)] == ["60%", "30%", "10%"]
        assert [row(app, "#pareto", n)[5] for n in range(3)] == ["60%", "90%", "100%"]
        assert "coded 50%" in figures(app) and "⚠" in figures(app)


async def test_only_the_top_k_are_marked(tmp_path: Path) -> None:
    contacts = {**CONTACTS, "reasons": {**CONTACTS["reasons"], "gift": 5}}  # type: ignore[dict-item]
    app = app_of(tmp_path, demand={"contacts": contacts}, plan={"top_reasons": 3})
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        assert [row(app, "#pareto", n)[0] for n in range(4)] == ["★", "★", "★", ""]


async def test_a_plan_is_filled_in_and_the_figure_moves(tmp_path: Path) -> None:
    """The first of three reasons is planned: 60 of 100 contacts × 0.6."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "enter", *"late", "tab", *"mail", "tab", *"Maija", "tab")
        await press(pilot, *"10.11.2026", "ctrl+s")
        assert in_file(app, tmp_path)["reasons"] == {"where-is-my-order": {
            "cause": "late", "action": "mail", "owner": "Maija", "due": date(2026, 11, 10),
        }}
        assert "Reasons 0.0 → 36.0" in figures(app)
        assert row(app, "#pareto", 0)[6] == "◑ planned"


async def test_choices_and_shares_of_a_reason(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "down", "enter", *["tab"] * 5, "left", "tab", *"boss", "tab", *"40", "tab", "right")
        await press(pilot, "tab", "right", "tab", *"Palautus", "ctrl+s")
        assert in_file(app, tmp_path)["reasons"] == {"return": {
            "canned_reply": True, "escalation": "boss", "preventable": 0.4, "self_service": False,
            "after_sales": True, "label": {"fi": "Palautus"},
        }}
        assert "canned replies 0.0 → 30.0" in figures(app)
        assert "preventable 12 contacts" in figures(app)


async def test_what_was_not_touched_is_not_written(tmp_path: Path) -> None:
    reasons = {"return": {"cause": "eka\ntoka", "own-key": 7}}
    app = app_of(tmp_path, reasons=reasons)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "down", "enter", "ctrl+s")
        assert in_file(app, tmp_path)["reasons"] == reasons


async def test_a_usual_reason_is_added_with_its_names(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "a", "1")
        (added,) = in_file(app, tmp_path)["reasons"].values()
        assert set(added) == {"label", "self_service", "after_sales"}
        assert set(added["label"]) == {"fi", "en"}
        assert row(app, "#pareto", 3)[1] == added["label"]["en"]


async def test_a_reason_of_ones_own_gets_a_code_of_its_name(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "a", "end", "enter")
        await write(pilot, "Yarn dye lots")
        await press(pilot, "enter")
        assert in_file(app, tmp_path)["reasons"] == {"yarn-dye-lots": {"label": {"en": "Yarn dye lots"}}}
        await press(pilot, "enter", *"x", "ctrl+s")
        assert in_file(app, tmp_path)["reasons"]["yarn-dye-lots"]["cause"] == "x", "the cursor stands on it"


async def test_an_entry_is_added_for_the_chosen_reason(tmp_path: Path) -> None:
    """Returns are 30 of 100; an entry that is there, findable and reviewed is worth 1: 60·0.5 + 30."""
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "down", "n", *"Returns", "tab", *"/returns", "tab", "left", "tab", *"2026-09-01", "ctrl+s")
        assert in_file(app, tmp_path)["faq"][1] == {
            "title": "Returns", "url": "/returns", "findable": True, "reviewed": date(2026, 9, 1),
            "answers": ["return"],
        }
        assert "FAQ 30.0 → 60.0" in figures(app)
        assert row(app, "#faq", 1)[0] == "✓" and row(app, "#faq", 0)[0] == ""


async def test_an_entry_answers_several_reasons(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "tab", "enter", *["tab"] * 4, "down", "space", "down", "space", "up", "space", "ctrl+s")
        assert in_file(app, tmp_path)["faq"][0]["answers"] == ["where-is-my-order", "size"]


async def test_an_entry_is_reviewed_today_and_removed(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "tab", "v")
        assert in_file(app, tmp_path)["faq"][0]["reviewed"] == TODAY
        await press(pilot, "delete")
        assert in_file(app, tmp_path).get("faq", []) == []
        await press(pilot, "ctrl+z")
        assert in_file(app, tmp_path)["faq"][0]["title"] == "Toimitusajat"


async def test_a_title_must_be_there(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "n", "ctrl+s")
        assert "must not be empty" in text_of(app, "#complaint")
        assert len(in_file(app, tmp_path)["faq"]) == 1


async def test_how_much_keyword_rules_coded_is_said(tmp_path: Path) -> None:
    """25 of the 100 coded contacts."""
    app = app_of(tmp_path, demand={"contacts": {**CONTACTS, "by_rule": {"return": 20, "size": 5}}})
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        assert "coded 50%, of which 25% by keyword rules" in figures(app)


async def test_keywords_of_the_shops_own(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "enter", "shift+tab")      # the last field
        await write(pilot, "seuranta, missä kamani , ")
        await press(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["reasons"]["where-is-my-order"]["keywords"] == ["seuranta", "missä kamani"]


async def test_a_reason_is_called_by_its_name_in_the_other_language_too(tmp_path: Path) -> None:
    """In its window's title, and among what an FAQ entry may answer."""
    named = {"where-is-my-order": {"label": {"fi": "Missä tilaus on", "en": "Where is it"}}}
    app = app_of(tmp_path, reasons=named)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "e", "f3")
        assert text_of(app, "#heading") == "Missä tilaus on"
        await press(pilot, "escape", "n", "f3")
        assert "Where is it" in str(app.screen.query_one(Ticks).render())


@pytest.mark.slow
async def test_both_lists_have_rows_in_a_small_terminal_and_the_one_with_the_keyboard_most(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(60, 18)) as pilot:
        await at_reasons(pilot)
        pareto, faq = (app.screen.query_one(name, Rows) for name in ("#pareto", "#faq"))
        assert pareto.size.height > faq.size.height >= 3  # the heads and two rows
        await press(pilot, "tab")
        assert faq.size.height > pareto.size.height >= 3
