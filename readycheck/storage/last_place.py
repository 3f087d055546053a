"""Where a season's questions were left, so that the app opens there the next time; never in the audit file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from readycheck.core.text import clean
from readycheck.storage.aside import Aside
from readycheck.storage.atomic import write_atomically
from readycheck.storage.folders import private_folder

LONGEST = 1000  # bytes; what is longer, we have not written


class LastPlace:
    """The question that one audit file was left at, in a file aside, private to the person (0600).

    A convenience and no more: one that cannot be read is none, one that cannot be written is left.
    """

    def __init__(self, aside: Aside, audit_file: Path) -> None:
        self._file = aside.place_of(audit_file)

    def read(self) -> str:
        """What was kept; empty where nothing was."""
        with suppress(OSError, ValueError):
            if self._file.stat().st_size <= LONGEST:
                return clean(self._file.read_text(encoding="utf-8")).strip()
        return ""

    def keep(self, question: str) -> None:
        """Keep a question's id, unless it stands there."""
        if question == self.read():
            return
        with suppress(OSError, ValueError):
            private_folder(self._file.parent)
            write_atomically(self._file, question.encode(), lambda data: None)


class LookedAt(LastPlace):
    """In the same way, which newer versions of an audit's checklists somebody has looked at: "peak-season:3 …"."""

    def __init__(self, aside: Aside, audit_file: Path) -> None:
        super().__init__(aside, audit_file)
        self._file = self._file.with_suffix(".lists.txt")
