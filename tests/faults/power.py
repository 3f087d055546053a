"""Every moment of a save replayed as one at which the power goes: the folder is then read as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.verify import verify
from tests.faults.counter import SHOP, begun, counted, number_in
from tests.faults.lost_power import Disk, State
from tests.faults.recorded import Recorder


@dataclass
class Power:
    """How many moments, and states of the disk that differ; in how many the audit was whole at once, or restored."""

    what: str
    moments: int = 0
    states: int = 0
    whole: int = 0
    restored: int = 0
    nothing: int = 0

    def line(self) -> str:
        """The figures as they are printed."""
        lost = self.states - self.whole - self.restored - self.nothing
        begun = f", {self.nothing} not begun" if self.nothing else ""
        return (f"power lost, {self.what:<34}{self.moments:>4} moments, {self.states:>5} states: {self.whole} whole, "
                f"{self.restored} restored by verify --repair{begun}, {lost} lost")


def replayed(what: str, root: Path, save: Callable[[], object], allowed: set[int], *, lies: bool = False) -> Power:
    """`save` recorded, every moment of it tried. `allowed` are the numbers the audit may stand at; -1: there is none.

    Once the save has returned it must be there: the last number. A disk that lies may have lost it.
    """
    found, recorder = Power(what), Recorder(root)
    with recorder.recording():
        save()
    disk, seen = Disk(recorder, lies=lies), set[object]()
    moments = [None, *recorder.changes]
    for number, change in enumerate(moments):
        if change is not None:
            disk.take(change)
        found.moments += 1
        returned = number == len(moments) - 1 and not lies
        for state in disk.states():
            key = (returned, frozenset(state.items()))
            if key not in seen:
                seen.add(key)
                found.states += 1
                _laid_out(root, state)
                _look(root, {max(allowed)} if returned else allowed, found, lies=lies)
    return found


def _laid_out(root: Path, state: State) -> None:
    shutil.rmtree(root)
    for path in sorted(state):
        data = state[path]
        path.mkdir() if data is None else path.write_bytes(data)


def _look(root: Path, allowed: set[int], found: Power, *, lies: bool) -> None:
    archive = Archive(root / "home", root / "state")
    path = archive.path_of(SHOP, 2026)
    if not path.exists():
        assert -1 in allowed, "the audit has gone"
        found.nothing += 1
        return
    try:
        file = archive.open(SHOP)
        found.whole += 1
    except ReadycheckError:
        assert lies, "a save that was synced is not whole"
        verify(archive, repair=True)
        file = archive.open(SHOP)
        found.restored += 1
    number = number_in(file)
    assert number in allowed
    counted(archive, file, 99)
    assert number_in(Archive(root / "home", root / "state").open(SHOP)) == 99
    beside = [each.name for each in path.parent.iterdir() if ".damaged" not in each.name]
    assert beside == ["2026.toml"], "the next save tidies up"


def all_replayed(folder: Path) -> list[Power]:
    """A first save of an audit, the first one of a program, one after another, the same on a disk that lies."""
    (folder / "new").mkdir()
    found = [replayed("a new audit", folder / "new", lambda: begun(folder / "new"), {-1, 0})]
    for lies in (False, True):
        on = "; the disk lies" if lies else ""
        root = folder / f"first-{lies}"
        begun(root)
        archive = Archive(root / "home", root / "state")
        found.append(_saved_again(f"a program's first save{on}", root, archive, archive.open(SHOP), lies=lies))
        root = folder / f"later-{lies}"
        archive = begun(root)
        later = counted(archive, archive.open(SHOP), 1)
        found.append(_saved_again(f"a later save{on}", root, archive, later, lies=lies))
    return found


def _saved_again(what: str, root: Path, archive: Archive, file: AuditFile, *, lies: bool) -> Power:
    return replayed(what, root, lambda: counted(archive, file, 2), {number_in(file), 2}, lies=lies)
