"""What the app does for the terminal that it finds itself in."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TextIO

from readycheck.signs import ASCII, UTF_8, ascii_signs, terminal_encoding
from readycheck.tui.ascii_filter import AsciiSigns
from readycheck.tui.themes import FEW_COLOURS, THEMES

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

MANY_COLOURS = ("256", "truecolor", "windows")
HUNG_UP = 128 + 1
"""The exit status of a program whose terminal went away (SIGHUP)."""


def fit_terminal(app: ReadycheckApp, environ: Mapping[str, str]) -> None:
    """ASCII signs and 16 colours where there is no more; NO_COLOR keeps its greys, which show the cursor."""
    encoding = terminal_encoding(getattr(sys.__stderr__, "encoding", None), environ)  # there Textual draws
    _heed_terminal(app, UTF_8 if encoding == ASCII else encoding)
    if ascii_signs(encoding, environ):
        app.own_filters.append(AsciiSigns(encoding))
    if app.console.color_system not in MANY_COLOURS and not app.no_color:
        app.theme = FEW_COLOURS[[theme.name for theme in THEMES].index(app.theme)].name


def heed_signals(told_to_end: Callable[[int], None]) -> None:
    """Leave in order where the program is to end: Textual would leave the terminal in mouse mode on SIGTERM.

    SIGBREAK is what Windows makes of a window that is closed, and of the end of the session.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, told_to_end, number)
        except NotImplementedError:  # the loop of Windows
            signal.signal(number, lambda received, _frame: loop.call_soon_threadsafe(told_to_end, received))
        except (RuntimeError, ValueError):
            return  # outside the main thread


def let_go_of(*streams: TextIO) -> None:
    """Send to nowhere what would still go to a terminal that has gone: Python fails at its end if it cannot flush."""
    for stream in streams:
        try:
            stream.flush()
            os.get_terminal_size(stream.fileno())
        except OSError as error:
            if error.errno != errno.ENOTTY:  # a file is no terminal, and still there
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _heed_terminal(app: ReadycheckApp, encoding: str) -> None:
    """Its keys, and its end; a browser's tab and the console of Windows have drivers of their own."""
    if sys.platform != "win32":
        from textual.drivers.linux_driver import LinuxDriver

        from readycheck.tui.terminal_driver import TerminalDriver, read_keys_as

        read_keys_as(encoding)
        if app.driver_class is LinuxDriver:
            app.driver_class = TerminalDriver
