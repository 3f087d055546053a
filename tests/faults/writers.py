"""Two programs that save into one audit without a pause: `python -m tests.faults.writers FOLDER EDITS`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from tests.faults.kills import ROOT
from tests.storage.shops import audit

NAMES, EDITS = ("a", "b"), 300


def written(folder: Path, edits: int) -> int:
    """How many of the edits of both are in the audit at the end."""
    words = [sys.executable, "-m", "tests.faults.writers", str(folder), str(edits)]
    found: int = json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    return found


def writers_line(edits: int, found: int) -> str:
    """The figures as they are printed."""
    return f"two writers, {edits} edits each: {found} of {2 * edits} are in the audit"


def _tried(folder: Path, edits: int) -> int:
    archive = Archive(folder / "home", folder / "state")
    archive.create("kauppa", audit())
    children = [_writer(archive, name, edits) for name in NAMES]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    answers = archive.open("kauppa").audit.answers
    wanted = {f"peak-season/presence.{name}-{n}": str(n) for name in NAMES for n in range(edits)}
    return sum(key in answers and answers[key].note == note for key, note in wanted.items())


def _writer(archive: Archive, name: str, edits: int) -> int:
    """A process of its own that knows of the other's edits only what its own saves bring."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        mine = Archive(archive.home, archive.aside.folder)
        file = mine.open("kauppa")
        for n in range(edits):
            key = f"peak-season/presence.{name}-{n}"
            file = mine.save(file, with_value(file.document, ("answers", key, "note"), str(n)))
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    print(json.dumps(_tried(Path(sys.argv[1]), int(sys.argv[2]))))
