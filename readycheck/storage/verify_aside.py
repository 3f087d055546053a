"""Everything beside the audits read and checked: what is damaged there is put aside, so that it misleads nobody."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from readycheck.core.message import Message, say
from readycheck.errors import Problem, ReadycheckError
from readycheck.storage import half_typed, last_place, unsaved
from readycheck.storage.archive import Archive
from readycheck.storage.clashes import readable_clash
from readycheck.storage.document import intact, parse_document
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.private_notes import PrivateFile
from readycheck.storage.references import PRIVATE
from readycheck.storage.season_index import SeasonIndex
from readycheck.storage.unsaved import Unsaved

DAMAGED = ".damaged"


@dataclass(frozen=True)
class Finding:
    """A file with something wrong: `problems` are whole sentences; `repaired` says what was done about it."""

    path: Path
    problems: tuple[Message, ...]
    repaired: Message | None = None


def beside(archive: Archive, settings: Path | None, *, repair: bool) -> Iterator[Finding]:
    """What is wrong with private notes, with what lies aside, and with what the app remembers in `settings`."""
    yield from _private(archive, repair=repair)
    for path in _files_aside(archive):
        kind = path.relative_to(archive.aside.folder).parts[0]
        if kind in _CHECKS and (problems := _problems(path, _CHECKS[kind])):
            yield _put_aside(Finding(path, problems), repair=repair)
    yield from _waiting(archive, repair=repair)
    yield from _index(archive, repair=repair)
    remembered = None if settings is None else settings / "app.toml"
    if remembered is not None and remembered.exists() and (problems := _problems(remembered, _toml)):
        yield _put_aside(Finding(remembered, problems), repair=repair)


def _private(archive: Archive, *, repair: bool) -> Iterator[Finding]:
    """Only told: they are the consultant's own words, and there is no copy of them."""
    for path in sorted(archive.home.glob(f"shops/*/[12]???{PRIVATE}")):
        audit_file = path.with_name(path.name.removesuffix(PRIVATE) + ".toml")
        try:
            PrivateFile(archive, audit_file).read()
        except ReadycheckError as error:
            told = [problem.message() for problem in error.problems]
            nothing = Problem(say("no whole copy of it is kept, so it stays as it is."), file=shown(path)).message()
            yield Finding(path, (*told, nothing) if repair else tuple(told))


def _files_aside(archive: Archive) -> list[Path]:
    folder = archive.aside.folder
    found = [path for kind in _CHECKS for path in sorted((folder / kind).rglob("*")) if path.is_file()]
    return [path for path in found if not path.name.startswith(".") and path.parent.name != "copies"
            and not re.fullmatch(rf"{DAMAGED}(-\d+)?", path.suffix)]  # copies of sync programs are as they came


def _problems(path: Path, check: Callable[[bytes, str], object]) -> tuple[Message, ...]:
    try:
        data = bytes_of(path, unsaved.MAX_BYTES)
    except ReadycheckError as error:
        return tuple(problem.message() for problem in error.problems)
    try:
        check(data, shown(path))
    except (ReadycheckError, ValueError, TypeError, LookupError, RecursionError, AssertionError):
        return (Problem(say("is damaged: it cannot be read."), file=shown(path)).message(),)
    return ()


def _state(data: bytes, file: str) -> None:
    """A kept state. There may be thousands, and one whose hash fits was parsed when it was saved."""
    if not intact(data):
        parse_document(data, file)


def _toml(data: bytes, _file: str) -> object:
    return tomllib.loads(data.decode())


def _form(data: bytes, _file: str) -> None:
    if len(data) > half_typed.MAX_BYTES or half_typed.parsed(json.loads(data)) is None:
        raise ValueError


def _clash(data: bytes, _file: str) -> None:
    if not readable_clash(data):
        raise ValueError


def _place(data: bytes, _file: str) -> None:
    if len(data) > last_place.LONGEST:
        raise ValueError
    data.decode()


_CHECKS: Mapping[str, Callable[[bytes, str], object]] = {
    "backups": _state, "begun": _state, "handed": _state, "drafts": _form, "conflicts": _clash, "places": _place,
    "unsaved": lambda data, _file: unsaved.parsed(data),
}
"""By folder: how what lies there is read."""


def _put_aside(found: Finding, *, repair: bool) -> Finding:
    """Under another name, where nothing takes it for what it no longer is."""
    if not repair:
        return found
    path = found.path
    names = (f"{path.name}{DAMAGED}{'' if number == 1 else f'-{number}'}" for number in count(1))
    kept = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    try:
        path.rename(kept)
    except OSError as error:
        why = Problem(say("cannot be put aside ({reason}).", reason=error.strerror or str(error)), file=shown(path))
        return replace(found, problems=(*found.problems, why.message()))
    return replace(found, repaired=say("It was put aside as {name}.", name=kept.name))


def _waiting(archive: Archive, *, repair: bool) -> Iterator[Finding]:
    """Edits that could not be saved, of audits of the folder."""
    for path in sorted(archive.home.glob("shops/*/[12]???.toml")):
        journal = Unsaved(archive, path)
        if not journal.waits or _problems(journal.file, _CHECKS["unsaved"]):
            continue
        told = Problem(say("edits wait here that could not be saved."), file=shown(journal.file)).message()
        found = Finding(journal.file, (told,))
        yield _brought_in(found, journal) if repair else found


def _brought_in(found: Finding, journal: Unsaved) -> Finding:
    try:
        journal.bring_in()
    except ReadycheckError as error:
        return replace(found, problems=(*found.problems, *(problem.message() for problem in error.problems)))
    return replace(found, repaired=say("They were put into the audit."))


def _index(archive: Archive, *, repair: bool) -> Iterator[Finding]:
    """One that is broken is made anew by what is listed next."""
    import sqlite3

    index = SeasonIndex(archive.aside.folder)
    if not index.file.exists():
        return
    try:
        with closing(sqlite3.connect(f"{index.file.absolute().as_uri()}?mode=ro", uri=True)) as base:
            whole = base.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.Error:
        whole = False
    if not whole:
        told = Problem(say("is damaged: it cannot be read."), file=shown(index.file)).message()
        if repair:
            index.delete()
        yield Finding(index.file, (told,), say("It was taken away; lists make it anew.") if repair else None)
