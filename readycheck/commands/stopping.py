"""Ctrl+C and the like in a long command: once, at once, and never in the middle of a save."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Stop:
    """Turns the first signal into a KeyboardInterrupt; later ones do not disturb the tidying up."""

    def __init__(self) -> None:
        self.asked = self._saving = False

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """What a signal does."""
        if self.asked or self._saving:
            return
        self.asked = True
        raise KeyboardInterrupt

    @contextmanager
    def saving(self) -> Iterator[None]:
        """While it lasts no signal stops anything: what is said afterwards is what was done."""
        self._saving = True
        try:
            yield
        finally:
            self._saving = False


@contextmanager
def stoppable() -> Iterator[Stop]:
    """While it lasts, a signal that asks to end comes as a KeyboardInterrupt, whatever it was made into on the way.

    A library may turn it into an error of its own, and a reader of files that into a refusal of the file.
    """
    stop = Stop()
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []  # only the main thread may say what signals do
    before = {number: signal.signal(number, stop.handle) for number in numbers}
    try:
        yield stop
    except Exception:
        if stop.asked:
            raise KeyboardInterrupt from None
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
