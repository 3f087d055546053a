"""Forgetting a shop, or one season of it: every file that the program keeps of it, wherever that lies.

What is kept has one home: the shop's folder (`IN_ITS_FOLDER`), the folders beside the audits that have a part for each
shop (`ASIDE`; one that is not named there is searched as well), the locks, the list's index. A new place belongs here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.core.text import clean, slug
from readycheck.errors import wrong
from readycheck.storage.references import PRIVATE, parts_of, shop_entries, unknown_shop, years_in
from readycheck.storage.season_index import SeasonIndex

if TYPE_CHECKING:
    from readycheck.storage.archive import Archive

AUDITS, OTHERS, INDEX = say("audits"), say("other files"), say("lines of the lists' index")
IN_ITS_FOLDER: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"\d{4}\.toml", re.ASCII), AUDITS),
    (re.compile(r"\d{4}\.private\.toml", re.ASCII), say("private notes")),
    (re.compile(r"\..*\.tmp"), say("unfinished drafts of a save")),
    (re.compile(r"\d{4}\.damaged.*\.toml", re.ASCII), say("damaged files put aside")),
    (re.compile(r"\d{4}\D.*\.toml", re.ASCII), say("copies of a sync program")),
)
"""What a file of a shop's folder is, by its name; all others are the person's own, and go too."""
ASIDE: Mapping[str, Message] = {
    "marks": say("marks"),
    "backups": say("backups"), "conflicts": say("changes made in two places"), "drafts": say("half typed forms"),
    "places": say("places where one left off"), "begun": say("states that a sitting began at"),
    "unsaved": say("edits that could not be saved"), "handed": say("states that were handed over"),
}
LOCKS, OF_THE_SHOP = "locks", "marks"
"""A mark is of no season: it goes with the last one."""
_KINDS_ASIDE = re.compile(r"(?:\.\d{6,}|\.newest)?\.toml(?:\..+)?|(?:\.lists)?\.txt(?:\..+)?", re.ASCII)
"""What follows a season's name in those of its files there: a copy, a journal, a place; damaged, or a draft of it."""
_IS_YEAR = re.compile(r"\d{4}", re.ASCII)
YEARS = range(1000, 3000)


@dataclass(frozen=True)
class Subject:
    """A shop's folder, or one season of it: `season` is its file's name without the ending."""

    folder: Path
    season: str | None = None

    @property
    def name(self) -> str:
        """As a person may type it."""
        return clean(self.folder.name if self.season is None else f"{self.folder.name}/{self.season}")

    def file(self, year: int | str) -> Path:
        """The audit file of a season of this shop."""
        return self.folder / f"{year}.toml"

    def holds(self, name: str) -> bool:
        """Whether a file of its folder is meant, by its name: of a season only what the program itself puts there."""
        if self.season is None:
            return True
        season, begin = re.escape(self.season), name.removeprefix(".")
        more = r"|\D.*\.toml|-[\w.-]+\.(?:html|md|json|csv|ics|zip)" if _IS_YEAR.fullmatch(self.season) else ""
        return re.fullmatch(rf"{season}(?:(?:\.private|\.damaged[^/]*)?\.toml(?:\..*\.tmp)?{more})", begin) is not None


@dataclass(frozen=True)
class Kept:
    """Things of one kind in one folder: `count` of them, and the files that they are in (none: rows of the index)."""

    kind: Message
    folder: Path
    count: int
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Forgotten:
    """What was removed, and what could not be, with the system's reason."""

    removed: tuple[Kept, ...]
    left: tuple[tuple[Path, str], ...] = ()


def subject(archive: Archive, reference: str) -> Subject:
    """The shop or season that a person means; ReadycheckError where nothing is kept of it.

    Nothing is read: a damaged audit is found as well, and a shop of which only backups are left.
    """
    if reference.endswith(".toml"):
        path = Path(reference).expanduser()
        if reference.endswith(PRIVATE) or not os.path.lexists(path):
            raise wrong(say("there is no such audit file."), file=clean(reference))
        return _of_path(archive, Path(os.path.abspath(path)))  # noqa: PTH100 - a link stays what it is
    shop, year = parts_of(reference)
    known = _shop(archive, shop)
    if not known:
        raise unknown_shop(shop_entries(archive.home), shop or reference)
    named = Subject(archive.home / "shops" / known, None if year is None else str(year))
    if not kept_of(archive, named):
        raise wrong(say("nothing is kept of {shop} {year}.", shop=clean(named.folder.name), year=str(year)))
    return named


def _shop(archive: Archive, shop: str) -> str:
    """The folder of a shop by its short name, or by its name where no other shop has it; empty where there is none."""
    if shop and slug(shop, fallback="") == shop and kept_of(archive, Subject(archive.home / "shops" / shop)):
        return shop
    entries = shop_entries(archive.home)
    named = [each.slug for each in entries if shop and each.name.casefold() == shop.casefold()]
    return next((each.slug for each in entries if each.slug == shop), named[0] if len(named) == 1 else "")


def _of_path(archive: Archive, path: Path) -> Subject:
    shops = archive.home / "shops"
    with suppress(OSError):
        if path.parent.parent.samefile(shops):
            return Subject(shops / path.parent.name, path.stem)
    return Subject(path.parent, path.stem)


def kept_of(archive: Archive, subject: Subject) -> tuple[Kept, ...]:
    """Everything that is kept of it, by kind and folder."""
    found = [*_in_its_folder(subject), *_aside(archive, subject)]
    found += [(say("locks"), path) for path in _locks(archive, subject)]
    groups = groupby(sorted(found, key=_place), key=_place)
    kept = [_kept(list(group)) for _, group in groups]
    index = SeasonIndex(archive.aside.folder)
    rows = index.count(subject.folder.name, _year(subject)) if _listed(archive, subject) else 0
    return (*kept, *([Kept(INDEX, index.file, rows)] if rows else []))


def forget(archive: Archive, subject: Subject) -> Forgotten:
    """Remove all of it for good; the shop's own folder comes last, so that a halted work can be done again.

    ReadycheckError, and nothing removed, while another program is writing one of its audits.
    """
    kept = kept_of(archive, subject)
    with ExitStack() as stack:
        for each in kept:
            for path in each.files if each.kind == AUDITS else ():
                stack.enter_context(archive.locked(path))
        if _listed(archive, subject):
            SeasonIndex(archive.aside.folder).forget(subject.folder.name, _year(subject))
        others = [each for each in kept if each.kind.text != LOCKS]
        left = _removed(sorted(others, key=lambda each: each.folder.is_relative_to(subject.folder)))
    left += _removed([Kept(say("locks"), archive.aside.folder, 0, tuple(_locks(archive, subject)))])
    _remove_empty(archive, subject)
    gone = {path for path, _ in left}
    removed = [replace(each, count=each.count - sum(path in gone for path in each.files)) for each in kept]
    return Forgotten(tuple(each for each in removed if each.count), tuple(left))


def _listed(archive: Archive, subject: Subject) -> bool:
    return subject.folder.parent == archive.home / "shops"


def _year(subject: Subject) -> int | None:
    return int(subject.season) if subject.season and subject.season.isdecimal() else None


def _in_its_folder(subject: Subject) -> Iterator[tuple[Message, Path]]:
    """The files of the shop's folder; a link is taken away, and what it leads to stays."""
    if subject.folder.is_symlink() and subject.season is None:
        yield OTHERS, subject.folder
        return
    for path in _files(subject.folder):
        own = path.parent == subject.folder
        if own and subject.holds(path.name):
            yield next((kind for pattern, kind in IN_ITS_FOLDER if pattern.fullmatch(path.name)), OTHERS), path
        elif not own and subject.season is None:
            yield OTHERS, path


def _aside(archive: Archive, subject: Subject) -> Iterator[tuple[Message, Path]]:
    """What lies beside the audits: in each folder there the shop's part, in it a season's files or folder."""
    for top in _tops(archive):
        for part in _parts_in(top, archive, subject):
            for path in _files(part):
                if subject.season is None or _of_season(path.relative_to(part).parts[0], subject.season) or (
                        top.name == OF_THE_SHOP and _is_last(subject)):
                    yield ASIDE.get(top.name, OTHERS), path


def _is_last(subject: Subject) -> bool:
    """Whether the shop has no other season."""
    return {f"{year}" for year in years_in(subject.folder)} <= {subject.season}


def _of_season(name: str, season: str) -> bool:
    """Whether what lies aside under a name is a season's, a killed writer's draft of it too.

    A year's copies from syncing have names that begin with it. An audit elsewhere is called anything, with dots in it:
    "villa.toml" and "villa.old.toml" are two.
    """
    own = name.removeprefix(".")
    if _IS_YEAR.fullmatch(season):
        return own.split(".")[0] == season
    return own == season or _KINDS_ASIDE.fullmatch(own.removeprefix(season)) is not None


def _tops(archive: Archive) -> list[Path]:
    """The folders that have a part for each shop; the last is where an earlier version had its backups."""
    tops: list[Path] = []
    with suppress(OSError):
        tops = sorted(path for path in archive.aside.folder.iterdir() if path.is_dir() and path.name != LOCKS)
    return [*tops, archive.home / "backups"]


def _parts_in(top: Path, archive: Archive, subject: Subject) -> Iterator[Path]:
    """The part of a shop; of one that is a link, also what is kept by where the link leads."""
    names = {archive.aside.part_of(subject.file(subject.season or YEARS[0]))}
    if _listed(archive, subject):
        names.add(subject.folder.name)
    yield from (top / name for name in sorted(names))


def _locks(archive: Archive, subject: Subject) -> list[Path]:
    """Their names tell nothing, so each that a season of this shop can have is looked for."""
    there = {path.name for path in _files(archive.aside.folder / LOCKS)}
    names = {path for path in _files(subject.folder) if path.parent == subject.folder and subject.holds(path.name)}
    files = {Path(os.path.realpath(path)) for path in names}
    folder = Path(os.path.realpath(subject.folder))
    for season in [subject.season] if subject.season else YEARS if there else ():
        files |= {folder / f"{season}.toml", folder / f"{season}{PRIVATE}"}
    locks = {archive.aside.lock_of(path) for path in files} if there else set()
    return sorted(lock for lock in locks if lock.name in there)


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, links as what they are; nothing where there is no folder."""
    if folder.is_symlink():
        yield folder
        return
    for where, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield Path(where) / name


def _place(found: tuple[Message, Path]) -> tuple[str, Path]:
    return found[0].text, found[1].parent


def _kept(found: list[tuple[Message, Path]]) -> Kept:
    kind, first = found[0]
    return Kept(kind, first.parent, len(found), tuple(path for _, path in found))


def _removed(kept: Iterable[Kept]) -> list[tuple[Path, str]]:
    """Remove the files; those that stay, with the reason."""
    left = []
    for path in (path for each in kept for path in each.files):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            left.append((path, error.strerror or str(error)))
    return left


def _remove_empty(archive: Archive, subject: Subject) -> None:
    """The folders that only this shop had, where nothing is in them any more."""
    parts = [part for top in _tops(archive) for part in _parts_in(top, archive, subject)]
    own = [subject.folder] if _listed(archive, subject) and not subject.folder.is_symlink() else []
    for folder in (*parts, *own):
        for where, _, _ in os.walk(folder, topdown=False):
            with suppress(OSError):
                os.rmdir(where)  # noqa: PTH106 - one that holds something stays, and that is right
