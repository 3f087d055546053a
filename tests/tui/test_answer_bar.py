"""An answer's mark, key and word stand together, however wide the terminal is."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from readycheck.i18n import Lang
from readycheck.tui.widgets.answer_bar import AnswerBar
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow

OPTIONS = {
    "fi": ("( ) k Kyllä", "( ) o Osittain", "( ) e Ei", "( ) ? En tiedä", "( ) - Ei koske meitä…"),
    "en": ("( ) y Yes", "( ) p Partly", "( ) n No", "( ) ? Don't know", "( ) - Does not concern us…"),
}


@pytest.mark.parametrize("lang", ["fi", "en"])
async def test_options_are_whole_at_any_width(tmp_path: Path, lang: Lang) -> None:
    app = app_with(tmp_path, lang)
    async with app.run_test(size=(60, 30)) as pilot:
        for width in range(60, 201, 5):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            bar = app.screen.query_one(AnswerBar)
            lines = str(bar.content).split("\n")
            assert max(map(cell_len, lines)) <= bar.size.width, width
            assert [part for line in lines for part in line.split("   ")] == list(OPTIONS[lang])
