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
def no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The picture shows no folder of the machine's."""
    (tmp_path / "a.csv").touch()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("look", "lang", "size"), [
    (asking, "fi", SMALL), (asking, "en", LARGE), (contacts, "fi", LARGE), (contacts, "en", SMALL),
], ids=["asking-small-fi", "asking-large-en", "contacts-large-fi", "contacts-small-en"])
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
