"""Files that a command writes for a person: whole or not at all, and never in a form that was not asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.atomic import write_atomically


def output_path(text: str, endings: Iterable[str]) -> Path:
    """The path, once its ending is one of `endings` and its folder is there."""
    path, known = Path(text).expanduser(), list(endings)
    if path.suffix.lower() not in known:
        what = say("the file's name must end in {endings}.", endings=", ".join(known))
        raise wrong(what, say("The ending says the form."), file=text)
    if not path.parent.is_dir():
        raise wrong(say("there is no such folder."), say("Make it first, or write elsewhere."), file=str(path.parent))
    return path


def write_file(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step.

    Unlike what is kept of an audit, a new file is as open to others as the person's umask has it: it is written to be
    handed on. One that is there stays as open as it was.
    """
    new = not path.exists()
    write_atomically(path, data, lambda _: None)
    if new:
        with suppress(OSError):
            path.chmod(0o666 & ~_umask())


def _umask() -> int:
    """It cannot be read without being set: meanwhile what another thread makes is private."""
    found = os.umask(0o077)
    os.umask(found)
    return found
