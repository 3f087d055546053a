"""Files that a command writes for a person: whole or not at all, and never in a form that was not asked for."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Replace `path` by `data` in one step."""
    write_atomically(path, data, lambda _: None)
