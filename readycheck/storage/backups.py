"""The last states of an audit file, kept aside: what `verify --repair` brings back.

The newest state is a copy of its own, made anew in place at every save. The ones before it are numbered; each is the
very file that was replaced, under a second name where the disk has such, so that it costs no writing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from readycheck.storage.aside import Aside
from readycheck.storage.folders import private_folder

KEPT, DAYS = 5, 30
# The newest copy is always the last save; the older ones lie apart, so that five reach further than five key strokes.
SPACING_SECONDS = 600
TOGETHER = 16
"""So many superseded states are taken away at once: to free what each held takes the disk as long as to write it."""
State = tuple[int, float]
"""The number of a copy and when it was saved, in seconds."""


def backups(aside: Aside, path: Path) -> list[Path]:
    """The copies of an audit file, oldest first; those of an earlier version of the program are the oldest."""
    stem = path.resolve().stem
    newest = aside.backups_of(path) / _newest(stem)
    numbered = [*_numbered(aside.earlier_backups_of(path), stem), *_numbered(aside.backups_of(path), stem)]
    return [*numbered, newest] if newest.exists() else numbered


class Backups:
    """The copies of one audit file (given without links), made under its lock; OSError where one cannot be made."""

    def __init__(self, aside: Aside, path: Path) -> None:
        self._folder, self._path = aside.backups_of(path), path
        self._begin, self._newest = str(self._folder / path.stem), str(self._folder / _newest(path.stem))
        self._kept: list[State] = []  # the numbered ones, oldest first
        self._gone: list[int] = []
        self._last: bytes | None = None

    def keep_old(self, data: bytes) -> None:
        """Put the file aside as it stands, just before it is replaced; `data` is what it holds."""
        if data != self._last:  # the first save, or somebody else was here
            self._look(data)
        there = os.stat(self._path)  # noqa: PTH116 - at every save: a Path takes longer than the system does
        if there.st_nlink > 1 and self._is_newest(there):
            return  # a writer was killed before it came to replace the file
        number = self._number() + 1
        _put(self._name(number), data, self._path, there)
        self._kept.append((number, there.st_mtime))

    def keep_new(self, data: bytes) -> None:
        """Put aside what was just written. Never as a second name: an editor that writes in place would spoil both."""
        if self._last is None:
            self._look(b"")
        saved = _written_over(self._newest, data)
        self._last = data
        self._leave_out(superseded([*self._kept, (self._number() + 1, saved)]))
        if len(self._gone) >= TOGETHER:
            for number in self._gone:
                with suppress(FileNotFoundError):
                    os.unlink(self._name(number))  # noqa: PTH108
            self._gone.clear()

    def _look(self, data: bytes) -> None:
        """What other programs, or this one before, have left; a newest state that is not the file's gets a number."""
        self._kept, self._gone, self._last = [], [], data
        for copy in _numbered(self._folder, self._path.stem):
            self._kept.append((int(copy.name.split(".")[-2]), copy.stat().st_mtime))
            self._leave_out(superseded(self._kept))
        with suppress(FileNotFoundError):
            newest = Path(self._newest)
            if newest.read_bytes() != data:
                newest.rename(self._name(self._number() + 1))
                self._look(data)

    def _leave_out(self, numbers: set[int]) -> None:
        if numbers:
            self._kept = [copy for copy in self._kept if copy[0] not in numbers]
            self._gone += numbers

    def _number(self) -> int:
        """The highest there is."""
        return max([number for number, _ in self._kept] + self._gone, default=0)

    def _is_newest(self, there: os.stat_result) -> bool:
        with suppress(OSError):
            return os.path.samestat(there, os.stat(self._name(self._number())))  # noqa: PTH116
        return False

    def _name(self, number: int) -> str:
        return f"{self._begin}.{number:06d}.toml"


def superseded(kept: Sequence[State]) -> set[int]:
    """Which copies a new one, the last, makes superfluous; oldest first.

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


def _newest(stem: str) -> str:
    return f"{stem}.newest.toml"


def _numbered(folder: Path, stem: str) -> list[Path]:
    pattern = re.compile(re.escape(stem) + r"\.(\d+)\.toml")
    numbered = {}
    with suppress(FileNotFoundError, NotADirectoryError):
        for entry in folder.iterdir():
            found = pattern.fullmatch(entry.name)
            if found:
                numbered[int(found[1])] = entry
    return [numbered[number] for number in sorted(numbered)]


def _put(made: str, data: bytes, path: Path, there: os.stat_result) -> None:
    """A second name of the file, unless it has one already: who made that may still write to it."""
    if there.st_nlink == 1:
        try:
            os.link(path, made)
            return
        except FileExistsError:
            raise
        except OSError:  # another disk, or one that knows no second names, or no folder yet
            pass
    _written(made, _opened(made, os.O_EXCL), data)
    os.utime(made, ns=(there.st_atime_ns, there.st_mtime_ns))


def _written_over(path: str, data: bytes) -> float:
    """Make `data` the file's content, where it lies; when that was, in seconds."""
    return _written(path, _opened(path, getattr(os, "O_NOFOLLOW", 0)), data)


def _opened(path: str, flags: int) -> int:
    flags |= os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o600)
    except FileNotFoundError:  # the first copy
        private_folder(Path(path).parent)
        return os.open(path, flags, 0o600)


def _written(path: str, descriptor: int, data: bytes) -> float:
    """When it was written; half a copy, because the disk is full, is none."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest):]
        os.ftruncate(descriptor, len(data))
        return os.fstat(descriptor).st_mtime
    except OSError:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108
        raise
    finally:
        os.close(descriptor)
