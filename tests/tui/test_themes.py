"""Every set of colours can be read where grounds are mixed: the heat map."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from readycheck.tui.themes import FEW_COLOURS, THEMES
from tests.tui.driving import SMALL
from tests.tui.test_hours_screen import app_of, at_hours

READABLE = 4.5  # WCAG 2.1, AA
PAIRS = {("default", "default"), ("color(15)", "color(4)"), ("color(0)", "color(2)")}
"""What 16 colours may show: the terminal's own, bright white on blue, black on green."""


@pytest.mark.slow
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_shade_of_the_heat_map_can_be_read(tmp_path: Path, theme: str) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        app.theme = theme
        await pilot.pause()
        styles = {segment.style for y in range(1, 8) for segment in heat_map.render_line(y) if segment.style}
        assert len(styles) > 3
        assert min(contrast(style) for style in styles) >= READABLE


@pytest.mark.slow
@pytest.mark.parametrize("theme", [theme.name for theme in FEW_COLOURS])
async def test_sixteen_colours_are_the_terminals_own(tmp_path: Path, theme: str) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await at_hours(pilot)
        app.theme = theme
        await pilot.pause()
        styles = [segment.style for y in range(1, 8) for segment in heat_map.render_line(y) if segment.style]
        shown = {(name(style.color), name(style.bgcolor)) for style in styles}
        assert len(shown) > 1
        assert shown <= PAIRS


def name(color: object) -> str:
    return str(getattr(color, "name", None) or "default")


def contrast(style: Style) -> float:
    """(L1 + 0.05) / (L2 + 0.05) of letters and ground, L by WCAG 2.1."""
    assert style.color and style.bgcolor
    lights = sorted(light(Color.from_rich_color(color)) for color in (style.color, style.bgcolor))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(color: Color) -> float:
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
