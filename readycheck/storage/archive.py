"""The audits on disk: `<home>/shops/<slug>/<year>.toml`, one file per shop and season.

What reads and writes an audit is imported when one is: the list of shops is on the screen before that.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readycheck.core.message import Message, say
from readycheck.core.text import slug
from readycheck.errors import ReadycheckError, wrong
from readycheck.paths import state_folder
from readycheck.storage.aside import Aside
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.folders import private_folder
from readycheck.storage.references import ShopEntry, find, shop_entries, years_in
from readycheck.storage.toml_guard import MAX_BYTES, plain

if TYPE_CHECKING:
    from readycheck.core.audit import Audit
    from readycheck.storage.backups import Backups
    from readycheck.storage.document import Document
    from readycheck.storage.stamp import Stamp
    from readycheck.storage.texts import Texts

LOCK_SECONDS = 10


@dataclass(frozen=True)
class AuditFile:
    """An audit as it was read: `data` are the file's bytes then, `stamp` what its last save noted in it.

    `by_hand` is a sentence for the person where the file was changed since by something else; it is None after a save.
    """

    path: Path
    document: Document
    audit: Audit
    data: bytes = field(repr=False)
    stamp: Stamp | None = None
    by_hand: Message | None = None
    texts: Texts = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file's bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Archive:
    """The audits under `home`; any audit file elsewhere can be read and saved too.

    Locks, copies and half typed forms lie in `state`: the person's own folder for that, unless another is given.
    """

    def __init__(self, home: Path, state: Path | None = None) -> None:
        self.home = home
        self._state = state
        self._tidied: set[Path] = set()
        self._backups: dict[Path, Backups] = {}
        self._own: dict[Path, bytes] = {}

    @cached_property
    def aside(self) -> Aside:
        """Where locks, copies and half typed forms of this folder's audits lie."""
        return Aside(self.home, self._state or state_folder(self.home, os.environ))

    def shops(self) -> tuple[ShopEntry, ...]:
        """Every shop of the folder with its seasons, in order of slug; damaged files included."""
        return shop_entries(self.home)

    def resolve(self, reference: str) -> Path:
        """The file of "SHOP" (its newest year), "SHOP/YEAR" or a path; ReadycheckError if there is none."""
        return find(self.home, reference)

    def path_of(self, shop: str, year: int) -> Path:
        """Where the season of a shop's short name stands, or would."""
        return self.home / "shops" / shop / f"{year}.toml"

    def open(self, reference: str) -> AuditFile:
        """Resolve and read."""
        return self.read(self.resolve(reference))

    def read(self, path: Path) -> AuditFile:
        """The audit in a file; ReadycheckError with every mistake, the file untouched."""
        return _audit_file(path, bytes_of(path, MAX_BYTES))

    def previous(self, file: AuditFile) -> AuditFile | None:
        """The same shop's newest readable season before this one."""
        year = file.audit.season.year
        for earlier in sorted(years_in(file.path.parent), reverse=True):
            if earlier < year:
                with suppress(ReadycheckError):  # a damaged old season must not stop the work on this one
                    return self.read(file.path.with_name(f"{earlier}.toml"))
        return None

    def between(self, before: Path, after: Path) -> list[Audit]:
        """A shop's seasons that lie between two of its files, in order; damaged ones are left out."""
        if before.parent != after.parent or not (before.stem.isdecimal() and after.stem.isdecimal()):
            return []
        audits: list[Audit] = []
        for year in years_in(before.parent):
            if int(before.stem) < year < int(after.stem):
                with suppress(ReadycheckError):
                    audits.append(self.read(before.with_name(f"{year}.toml")).audit)
        return audits

    def free_slug(self, name: str) -> str:
        """The folder name for a new shop of this name: `-2` and so on where it is taken."""
        made = slug(name)
        candidates = [made, *(f"{made[: 39 - len(str(n))].rstrip('-')}-{n}" for n in range(2, 10_000))]
        return next(each for each in candidates if not (self.home / "shops" / each).exists())

    def create(self, shop: str, document: Mapping[str, Any]) -> AuditFile:
        """A new audit file for the season that `document` names; ReadycheckError where there is one."""
        from readycheck.storage.document import audit_of

        folder = self.home / "shops" / slug(shop)
        wanted = plain(document, folder.name)
        audit = audit_of(wanted, folder.name)
        path = folder / f"{audit.season.year}.toml"
        private_folder(folder)
        with self.locked(path) as target:
            if path.exists():
                what = say("{shop} has an audit of {year} already.", shop=folder.name, year=path.stem)
                raise wrong(what, say("Open it, or choose another year."))
            return self._write(target, AuditFile(path, {}, audit, b""), wanted, audit, shown(path))

    def save(self, file: AuditFile, document: Mapping[str, Any], *, anew: bool = False) -> AuditFile:
        """Make `document` the file's content: all of it or, on any error, nothing.

        What the file holds already is not written again, unless `anew`: for what its stamp shall note.

        Where the file changed since `file` was read, both changes are merged; where both touched one item, the file's
        stays and ours is put aside (clashes.py). What comes back is what the file now holds.
        """
        from readycheck.storage.document import audit_of

        name = shown(file.path)
        wanted = plain(document, name, file.document)
        audit = audit_of(wanted, name, (file.document, file.audit))
        with self.locked(file.path) as target:
            found, data = file, bytes_of(file.path, MAX_BYTES)
            if data != file.data:
                from readycheck.storage.clashes import Clashes
                from readycheck.storage.merge import merge

                found = _audit_file(file.path, data)
                merged = merge(file.document, wanted, found.document)
                wanted, audit = merged.document, audit_of(merged.document, name, (found.document, found.audit))
                Clashes(self.aside, file.path).keep(merged.clashes)
            if wanted == found.document and not anew:
                return found
            right_year(file.path, audit)
            return self._write(target, found, wanted, audit, name)

    def _write(
        self, target: Path, before: AuditFile, document: Document, audit: Audit, name: str
    ) -> AuditFile:
        """The file that was `before`, replaced under its lock."""
        from readycheck.storage.atomic import write_atomically
        from readycheck.storage.document import above_stamp, check_again, with_stamp
        from readycheck.storage.texts import texts_of

        texts, anew = texts_of(document, before.texts or _cut_up(before))
        data, stamp = with_stamp(above_stamp(texts), document, self._follows(target, before))
        check_again(data, texts, anew, name)
        copies = self._copies(target, new=not before.data)

        def check(read: bytes) -> None:
            if read != data:
                raise OSError(errno.EIO, "the disk holds something else than was written")
            if before.data:
                with suppress(OSError):  # what a person wrote is not refused because no copy of it can be had
                    copies.keep_old(before.data)

        try:
            write_atomically(target, data, check, self.aside.draft)
        except OSError as error:
            what = say("cannot be written ({reason}).", reason=error.strerror or str(error))
            raise wrong(what, say("It is as it was before."), file=name) from error
        with suppress(OSError):
            copies.keep_new(data)
        self._own[target] = data
        return AuditFile(before.path, document, audit, data, stamp, None, texts)

    def _follows(self, target: Path, before: AuditFile) -> Stamp | None:
        """The stamp that a save goes on from: where another program wrote the last state, a sitting begins."""
        if before.stamp is None or before.data is self._own.get(target):
            return before.stamp
        from readycheck.storage.ancestors import stamp_to_follow

        return stamp_to_follow(self.aside, before)

    def _copies(self, target: Path, *, new: bool) -> Backups:
        from readycheck.storage.backups import Backups

        if new or target not in self._backups:
            self._backups[target] = Backups(self.aside, target)
        return self._backups[target]

    @contextmanager
    def locked(self, path: Path) -> Iterator[Path]:
        """One writer at a time, whatever program and whatever name of the file; its path without links."""
        from readycheck.storage.locks import let_go, take

        target = Path(os.path.realpath(path))
        try:
            lock = take(self.aside.lock_of(target), LOCK_SECONDS)
        except TimeoutError:
            what = say("another program has been writing it for {seconds} seconds.", seconds=LOCK_SECONDS)
            raise wrong(what, say("Try again once it is done."), file=shown(path)) from None
        except OSError as error:
            what = say("cannot be written ({reason}).", reason=error.strerror or str(error))
            remedy = say("Set READYCHECK_STATE to a folder on this machine that can be.")
            raise wrong(what, remedy, file=shown(self.aside.folder)) from None
        try:
            self._tidy(target)
            yield target
        finally:
            let_go(lock)

    def _tidy(self, target: Path) -> None:
        """Take away, once, what killed writers of other names left; under the lock."""
        from readycheck.storage.atomic import remove_drafts

        if target not in self._tidied:
            self._tidied.add(target)
            remove_drafts(target)


@lru_cache(maxsize=2)  # a season that is read ahead of its opening, and the one before it
def _audit_file(path: Path, data: bytes) -> AuditFile:
    from readycheck.storage.document import as_saved, audit_of, parse_saved
    from readycheck.storage.stamp import told

    document, stamp = parse_saved(data, shown(path))
    by_hand = told(stamp, document) if stamp and as_saved(data, stamp) is None else None
    return AuditFile(path, document, audit_of(document, shown(path)), data, stamp, by_hand)


def _cut_up(file: AuditFile) -> Texts:
    """The texts of a file's tables, where they stand there as they were saved."""
    from readycheck.storage.document import as_saved
    from readycheck.storage.texts import cut_up

    above = as_saved(file.data, file.stamp)
    return {} if above is None else cut_up(above, file.document)


def right_year(path: Path, audit: Audit) -> None:
    """ReadycheckError where a file that is named for a year holds another year's season."""
    if re.fullmatch(r"\d{4}", path.stem) and int(path.stem) != audit.season.year:
        what = say("the file is named for {stem}, so its season's year stays {stem}.", stem=path.stem)
        raise wrong(what, say("Begin a new audit for another year."), file=shown(path), key="season.year")
