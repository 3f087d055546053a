"""Every audit of a folder read and checked; damaged ones brought back out of what was kept of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from readycheck.core.message import Message, say
from readycheck.errors import Problem, ReadycheckError
from readycheck.storage.archive import Archive, right_year
from readycheck.storage.aside import Aside
from readycheck.storage.atomic import sync_folder, write_atomically
from readycheck.storage.backups import Backups, backups
from readycheck.storage.carrying import EARLIER
from readycheck.storage.document import audit_of, parse_document
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.toml_guard import MAX_BYTES
from readycheck.storage.verify_aside import Finding, beside


def verify(archive: Archive, *, repair: bool, settings: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with the folder's audits, in order of shop and year, then with all that belongs to them.

    `repair` replaces an audit that cannot be read at all by its newest whole state and keeps it beside as
    `<year>.damaged.toml`. A mistake that a person can mend by its key, and a newer format, are only told.
    """
    return (*_audits(archive, repair=repair), *beside(archive, settings, repair=repair))


def _audits(archive: Archive, *, repair: bool) -> tuple[Finding, ...]:
    paths = [archive.home / "shops" / shop.slug / f"{year}.toml" for shop in archive.shops() for year in shop.years]
    findings = [Finding(path, _problems(path)) for path in paths]
    return tuple(_repaired(archive, found) if repair else found for found in findings if found.problems)


def _problems(path: Path) -> tuple[Message, ...]:
    try:
        _whole(path, bytes_of(path, MAX_BYTES))
    except ReadycheckError as error:
        return tuple(problem.message() for problem in error.problems)
    return ()


def _whole(path: Path, data: bytes) -> None:
    """ReadycheckError unless `data` is an audit that may stand at `path`."""
    document = parse_document(data, shown(path))
    right_year(path, audit_of(document, shown(path)))
    if EARLIER in document:
        from readycheck.storage.editions import earlier_copies  # few audits have any

        earlier_copies(document, shown(path))


def _repaired(archive: Archive, found: Finding) -> Finding:
    path = found.path
    try:
        with archive.locked(path) as target:
            data = bytes_of(path, MAX_BYTES)
            if _readable(path, data):
                return found
            for state, told in _kept_states(archive.aside, path, data):
                if not _readable(path, state, whole=True):
                    continue
                kept = say("The file as it was is kept as {name}.", name=_kept_beside(path).name)
                write_atomically(target, state, lambda read: parse_document(read, shown(path)))
                Backups(archive.aside, target).keep_new(state)
                return replace(found, repaired=say("{what} {remedy}", what=told, remedy=kept))
    except ReadycheckError as error:
        return replace(found, problems=(*found.problems, *(problem.message() for problem in error.problems)))
    nothing = Problem(say("no whole copy of it is kept, so it stays as it is."), file=shown(path)).message()
    return replace(found, problems=(*found.problems, nothing))


def _readable(path: Path, data: bytes, *, whole: bool = False) -> bool:
    try:
        if whole:
            _whole(path, data)
        else:
            parse_document(data, shown(path))
    except ReadycheckError:
        return False
    return True


def _kept_states(aside: Aside, path: Path, data: bytes) -> Iterator[tuple[bytes, Message]]:
    """What could stand in for a damaged file, best first, each with the sentence that tells of it."""
    reread = _from_windows(data)
    if reread is not None:
        yield reread, say("It was read as Windows-1252 and saved as UTF-8.")
    for copy in reversed(backups(aside, path)):
        saved = datetime.fromtimestamp(copy.stat().st_mtime)
        told = say("The state of {day} at {time} was brought back.", day=saved.date(), time=f"{saved:%H:%M}")
        yield copy.read_bytes(), told


def _from_windows(data: bytes) -> bytes | None:
    """The same text as UTF-8 where an editor wrote some of its lines as Windows-1252; None where it did not."""
    try:
        text = "".join(_line(line) for line in data.splitlines(keepends=True))
    except UnicodeDecodeError:
        return None
    return text.encode() if text.encode() != data else None


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252")


def _kept_beside(path: Path) -> Path:
    """A copy of the file as it is, under a name that is no audit's and that nothing has yet."""
    names = (f"{path.stem}.damaged{'' if number == 1 else f'-{number}'}.toml" for number in count(1))
    kept = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as copy, path.open("rb") as damaged:
        shutil.copyfileobj(damaged, copy)
        copy.flush()
        os.fsync(copy.fileno())
    sync_folder(kept.parent)
    return kept
