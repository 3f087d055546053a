"""The files that a person types, pastes or drags into the terminal, and their completion."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote

from textual.suggester import Suggester

from readycheck.core.text import clean

_LAST = re.compile(r"""(?:^|\s)(?:"([^"]*)|'([^']*)|((?:\\.|[^\s"'])*))$""")


def typed_files(text: str) -> list[Path]:
    """One path as it stands, or several: in quotes or with "\\ " where they hold spaces, as a terminal pastes them."""
    text = text.strip()
    whole = _path(text.strip("'\""))
    if not text or _is_there(whole):
        return [whole] if text else []
    try:
        files = [_path(word) for word in shlex.split(text)]
    except ValueError:  # a quotation mark without its other
        files = [whole]
    if missing_file(files) is not None:
        files = _with_spaces(text.split()) or files
    return list(dict.fromkeys(files))


def _with_spaces(words: Sequence[str]) -> list[Path]:
    """The files that are there when words between spaces are put together, the most first; else none."""
    files, at = list[Path](), 0
    while at < len(words):
        ends = range(len(words), at, -1)
        end = next((end for end in ends if _is_there(_path(" ".join(words[at:end])))), None)
        if end is None:
            return []
        files.append(_path(" ".join(words[at:end])))
        at = end
    return files


def missing_file(files: Sequence[Path]) -> Path | None:
    """The first of these that is no file; None where all are."""
    return next((file for file in files if not _is_there(file)), None)


def _path(word: str) -> Path:
    """A path, also where a file manager gave its address: file:///home/maija/tilaukset.csv."""
    if word.startswith("file://"):
        word = unquote(word.removeprefix("file://").removeprefix("localhost"))
    with suppress(RuntimeError):  # ~nobody: no such person, so no such folder
        return Path(word).expanduser()
    return Path(word)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long, or a NUL in it
        return False


class FileSuggester(Suggester):
    """Completes the last path as a shell would; a folder's name gets its slash."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed, with what the entries of the folder that begin so have in common."""
        return await asyncio.to_thread(_completed, value)


def _completed(value: str) -> str | None:
    """The whole as one path, else the last of several with its quotation mark or backslashes."""
    rest = "" if value[:1] in ("'", '"') else _completion(value)
    if not rest and (last := _LAST.search(value)):
        bare = last[3] is not None
        typed = re.sub(r"\\(.)", r"\1", last[3]) if bare else last[1] or last[2] or ""
        rest = _completion(typed)
        rest = re.sub(r"""([\s"'\\])""", r"\\\1", rest) if bare else rest
    return value + rest if rest else None


def begin_so(file: Path) -> list[str]:
    """The names in that folder, or those that begin as a file that is not there; folders with a slash."""
    folder, start = (file, "") if _is_folder_path(file) else (file.parent, file.name)
    try:
        with os.scandir(folder) as entries:
            return sorted(
                entry.name + (os.sep if _is_folder(entry) else "")
                for entry in entries if entry.name.startswith(start) and _shows(entry.name, start)
            )
    except (OSError, ValueError):
        return []


def _is_folder_path(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def _completion(typed: str) -> str:
    """What is missing at the end of a path: what all fitting names share, else the first of them, nothing without."""
    path = _path(typed)
    folder, start = (path, "") if typed.endswith(os.sep) else (path.parent, path.name)
    if not typed or (not start and not typed.endswith(os.sep)):
        return ""
    try:
        with os.scandir(folder) as entries:
            fitting = [entry for entry in entries if entry.name.startswith(start or "") and _shows(entry.name, start)]
    except (OSError, ValueError):
        return ""
    if not fitting:
        return ""
    names = [entry.name for entry in fitting]
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*names, strict=False))
    shared = "".join(signs[0] for signs in alike)
    if len(fitting) > 1 and len(shared) > len(start):
        return shared[len(start):]
    first = min(fitting, key=lambda entry: entry.name)
    return first.name[len(start):] + (os.sep if _is_folder(first) else "")


def _shows(name: str, start: str) -> bool:
    """Hidden files only where one asks for them; never a name that is not what it looks like."""
    return clean(name) == name and (start.startswith(".") or not name.startswith("."))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return entry.is_dir()
    return False
