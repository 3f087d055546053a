"""Edits that could not be saved: a journal of them lies aside until they are in it, whatever ends the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from readycheck.storage.atomic import write_atomically
from readycheck.storage.document import audit_of
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.folders import private_folder

if TYPE_CHECKING:
    from pathlib import Path

    from readycheck.storage.archive import Archive, AuditFile

MAX_BYTES = 8_000_000


class Unsaved:
    """The journal of one audit file (given as the person does), private to the person (0600)."""

    def __init__(self, archive: Archive, path: Path) -> None:
        self._archive, self._path = archive, path
        self.file = archive.aside.unsaved_of(path)

    @property
    def waits(self) -> bool:
        """Whether edits wait here."""
        return self.file.exists()

    def keep(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
        """Keep what an audit was and what it shall be; False where not even that can be written."""
        import tomli_w

        with suppress(OSError):
            private_folder(self.file.parent)
            write_atomically(self.file, tomli_w.dumps({"before": before, "now": now}).encode(), parsed)
            return True
        return False

    def drop(self) -> None:
        """They are saved, or nobody wants them."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    def bring_in(self) -> AuditFile:
        """Save what waits, merged with what the audit holds by now; where that fails, it goes on waiting.

        ReadycheckError and OSError, and ValueError for a journal that cannot be read.
        """
        from readycheck.storage.archive import AuditFile

        found = parsed(bytes_of(self.file, MAX_BYTES))
        name = shown(self._path)
        before = AuditFile(self._path, found["before"], audit_of(found["before"], name), b"")
        saved = self._archive.save(before, found["now"])
        self.drop()
        return saved


def parsed(data: bytes) -> dict[str, dict[str, Any]]:
    """ValueError unless both states are there."""
    try:
        found = tomllib.loads(data.decode())
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not (isinstance(found.get("before"), dict) and isinstance(found.get("now"), dict)):
        raise ValueError("no journal of edits")
    return found
