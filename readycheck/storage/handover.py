"""An audit sent between two people: packed as it is, looked into where it arrives, taken in item by item."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.archive import Archive, AuditFile, right_year
from readycheck.storage.atomic import write_atomically
from readycheck.storage.backups import Backups, backups
from readycheck.storage.clashes import Clashes
from readycheck.storage.differences import Difference, differences
from readycheck.storage.document import Document, audit_of, parse_saved
from readycheck.storage.files import shown
from readycheck.storage.folders import private_folder
from readycheck.storage.handed_states import following, keep_handed, keep_taken, marks_before, state_in_common
from readycheck.storage.handover_file import HandedSeason, Handover, packed, unpacked
from readycheck.storage.handover_place import place_for
from readycheck.storage.merge import Clash, merge

Arrival = Literal["new", "same", "differs"]


@dataclass(frozen=True)
class Incoming:
    """A season that was sent, beside the `file` of it that is here, if any: what it would bring to `path`.

    As `bring_in.Bringing`: `brought` without a question, `clashes` for a person to choose about. `marks`: what the
    sender noted of the states that it comes from.
    """

    path: Path
    sent: AuditFile
    file: AuditFile | None = None
    merged: Document | None = None
    brought: tuple[Difference, ...] = ()
    clashes: tuple[Clash, ...] = ()
    from_common: bool = False
    marks: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The season."""
        return self.sent.audit.season.year

    @property
    def arrival(self) -> Arrival:
        """"same" also where what was sent holds nothing that is not here."""
        if self.file is None:
            return "new"
        return "differs" if self.brought or self.clashes else "same"


@dataclass(frozen=True)
class Arriving:
    """What a file would bring, and into which shop of the folder; nothing has been changed yet."""

    origin: Path
    shop: str
    name: str
    seasons: tuple[Incoming, ...]

    @property
    def brings(self) -> bool:
        """Whether taking it would change anything."""
        return any(each.arrival != "same" for each in self.seasons)


@dataclass(frozen=True)
class Taken:
    """A season as it is once it was taken in; `before` is the copy of the state before, where there was one."""

    incoming: Incoming
    file: AuditFile
    before: Path | None = None


def hand_over(
    archive: Archive, files: Sequence[AuditFile], shop: str, program: str, read_me: Mapping[str, str]
) -> bytes:
    """The bytes that hand these seasons of one shop over; `handed` is called once they are written."""
    seasons = tuple(
        HandedSeason(file.audit.season.year, file.data, marks_before(archive.aside, file))
        for file in sorted(files, key=lambda file: file.audit.season.year)
    )
    newest = max(files, key=lambda file: file.audit.season.year)
    return packed(Handover(shop, newest.audit.shop.name, seasons), program, read_me)


def handed(archive: Archive, files: Sequence[AuditFile]) -> None:
    """Keep what was handed over: what comes back is told apart by it."""
    for file in files:
        keep_handed(archive.aside, file)


def in_the_way(archive: Archive, file: AuditFile, shop: str, path: Path) -> Message | None:
    """Why what lies at `path` is not replaced by a handover of `file`: it is something else, or what somebody sent.

    None where nothing lies there, or an earlier handover of this shop that holds nothing that is not here.
    """
    if not path.exists():
        return None
    try:
        handover = unpacked(path)
        arrivals = {_incoming(archive, _season_beside(file, each.year), _sent(each, path), each.earlier).arrival
                    for each in handover.seasons if handover.shop == shop}
    except ReadycheckError:
        arrivals = set()
    if not arrivals:
        return say("is there already, and is no handover of {shop}.", shop=shop)
    return None if arrivals == {"same"} else say("is there already, with edits of {shop} that are not here.", shop=shop)


def _season_beside(file: AuditFile, year: int) -> Path:
    return file.path if year == file.audit.season.year else file.path.with_name(f"{year}.toml")


def look_at(archive: Archive, path: Path, into: str | None = None) -> Arriving:
    """What taking the file would do. `into`: the short name of the shop here, where that is not to be found out.

    ReadycheckError where it is no such file, an audit in it cannot be read, or nobody can know which shop is meant.
    """
    handover = unpacked(path)
    sent = [_sent(each, path) for each in handover.seasons]
    shop = place_for(archive, handover, sent, into)
    seasons = tuple(
        _incoming(archive, archive.path_of(shop, each.year), file, each.earlier)
        for each, file in zip(handover.seasons, sent, strict=True)
    )
    return Arriving(path, shop, sent[-1].audit.shop.name, seasons)


def _sent(season: HandedSeason, path: Path) -> AuditFile:
    """The audit in the bytes that were sent, held to what is held against every audit file."""
    name = f"{shown(path)} ({season.year}.toml)"
    document, stamp = parse_saved(season.data, name)
    audit = audit_of(document, name)
    right_year(Path(f"{season.year}.toml"), audit)
    return AuditFile(Path(name), document, audit, season.data, stamp)


def _incoming(archive: Archive, path: Path, sent: AuditFile, earlier: Sequence[str]) -> Incoming:
    if not path.exists():
        return Incoming(path, sent)
    file = archive.read(path)
    base = state_in_common(archive, file, sent, earlier)
    merged = merge(base or {}, sent.document, file.document)
    audit_of(merged.document, shown(path))  # refused now rather than once another season was taken
    brought = differences(file.document, merged.document)
    return Incoming(path, sent, file, merged.document, brought, merged.clashes, base is not None, tuple(earlier))


def take(archive: Archive, arriving: Arriving) -> tuple[Taken, ...]:
    """Take in all that was sent, a season at a time, each of them whole or not at all.

    ReadycheckError or OSError where that cannot be; what was taken before stays, and taking the file again goes on.
    """
    return tuple(_taken(archive, each, arriving.origin) for each in arriving.seasons)


def _taken(archive: Archive, incoming: Incoming, origin: Path) -> Taken:
    if incoming.file is None or incoming.merged is None:
        return Taken(incoming, _created(archive, incoming))
    if incoming.arrival == "same":
        return Taken(incoming, incoming.file)
    file = incoming.file
    sent_at = datetime.fromtimestamp(origin.stat().st_mtime)
    Clashes(archive.aside, file.path).keep(incoming.clashes, origin.name, sent_at)
    saved = archive.save(following(file, incoming.sent, incoming.marks), incoming.merged, anew=True)
    keep_taken(archive.aside, file, incoming.sent)  # after the save: a state that is kept is one that was taken
    return Taken(incoming, saved, _copy_of(archive, file))


def _created(archive: Archive, incoming: Incoming) -> AuditFile:
    """The file as it was sent, to the last byte, where there is none yet."""
    path, data = incoming.path, incoming.sent.data
    private_folder(path.parent)
    with archive.locked(path) as target:
        if path.exists():
            what = say("{shop} has an audit of {year} already.", shop=path.parent.name, year=path.stem)
            raise wrong(what, say("Take the file again: it shows what would come in."))
        write_atomically(target, data, lambda read: _same(read, data), archive.aside.draft)
        with suppress(OSError):
            Backups(archive.aside, target).keep_new(data)
    made = archive.read(path)
    keep_handed(archive.aside, made)
    return made


def _same(read: bytes, data: bytes) -> None:
    if read != data:
        raise OSError(errno.EIO, "the disk holds something else than was written")


def _copy_of(archive: Archive, file: AuditFile) -> Path | None:
    """The copy that holds the file as it was."""
    for copy in reversed(backups(archive.aside, file.path)):
        with suppress(OSError):
            if copy.read_bytes() == file.data:
                return copy
    return None
