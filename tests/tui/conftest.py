"""Pilot's clock runs four times as fast: a pause ends after 5 ms of quiet (Textual: 20), a screen is painted every 4.

A key press alone has three such pauses, and they were half of these tests' time. A screen is still painted at least
once within the shortest pause, as it is at Textual's own 60 pictures a second.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import textual._wait
import textual.screen
from textual.app import App
from textual.pilot import Pilot

textual._wait.SLEEP_GRANULARITY = 1 / 200
textual._wait.SLEEP_IDLE = 1 / 200 / 20
textual.screen.UPDATE_PERIOD = 1 / 250

_pause = Pilot.pause


async def _pause_until_heeded(pilot: Pilot[Any], delay: float | None = None) -> None:
    """Keys are heeded one by one: a pause lasts until the last of them is seen through."""
    await _pause(pilot, delay)
    async with asyncio.timeout(20):
        while pilot.app.is_running and getattr(pilot.app, "heeding", False):
            await asyncio.sleep(0.001)
            await _pause(pilot)


Pilot.pause = _pause_until_heeded  # type: ignore[method-assign]

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]


async def settled(pilot: Pilot[Any]) -> None:
    """Nothing is being worked out any more, and what came of it is painted."""
    await pilot.pause()
    async with asyncio.timeout(20):
        while any(not worker.is_finished for worker in pilot.app.workers):
            await asyncio.sleep(0.01)
    await pilot.pause()


@pytest.fixture
def snap_compare(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """The plugin's, of a terminal that depends on nothing a developer has set.

    What goes wrong before the picture is taken would else leave a blank one that equals the blank one on disk.
    """
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORFGBG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)

    def compare(app: App[Any], *, terminal_size: tuple[int, int], run_before: Before = settled) -> bool:
        taken: list[bool] = []

        async def before(pilot: Pilot[Any]) -> None:
            await run_before(pilot)
            await settled(pilot)
            taken.append(True)

        return snap_compare(app, terminal_size=terminal_size, run_before=before) and taken == [True]

    return compare
