"""Timing two ways of doing something in turns, so that a busy machine disturbs both alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Timed = Callable[[], float]
"""Does it once and answers with the seconds that it took."""

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ratio:
    """Medians in seconds, or of another unit: what we do, and what it is held against."""

    what: str
    against: str
    ours: float
    theirs: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.theirs


def compared(what: str, ours: Timed, against: str, theirs: Timed, times: int) -> Ratio:
    """Both once to warm up, then `times` times in turns."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(times)]
    return Ratio(what, against, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs))


def of_call(call: Callable[[], object], repeat: int = 1) -> Timed:
    """Seconds of one call, as the mean of `repeat` calls."""
    def timed() -> float:
        began = time.perf_counter()
        for _ in range(repeat):
            call()
        return (time.perf_counter() - began) / repeat
    return timed


def of_process(*words: str) -> Timed:
    """Seconds from the start of `python WORDS…` to its end."""
    return of_call(lambda: subprocess.run([sys.executable, *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL))
