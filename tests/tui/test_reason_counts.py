"""Rough counts typed by an owner without exports: what they move, and what an import does to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.small_list import app_with
from tests.tui.test_reasons_screen import CONTACTS, figures, row

pytestmark = pytest.mark.slow

OWN = {"where-is-my-order": {"label": {"fi": "Missä tilaukseni on", "en": "Where is my order"}, "cause": "late"},
       "return": {"label": {"fi": "Palautus", "en": "Return"}, "done": "tried"}}


async def test_counts_are_typed_and_the_table_and_the_scores_follow(tmp_path: Path) -> None:
    """400 with a cause only and 200 done: (400 × 0.25 + 200 × 1) / 600 = 50."""
    app = app_with(tmp_path, "en", demand={}, reasons=OWN, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3")
        assert "c takes rough ones" in figures(app)
        await press(pilot, "c", *"400", "tab", *"200", "ctrl+s")
        reasons = in_file(app, tmp_path)["reasons"]
        assert (reasons["where-is-my-order"]["count"], reasons["return"]["count"]) == (400, 200)
        assert [row(app, "#pareto", n)[1:4] for n in range(2)] == [
            ["Where is my order", "400", "67%"], ["Return", "200", "33%"],
        ]
        assert "Reasons – → 50.0" in figures(app) or "Reasons 50.0" in figures(app)
        assert "counts typed by hand" in figures(app)


async def test_a_usual_reason_that_gets_a_count_comes_with_its_names(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", demand={}, reasons={}, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "c", "tab", *"1", "space", *"200", "ctrl+s")
        (added,) = in_file(app, tmp_path)["reasons"].values()
        assert added["count"] == 1200 and set(added["label"]) == {"fi", "en"}


async def test_what_is_no_number_is_told_and_nothing_is_saved(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", demand={}, reasons=OWN, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "c", *"paljon", "ctrl+s")
        assert "ei ole kokonaisluku" in text_of(app, "#complaint")
        await press(pilot, "escape")
        assert in_file(app, tmp_path)["reasons"] == OWN


async def test_an_imports_counts_are_never_mixed_with_typed_ones(tmp_path: Path) -> None:
    typed = {"size": {"count": 900}, "return": {"count": 50}}
    app = app_with(tmp_path, "en", demand={"contacts": CONTACTS}, reasons=typed, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3")
        assert [row(app, "#pareto", n)[2] for n in range(3)] == ["60", "30", "10"]
        assert "typed by hand (950) are set aside" in figures(app)
        before = app.screen
        await press(pilot, "c")
        assert app.screen is before
        assert any("counted the reasons already" in notice.message for notice in app._notifications)


async def test_contacts_without_reasons_leave_the_typed_counts_in_force(tmp_path: Path) -> None:
    contacts = {**CONTACTS, "reasons": {}, "uncoded": 200, "first": date(2025, 11, 1)}
    app = app_with(tmp_path, "en", demand={"contacts": contacts}, reasons=OWN, faq=[], staffing={})
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "c", *"40", "ctrl+s")
        assert row(app, "#pareto", 0)[2:4] == ["40", "100%"]
        assert "counts typed by hand" in figures(app)
