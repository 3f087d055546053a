"""The edits of a copy that a sync program made, brought into the audit: looked at first, then taken; none deleted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.ancestors import common_state
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.atomic import write_atomically
from readycheck.storage.clashes import Clashes
from readycheck.storage.differences import Difference, differences
from readycheck.storage.files import bytes_of
from readycheck.storage.folders import private_folder
from readycheck.storage.merge import Clash, merge
from readycheck.storage.sync_copies import SyncCopy
from readycheck.storage.toml_guard import MAX_BYTES


@dataclass(frozen=True)
class Bringing:
    """What a copy would bring into `file`: `brought` without a question, `clashes` for a person to choose about.

    `from_common`: a state was kept that both come from, so that what the copy took out is known too; without one all
    that either holds is kept.
    """

    file: AuditFile
    copy: SyncCopy
    data: bytes
    merged: dict[str, object]
    brought: tuple[Difference, ...]
    clashes: tuple[Clash, ...]
    from_common: bool


def look_into(archive: Archive, file: AuditFile, copy: SyncCopy) -> Bringing:
    """What bringing the copy in would do; nothing is changed. ReadycheckError where it holds no such audit."""
    theirs = archive.read(copy.path)
    if theirs.audit.season.year != file.audit.season.year:
        what = say("holds the season of {year}, not a copy of this one.", year=str(theirs.audit.season.year))
        raise wrong(what, say("Give the file another name, or move it away."), file=copy.name)
    base = common_state(archive, file, theirs)
    merged = merge(base or {}, theirs.document, file.document)
    brought = differences(file.document, merged.document)
    return Bringing(file, copy, theirs.data, merged.document, brought, merged.clashes, base is not None)


def bring_in(archive: Archive, bringing: Bringing) -> AuditFile:
    """Take the edits in and put the copy aside; the file as it is then.

    ReadycheckError or OSError where that cannot be; the copy stays where it is until all of it is done.
    """
    file, copy = bringing.file, bringing.copy
    Clashes(archive.aside, file.path).keep(bringing.clashes, copy.name, copy.changed)
    _put_aside(archive, bringing)
    saved = archive.save(file, bringing.merged)
    if bytes_of(copy.path, MAX_BYTES) == bringing.data:  # else it was written anew meanwhile, and waits
        copy.path.unlink()
    return saved


def _put_aside(archive: Archive, bringing: Bringing) -> None:
    folder = archive.aside.conflicts_of(bringing.file.path) / "copies"
    private_folder(folder)
    there, changed = _free_name(folder, bringing), bringing.copy.path.stat().st_mtime
    write_atomically(there, bringing.data, lambda _: None)
    os.utime(there, (changed, changed))


def _free_name(folder: Path, bringing: Bringing) -> Path:
    """The copy's own name, unless another copy lies there under it."""
    own = bringing.copy.path
    names = (folder / (own.name if n == 1 else f"{own.stem}-{n}.toml") for n in count(1))
    return next(name for name in names if not name.exists() or name.read_bytes() == bringing.data)
