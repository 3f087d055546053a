"""Every key that is told of does what it says: one after the other on every screen, each from the same beginning."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.key_registry import uses
from readycheck.tui.screens.audit import QuestionScreen
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.hours import HoursScreen
from readycheck.tui.screens.reasons import ReasonsScreen
from tests.tui.key_table import AUDIT, ELSEWHERE, SCREENS, After, Screen
from tests.tui.made_up import TODAY, document
from tests.tui.pressed import ends, seen
from tests.tui.small_list import checklist

pytestmark = pytest.mark.slow
SIZE = (80, 24)
SHOP = "lankakauppa/2026"


def made(home: Path, screen: Screen) -> ReadycheckApp:
    archive = Archive(home)
    for year, more in ((2025, {}), (2026, {**AUDIT, **screen.more})):
        archive.create("lankakauppa", {**document(year), "checklists": [checklist()], **more})
    return ReadycheckApp(archive, Translator(screen.lang), TODAY, archive.open(SHOP))


class Hands:
    """Presses keys in one app, and puts everything back to the beginning."""

    def __init__(self, app: ReadycheckApp, pilot: Pilot[Any], screen: Screen) -> None:
        self.app, self.pilot, self.screen = app, pilot, screen
        assert app.session is not None
        self.file = app.session.path
        self.content = self.file.read_bytes()

    async def press(self, keys: str) -> None:
        """Keys with spaces between them, each with all that it starts."""
        for key in keys.split():
            await self.pilot.press(key)
            await self.pilot.pause()
            if self.app.workers:
                await self.app.workers.wait_for_complete()
                await self.pilot.pause()

    async def begin_again(self) -> None:
        """The audit as it was, opened anew, on the screen."""
        app = self.app
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        if app.session is not None:
            app.session.flush()
        self.file.write_bytes(self.content)
        shutil.rmtree(app.archive.aside.folder / "places", ignore_errors=True)  # it would open where the last key led
        app.tr = Translator(self.screen.lang)
        app.clear_notifications()
        app._first_file = app.archive.open(SHOP)
        app.open_audit(app._first_file)
        await self.pilot.pause()
        await self.press(self.screen.way)

    def offered(self) -> dict[str, list[str]]:
        """The keys of every id that is heard now; what a widget of Textual's leaves to the screen is heard too."""
        found: dict[str, list[str]] = {}
        taken: set[str] = set()
        for node, bindings in self.app.screen._modal_binding_chain:
            for key, binding in bindings:
                if binding.id and key not in taken and self.app._check_action_state(binding.action, node):
                    found.setdefault(binding.id, []).append(key)
                    taken.add(key)
        return found

    async def fails(self, identifier: str, key: str) -> str | None:
        """What is wrong with a key, if anything."""
        wanted = self.screen.keys[identifier]
        first, does = (wanted.keys, wanted.does) if isinstance(wanted, After) else ("", wanted)
        await self.begin_again()
        await self.press(first)
        before = seen(self.app, self.file)
        await self.press(key)
        after = seen(self.app, self.file)
        if does(before, after):
            return None
        return f"{identifier} ({key}): {after.window} {after.place} {after.told} {after.at[:3]}"


@asynccontextmanager
async def hands_on(home: Path, screen: Screen) -> AsyncIterator[Hands]:
    """An app of its own, on the screen."""
    app = made(home, screen)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        hands = Hands(app, pilot, screen)
        await hands.begin_again()
        yield hands


def inherited(app: ReadycheckApp) -> set[str]:
    """What this screen does with the very methods of all audit screens: pressed on the screen of the questions."""
    kind = type(app.screen)
    if kind is QuestionScreen or not isinstance(app.screen, AuditScreen):
        return set()
    plain = {"theme", "language", "quit", "commands"} | ({"claims"} if kind is not HoursScreen else set())
    for binding in AuditScreen.BINDINGS:
        assert isinstance(binding, Binding) and binding.id
        method = "action_" + binding.action.partition("(")[0]
        if binding.action.startswith("app.") or getattr(kind, method) is getattr(AuditScreen, method):
            plain.add(binding.id)
    return plain | ({"rows.first", "rows.last"} if kind is not ReasonsScreen else set())


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: re.sub(r"\W", "-", screen.name))
async def test_every_key_of_a_screen_does_what_it_says(tmp_path: Path, screen: Screen) -> None:
    async with hands_on(tmp_path / "all", screen) as hands:
        offered = hands.offered()
        known = screen.leave_out | inherited(hands.app)
        untold = offered.keys() - screen.keys.keys() - known if screen.whole else set()
        wrong = [f"nothing is expected of {each}" for each in untold]
        wrong += [f"{each} is not offered" for each in screen.keys if each not in offered]
        ending = {each for each, does in screen.keys.items() if does is ends}
        for identifier in screen.keys.keys() & offered.keys() - ending:
            wrong += [told for key in offered[identifier] if (told := await hands.fails(identifier, key))]
    for identifier in ending & offered.keys():
        async with hands_on(tmp_path / identifier, screen) as hands:
            wrong += filter(None, [await hands.fails(identifier, offered[identifier][0])])
    assert not wrong, "\n".join(["", *wrong])


def test_no_key_is_left_out() -> None:
    tested = {identifier for screen in SCREENS for identifier in screen.keys}
    assert sorted(uses().keys() - tested) == sorted(ELSEWHERE)
