"""What each place looks like with something in it: the measurements small and large, the lists once each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from readycheck.i18n import Lang, Translator
from readycheck.tui.app import ReadycheckApp
from tests.tui.driving import SMALL, press
from tests.tui.made_up import TODAY, document
from tests.tui.small_list import FULL, archive_at, checklist

pytestmark = pytest.mark.slow

LARGE = (120, 40)
SIZES: dict[Lang, tuple[int, int]] = {"fi": SMALL, "en": LARGE}
SHOWN: list[tuple[str, Lang]] = [
    ("hours", "en"), ("reasons", "fi"), ("reasons", "en"), ("path", "fi"), ("path", "en"), ("compare", "fi"),
    ("compare", "en"), ("actions", "fi"), ("actions", "en"), ("observations", "fi"), ("service", "en"),
    ("channels", "fi"), ("stages", "en"), ("confirmation", "fi"),
]


def two_seasons(home: Path, lang: Lang) -> ReadycheckApp:
    """The newer of two seasons, with a row in every table."""
    archive = archive_at(home, **FULL)
    archive.create("lankakauppa", {**document(2025), "checklists": [checklist()]})
    return ReadycheckApp(archive, Translator(lang), TODAY, archive.open("lankakauppa/2026"))


@pytest.mark.parametrize(("place", "lang"), SHOWN)
def test_a_place(tmp_path: Path, snap_compare: Callable[..., bool], place: str, lang: Lang) -> None:
    app = two_seasons(tmp_path, lang)

    async def gone_there(pilot: Pilot[Any]) -> None:
        app.go_to(place)
        await pilot.pause()
        await press(pilot, "down")

    assert snap_compare(app, terminal_size=SIZES[lang], run_before=gone_there)
