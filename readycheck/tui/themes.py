"""The app's two sets of colours; nothing is told by colour alone."""

from __future__ import annotations

import os
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from readycheck.tui.preferences import Ground

DARK = Theme(
    name="readycheck-dark", primary="#5fa8d3", secondary="#8fb8a8", accent="#f2b84b", foreground="#e6e6e6",
    background="#14181d", surface="#1b2128", panel="#26303a", success="#7fc97f", warning="#f2b84b",
    error="#f07167", dark=True,
)
LIGHT = Theme(
    name="readycheck-light", primary="#1f6f9f", secondary="#3d7563", accent="#9a6200", foreground="#1d2126",
    background="#fbfbf8", surface="#f1f1ec", panel="#dfe5e8", success="#2b7a2b", warning="#8a5a00",
    error="#b3261e", dark=False,
)
THEMES = (DARK, LIGHT)
FEW_COLOURS = (
    replace(BUILTIN_THEMES["ansi-dark"], name="readycheck-dark-16", primary="ansi_cyan", accent="ansi_yellow"),
    replace(BUILTIN_THEMES["ansi-light"], name="readycheck-light-16", warning="ansi_red", accent="ansi_blue"),
)
"""The terminal's own 16 colours on its own ground: the nearest of 16 to a mixed colour may be the ground itself."""


def terminal_is_light() -> bool:
    """What COLORFGBG says of the terminal's background; dark where it says nothing."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def theme_for(ground: Ground | None) -> Theme:
    """The theme for a ground that was chosen; where none was, for the terminal's."""
    return {"dark": DARK, "light": LIGHT, None: LIGHT if terminal_is_light() else DARK}[ground]


def ground_of(theme: str) -> Ground:
    """What the theme of this name is drawn on."""
    return "light" if theme == LIGHT.name else "dark"
