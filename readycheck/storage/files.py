"""Files as bytes and names for a sentence: the first thing that can go wrong with any of them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import wrong


def bytes_of(path: Path, limit: int) -> bytes:
    """The file's bytes, no more than one over `limit`; ReadycheckError where there is no file to read."""
    try:
        if not path.is_file():
            what = say("is no file.") if path.exists() else say("there is no such file.")
            raise wrong(what, file=shown(path))
        with path.open("rb") as file:
            return file.read(min(os.fstat(file.fileno()).st_size, limit) + 1)
    except OSError as error:
        what = say("cannot be read ({reason}).", reason=error.strerror or str(error))
        raise wrong(what, say("Check the name, the folder and its permissions."), file=shown(path)) from None


def shown(path: Path) -> str:
    """A path as it may stand in a sentence: its name may hold anything."""
    return clean(str(path))


def saved_at(path: Path) -> datetime:
    """When the file was last written (UTC); OSError where there is none."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
