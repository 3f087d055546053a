"""What is ready of a reason is switched by a key where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY
from tests.tui.test_mouse import click
from tests.tui.test_reasons_screen import app_of, at_reasons, figures, row

pytestmark = pytest.mark.slow
REASONS = {"where-is-my-order": {"after_sales": True, "owner": "Åke 🧶"}, "size": {}}


async def test_a_canned_reply_is_noted_by_one_key(tmp_path: Path) -> None:
    """60 of the 100 coded contacts ask it."""
    app = app_of(tmp_path, reasons=REASONS)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        assert "k canned reply ✗" in text_of(app, "#reason")
        await press(pilot, "k")
        assert in_file(app, tmp_path)["reasons"]["where-is-my-order"]["canned_reply"] is True
        assert "canned replies 0.0 → 60.0" in figures(app) and "k canned reply ✓" in text_of(app, "#reason")
        await press(pilot, "k")
        assert in_file(app, tmp_path)["reasons"]["where-is-my-order"]["canned_reply"] is False


async def test_what_the_confirmation_answers_is_noted_beside_the_reason(tmp_path: Path) -> None:
    app = app_of(tmp_path, reasons=REASONS)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "o")
        assert in_file(app, tmp_path)["confirmation"] == {"answers": ["where-is-my-order"], "on": TODAY}
        await click(pilot, app.screen.query_one("#reason"), "o in the confirmation ✓")
        assert in_file(app, tmp_path)["confirmation"] == {"answers": [], "on": TODAY}


async def test_what_is_asked_before_the_order_is_in_no_confirmation(tmp_path: Path) -> None:
    app = app_of(tmp_path, reasons=REASONS)
    async with app.run_test(size=SMALL) as pilot:
        await at_reasons(pilot)
        await press(pilot, "down", "down", "o")
        assert "confirmation" not in in_file(app, tmp_path)
        assert any("asked before" in notice.message for notice in app._notifications)


async def test_a_wide_screen_shows_who_and_when(tmp_path: Path) -> None:
    app = app_of(tmp_path, reasons=REASONS)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_reasons(pilot)
        assert row(app, "#pareto", 0)[-2:] == ["Åke 🧶", "–"]
