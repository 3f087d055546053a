"""A take that is killed before each of its writing calls in turn: `python -m tests.faults.takes FOLDER`."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

from readycheck.storage.archive import Archive
from readycheck.storage.clashes import Clashes
from readycheck.storage.document import with_value
from readycheck.storage.handover import hand_over, handed, look_at, take
from tests.faults.kills import ROOT
from tests.storage.shops import audit

CALLS = ("open", "write", "fsync", "replace", "unlink", "rename", "link", "mkdir", "utime", "ftruncate", "chmod")
SHOP = "kauppa"


def tried(folder: Path) -> list[str]:
    """What each kill left, "old" or "new", from a process of its own."""
    words = [sys.executable, "-m", "tests.faults.takes", str(folder)]
    found: list[str] = json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    return found


def _tried(folder: Path) -> list[str]:
    start, found = folder / "start", []
    _begun(start)
    for calls in count(1):
        there = folder / "there"
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(start, there)
        done = _killed(there, calls)
        found.append(_looked(there))
        if done:
            return found
    return found


def _begun(start: Path) -> None:
    """An owner's folder and the consultant's answer to it: one edit to bring in, one clash, and a season more."""
    owner, other = (Archive(start / name, start / f"{name}-state") for name in ("owner", "other"))
    owner.create(SHOP, audit(plan={"growth": 1.0, "shrinkage": 0.3}))
    (start / "a.zip").write_bytes(hand_over(owner, [owner.open(SHOP)], SHOP, "0", {}))
    handed(owner, [owner.open(SHOP)])
    take(other, look_at(other, start / "a.zip"))
    for archive, values in ((owner, {"growth": 1.2}), (other, {"growth": 1.4, "shrinkage": 0.2})):
        file = archive.open(SHOP)
        archive.save(file, with_value(file.document, ("plan",), {**file.document["plan"], **values}))
    other.create(SHOP, audit(2025))
    years = [other.open(f"{SHOP}/{year}") for year in (2025, 2026)]
    (start / "b.zip").write_bytes(hand_over(other, years, SHOP, "0", {}))


def _owner(there: Path) -> Archive:
    return Archive(there / "owner", there / "owner-state")


def _killed(there: Path, calls: int) -> bool:
    """Take in a child that dies before its so-manyeth call; whether it came to its end instead."""
    child = os.fork()
    if child == 0:
        left = [calls]
        arriving = look_at(_owner(there), there / "b.zip")
        for name in CALLS:
            setattr(os, name, _dying(getattr(os, name), left))
        take(_owner(there), arriving)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _dying(call: Any, left: list[int]) -> Any:
    def counted(*words: Any, **named: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*words, **named)
    return counted


def _looked(there: Path) -> str:
    """The old plan or the new one, whole; the other season whole or not there; and taking it again ends it."""
    archive = _owner(there)
    plan = archive.open(f"{SHOP}/2026").document["plan"]
    assert plan in ({"growth": 1.2, "shrinkage": 0.3}, {"growth": 1.2, "shrinkage": 0.2}), plan
    earlier = archive.path_of(SHOP, 2025)
    assert not earlier.exists() or archive.read(earlier).data == Archive(there / "other").open(f"{SHOP}/2025").data
    again = Archive(archive.home, archive.aside.folder)
    take(again, look_at(again, there / "b.zip"))
    file = again.open(f"{SHOP}/2026")
    assert file.document["plan"] == {"growth": 1.2, "shrinkage": 0.2} and earlier.exists()
    assert [each.clash.ours for each in Clashes(again.aside, file.path).all(file.document)] == [1.4]
    return "new" if plan["shrinkage"] == 0.2 else "old"


if __name__ == "__main__":
    print(json.dumps(_tried(Path(sys.argv[1]))))
