"""The lock: one holder at a time, threads and programs alike, and none for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import filelock
import pytest

from readycheck.storage.locks import let_go, take

HOLDER = """
import sys, time
from pathlib import Path
from readycheck.storage.locks import take
take(Path(sys.argv[1]), 5)
print("held", flush=True)
time.sleep(60)
"""


def test_whoever_holds_it_keeps_others_out_until_it_lets_go(tmp_path: Path) -> None:
    lock = tmp_path / "locks" / "a.lock"
    held = take(lock, 0)
    with pytest.raises(TimeoutError):
        take(lock, 0.02)
    with pytest.raises(filelock.Timeout):
        filelock.FileLock(lock).acquire(timeout=0)
    let_go(held)
    with filelock.FileLock(lock), pytest.raises(TimeoutError):
        take(lock, 0)
    let_go(take(lock, 0))


def test_threads_of_one_program_take_turns(tmp_path: Path) -> None:
    inside, most = [0], [0]

    def work() -> None:
        for _ in range(20):
            held = take(tmp_path / "a.lock", 30)
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            let_go(held)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_a_lock_that_was_taken_away_locks_nobody_out(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    held = take(lock, 0)
    lock.unlink()
    anew = take(lock, 0)
    with pytest.raises(TimeoutError):
        take(lock, 0)
    let_go(held)
    let_go(anew)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"symbolic link|symlink"):
        take(tmp_path / "a.lock", 0)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.slow
def test_a_holder_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], cwd=root, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"held\n"
        with pytest.raises(TimeoutError):
            take(lock, 0)
        process.kill()
    let_go(take(lock, 1))
