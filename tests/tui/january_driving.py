"""Going to the January screen and reading it, for its tests."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.january import JanuaryScreen
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import press, text_of, write
from tests.tui.small_list import app_with

WEEKS = ("2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04")
PLAN = {"growth": 1.0, "contact_rate": 0.2, "hours": {"2026-W53": 40.0}}
SAVED, TRIAL = 1, 2
SCORE, CONTACTS, BACKLOG = 0, 2, 7


def app_of(home: Path, **plan: Any) -> ReadycheckApp:
    return app_with(home, "en", plan={**PLAN, **plan})


async def at_january(pilot: Pilot[Any]) -> None:
    """Go there; the weeks have the keyboard."""
    await press(pilot, "4")
    await settled(pilot)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the figures are those of what is being tried."""
    await pilot.pause()
    while not next(s for s in pilot.app.screen_stack if isinstance(s, JanuaryScreen)).settled:
        await asyncio.sleep(0.01)
    await pilot.pause()


async def tried(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and let what they try be counted."""
    await press(pilot, *keys)
    await settled(pilot)


async def typed(pilot: Pilot[Any], text: str) -> None:
    await write(pilot, text)
    await settled(pilot)


def week(app: ReadycheckApp, n: int) -> list[str]:
    """The n-th row of weeks."""
    return [cell.plain.strip() for cell in app.screen.query_one("#weeks", Rows).get_row_at(n)]


def setting(app: ReadycheckApp, n: int) -> str:
    return app.screen.query_one("#settings", Rows).get_row_at(n)[1].plain.strip()


def board(app: ReadycheckApp, row: int) -> list[str]:
    """A row of figures: score, peak, contacts, need, plan, in time, given up, backlog."""
    return text_of(app, "#board").splitlines()[row].split()[1:]


def go_to(app: ReadycheckApp, *path: str) -> None:
    """Put the cursor of the settings on one."""
    rows = app.screen.query_one("#settings", Rows)
    rows.focus()
    rows.go_to("\n".join(path))


def line(app: ReadycheckApp, part: str) -> str:
    return text_of(app, f"#line .{part}")
