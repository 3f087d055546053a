"""A file is either what it was or what it shall be, whatever stops the program in between."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, data: bytes, check: Callable[[bytes], object], draft: str = "") -> None:
    """Replace `path` by `data`, once what reached the disk was read back and passed `check`.

    The draft is private (0600) and lies in the same folder, so that the replacing is one step. Who holds a lock may
    name it: what a writer that was killed left there is then written anew, and nothing piles up.
    """
    folder, name = os.path.split(path)
    made = os.path.join(folder, f".{name}.{draft or os.urandom(6).hex()}.tmp")  # noqa: PTH118 - see below
    descriptor = _new_file(made, over=bool(draft))
    try:
        try:
            check(_written(descriptor, data))
        finally:
            os.close(descriptor)
        _readable_as_before(path, made)
        os.replace(made, path)  # noqa: PTH105 - a save comes with every answer: Path takes longer than the system does
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(made)  # noqa: PTH108
        raise
    sync_folder(folder)


def _new_file(made: str, *, over: bool) -> int:
    try:
        return os.open(made, _FLAGS, 0o600)
    except FileExistsError:
        if not over:
            raise
        os.unlink(made)  # noqa: PTH108
        return os.open(made, _FLAGS, 0o600)


def _written(descriptor: int, data: bytes) -> bytes:
    """What the file holds once `data` was written and had to be on the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest):]
    os.fsync(descriptor)
    os.lseek(descriptor, 0, os.SEEK_SET)
    read = os.read(descriptor, len(data) + 1)
    while len(read) < len(data) and (more := os.read(descriptor, len(data))):
        read += more
    return read


def _readable_as_before(path: Path, made: str) -> None:
    """A file that others may read stays readable to them."""
    with suppress(OSError):
        mode = os.stat(path).st_mode & 0o777  # noqa: PTH116
        if mode != 0o600:
            os.chmod(made, mode)  # noqa: PTH101


def remove_drafts(path: Path) -> None:
    """Take away what a writer that was killed left beside `path`; only under the file's lock."""
    for draft in path.parent.glob(f".{_literal(path.name)}.*.tmp"):
        with suppress(OSError):
            draft.unlink()


def sync_folder(folder: str | Path) -> None:
    """Let the folder's entries reach the disk; Windows knows no such thing."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _literal(name: str) -> str:
    """`name` with the signs of a glob pattern taken literally."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
