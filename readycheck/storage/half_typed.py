"""What stands in a form that was not taken yet, kept aside so that a kill takes nothing of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from readycheck.core.text import clean
from readycheck.storage.aside import Aside
from readycheck.storage.atomic import write_atomically
from readycheck.storage.folders import private_folder

MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class HalfTyped:
    """The fields of a form by key: as they stood `before` it was typed into, and `now`.

    `title` is what the form was called; one of a question has its id, and that of the key it opens by. `left`: the
    person closed it without taking it, or knows of it; else the program ended while it was open.
    """

    before: Mapping[str, Any]
    now: Mapping[str, Any]
    title: str = ""
    left: bool = False
    question: str = ""
    opened_by: str = ""


class HalfTypedForms:
    """The half typed forms of one audit file, each a file aside, private to the person (0600).

    Keeping a form raises OSError; one that cannot be read is none.
    """

    def __init__(self, aside: Aside, audit_file: Path) -> None:
        self._folder = aside.drafts_of(audit_file)

    def keep(self, form: str, typed: HalfTyped) -> None:
        """Keep what stands in `form` (any text that tells it from the others)."""
        private_folder(self._folder)
        _write(self._file(form), typed)

    def read(self, form: str) -> HalfTyped | None:
        """What stood in `form`."""
        return _read(self._file(form))

    def drop(self, form: str) -> None:
        """Forget what stood in `form`: it was taken, or is as before."""
        with suppress(OSError):
            self._file(form).unlink()

    def cut_off(self) -> list[HalfTyped]:
        """The forms that were open when the program ended; each is told once."""
        told = []
        for file in sorted(self._folder.glob("*.json")) if self._folder.is_dir() else ():
            typed = _read(file)
            if typed is not None and not typed.left:
                told.append(replace(typed, title=clean(typed.title)))
                with suppress(OSError):
                    _write(file, replace(typed, left=True))
        return told

    def _file(self, form: str) -> Path:
        return self._folder / f"{hashlib.sha256(form.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.json"


def _write(file: Path, typed: HalfTyped) -> None:
    write_atomically(file, json.dumps(asdict(typed)).encode(), json.loads)


def _read(file: Path) -> HalfTyped | None:
    with suppress(OSError, ValueError, TypeError, RecursionError):
        if file.stat().st_size <= MAX_BYTES:
            return parsed(json.loads(file.read_bytes()))
    return None


def parsed(found: Any) -> HalfTyped | None:
    """A form out of what its file holds; None or a TypeError where it holds none."""
    typed = HalfTyped(**found)
    if isinstance(typed.before, dict) and isinstance(typed.now, dict) and isinstance(typed.left, bool):
        return replace(typed, title=str(typed.title), question=str(typed.question), opened_by=str(typed.opened_by))
    return None
