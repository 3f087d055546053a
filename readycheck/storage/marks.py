"""Shops that a consultant has marked: beside the audits, never in them.

A mark is about one person's work and not about the shop: it must not travel with an audit that is handed over or
synced. So each is an empty file in the shop's part of the state folder, where `forget` finds it like all else there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from readycheck.storage.aside import Aside
from readycheck.storage.folders import private_folder

FOLDER, FILE = "marks", "mark"


class Marks:
    """The marks of one folder of audits. Reading never fails; writing raises OSError where nothing can be written."""

    def __init__(self, aside: Aside) -> None:
        self._folder = aside.folder / FOLDER

    def read(self) -> frozenset[str]:
        """The marked shops' short names."""
        with suppress(OSError):
            names = [entry.name for entry in os.scandir(self._folder) if entry.is_dir()]
            return frozenset(name for name in names if self._file(name).is_file())
        return frozenset()

    def mark(self, shops: Iterable[str]) -> None:
        """Mark shops, by their short names."""
        for shop in shops:
            private_folder(self._folder / shop)
            self._file(shop).touch(0o600)

    def unmark(self, shops: Iterable[str]) -> None:
        """Take marks away; a shop that has none stays so."""
        for shop in shops:
            self._file(shop).unlink(missing_ok=True)
            with suppress(OSError):
                self._file(shop).parent.rmdir()

    def _file(self, shop: str) -> Path:
        return self._folder / shop / FILE
