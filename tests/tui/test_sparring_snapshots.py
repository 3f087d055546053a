"""What the sparring session looks like: asked blind in a small terminal, talked about in a large one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, FAQ, WEEKENDS, app_with

pytestmark = pytest.mark.slow
YES, NO, PARTLY = ({"value": value, "on": TODAY} for value in ("yes", "no", "partly"))
ANSWERS = {
    EVENINGS: {"owner": YES, "consultant": NO, "agreed": PARTLY}, WEEKENDS: {"owner": NO},
    FAQ: {"owner": PARTLY, "consultant": NO},
}
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture depends on nothing that a developer has set."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORFGBG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


async def pressed(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def test_asked_blind(tmp_path: Path, snap_compare: Compare) -> None:
    async def ask(pilot: Pilot[Any]) -> None:
        await pressed(pilot, "8", "w")

    assert snap_compare(app_with(tmp_path, "fi", answers=ANSWERS), terminal_size=(80, 24), run_before=ask)


def test_an_item_side_by_side(tmp_path: Path, snap_compare: Compare) -> None:
    async def open_item(pilot: Pilot[Any]) -> None:
        await pressed(pilot, "8", "a", "enter")
        pilot.app.screen.query_one("SectionClock")._now = lambda: 0.0  # type: ignore[attr-defined]

    assert snap_compare(app_with(tmp_path, "en", answers=ANSWERS), terminal_size=(120, 40), run_before=open_item)


def test_the_agenda(tmp_path: Path, snap_compare: Compare) -> None:
    async def listed(pilot: Pilot[Any]) -> None:
        await pressed(pilot, "8", "a")

    assert snap_compare(app_with(tmp_path, "fi", answers=ANSWERS), terminal_size=(80, 24), run_before=listed)
