"""Items that were changed in two places: the file holds one value, the other is kept aside until a person chooses.

Each lies in a file of its own in the state folder, written before the audit is: nothing of it is ever in memory alone.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import wrong
from readycheck.storage.aside import Aside, digest_of
from readycheck.storage.atomic import write_atomically
from readycheck.storage.decode import key_text
from readycheck.storage.document import REMOVED, Document, with_value
from readycheck.storage.folders import private_folder
from readycheck.storage.merge import Clash, same
from readycheck.storage.merge_lists import by_name, named_by

MAX_BYTES = 4_000_000
_VALUES = ("before", "ours", "theirs")


@dataclass(frozen=True)
class KeptClash:
    """A clash as it lies aside under `name`: `ours` is the value kept, `theirs` what the file held then.

    `kept_at` and `file_at` are the local times when either was written. `origin` is the name of the copy that the
    kept value came with, empty where it was typed here.
    """

    name: str
    clash: Clash
    kept_at: datetime
    file_at: datetime
    origin: str = ""

    @property
    def key(self) -> str:
        """The item as a person writes it."""
        return key_text(self.clash.path)


class Clashes:
    """What waits for a choice in one audit file; keeping and dropping raise OSError."""

    def __init__(self, aside: Aside, audit_file: Path) -> None:
        self._folder = aside.conflicts_of(audit_file)
        self._file = audit_file

    def keep(self, clashes: Iterable[Clash], origin: str = "", kept_at: datetime | None = None) -> None:
        """Put them aside, on the disk when this returns; the same one twice is kept once."""
        for clash in clashes:
            private_folder(self._folder)
            made = self._folder / f"{digest_of(repr((clash.path, clash.ours)))[:16]}.toml"
            file_at = datetime.fromtimestamp(self._file.stat().st_mtime)
            write_atomically(made, _dumped(clash, origin, kept_at, file_at), lambda data: tomllib.loads(data.decode()))

    def all(self, document: Mapping[str, Any]) -> tuple[KeptClash, ...]:
        """What is to be chosen about in a file that holds `document`, oldest first.

        What the file holds by now, whoever put it there, needs no choice any more.
        """
        names: list[str] = []
        with suppress(OSError):
            names = [name for name in os.listdir(self._folder) if name.endswith(".toml")]  # noqa: PTH208
        read = (_read(self._folder / name) for name in names)
        waiting = [kept for kept in read if kept is not None and not same(held(document, kept.clash), kept.clash.ours)]
        return tuple(sorted(waiting, key=lambda kept: (kept.kept_at, kept.key)))

    def drop(self, kept: KeptClash) -> None:
        """It was chosen about."""
        (self._folder / f"{kept.name}.toml").unlink(missing_ok=True)


def held(document: Mapping[str, Any], clash: Clash) -> Any:
    """What the document holds of the item now; REMOVED where nothing."""
    try:
        node: Any = document
        for part in _place(document, clash):
            node = node[part]
    except (KeyError, IndexError, TypeError):
        return REMOVED
    return node


def with_ours(document: Mapping[str, Any], clash: Clash) -> Document:
    """The document with the kept value in place; ReadycheckError where what it is a part of has gone."""
    path = _place(document, clash)
    items = document.get(str(path[0]))
    if clash.ours is REMOVED and held(document, clash) is REMOVED:
        return dict(document)
    if len(path) > 2 and isinstance(path[1], int) and path[1] == len(items or ()):
        what = say("is part of something that has been taken out since.")
        raise wrong(what, say("Keep what the file holds, or put it in again first."), key=key_text(clash.path))
    return with_value(document, path, clash.ours)


def _place(document: Mapping[str, Any], clash: Clash) -> tuple[str | int, ...]:
    """Where the item stands now: behind the last one of its list where it is not there."""
    if len(clash.path) < 2:
        return clash.path
    listed = bool(named_by(clash.path[0])) or isinstance(clash.path[1], int)
    items = document.get(str(clash.path[0]), [] if listed else None)
    if not isinstance(items, list):
        return clash.path
    if isinstance(clash.path[1], int):
        same = (n for n, item in enumerate(items) if item == clash.ours or item == clash.theirs)
        return clash.path[0], next(same, len(items))
    names = list(by_name(items, named_by(clash.path[0])) or ())
    at = names.index(clash.path[1]) if clash.path[1] in names else len(items)
    return clash.path[0], at, *clash.path[2:]


def _dumped(clash: Clash, origin: str, kept_at: datetime | None, file_at: datetime) -> bytes:
    import tomli_w

    values = {name: getattr(clash, name) for name in _VALUES if getattr(clash, name) is not REMOVED}
    times = {"file_at": file_at} | ({} if kept_at is None else {"kept_at": kept_at})
    return tomli_w.dumps({"path": list(clash.path), "origin": origin, **times, **values}).encode()


def _read(file: Path) -> KeptClash | None:
    """What was kept; None for a file that is none of ours any more: nobody is kept from the audit by it."""
    with suppress(OSError, ValueError, TypeError, LookupError, RecursionError, AssertionError):
        stat = file.stat()
        assert stat.st_size <= MAX_BYTES
        return _parsed(file.read_bytes(), file.stem, datetime.fromtimestamp(stat.st_mtime))
    return None


def _parsed(data: bytes, name: str, written: datetime) -> KeptClash:
    found = tomllib.loads(data.decode())
    path, file_at, kept_at = found["path"], found["file_at"], found.get("kept_at", written)
    assert path and isinstance(path[0], str) and all(type(part) in (str, int) for part in path)
    assert isinstance(file_at, datetime) and isinstance(kept_at, datetime)
    clash = Clash(tuple(path), *(found.get(key, REMOVED) for key in _VALUES))
    return KeptClash(name, clash, kept_at, file_at, clean(str(found["origin"])))


def readable_clash(data: bytes) -> bool:
    """Whether a file with these bytes would be read as something to choose about."""
    with suppress(ValueError, TypeError, LookupError, RecursionError, AssertionError):
        return len(data) <= MAX_BYTES and bool(_parsed(data, "", datetime.min))
    return False
