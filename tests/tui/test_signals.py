"""What ends the program: also where the loop knows no signals, as on Windows."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import Any

import pytest

from readycheck.tui.terminal import heed_signals


class WindowsLoop:
    """A loop without signals; what is called from elsewhere is called at once."""

    def add_signal_handler(self, number: int, *_: object) -> None:
        raise NotImplementedError

    def call_soon_threadsafe(self, call: Callable[..., object], *args: object) -> None:
        call(*args)


def test_without_signals_in_the_loop_those_of_the_process_are_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    handlers: dict[int, Callable[[int, Any], object]] = {}
    ended: list[int] = []
    monkeypatch.setattr(asyncio, "get_running_loop", WindowsLoop)
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(signal, "SIGBREAK", 21, raising=False)
    heed_signals(ended.append)
    assert {21, signal.SIGTERM} <= handlers.keys()
    handlers[21](21, None)
    assert ended == [21]
