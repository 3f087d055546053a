"""The last states of an audit file, kept aside: what `verify --repair` brings back."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from readycheck.storage.aside import Aside

KEPT, DAYS = 5, 30
# The newest copy is always the last save; the older ones lie apart, so that five reach further than five key strokes.
SPACING_SECONDS = 600


def backups(aside: Aside, path: Path) -> list[Path]:
    """The copies of an audit file, oldest first; those of an earlier version of the program are the oldest."""
    stem = path.resolve().stem
    return [*_numbered(aside.earlier_backups_of(path), stem), *_numbered(aside.backups_of(path), stem)]


def _numbered(folder: Path, stem: str) -> list[Path]:
    pattern = re.compile(re.escape(stem) + r"\.(\d+)\.toml")
    numbered = {}
    with suppress(FileNotFoundError, NotADirectoryError):
        for name in os.listdir(folder):  # noqa: PTH208 - no Path for each of forty names at every save
            found = pattern.fullmatch(name)
            if found:
                numbered[int(found[1])] = folder / name
    return [numbered[number] for number in sorted(numbered)]


class Backups:
    """The copies of one audit file (given without links), made under its lock; OSError where one cannot be made."""

    def __init__(self, aside: Aside, path: Path) -> None:
        self._folder, self._path = aside.backups_of(path), path
        self._begin = str(self._folder / path.stem)
        self._kept: list[tuple[int, float]] | None = None  # number and time of each copy, oldest first
        self._newest = b""

    def keep(self, data: bytes, *, replaced: bool = False) -> None:
        """Put the file's content aside, unless the newest copy holds just that.

        `replaced`: the file will not be written to again, so its copy may be a second name of it. Of one that stays
        it may not: an editor that writes in place would spoil both.
        """
        if self._kept is None or (replaced and self._newest != data):  # the first time, or somebody else was here
            self._look()
        if self._kept and self._newest == data:
            return
        try:
            self._add(data, replaced)
        except FileExistsError:
            self._look()
            self._add(data, replaced)

    def _look(self) -> None:
        found = _numbered(self._folder, self._path.stem)
        self._kept = [(_number(copy), copy.stat().st_mtime) for copy in found]
        self._newest = found[-1].read_bytes() if found else b""

    def _add(self, data: bytes, replaced: bool) -> None:
        kept = self._kept or []
        number = kept[-1][0] + 1 if kept else 1
        kept = [*kept, (number, _put(self._name(number), data, self._path, replaced))]
        gone = superseded(kept)
        for old in gone:
            with suppress(FileNotFoundError):
                os.unlink(self._name(old))  # noqa: PTH108 - at every save: a Path for each name takes longer than this
        self._kept, self._newest = [copy for copy in kept if copy[0] not in gone], data

    def _name(self, number: int) -> str:
        return f"{self._begin}.{number:06d}.toml"


def superseded(kept: Sequence[tuple[int, float]]) -> set[int]:
    """Which copies a new one, the last, makes superfluous; each by number and time (seconds), oldest first.

    The one before it, where that was made soon after its own forerunner; of those beyond KEPT all but each day's last,
    and of these the ones beyond DAYS.
    """
    if len(kept) > 2 and abs(kept[-2][1] - kept[-3][1]) < SPACING_SECONDS:
        return {kept[-2][0]}
    older = kept[:-KEPT]
    if not older:
        return set()
    covered = {date.fromtimestamp(saved) for _, saved in kept[-KEPT:]}
    last_of_day = {date.fromtimestamp(saved): number for number, saved in older}
    staying = [number for day, number in last_of_day.items() if day not in covered]
    return {number for number, _ in older} - set(sorted(staying)[-DAYS:])


def _number(copy: Path) -> int:
    return int(copy.name.split(".")[-2])


def _put(made: str, data: bytes, path: Path, replaced: bool) -> float:
    """Make the copy; when its content was saved, in seconds."""
    if replaced:
        there = path.stat()
        if there.st_nlink == 1:
            with suppress(OSError):  # another disk, or one that knows no second names, or no folder yet
                os.link(path, made)
                return there.st_mtime
    descriptor = _new_file(made)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest):]
        saved = os.fstat(descriptor).st_mtime
    except OSError:
        os.unlink(made)  # noqa: PTH108
        raise
    finally:
        os.close(descriptor)
    if replaced:
        os.utime(made, ns=(there.st_atime_ns, there.st_mtime_ns))
        saved = there.st_mtime
    return saved


def _new_file(made: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(made, flags, 0o600)
    except FileNotFoundError:  # the first copy
        Path(made).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return os.open(made, flags, 0o600)
