"""What lists say of audits, kept so that only a changed file is read: an SQLite file that can be deleted at any time.

A row counts for a file that is where it was, as long and as old as when it was read, and under the very rules
that the row was worked out by. Whatever else the file holds, or nothing, the audits are read: they are the truth.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sqlite3 import Connection

FILE = "index.sqlite"
FORMAT = 2
"""Of the tables and of what is told in them: 2 has what is due, the peak and the last day of a season."""
Kind = Literal["facts", "change"]
Key = tuple[str, int]
"""A shop's short name and a year."""
SETTLED = 2_000_000_000
"""Nanoseconds: within them a disk may give two writings the same time (FAT does)."""
WAIT = 2.0
_TABLES = (
    "CREATE TABLE rules (stamp TEXT NOT NULL)",
    "CREATE TABLE seasons (shop TEXT, year INTEGER, kind TEXT, stamp TEXT NOT NULL, told TEXT NOT NULL,"
    " PRIMARY KEY (shop, year, kind)) WITHOUT ROWID",
)
_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_FORMAT", "SQLITE_SCHEMA", "SQLITE_MISMATCH")


def stamp_of(path: Path | str) -> str:
    """What tells a file from every other state of it without reading it; empty where there is none."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - thousands of them: a Path for each takes longer
    except OSError:
        return ""
    return f"{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_size}:{stat.st_ino}"


def settled(stamp: str, now: int | None = None) -> bool:
    """Whether a file with this stamp was left alone for a while, so that its next change will show in it."""
    written, changed = (int(part) for part in stamp.split(":")[:2])
    return max(written, changed) + SETTLED < (time.time_ns() if now is None else now)


class SeasonIndex:
    """The index of one folder of audits. Nothing raises: one that cannot be read is empty, a broken one goes."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def rows(self, kind: Kind) -> dict[Key, tuple[str, str]]:
        """Every row: stamp and JSON by shop and year."""
        with self._open(make=False) as base:
            if base is not None:
                found = base.execute("SELECT shop, year, stamp, told FROM seasons WHERE kind = ?", (kind,))
                return {(shop, year): (stamp, told) for shop, year, stamp, told in found}
        return {}

    def put(self, kind: Kind, rows: Iterable[tuple[Key, str, str]]) -> None:
        """Keep key, stamp and JSON of what was just read; a file that was written a moment ago is not kept."""
        now = time.time_ns()
        kept = [(shop, year, kind, stamp, told) for (shop, year), stamp, told in rows
                if stamp and all(settled(each, now) for each in stamp.split())]
        if not kept:
            return
        with self._open(make=True) as base:
            if base is not None:
                base.executemany("INSERT OR REPLACE INTO seasons VALUES (?, ?, ?, ?, ?)", kept)
                base.commit()

    def count(self, shop: str, year: int | None) -> int:
        """How many rows tell of a shop, or of one of its seasons."""
        with self._open(make=False) as base:
            if base is not None:
                words = "SELECT count(*) FROM seasons WHERE shop = ? AND (? IS NULL OR year = ?)"
                return int(base.execute(words, (shop, year, year)).fetchone()[0])
        return 0

    def forget(self, shop: str, year: int | None) -> None:
        """Let no byte of a shop, or of one of its seasons, stay; where that fails the whole index goes."""
        self._delete("shop = ? AND (? IS NULL OR year = ?)", [(shop, year, year)])

    def drop(self, keys: Iterable[Key]) -> None:
        """The same for seasons that have no file any more."""
        self._delete("shop = ? AND year = ?", list(keys))

    def _delete(self, which: str, keys: Sequence[tuple[object, ...]]) -> None:
        done = not keys or not self.file.exists()
        with self._open(make=False) as base:
            if base is not None and not done:
                base.executemany(f"DELETE FROM seasons WHERE {which}", keys)
                base.commit()
                base.execute("VACUUM")
                done = True
        if not done:
            self.delete()

    def delete(self) -> None:
        """Take it away; it is made anew by what is read next."""
        for name in (FILE, f"{FILE}-journal"):
            with suppress(OSError):
                self.file.with_name(name).unlink(missing_ok=True)

    @contextmanager
    def _open(self, *, make: bool) -> Iterator[Connection | None]:
        """The base, or None where there is none to be had; what breaks while it is used is taken away."""
        if not make and not self.file.exists():
            yield None
            return
        import sqlite3

        try:
            base = self._connected(make)
        except (OSError, sqlite3.Error) as error:
            self._heal(error)
            base = None
        if base is None:
            yield None
            return
        with closing(base):
            try:
                yield base
            except (sqlite3.Error, ValueError, TypeError) as error:
                self._heal(error)

    def _connected(self, make: bool) -> Connection | None:
        import sqlite3

        if make:
            _private_file(self.file)
        base = sqlite3.connect(self.file, timeout=WAIT)
        try:
            base.execute("PRAGMA secure_delete = ON")
            if base.execute("PRAGMA user_version").fetchone() == (FORMAT,) and _stamp_in(base) == rules():
                return base
            if make:
                return self._anew(base)
        except BaseException:
            base.close()
            raise
        base.close()
        return None

    def _anew(self, base: Connection) -> Connection:
        """The tables without a row: it was empty, or of another version."""
        with base:
            base.execute("BEGIN IMMEDIATE")
            names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                base.execute('DROP TABLE "{}"'.format(name.replace('"', '""')))
            for table in _TABLES:
                base.execute(table)
            base.execute("INSERT INTO rules VALUES (?)", (rules(),))
            base.execute(f"PRAGMA user_version = {FORMAT}")
        return base

    def _heal(self, error: Exception) -> None:
        if not isinstance(error, OSError) and getattr(error, "sqlite_errorname", "SQLITE_ERROR").startswith(_BROKEN):
            self.delete()


def _stamp_in(base: Connection) -> str:
    found = base.execute("SELECT stamp FROM rules").fetchone()
    return str(found[0]) if found else ""


def _private_file(file: Path) -> None:
    from readycheck.storage.folders import private_folder

    private_folder(file.parent)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


@cache
def rules() -> str:
    """What tells the rules that audits are read and scored by from any others: another version, another edit of it."""
    import hashlib
    from importlib.util import find_spec

    from readycheck import __version__

    told = [__version__]
    package = Path(__file__).parent.parent
    for room in ("core", "storage"):
        told += [f"{path.name} {stamp_of(path)}" for path in sorted((package / room).rglob("*.py"))]
    holidays = find_spec("holidays")
    told.append(stamp_of(holidays.origin) if holidays and holidays.origin else "")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
