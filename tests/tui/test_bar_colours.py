"""Bars in tables have the theme's colour for graphics, which stands out from either ground."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color

from readycheck.tui.themes import DARK, LIGHT
from readycheck.tui.widgets.quick_table import BAR, QuickTable
from readycheck.tui.widgets.rows import Cell, Column, Rows
from tests.tui.driving import SMALL
from tests.tui.small_list import app_with


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_graphics_have_a_contrast_of_three_to_one_at_least(theme: object) -> None:
    for name in ("primary", "secondary", "accent", "error", "success", "warning"):
        for ground in ("background", "surface", "panel"):
            high, low = sorted((_luminance(getattr(theme, name)), _luminance(getattr(theme, ground))), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 3, (name, ground)


@pytest.mark.slow
async def test_a_bar_takes_its_colour_from_the_theme_in_use(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        app.go_to("reasons")
        await pilot.pause()
        table = app.screen.query(Rows).first()
        table.show_rows([Column("", 8)], {"a": ["one"], "b": [Cell("████", BAR)]})
        for theme in (LIGHT, DARK):
            app.theme = theme.name
            await pilot.pause()
            assert _of_bar(table) == Color.parse(theme.primary).rich_color.triplet


def _of_bar(table: QuickTable) -> object:
    segment = next(each for y in range(4) for each in table.render_line(y) if "█" in each.text)
    assert segment.style is not None and segment.style.color is not None
    return segment.style.color.triplet


def _luminance(colour: str | None) -> float:
    """WCAG 2's relative luminance."""
    parts = [part / 255 for part in Color.parse(colour or "").rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
