"""Which states of an audit others come from, so that a copy's edits can be told from what it never heard of.

A save of a state that this program did not write itself begins a sitting: the file notes the hash of that state from
then on, and the state is kept aside. A state whose hash two files note is one that both come from, for certain.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.aside import Aside
from readycheck.storage.document import as_saved, parse_saved
from readycheck.storage.folders import private_folder
from readycheck.storage.stamp import EARLIER, Stamp

SPACING_SECONDS = 600
"""Two programs that take turns begin no sitting at every save."""


def stamp_to_follow(aside: Aside, file: AuditFile) -> Stamp | None:
    """The stamp that the first save of a sitting follows: that of the state it begins at, among the earlier ones."""
    stamp = file.stamp
    if stamp is None or not _kept(aside.begun_of(file.path), file):
        return stamp
    return replace(stamp, earlier=(*stamp.earlier, stamp.mark)[-EARLIER:])


def common_state(archive: Archive, file: AuditFile, other: AuditFile) -> Mapping[str, Any] | None:
    """The newest state that both come from, where one of them is it or it was kept; None where none is known."""
    if file.stamp is None or other.stamp is None:
        return None
    theirs = {*other.stamp.earlier, other.stamp.mark}
    for mark in reversed((*file.stamp.earlier, file.stamp.mark)):
        state = _state(archive.aside, file, other, mark) if mark in theirs else None
        if state is not None:
            return state
    return None


def _state(aside: Aside, file: AuditFile, other: AuditFile, mark: str) -> Mapping[str, Any] | None:
    for each in (file, other):
        if _holds(each.data, each.stamp, mark):
            return each.document
    with suppress(OSError, ReadycheckError):
        data = (aside.begun_of(file.path) / f"{mark}.toml").read_bytes()
        document, stamp = parse_saved(data, mark)
        return document if _holds(data, stamp, mark) else None
    return None


def _holds(data: bytes, stamp: Stamp | None, mark: str) -> bool:
    """Whether these bytes are the state of that hash, and nobody has changed them since."""
    return stamp is not None and stamp.mark == mark and as_saved(data, stamp) is not None


def _kept(folder: Path, file: AuditFile) -> bool:
    """Keep the state that a sitting begins at; False where one was kept of a moment before."""
    if file.stamp is None or as_saved(file.data, file.stamp) is None:
        return False
    times: dict[str, float] = {}
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        times = {entry.path: entry.stat().st_mtime for entry in entries}
    saved = file.path.stat().st_mtime
    if any(abs(saved - time) < SPACING_SECONDS for time in times.values()):
        return False
    with suppress(OSError):  # nobody is kept from saving by it
        private_folder(folder)
        made = folder / f"{file.stamp.mark}.toml"
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(descriptor, "wb") as state:
                state.write(file.data)
        except OSError:  # half a state, because the disk is full, is none
            made.unlink()
            raise
        os.utime(made, (saved, saved))
        for old in sorted(times, key=lambda path: times[path])[: -EARLIER + 1]:
            Path(old).unlink(missing_ok=True)
    return True
