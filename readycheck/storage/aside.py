"""Where what a folder of audits needs beside it lies: locks, copies, half typed forms. Never in the folder itself.

The folder may be one that a program keeps the same on several machines: a lock that is copied to another machine
locks nothing, and copies would go through the network at every save.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Aside:
    """`home` holds the audits, `folder` what is kept beside them, for this person on this machine."""

    home: Path
    folder: Path

    def lock_of(self, file: Path) -> Path:
        """The lock of a file, given without links."""
        return self.folder / "locks" / f"{digest_of(str(file))[:24]}.lock"

    def backups_of(self, path: Path) -> Path:
        """The folder of an audit file's copies."""
        return self.folder / "backups" / self.part_of(path)

    def earlier_backups_of(self, path: Path) -> Path:
        """Where they were before there was a folder beside: copies are still found here, none is put here."""
        return self.home / "backups" / self.part_of(path)

    def drafts_of(self, path: Path) -> Path:
        """The folder of the forms that were half typed for an audit file."""
        return self.folder / "drafts" / self.part_of(path) / path.stem

    def conflicts_of(self, path: Path) -> Path:
        """The folder of what was changed in an audit file in two places, and of copies whose edits it took in."""
        return self.folder / "conflicts" / self.part_of(path) / path.stem

    def unsaved_of(self, path: Path) -> Path:
        """The journal of edits that could not be saved (unsaved.py)."""
        return self.folder / "unsaved" / self.part_of(path) / f"{path.stem}.toml"

    def begun_of(self, path: Path) -> Path:
        """The folder of the states at which sittings with an audit file began (ancestors.py)."""
        return self.folder / "begun" / self.part_of(path) / path.stem

    def handed_of(self, path: Path) -> Path:
        """The folder of the states in which an audit file was handed over (handed_states.py)."""
        return self.folder / "handed" / self.part_of(path) / path.stem

    def place_of(self, path: Path) -> Path:
        """The file that says where an audit's questions were left."""
        return self.folder / "places" / self.part_of(path) / f"{path.stem}.txt"

    @cached_property
    def draft(self) -> str:
        """What drafts are named by: nobody but the holder of a lock that lies here writes one of this name."""
        import platform

        return digest_of(f"{platform.node()} {self.folder}")[:12]

    def part_of(self, path: Path) -> str:
        """What an audit file's folder is called here: by shop, or by where it lies elsewhere."""
        folder = path.resolve().parent
        if folder.parent == (self.home / "shops").resolve():
            return folder.name
        return f"elsewhere-{digest_of(str(folder))[:12]}"


def digest_of(text: str) -> str:
    """SHA-256 in hex of a path's text, which may hold bytes that are no letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
