"""One writer at a time: the operating system's own lock, which goes when its holder does, however that ends."""

from __future__ import annotations

import os
import time
from pathlib import Path

from readycheck.storage.folders import private_folder

PAUSE = 0.01
"""Seconds between two attempts."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


def take(lock: Path, seconds: float) -> int:
    """The descriptor that holds the lock, for `let_go`; TimeoutError where another holds it for so long.

    Each call is a holder of its own, threads of one program too. OSError where there can be no lock.
    """
    end = time.monotonic() + seconds
    while (descriptor := _attempt(lock)) is None:
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(PAUSE)
    return descriptor


def let_go(descriptor: int) -> None:
    """Let the next one in; the lock's file stays, for another may be waiting at it."""
    import filelock

    try:
        filelock.unlock_descriptor(descriptor)
    finally:
        os.close(descriptor)


def _attempt(lock: Path) -> int | None:
    import filelock

    descriptor = _opened(lock)
    try:
        # taken away while it was waited at, it locks nobody else out: the next attempt makes it anew
        if filelock.lock_descriptor(descriptor, blocking=False) and os.fstat(descriptor).st_nlink:
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _opened(lock: Path) -> int:
    try:
        return os.open(lock, _FLAGS, 0o600)
    except FileNotFoundError:  # the first lock of this folder
        private_folder(lock.parent)
        return os.open(lock, _FLAGS, 0o600)
