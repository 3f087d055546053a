"""How the app talks with a terminal: Textual's way, and it ends when the terminal has gone."""

from __future__ import annotations

import signal
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp


class TerminalDriver(LinuxDriver):
    """Ends the app in order where the terminal went without a signal: a line cut, a window's process killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file = cast(Any, _Painted(cast("TextIO", self._file)))

    def run_input_thread(self) -> None:
        """Until the app ends or there is no more to be read."""
        try:
            super().run_input_thread()
        except (EOFError, OSError):
            app = cast("ReadycheckApp", self._app)
            app.call_later(app.told_to_end, signal.SIGHUP)


class _Painted:
    """The terminal as a file; nothing happens when it has gone.

    Textual's writing thread would die of the error, and whoever paints next would wait for it for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        self._quietly(lambda: self._file.write(text))

    def flush(self) -> None:
        self._quietly(self._file.flush)

    def _quietly(self, does: Callable[[], object]) -> None:
        try:
            does()
        except OSError:
            return


def read_keys_as(encoding: str) -> None:
    """Let keys be read in `encoding`, and the end of them be heeded.

    Textual takes every terminal's keys for UTF-8 and breaks down at the first byte that is none, as an "ä" of
    Latin-1; and it reads nothing, again and again, from a terminal that has gone.
    """
    decoder = getincrementaldecoder(encoding)

    class Decoder(IncrementalDecoder):
        def __init__(self) -> None:
            super().__init__("replace")
            self._decode = decoder("replace").decode

        def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
            if not data and not final:
                raise EOFError  # a read gives no bytes only where no more will come
            return self._decode(data, final)

    vars(linux_driver)["getincrementaldecoder"] = lambda _utf_8: Decoder
