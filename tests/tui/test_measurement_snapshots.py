"""What the map of hours and January's weeks look like in a small terminal, in Finnish."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.tui.screens.january import JanuaryScreen
from tests.tui.driving import SMALL, press
from tests.tui.small_list import app_with

Compare = Callable[..., bool]
pytestmark = pytest.mark.slow


def test_hours_with_a_suggestion(tmp_path: Path, snap_compare: Compare) -> None:
    async def suggested(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "down", "right", "s")
        await pilot.pause()

    assert snap_compare(app_with(tmp_path, "fi"), terminal_size=SMALL, run_before=suggested)


async def counted(pilot: Pilot[Any]) -> None:
    """January's figures are those of what is being tried."""
    screen = pilot.app.screen
    assert isinstance(screen, JanuaryScreen)
    while not screen.settled:
        await asyncio.sleep(0.01)
    await pilot.pause()


def test_january_with_a_trial(tmp_path: Path, snap_compare: Compare) -> None:
    async def tried(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "tab", "plus", "plus", "e", *"1,5", "7")
        await counted(pilot)

    assert snap_compare(app_with(tmp_path, "fi"), terminal_size=SMALL, run_before=tried)


def test_january_with_its_picture(tmp_path: Path, snap_compare: Compare) -> None:
    async def tried(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "down", "down", "plus", "plus")
        await counted(pilot)

    assert snap_compare(app_with(tmp_path, "en"), terminal_size=(120, 40), run_before=tried)
