"""Hands on the mapping screen: opening it, pasting paths, waiting for what was started."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from readycheck.i18n import Lang
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.importing import ImportScreen
from readycheck.tui.widgets.mapping_table import MappingTable
from readycheck.tui.widgets.path_input import PathInput
from tests.tui.driving import SMALL, press
from tests.tui.small_list import app_with

DATA = Path(__file__).parents[1] / "data"
ORDERS = DATA / "tui" / "orders.csv"


@asynccontextmanager
async def import_screen(
    home: Path, lang: Lang = "en", size: tuple[int, int] = SMALL, **more: Any
) -> AsyncIterator[tuple[ReadycheckApp, Pilot[Any]]]:
    """The screen, opened by its key, on an audit without demand."""
    app = app_with(home, lang, **{"demand": {}, **more})
    async with app.run_test(size=size) as pilot:
        await press(pilot, "i")
        assert isinstance(app.screen, ImportScreen)
        yield app, pilot


async def settled(app: ReadycheckApp, pilot: Pilot[Any]) -> None:
    """Whatever was started has come to its end and is shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def paste(app: ReadycheckApp, pilot: Pilot[Any], *files: Path) -> None:
    """The files' paths come into the field as a terminal pastes them, and the look at them to its end."""
    field = app.screen.query_one(PathInput)
    field.focus()
    field.value = ""
    field.post_message(Paste("\n".join(str(file) for file in files)))
    await settled(app, pilot)


async def push(app: ReadycheckApp, pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each with what it starts."""
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


def taken_for(app: ReadycheckApp) -> dict[str, str]:
    """Role above each heading of the table."""
    labels = [column.label.plain.split("\n") for column in app.screen.query_one(MappingTable).ordered_columns]
    return {heading: role for role, heading in labels}
