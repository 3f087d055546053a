"""A disk whose n-th call fails, for every n of a save: as a full one does, or one that is not to be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive
from readycheck.storage.verify import verify
from tests.faults.counter import SHOP, begun, counted, number_in

CALLS = ("open", "write", "ftruncate", "fsync", "link", "replace", "mkdir")
ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES)


@dataclass
class Failures:
    """How many calls failed, one in each save: how many saves were refused and how many went on without a copy."""

    failed: int = 0
    refused: int = 0
    saved: int = 0

    def line(self) -> str:
        """The figures as they are printed."""
        return (f"a call of a save fails, {self.failed} cases: {self.refused} refused in a sentence, the file as it "
                f"was, {self.saved} saved with a copy less, {self.failed - self.refused - self.saved} lost")


def all_failing(folder: Path) -> Failures:
    """Every call of a program's first save with every error."""
    found = Failures()
    for error in ERRORS:
        number = 0
        while _one(folder / f"{error}-{number}", number, error, found):
            number += 1
    return found


def _one(root: Path, number: int, error: int, found: Failures) -> bool:
    """A save whose call of this number fails; False where it has not so many."""
    begun(root)
    archive = Archive(root / "home", root / "state")
    file = archive.open(SHOP)
    told, calls = "", [number]
    with failing(root, calls, error):
        try:
            counted(archive, file, 1)
        except ReadycheckError as refusal:
            told = str(refusal)
    if calls[0] >= 0:
        return False
    found.failed += 1
    fresh = Archive(root / "home", root / "state")
    assert [path.name for path in file.path.parent.iterdir()] == ["2026.toml"]
    assert number_in(fresh.open(SHOP)) == (0 if told else 1)
    assert verify(fresh, repair=False) == ()
    assert not told or (told.count(os.strerror(error)) == 1 and "\n" not in told)
    counted(fresh, fresh.open(SHOP), 2)
    found.refused += bool(told)
    found.saved += not told
    return True


@contextmanager
def failing(root: Path, left: list[int], error: int) -> Iterator[None]:
    """The call that `left` counts down to fails; of a write, half has reached the disk by then."""
    with ExitStack() as stack:
        for name in CALLS:
            stack.enter_context(patch.object(os, name, _counted(name, getattr(os, name), root, left, error)))
        yield


def _counted(name: str, real: Any, root: Path, left: list[int], error: int) -> Any:
    def call(first: Any, *rest: Any, **more: Any) -> Any:
        ours = isinstance(first, int) or Path(first).is_relative_to(root)
        left[0] -= ours
        if ours and left[0] == -1:
            if name == "write":
                real(first, rest[0][:len(rest[0]) // 2])
            raise OSError(error, os.strerror(error), None if isinstance(first, int) else str(first))
        return real(first, *rest, **more)
    return call
