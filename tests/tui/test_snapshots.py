"""What the shell's screens look like: one picture each of the small and the large terminal, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.i18n import Lang, Translator
from readycheck.tui.app import ReadycheckApp
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, FAQ, app_with, archive_at

ANSWERS = {
    EVENINGS: {"owner": {"value": "yes", "on": TODAY}, "consultant": {"value": "no", "on": TODAY},
               "note": "chat klo 16 saakka", "evidence": ["https://lankakauppa.example/yhteys"]},
    FAQ: {"owner": {"value": "partly", "on": TODAY}},
}
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture depends on nothing that a developer has set."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORFGBG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("lang", "size"), [("fi", (80, 24)), ("en", (120, 40))])
def test_a_question(tmp_path: Path, snap_compare: Compare, lang: Lang, size: tuple[int, int]) -> None:
    assert snap_compare(app_with(tmp_path, lang, answers=ANSWERS), terminal_size=size)


def test_the_list_of_shops(tmp_path: Path, snap_compare: Compare) -> None:
    app = ReadycheckApp(archive_at(tmp_path, answers=ANSWERS), Translator("fi"), TODAY)

    async def scored(pilot: Pilot[Any]) -> None:
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=scored)
