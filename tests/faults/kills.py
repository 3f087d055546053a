"""Children that save without a pause, each killed at a random instant: `python -m tests.faults.kills FOLDER COUNT`.

All come from one process that has loaded everything, so that what is killed is a save and no start of a program.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import Random

from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.verify import verify
from tests.faults.counter import SHOP, begun, counted, number_in

ROOT = Path(__file__).parents[2]
LONGEST = 0.012
"""Seconds until the latest kill, about: some saves."""
KILLS = 1_504
TOGETHER = 8
"""Children at once, each with an audit of its own: while one waits for the disk, another saves."""
NUMBER = 8
"""Bytes in which a child says what it is about to save, or has saved."""


@dataclass
class Kills:
    """How many children were killed; how often the file held the old state and the new one.

    `halfway`: a draft of the save was left. `lost`: what was saved was gone, or the file not whole.
    """

    kills: int = 0
    old: int = 0
    new: int = 0
    halfway: int = 0
    lost: int = 0

    def line(self) -> str:
        """The figures as they are printed."""
        return (f"kill -9 in a save, {self.kills} kills: {self.old} left the old state, {self.new} the new one, "
                f"{self.halfway} a draft, {self.lost} lost anything")


def killed(folder: Path, kills: int) -> Kills:
    """The figures, from a process of its own."""
    words = [sys.executable, "-m", "tests.faults.kills", str(folder), str(kills)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    return Kills(**json.loads(done.stdout))


def _tried(folder: Path, kills: int) -> Kills:
    found, random = Kills(), Random(7)
    archives = [begun(folder / str(n)) for n in range(TOGETHER)]
    files = [archive.open(SHOP) for archive in archives]
    while found.kills < kills:
        children = [_started(*each) for each in zip(archives, files, strict=True)]
        for child, _ in children:
            time.sleep(random.uniform(0, 2 * LONGEST / TOGETHER))
            os.kill(child, signal.SIGKILL)
        files = [_looked(archive, file, child, found) for archive, file, child in
                 zip(archives, files, children, strict=True)]
    return found


def _started(archive: Archive, file: AuditFile) -> tuple[int, int]:
    """A child that saves, and the pipe through which it says what."""
    reads, says = os.pipe()
    child = os.fork()
    if child == 0:
        _save_for_ever(Archive(archive.home, archive.aside.folder), file, says)
    os.close(says)
    return child, reads


def _save_for_ever(archive: Archive, file: AuditFile, says: int) -> None:
    """A number below nothing is about to be saved, one above has been."""
    try:
        for number in count(number_in(file) + 1):
            os.write(says, b"%+08d" % -number)
            file = counted(archive, file, number)
            os.write(says, b"%+08d" % number)
    finally:
        os._exit(1)


def _looked(archive: Archive, file: AuditFile, child: tuple[int, int], found: Kills) -> AuditFile:
    """What the kill left, after a save that tidies up after it."""
    began, done = _said(child, number_in(file))
    found.kills += 1
    fresh = Archive(archive.home, archive.aside.folder)
    folder = archive.home / "shops" / SHOP
    found.halfway += len(list(folder.iterdir())) > 1
    try:
        file = fresh.open(SHOP)
        number = number_in(file)
        assert number in (began, done), f"{number} is neither {done} nor {began}"
        assert verify(fresh, repair=False) == ()
        file = counted(fresh, file, number + 1)
        assert fresh.open(SHOP) == file and number_in(file) == number + 1
        assert [path.name for path in folder.iterdir()] == ["2026.toml"], "something is left beside the file"
    except Exception as error:
        found.lost += 1
        raise AssertionError(f"kill {found.kills}") from error
    found.old += number == done != began
    found.new += number == began
    return file


def _said(child: tuple[int, int], first: int) -> tuple[int, int]:
    """The last number that a child had begun to save, and the last one that it had saved."""
    process, reads = child
    os.waitpid(process, 0)
    said = [first]
    with os.fdopen(reads, "rb") as numbers:
        while len(word := numbers.read(NUMBER)) == NUMBER:
            said.append(int(word))
    return max(map(abs, said)), max(said)


if __name__ == "__main__":
    print(json.dumps(asdict(_tried(Path(sys.argv[1]), int(sys.argv[2])))))
