"""Pressing keys and reading what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Static

from readycheck.tui.app import ReadycheckApp
from tests.tui.small_list import saved

SMALL = (80, 24)


def text_of(app: ReadycheckApp, selector: str) -> str:
    """What a line of words says."""
    return str(app.screen.query_one(selector, Static).content)


async def burst(pilot: Pilot[Any], *names: str) -> None:
    """Keys that are all there before the first is heeded, as over a slow line."""
    for name in names:
        pilot.app.post_message(Key(name, name if len(name) == 1 else None))
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, one after the other, each seen through to its end."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text over what stands in the field."""
    await pilot.press("end", "ctrl+u", *("space" if char == " " else char for char in text))
    await pilot.pause()


def in_file(app: ReadycheckApp, home: Path) -> dict[str, Any]:
    """The audit file's content, once everything is saved."""
    assert app.session is not None and app.session.flush()
    return saved(home)
