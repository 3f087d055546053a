"""The audits on disk: `<home>/shops/<slug>/<year>.toml`, one file per shop and season.

What reads and writes an audit is imported when one is: the list of shops is on the screen before that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readycheck.core.message import say
from readycheck.core.text import slug
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.references import ShopEntry, find, shop_entries, years_in
from readycheck.storage.toml_guard import MAX_BYTES, plain

if TYPE_CHECKING:
    from readycheck.core.audit import Audit
    from readycheck.storage.document import Document

LOCK_SECONDS = 10


@dataclass(frozen=True)
class AuditFile:
    """An audit as it was read: `digest` is the SHA-256 of the file's bytes then."""

    path: Path
    document: Document
    audit: Audit
    digest: str


class Archive:
    """The audits under `home`; any audit file elsewhere can be read and saved too."""

    def __init__(self, home: Path) -> None:
        self.home = home

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

    def free_slug(self, name: str) -> str:
        """The folder name for a new shop of this name: `-2` and so on where it is taken."""
        made = slug(name)
        candidates = [made, *(f"{made[: 39 - len(str(n))].rstrip('-')}-{n}" for n in range(2, 10_000))]
        return next(each for each in candidates if not (self.home / "shops" / each).exists())

    def create(self, shop: str, document: Mapping[str, Any]) -> AuditFile:
        """A new audit file for the season that `document` names; ReadycheckError where there is one."""
        from readycheck.storage.document import audit_of, dump_document

        folder = self.home / "shops" / slug(shop)
        wanted = plain(document, folder.name)
        audit = audit_of(wanted, folder.name)
        path = folder / f"{audit.season.year}.toml"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.locked(path):
            if path.exists():
                what = say("{shop} has an audit of {year} already.", shop=folder.name, year=path.stem)
                raise wrong(what, say("Open it, or choose another year."))
            return self._write(path, dump_document(wanted), wanted, audit)

    def save(self, file: AuditFile, document: Mapping[str, Any]) -> AuditFile:
        """Make `document` the file's content: all of it or, on any error, nothing.

        Where the file changed since `file` was read, both changes are merged; ReadycheckError where both
        touched one item. What comes back is what the file now holds.
        """
        from readycheck.storage.atomic import remove_drafts
        from readycheck.storage.backups import keep_backup
        from readycheck.storage.document import audit_of, dump_again, parse_document
        from readycheck.storage.merge import merge

        wanted = plain(document, shown(file.path))
        audit = audit_of(wanted, shown(file.path), (file.document, file.audit))
        with self.locked(file.path):
            remove_drafts(file.path.resolve())
            data = bytes_of(file.path, MAX_BYTES)
            found = file.document
            if _digest(data) != file.digest:
                found = parse_document(data, shown(file.path))
                wanted = merge(file.document, wanted, found, shown(file.path))
                audit = audit_of(wanted, shown(file.path))
            if wanted == found:
                return AuditFile(file.path, found, audit, _digest(data))
            right_year(file.path, audit)
            keep_backup(self.home, file.path, data)
            return self._write(file.path, dump_again(wanted, found, data), wanted, audit, data)

    def _write(
        self, path: Path, data: bytes, document: Document, audit: Audit, before: bytes = b""
    ) -> AuditFile:
        from readycheck.storage.atomic import write_atomically
        from readycheck.storage.backups import keep_backup
        from readycheck.storage.document import check_again

        write_atomically(path.resolve(), data, lambda read: check_again(read, before, shown(path)))
        keep_backup(self.home, path, data)
        return AuditFile(path, document, audit, _digest(data))

    @contextmanager
    def locked(self, path: Path) -> Iterator[None]:
        """One writer at a time, whatever program and whatever name of the file."""
        import filelock

        locks = self.home / ".locks"
        locks.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = filelock.FileLock(locks / f"{_digest(str(path.resolve()).encode('utf-8', 'surrogatepass'))[:24]}.lock")
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except filelock.Timeout:
            what = say("another program has been writing it for {seconds} seconds.", seconds=LOCK_SECONDS)
            raise wrong(what, say("Try again once it is done."), file=shown(path)) from None
        try:
            yield
        finally:
            lock.release()


@lru_cache(maxsize=2)  # a season that is read ahead of its opening, and the one before it
def _audit_file(path: Path, data: bytes) -> AuditFile:
    from readycheck.storage.document import audit_of, parse_document

    document = parse_document(data, shown(path))
    return AuditFile(path, document, audit_of(document, shown(path)), _digest(data))


def right_year(path: Path, audit: Audit) -> None:
    """ReadycheckError where a file that is named for a year holds another year's season."""
    if re.fullmatch(r"\d{4}", path.stem) and int(path.stem) != audit.season.year:
        what = say("the file is named for {stem}, so its season's year stays {stem}.", stem=path.stem)
        raise wrong(what, say("Begin a new audit for another year."), file=shown(path), key="season.year")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
