"""No key waits for garbage, and a form does not jump once it is painted."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest
from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import Vertical

from readycheck.tui.light import REST, WORTH, let_go_of_left_widgets
from readycheck.tui.widgets.text_lines import TextLines
from tests.tui.driving import SMALL
from tests.tui.small_list import app_with


class Knot:
    """Garbage that only a collection finds: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_widget_has_drawn_goes_with_it() -> None:
    let_go_of_left_widgets()
    drawn = StylesCache()
    inner, outer = drawn.get_inner_outer(Color.parse("black"), Color.parse("white"))
    assert (inner.background, outer.background) == (Color.parse("white"), Color.parse("black"))
    seen = ref(drawn)
    del drawn
    gc.collect()
    assert seen() is None


@pytest.mark.slow
async def test_garbage_is_collected_at_rest(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        gc.collect()
        knot = Knot()
        for _ in range(WORTH + 1):
            gc.collect(1)  # it is old now: young collections pass it by
        seen = ref(knot)
        del knot
        await pilot.pause(4 * REST)
        assert seen() is None


@pytest.mark.slow
async def test_a_text_is_as_high_as_its_lines_from_the_first_layout_on() -> None:
    heights = []

    class Watched(TextLines):
        def on_resize(self) -> None:
            heights.append(self.size.height)

    class Form(App[None]):
        CSS = "Vertical, Watched { height: auto; width: 21; } Watched { border: none; padding: 0; }"

        def compose(self) -> ComposeResult:
            with Vertical():
                yield Watched("twenty letters fit ab twenty letters fit ab\nand a third", compact=True)

    async with Form().run_test(size=SMALL) as pilot:
        await pilot.pause()
    assert heights == [4], "three lines of at most 20, for the cursor has a cell of its own, and a fourth"
