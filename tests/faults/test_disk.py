"""A disk that is full or not to be written, two writers, a clock that jumps: a sentence, and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.backups import backups
from readycheck.storage.verify import verify
from tests.faults.counter import SHOP, begun, counted, number_in
from tests.faults.failing import CALLS, ERRORS, all_failing
from tests.faults.kills import ROOT
from tests.faults.writers import EDITS, writers_line, written
from tests.storage.shops import files, told

pytestmark = pytest.mark.slow


def test_whatever_call_fails_the_file_is_as_it_was_or_saved(tmp_path: Path) -> None:
    found = all_failing(tmp_path)
    print(found.line())
    assert found.refused + found.saved == found.failed > len(CALLS) * len(ERRORS)
    assert min(found.refused, found.saved) > 0


def test_two_writers_lose_no_edit(tmp_path: Path) -> None:
    found = written(tmp_path, EDITS)
    print(writers_line(EDITS, found))
    assert found == 2 * EDITS


def _limited() -> None:
    """No file may grow over this: the kernel itself writes a part and then refuses."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


def test_a_command_on_a_disk_without_room_says_so_and_changes_nothing(tmp_path: Path) -> None:
    archive = begun(tmp_path)
    before = files(archive.home)
    words = ["--home", str(archive.home), "--lang", "en", "set", SHOP, "plan.growth=1.5"]
    done = subprocess.run(
        [sys.executable, "-m", "readycheck", *words],
        cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=_limited,
        env={**os.environ, "READYCHECK_STATE": str(tmp_path / "aside")},
    )
    assert done.returncode == 2
    assert done.stderr == (f"readycheck: {archive.home}/shops/{SHOP}/2026.toml: cannot be written (File too large). "
                           "It is as it was before.\n")
    assert files(archive.home) == before


def test_a_folder_that_vanished_is_told_and_not_made_again(tmp_path: Path) -> None:
    archive = begun(tmp_path)
    file = archive.open(SHOP)
    shutil.rmtree(archive.home)
    assert told(lambda: counted(archive, file, 1)) == f"{file.path}: there is no such file."
    assert not archive.home.exists()
    assert verify(archive, repair=True) == ()


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    archive = begun(tmp_path)
    path = archive.path_of(SHOP, 2026)
    real = tmp_path / "cloud" / "audit.toml"
    real.parent.mkdir()
    path.rename(real)
    path.symlink_to(real)
    counted(archive, archive.open(SHOP), 1)
    assert path.is_symlink() and path.readlink() == real
    assert [each.name for each in real.parent.iterdir()] == ["audit.toml"], "the draft lay where the file does"
    assert number_in(Archive(archive.home, archive.aside.folder).read(real)) == 1
    real.write_bytes(real.read_bytes()[:500])
    (found,) = verify(archive, repair=True)
    assert found.repaired is not None and path.is_symlink()
    assert number_in(archive.read(real)) == 1


def test_a_clock_that_jumped_back_brings_back_the_last_save_not_the_latest_hour(tmp_path: Path) -> None:
    archive = begun(tmp_path)
    file = archive.open(SHOP)
    file = counted(archive, file, 1)
    ahead = time.time() + 400 * 86_400  # all that was saved until now was saved in the next year
    for path in [file.path, *backups(archive.aside, file.path)]:
        os.utime(path, (ahead, ahead))
    for number in range(2, 12):
        fresh = Archive(archive.home, archive.aside.folder)
        file = counted(fresh, fresh.open(SHOP), number)
    file.path.write_bytes(b"")
    (found,) = verify(archive, repair=True)
    assert found.repaired is not None
    assert number_in(archive.open(SHOP)) == 11
