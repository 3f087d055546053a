"""A program killed in the middle of saving leaves the old file or the new one, whole."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.verify import verify
from tests.storage.shops import audit

ROOT = Path(__file__).parent.parent.parent
KILLS = 100
# A writer in a process of its own: counts up in one observation, and says which number it is about to save.
WRITER = """
import sys
from pathlib import Path
from readycheck.storage.archive import Archive
archive = Archive(Path(sys.argv[1]))
file = archive.open("kauppa")
number = int(file.document["observations"][0]["text"].split()[0])
while True:
    number += 1
    print(number, flush=True)  # the first one loads libraries: the clock starts with the second
    text = f"{number} " + "x" * 20_000
    file = archive.save(file, {**file.document, "observations": [{"kind": "success", "text": text}]})
"""


def killed_after(seconds: float, home: Path) -> int:
    """The number that the writer was saving, or had just saved, when it was killed."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(home)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        numbers = [process.stdout.readline(), process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        numbers += process.stdout.read().split()
    assert process.returncode == -signal.SIGKILL
    return int(numbers[-1])


@pytest.mark.slow
def test_a_hundred_kills_leave_the_old_state_or_the_new_one(archive: Archive) -> None:
    archive.create("kauppa", audit(observations=[{"kind": "success", "text": "0 "}]))
    random = Random(7)
    halfway = 0
    for _ in range(KILLS):
        last = killed_after(random.uniform(0, 0.05), archive.home)
        text = archive.open("kauppa").audit.observations[0].text  # reads: so it is whole
        found = int(text.split()[0])
        assert found in (last - 1, last)
        assert text == f"{found} " + "x" * (20_000 if found else 0)
        halfway += any(path.suffix == ".tmp" for path in (archive.home / "shops" / "kauppa").iterdir())
        assert verify(archive, repair=False) == ()
    assert found >= KILLS, "there was something to stop"
    assert halfway > 0, "some kills hit while the new file was being written"
    file = archive.open("kauppa")
    archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert [path.name for path in file.path.parent.iterdir()] == ["2026.toml"], "no draft is left"
