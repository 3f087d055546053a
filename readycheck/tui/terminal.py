"""What the app does for the terminal that it finds itself in."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from readycheck.signs import ASCII, UTF_8, ascii_signs, terminal_encoding
from readycheck.tui.ascii_filter import AsciiSigns
from readycheck.tui.themes import FEW_COLOURS, THEMES

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

MANY_COLOURS = ("256", "truecolor", "windows")


def fit_terminal(app: ReadycheckApp, environ: Mapping[str, str]) -> None:
    """ASCII signs and 16 colours where there is no more; NO_COLOR keeps its greys, which show the cursor."""
    encoding = terminal_encoding(getattr(sys.__stderr__, "encoding", None), environ)  # there Textual draws
    _read_keys(UTF_8 if encoding == ASCII else encoding)
    if ascii_signs(encoding, environ):
        app.own_filters.append(AsciiSigns(encoding))
    if app.console.color_system not in MANY_COLOURS and not app.no_color:
        app.theme = FEW_COLOURS[[theme.name for theme in THEMES].index(app.theme)].name


def _read_keys(encoding: str) -> None:
    """Textual reads keys as UTF-8 and breaks down at the first byte that is none, as an "ä" of Latin-1."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        decoder = partial(getincrementaldecoder(encoding), "replace")
        vars(linux_driver)["getincrementaldecoder"] = lambda _utf_8: decoder
