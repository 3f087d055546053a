"""A program on a pseudo-terminal, seen from outside: when it has painted, and what memory it takes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.bench.stopwatch import ROOT

QUIET = 0.05
"""Seconds without a byte: the repaint is over."""
LONGEST = 0.25
"""Seconds that a key may take to paint its first byte, until it is taken for one that paints nothing."""
LIMIT, SETTLED = 60.0, 4.0
"""Seconds until a program is given up, and until it is taken to be at rest though a cursor blinks."""


class Screen:
    """Runs `python WORDS…` on 80 × 24. A repaint lasts from the writing of the key to the last byte before QUIET."""

    def __init__(self, *words: str) -> None:
        self.began = time.perf_counter()
        self._pid, self._end = pty.fork()
        if not self._pid:
            _become(words)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.close(self._end)
        os.waitpid(self._pid, 0)

    def first(self, text: str) -> float:
        """Seconds from the start until `text` is painted."""
        seen = b""
        while text.encode() not in seen:
            seen += self._read(LIMIT)
        return time.perf_counter() - self.began

    def press(self, key: str) -> float | None:
        """Seconds until its repaint is over; None where nothing was painted."""
        self.rest(0.0)
        began = time.perf_counter()
        self.send(key)
        return self.rest(QUIET, began)

    def send(self, key: str) -> None:
        """What a terminal sends for a key."""
        os.write(self._end, key.encode())

    def rest(self, quiet: float, began: float = 0.0) -> float | None:
        """Read until nothing comes for `quiet` seconds; seconds from `began` to the last byte, None without any."""
        last, wait = None, max(quiet, LONGEST if began else 0)
        limit = time.perf_counter() + SETTLED
        while self._comes(wait) and time.perf_counter() < limit:
            self._read(0.0)
            last, wait = time.perf_counter() - began, quiet
        return last

    def memory(self) -> tuple[float, float]:
        """What it takes now and took at most, in MiB (Linux)."""
        lines = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii").splitlines()
        said = dict(line.split(":", 1) for line in lines)
        now, most = (int(said[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return now, most

    def _comes(self, seconds: float) -> bool:
        return bool(select.select([self._end], [], [], seconds)[0])

    def _read(self, seconds: float) -> bytes:
        if seconds and not self._comes(seconds):
            raise TimeoutError(f"nothing was painted for {seconds:.0f} seconds")
        with suppress(OSError):  # EIO: it has ended
            data = os.read(self._end, 1 << 16)
            if data:
                return data
        raise RuntimeError("the program ended")


def _become(words: tuple[str, ...]) -> None:
    """In the child: be that program."""
    os.chdir(ROOT)
    os.execve(sys.executable, [sys.executable, *words], environ())


def environ() -> dict[str, str]:
    """What a program on the pseudo-terminal has around it, and nothing else."""
    return {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
