"""States of an audit that were handed to somebody, or came from there: what two people's edits are told apart by.

Beside the states at which sittings began (ancestors.py): an export or a take begins no sitting, and yet what comes
back was made from that very state.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.aside import Aside
from readycheck.storage.atomic import write_atomically
from readycheck.storage.document import as_saved, parse_saved
from readycheck.storage.folders import private_folder
from readycheck.storage.stamp import EARLIER, Stamp, noted

_STATE = re.compile(r"[0-9a-f]{16}\.toml", re.ASCII)


@dataclass(frozen=True)
class _Kept:
    """A state that lies aside; `revision` is that of its last save, 0 where none was noted."""

    path: Path
    revision: int


def mark_of(data: bytes, stamp: Stamp | None) -> str:
    """What a state is known by: as its save noted it, or by its own bytes where they were changed by hand since."""
    if stamp is not None and as_saved(data, stamp) is not None:
        return stamp.mark
    return hashlib.sha256(data).hexdigest()[:16]


def keep_handed(aside: Aside, file: AuditFile) -> None:
    """Keep the state that an audit file was in when it was handed over, or as which it came."""
    _keep(aside.handed_of(file.path), file)


def keep_taken(aside: Aside, file: AuditFile, other: AuditFile) -> None:
    """Keep the two states that a merged file comes from; that it does stands in the file itself (`following`)."""
    for each in (file, other):
        _keep(aside.begun_of(file.path), each)


def _keep(folder: Path, state: AuditFile) -> None:
    """Of so many the newest; nobody is kept from handing over by a full disk."""
    with suppress(OSError):
        private_folder(folder)
        write_atomically(folder / f"{mark_of(state.data, state.stamp)}.toml", state.data, lambda _: None)
        for old in sorted(_files(folder), key=lambda path: path.stat().st_mtime)[:-EARLIER]:
            old.unlink(missing_ok=True)


def marks_before(aside: Aside, file: AuditFile) -> tuple[str, ...]:
    """The marks of the states that `file` comes from, in no order that means anything; its own is not among them."""
    own = mark_of(file.data, file.stamp)
    handed = {kept.path.stem for kept in _kept(aside.handed_of(file.path)) if _comes_from(file, kept)}
    return tuple(sorted({*(file.stamp.earlier if file.stamp else ()), *handed} - {own}))


def state_in_common(
    archive: Archive, file: AuditFile, other: AuditFile, marks: Iterable[str]
) -> Mapping[str, Any] | None:
    """The newest state that `file` and `other` both come from, where it is at hand; None where none is.

    `marks`: what the sender noted of the states that `other` comes from.
    """
    ours = {*marks_before(archive.aside, file), mark_of(file.data, file.stamp)}
    theirs = {*marks, *(other.stamp.earlier if other.stamp else ()), mark_of(other.data, other.stamp)}
    for each in (file, other):  # one of them is the state that the other was made from
        if mark_of(each.data, each.stamp) in ours & theirs:
            return each.document
    folders = archive.aside.begun_of(file.path), archive.aside.handed_of(file.path)
    kept = {state.path.stem: state for state in _kept(*folders)}
    at_hand = sorted(((kept[mark].revision, mark) for mark in ours & theirs & kept.keys()), reverse=True)
    return next((state for _, mark in at_hand if (state := _document(kept[mark].path, mark)) is not None), None)


def following(file: AuditFile, other: AuditFile, marks: Iterable[str]) -> AuditFile:
    """`file`, whose next save notes that it comes from `other` as well as from what it is now.

    `marks`: the states that the sender noted `other` to come from; one that is sent after it brings nothing.
    """
    stamp = file.stamp or Stamp(0, 0, "")
    revision = max(stamp.revision, other.stamp.revision if other.stamp else 0)
    own, new = mark_of(file.data, file.stamp), mark_of(other.data, other.stamp)
    theirs = {*marks, *(other.stamp.earlier if other.stamp else ())} - {*stamp.earlier, own, new}
    ours = [mark for mark in stamp.earlier if mark not in (own, new)]
    earlier = (*sorted(theirs), *ours, new, own)[-EARLIER:]
    return replace(file, stamp=replace(stamp, revision=revision, earlier=earlier))


def _comes_from(file: AuditFile, kept: _Kept) -> bool:
    """A file that was put back to a state before has the lower number."""
    return file.stamp is None or kept.revision <= file.stamp.revision


def _kept(*folders: Path) -> list[_Kept]:
    found = []
    for path in (path for folder in folders for path in _files(folder)):
        with suppress(OSError):
            stamp = noted(path.read_bytes())
            found.append(_Kept(path, stamp.revision if stamp else 0))
    return found


def _document(path: Path, mark: str) -> Mapping[str, Any] | None:
    with suppress(OSError, ReadycheckError):
        data = path.read_bytes()
        document, stamp = parse_saved(data, mark)
        return document if mark_of(data, stamp) == mark else None
    return None


def _files(folder: Path) -> list[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [Path(entry.path) for entry in entries if _STATE.fullmatch(entry.name)]
    return []
