"""What a disk may hold after power was lost at any moment of a recorded save.

What was not synced is there, or not, or in part: entries of a folder in their order, folders apart from each other;
data not at all, whole, as zeros, or its first half. A disk that `lies` about syncing keeps nothing but the order of
names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from tests.faults.recorded import Change, Recorder

State = Mapping[Path, bytes | None]
"""Files with their bytes, folders with None."""
Names = dict[Path, int | None]


class Disk:
    """What is sure to be on it, and what is on its way there."""

    def __init__(self, recorder: Recorder, *, lies: bool) -> None:
        self._names: Names = dict(recorder.begin)
        self._data = {number: data for number, data in recorder.contents.items() if number in set(self._names.values())}
        self._lies = lies
        self._names_waiting: list[Change] = []
        self._data_waiting: dict[int, list[Change]] = {}

    def take(self, change: Change) -> None:
        """The save goes one step on."""
        if change.what in ("write", "cut"):
            self._data_waiting.setdefault(change.file, []).append(change)
        elif change.what in ("name", "gone", "moved", "folder"):
            self._names_waiting.append(change)
        elif self._lies:
            return
        elif change.what == "sync":
            self._data[change.file] = self._written(change.file)
            self._data_waiting.pop(change.file, None)
        else:
            synced = [waiting for waiting in self._names_waiting if waiting.path.parent == change.path]
            self._names = _named(self._names, synced)
            self._names_waiting = [waiting for waiting in self._names_waiting if waiting.path.parent != change.path]

    def states(self) -> Iterator[State]:
        """Each that lost power may leave now."""
        waiting = list(self._data_waiting)
        contents = [dict(zip(waiting, each, strict=True)) for each in product(*map(self._variants, waiting))]
        for names in self._names_there():
            for content in contents:
                data = {**self._data, **content}
                yield {path: None if number is None else data.get(number, b"") for path, number in names.items()}

    def _names_there(self) -> Iterator[Names]:
        if self._lies:
            yield from (_named(self._names, self._names_waiting[:n]) for n in range(len(self._names_waiting) + 1))
            return
        folders = list(dict.fromkeys(change.path.parent for change in self._names_waiting))
        each = [[change for change in self._names_waiting if change.path.parent == folder] for folder in folders]
        for lengths in product(*(range(len(changes) + 1) for changes in each)):
            done = {id(change) for changes, n in zip(each, lengths, strict=True) for change in changes[:n]}
            yield _named(self._names, [change for change in self._names_waiting if id(change) in done])

    def _written(self, number: int) -> bytes:
        data = bytearray(self._data.get(number, b""))
        for change in self._data_waiting.get(number, ()):
            if change.what == "cut":
                del data[change.at:]
            else:
                data[change.at:change.at + len(change.data)] = change.data
        return bytes(data)

    def _variants(self, number: int) -> list[bytes]:
        old, new = self._data.get(number, b""), self._written(number)
        half = len(new) // 2
        return list(dict.fromkeys((old, new, bytes(len(new)), new[:half] + old[half:])))


def _named(names: Names, changes: list[Change]) -> Names:
    """The entries after these changes; what lies in a folder that is not there is not there either."""
    made = dict(names)
    for change in changes:
        if change.what == "moved":
            if change.path in made:
                made[change.to] = made.pop(change.path)
        elif change.what == "gone":
            made.pop(change.path, None)
        else:
            made[change.path] = None if change.what == "folder" else change.file
    root = min(names, key=lambda path: len(path.parts))
    gone = {path for path in made if path != root and not _reached(path, made, root)}
    return {path: number for path, number in made.items() if path not in gone}


def _reached(path: Path, names: Names, root: Path) -> bool:
    return path == root or (path.parent in names and _reached(path.parent, names, root))
