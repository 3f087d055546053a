"""What the mapping screen looks like: small and large, in both languages, asking and counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.i18n import Lang
from tests.tui.driving import SMALL, press
from tests.tui.import_driving import paste, push
from tests.tui.recorded import asking, child, contacts
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow

LARGE = (120, 40)
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The picture depends on nothing that a developer has set, and shows no folder of the machine's."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORFGBG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a.csv").touch()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("look", [asking, contacts])
def test_the_mapping_screen(
    tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, lang: Lang, size: tuple[int, int],
    look: Callable[[Lang], dict[str, Any]],
) -> None:
    child(monkeypatch, tmp_path, look(lang))
    app = app_with(tmp_path, lang)

    async def looked(pilot: Pilot[Any]) -> None:
        await press(pilot, "i")
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, Path("a.csv"))
        await push(app, pilot, "enter")

    assert snap_compare(app, terminal_size=size, run_before=looked)
