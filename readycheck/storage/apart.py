"""What lies apart from the audits of a folder and waits for a person: copies of sync programs, values kept aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.clashes import Clashes, KeptClash
from readycheck.storage.files import shown
from readycheck.storage.references import years_in
from readycheck.storage.sync_copies import SyncCopy, copies_in


def waiting(archive: Archive, file: AuditFile) -> tuple[KeptClash, ...]:
    """The items of an audit that were changed in two places."""
    if not archive.aside.conflicts_of(file.path).is_dir():
        return ()
    return Clashes(archive.aside, file.path).all(file.document)


def waiting_told(archive: Archive, file: AuditFile) -> Message | None:
    """A sentence where an item of the audit waits for a choice: what it is, and the command that shows both values."""
    found = waiting(archive, file)
    if not found:
        return None
    folder = file.path.resolve().parent
    among_shops = folder.parent == (archive.home / "shops").resolve()
    reference = f"{folder.name}/{file.path.stem}" if among_shops else shown(file.path)
    command = f"readycheck merge {reference}"
    if len(found) == 1:
        return say("{shop}: {key} was changed in two places; both values are kept: {command}", shop=reference,
                   key=found[0].key, command=command)
    return say("{shop}: {count} items were changed in two places; both values are kept: {command}", shop=reference,
               count=len(found), command=command)


def apart(archive: Archive) -> tuple[Message, ...]:
    """A sentence for each copy and each audit with something to choose, in order of shop."""
    shops = archive.home / "shops"
    names: list[str] = []
    with suppress(OSError):
        names = sorted(os.listdir(shops))  # noqa: PTH208 - names are all that is wanted
    return tuple(sentence for name in names for sentence in _of_shop(archive, shops / name))


def _of_shop(archive: Archive, folder: Path) -> Iterator[Message]:
    years = years_in(folder)
    for copy in copies_in(folder):
        yield _copy_told(copy, folder.name, copy.year in years)
    for year in years:
        with suppress(ReadycheckError):  # a damaged file is told elsewhere
            path = folder / f"{year}.toml"
            if archive.aside.conflicts_of(path).is_dir() and (told := waiting_told(archive, archive.read(path))):
                yield told


def _copy_told(copy: SyncCopy, shop: str, beside: bool) -> Message:
    name = f"{shop}/{copy.name}"
    if copy.private:
        return say("{name}: a copy of private notes from syncing. Compare it with yours and move it away.", name=name)
    if not beside:
        return say("{name}: a copy from syncing, and no {year}.toml beside it. If it is the right one, rename it so.",
                   name=name, year=str(copy.year))
    return say("{name}: a copy from syncing. What it would bring: {command}", name=name,
               command=f"readycheck merge {shop}/{copy.year}")
