"""Copies that programs put beside an audit file when it was changed on two machines at once.

Dropbox, Nextcloud: "2026 (Anna's conflicted copy 2026-11-01).toml"; Syncthing:
"2026.sync-conflict-20261101-101500-ABCDEFG.toml"; OneDrive: "2026-DESKTOP-ABC123.toml"; Google Drive: "2026 (1).toml";
iCloud: "2026 2.toml"; Synology, Seafile and others say "conflict" somewhere in the name.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from readycheck.core.text import clean

_NUMBERED = r" \(\d{1,3}\)| \d{1,3}"
_SAYS_SO = r"[ ._(-].*(?:conflict|ristiriit).*"
# a machine's name has a capital letter; "2026-old.toml" is a person's own
_MACHINE = r"-(?=[^ ]*[A-Z])[\w-]+(?: \(?\d{1,3}\)?)?"
_COPY = re.compile(rf"([12]\d{{3}})(?:\.private)?(?:{_NUMBERED}|(?i:{_SAYS_SO})|{_MACHINE})\.toml", re.ASCII)
_WHOSE = (
    re.compile(r"\((.+?)(?:['’]s)? conflicted copy", re.IGNORECASE),
    re.compile(r"\.sync-conflict-\d{8}-\d{6}-([A-Z0-9]+)"),
    re.compile(r"^\d{4}-((?=[^ ]*[A-Z])[\w-]+)[ .]"),
)


@dataclass(frozen=True)
class SyncCopy:
    """A copy of the season of `year`: `whose` is the person or machine that its name gives, or empty.

    `private`: it is one of the consultant's private notes, which no command reads.
    """

    path: Path
    year: int
    whose: str = ""
    private: bool = False

    @property
    def name(self) -> str:
        """The file's name, as it may stand in a sentence."""
        return clean(self.path.name)

    @property
    def changed(self) -> datetime:
        """When it was written (local time); OSError where it has gone."""
        return datetime.fromtimestamp(self.path.stat().st_mtime)


def copies_in(folder: Path) -> tuple[SyncCopy, ...]:
    """The copies of any season in a shop's folder, by name."""
    names: list[str] = []
    with suppress(OSError):
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    found = ((name, _COPY.fullmatch(name)) for name in names)
    return tuple(
        SyncCopy(folder / name, int(parts[1]), _whose(name), ".private" in name) for name, parts in found if parts
    )


def copies_of(audit_file: Path) -> tuple[SyncCopy, ...]:
    """The copies beside a season's own file that hold an audit; none of a file that is not named by its year."""
    return tuple(
        copy for copy in copies_in(audit_file.parent) if f"{copy.year}.toml" == audit_file.name and not copy.private
    )


def _whose(name: str) -> str:
    return next((clean(found[1]).strip() for kind in _WHOSE if (found := kind.search(name))), "")
