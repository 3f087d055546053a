"""A file is either what it was or what it shall be, whatever stops the program in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes, check: Callable[[bytes], object]) -> None:
    """Replace `path` by `data`, once what reached the disk was read back and passed `check`.

    The draft is private (0600) and lies in the same folder, so that the replacing is one step.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check(draft.read_bytes())
        with suppress(OSError):  # a file that others may read stays readable to them
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_drafts(path: Path) -> None:
    """Take away what a writer that was killed left beside `path`; only under the file's lock."""
    for draft in path.parent.glob(f".{_literal(path.name)}.*.tmp"):
        with suppress(OSError):
            draft.unlink()


def sync_folder(folder: Path) -> None:
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
