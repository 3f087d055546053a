"""What a save does to the disk, call by call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch


class Change(NamedTuple):
    """`what` of: write, cut, sync (a file's data); name, gone, moved, folder, sync folder (a folder's entries)."""

    what: str
    file: int = -1
    at: int = 0
    data: bytes = b""
    path: Path = Path()
    to: Path = Path()


@dataclass
class _Opened:
    file: int
    path: Path
    at: int = 0


class Recorder:
    """`begin` is what lies under `root` before: folders (None) and files by number, with their `contents`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changes: list[Change] = []
        self.begin: dict[Path, int | None] = {root: None}
        self.contents: dict[int, bytes] = {}
        self._opened: dict[int, _Opened] = {}
        inodes: dict[int, int] = {}
        for path in sorted(root.rglob("*")):
            number = None if path.is_dir() else inodes.setdefault(path.stat().st_ino, len(inodes))
            self.begin[path] = number
            if number is not None:
                self.contents[number] = path.read_bytes()
        self._names = dict(self.begin)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """While it lasts, every call that changes something under `root` is noted."""
        with ExitStack() as stack:
            for name in ("open", "write", "ftruncate", "fsync", "lseek", "close", "replace", "link", "unlink", "mkdir",
                         "fdopen"):
                stack.enter_context(patch.object(os, name, self._noted(getattr(self, f"_{name}"), getattr(os, name))))
            stack.enter_context(patch.object(os, "rename", self._noted(self._replace, os.rename)))
            yield

    def _noted(self, note: Callable[..., Any], real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *words, **more: note(real, *words, **more)

    def _number(self, path: Path) -> int:
        self._names[path] = number = len(self.contents)
        self.contents[number] = b""
        return number

    def _open(self, real: Callable[..., int], path: Any, flags: int, *mode: Any, **more: Any) -> int:
        descriptor = real(path, flags, *mode, **more)
        place = Path(os.fsdecode(path))
        if not place.is_relative_to(self.root):
            return descriptor
        if place not in self._names:
            self.changes.append(Change("name", self._number(place), path=place))
        number = self._names[place]
        if number is not None and flags & os.O_TRUNC:
            self.changes.append(Change("cut", number, 0))
        self._opened[descriptor] = _Opened(-1 if number is None else number, place)
        return descriptor

    def _write(self, real: Callable[..., int], descriptor: int, data: Any) -> int:
        done = real(descriptor, data)
        if found := self._opened.get(descriptor):
            self.changes.append(Change("write", found.file, found.at, bytes(data[:done])))
            found.at += done
        return done

    def _ftruncate(self, real: Callable[..., None], descriptor: int, length: int) -> None:
        real(descriptor, length)
        if found := self._opened.get(descriptor):
            self.changes.append(Change("cut", found.file, length))

    def _fsync(self, real: Callable[..., None], descriptor: int) -> None:
        real(descriptor)
        if found := self._opened.get(descriptor):
            what = "sync folder" if found.file < 0 else "sync"
            self.changes.append(Change(what, found.file, path=found.path))

    def _lseek(self, real: Callable[..., int], descriptor: int, to: int, how: int) -> int:
        if found := self._opened.get(descriptor):
            assert (to, how) == (0, os.SEEK_SET)
            found.at = 0
        return real(descriptor, to, how)

    def _close(self, real: Callable[..., None], descriptor: int) -> None:
        self._opened.pop(descriptor, None)
        real(descriptor)

    def _replace(self, real: Callable[..., None], old: Any, new: Any) -> None:
        real(old, new)
        if Path(old) in self._names:
            self._names[Path(new)] = self._names.pop(Path(old))
            self.changes.append(Change("moved", path=Path(old), to=Path(new)))

    def _link(self, real: Callable[..., None], old: Any, new: Any) -> None:
        real(old, new)
        number = self._names[Path(new)] = self._names[Path(old)]
        assert number is not None
        self.changes.append(Change("name", number, path=Path(new)))

    def _unlink(self, real: Callable[..., None], path: Any, **more: Any) -> None:
        real(path, **more)
        if self._names.pop(Path(path), None) is not None:
            self.changes.append(Change("gone", path=Path(path)))

    def _mkdir(self, real: Callable[..., None], path: Any, *mode: Any, **more: Any) -> None:
        real(path, *mode, **more)
        if Path(path).is_relative_to(self.root):
            self._names[Path(path)] = None
            self.changes.append(Change("folder", path=Path(path)))

    def _fdopen(self, real: Callable[..., Any], descriptor: int, *mode: Any, **more: Any) -> Any:
        return _Handle(descriptor) if descriptor in self._opened else real(descriptor, *mode, **more)


class _Handle:
    """What `os.fdopen` gives, writing through the calls that are noted."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __enter__(self) -> _Handle:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def write(self, data: bytes) -> int:
        return os.write(self._descriptor, data)

    def flush(self) -> None:
        """Nothing is held back."""

    def fileno(self) -> int:
        return self._descriptor
