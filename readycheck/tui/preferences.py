"""What the app remembers from one time to the next: the language of F3 and the light or dark of F2."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from readycheck.i18n import Lang
from readycheck.storage.atomic import write_atomically
from readycheck.storage.folders import private_folder

FILE = "app.toml"
LIMIT = 100_000  # bytes; what is longer, we have not written
Ground = Literal["light", "dark"]
_HEAD = "# What readycheck's app remembers. It is written anew with every change.\n"


class Preferences:
    """`folder` holds the file; without one nothing is remembered. `keeps`: whether anything is written.

    A convenience and no more: a file that cannot be read counts as empty, one that cannot be written is left.
    """

    def __init__(self, folder: Path | None = None, *, keeps: bool = True) -> None:
        self.folder = folder
        self._keeps = keeps

    @property
    def lang(self) -> Lang | None:
        """The language chosen last; None where none was."""
        found = self._read().get("language")
        return found if found in ("fi", "en") else None

    @property
    def ground(self) -> Ground | None:
        """Light or dark, as chosen last; None where neither was."""
        found = self._read().get("ground")
        return found if found in ("light", "dark") else None

    def remember(self, *, lang: Lang | None = None, ground: Ground | None = None) -> None:
        """Keep what is given; the rest stays as it was."""
        if self.folder is None or not self._keeps:
            return
        chosen = {name: value for name, value in (("language", lang), ("ground", ground)) if value is not None}
        with suppress(OSError):  # a folder that cannot be written: then nothing is remembered
            private_folder(self.folder)
            write_atomically(self.folder / FILE, _toml({**self._read(), **chosen}), lambda data: None)

    def _read(self) -> Mapping[str, Any]:
        if self.folder is None:
            return {}
        try:
            with (self.folder / FILE).open("rb") as file:
                return tomllib.loads(file.read(LIMIT).decode())
        except (OSError, ValueError, RecursionError):
            return {}


def _toml(values: Mapping[str, Any]) -> bytes:
    import tomli_w

    return (_HEAD + tomli_w.dumps(values)).encode()
