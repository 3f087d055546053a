"""A program that is killed while it saves leaves a whole file: what was, or what was to be."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.backups import backups
from readycheck.storage.document import audit_of, parse_document
from readycheck.storage.verify import verify
from tests.storage.shops import audit

ROOT = Path(__file__).parent.parent.parent
KILLS = 100
# Each note is as long as its number says: a mixture of two states would show.
WRITER = """
import sys
from itertools import count
from pathlib import Path
from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value

archive = Archive(Path(sys.argv[1]))
file = archive.open("kauppa")
start = int(file.document.get("note", "0").split(" ")[0]) + 1
for number in count(start):
    file = archive.save(file, with_value(file.document, ("note",), f"{number} " + "x" * number * 100))
    print(number, flush=True)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    Archive(tmp_path).create("kauppa", audit(2026, shop={"name": "Kauppa"}))
    yield tmp_path


def killed_at_work(home: Path, delay: float) -> int:
    """The last number that the writer said was saved, before it was killed in the middle of its work."""
    command = [sys.executable, "-c", WRITER, str(home)]
    writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = int(writer.stdout.readline())
    try:
        writer.wait(delay)
    except subprocess.TimeoutExpired:
        writer.kill()
    told = [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    writer.stdout.close()
    assert writer.wait() != 0
    return told[-1] if told else first


@pytest.mark.slow
def test_a_hundred_killed_writers_leave_a_whole_file(home: Path) -> None:
    chance = random.Random(2026)
    path = home / "shops" / "kauppa" / "2026.toml"
    for _ in range(KILLS):
        told = killed_at_work(home, chance.uniform(0, 0.04))
        document = parse_document(path.read_bytes(), path.name)
        audit_of(document, path.name)
        number, _, tail = document["note"].partition(" ")
        assert int(number) in (told, told + 1)
        assert tail == "x" * int(number) * 100
    assert verify(Archive(home), repair=False) == ()
    assert 1 <= len(backups(home, path)) <= 5
    # the next writer takes away what the killed ones left
    Archive(home).save(file := Archive(home).read(path), {**file.document, "note": "0 "})
    assert [entry.name for entry in path.parent.iterdir()] == ["2026.toml"]
