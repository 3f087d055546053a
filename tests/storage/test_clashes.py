"""Two archives on one folder: of an item that both changed the file holds one value and the other waits aside."""

from __future__ import annotations

import multiprocessing
import os
import stat
from datetime import datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.atomic import write_atomically
from readycheck.storage.clashes import Clashes, KeptClash, with_ours
from readycheck.storage.document import REMOVED, with_value
from tests.storage.shops import audit, told

GROWTH = ("plan", "growth")
SAVED = datetime(2026, 11, 1, 10, 14).timestamp()


def put(archive: Archive, file: AuditFile, path: tuple[str | int, ...], value: Any) -> AuditFile:
    return archive.save(file, with_value(file.document, path, value))


@pytest.fixture
def two(tmp_path: Path) -> tuple[tuple[Archive, AuditFile], tuple[Archive, AuditFile]]:
    """Two programs that have read the same audit."""
    first, second = Archive(tmp_path / "home", tmp_path / "state"), Archive(tmp_path / "home", tmp_path / "state")
    first.create("kauppa", audit(plan={"growth": 1.0}, faq=[{"title": "A"}], observations=[
        {"kind": "success", "text": "x"}]))
    return (first, first.open("kauppa")), (second, second.open("kauppa"))


def waiting(archive: Archive) -> tuple[KeptClash, ...]:
    file = archive.open("kauppa")
    return Clashes(archive.aside, file.path).all(file.document)


Two = tuple[tuple[Archive, AuditFile], tuple[Archive, AuditFile]]


def test_both_values_of_one_item_are_kept_and_the_rest_is_saved(two: Two) -> None:
    (first, mine), (second, yours) = two
    written = put(first, mine, GROWTH, 1.3)
    os.utime(written.path, (SAVED, SAVED))
    both = with_value(with_value(yours.document, GROWTH, 1.4), ("plan", "shrinkage"), 0.2)
    assert second.save(yours, both).document["plan"] == {"growth": 1.3, "shrinkage": 0.2}
    (kept,) = waiting(first)
    assert (kept.key, kept.clash.before, kept.clash.ours, kept.clash.theirs) == ("plan.growth", 1.0, 1.4, 1.3)
    assert kept.file_at == datetime(2026, 11, 1, 10, 14) and kept.origin == ""
    assert abs((kept.kept_at - datetime.now()).total_seconds()) < 60


def test_what_is_kept_is_private_and_lies_beside_the_state_not_the_audits(two: Two, tmp_path: Path) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, GROWTH, 1.3)
    put(second, yours, GROWTH, 1.4)
    (kept,) = (tmp_path / "state" / "conflicts").rglob("*.toml")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in mine.path.parent.iterdir()] == ["2026.toml"]


def test_the_same_clash_twice_waits_once_and_another_value_beside_it(two: Two) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, GROWTH, 1.3)
    for value in (1.4, 1.4, 1.5):
        put(second, yours, GROWTH, value)
    assert sorted(kept.clash.ours for kept in waiting(first)) == [1.4, 1.5]


def test_nothing_is_written_where_the_value_cannot_be_put_aside(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    (first, mine), (second, yours) = two
    before = put(first, mine, GROWTH, 1.3).path.read_bytes()

    def full(path: Path, *rest: Any) -> None:
        if "conflicts" in path.parts:
            raise OSError(28, "No space left on device")
        write_atomically(path, *rest)

    monkeypatch.setattr("readycheck.storage.clashes.write_atomically", full)
    with pytest.raises(OSError, match="No space"):
        put(second, yours, GROWTH, 1.4)
    assert mine.path.read_bytes() == before


def test_the_value_is_aside_before_the_file_is_written(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, GROWTH, 1.3)

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("readycheck.storage.atomic.write_atomically", killed)
    with pytest.raises(KeyboardInterrupt):
        second.save(yours, with_value(with_value(yours.document, GROWTH, 1.4), ("plan", "shrinkage"), 0.2))
    assert [kept.clash.ours for kept in waiting(first)] == [1.4]


@pytest.mark.parametrize(("path", "mine_value", "your_value"), [
    (GROWTH, 1.3, 1.4), (("faq", 0, "url"), "/a", "/b"), (("faq", 0), REMOVED, {"title": "A", "url": "/b"}),
    (("faq", 0), {"title": "A", "url": "/b"}, REMOVED), (("observations", 0, "text"), "y", "z"),
    (("observations", 0), REMOVED, {"kind": "success", "text": "z"}),
    (("observations", 0), {"kind": "success", "text": "z"}, REMOVED), (("plan",), REMOVED, {"growth": 1.4}),
])
def test_who_takes_the_kept_value_has_what_the_other_program_wanted(
    two: Two, path: tuple[str | int, ...], mine_value: Any, your_value: Any
) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, path, mine_value)
    put(second, yours, path, your_value)
    (kept,) = waiting(first)
    file = first.open("kauppa")
    first.save(file, with_ours(file.document, kept.clash))
    assert first.open("kauppa").document == with_value(yours.document, path, your_value)
    assert waiting(first) == (), "what the file holds needs no choice"


def test_the_kept_item_of_a_list_is_found_though_the_list_has_moved(two: Two) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, ("observations", 0, "text"), "y")
    put(second, yours, ("observations", 0, "text"), "z")
    file = first.open("kauppa")
    others = [{"kind": "success", "text": "before"}, *file.document["observations"]]
    file = first.save(file, {**file.document, "observations": others})
    (kept,) = waiting(first)
    chosen = with_ours(file.document, kept.clash)["observations"]
    assert [each["text"] for each in chosen] == ["before", "z"]


def test_a_part_of_something_that_has_gone_is_told(two: Two) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, ("faq", 0, "url"), "/a")
    put(second, yours, ("faq", 0, "url"), "/b")
    file = first.open("kauppa")
    file = first.save(file, with_value(file.document, ("faq",), []))
    (kept,) = waiting(first)
    assert "has been taken out since" in told(lambda: with_ours(file.document, kept.clash))
    assert waiting(first) == (kept,)


def test_what_was_chosen_about_is_gone(two: Two) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, GROWTH, 1.3)
    put(second, yours, GROWTH, 1.4)
    clashes = Clashes(first.aside, mine.path)
    clashes.drop(waiting(first)[0])
    assert waiting(first) == () == waiting(second)
    assert first.open("kauppa").document["plan"] == {"growth": 1.3}


@pytest.mark.parametrize("content", [
    b"", b"\xff", b"path = 3", b"path = []\nfile_at = 2026-01-01T00:00:00", b"[" * 500,
])
def test_a_spoilt_file_among_them_keeps_nobody_from_the_others(two: Two, content: bytes) -> None:
    (first, mine), (second, yours) = two
    put(first, mine, GROWTH, 1.3)
    put(second, yours, GROWTH, 1.4)
    (first.aside.conflicts_of(mine.path) / "0000.toml").write_bytes(content)
    assert [kept.key for kept in waiting(first)] == ["plan.growth"]


def insist(home: Path, state: Path, writer: int, count: int, both_have_read: Barrier) -> None:
    """A program that gives one item value after value, each time as if it had read the file at the very beginning."""
    archive = Archive(home, state)
    file = archive.open("kauppa")
    both_have_read.wait(60)
    for n in range(count):
        archive.save(file, with_value(file.document, ("own_notes", "same"), f"{writer}-{n}"))


@pytest.mark.slow
def test_of_two_programs_that_insist_on_one_item_no_value_is_lost(tmp_path: Path) -> None:
    home, state, count = tmp_path / "home", tmp_path / "state", 100
    Archive(home, state).create("kauppa", audit())
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(2)
    writers = [spawn.Process(target=insist, args=(home, state, writer, count, barrier)) for writer in range(2)]
    for process in writers:
        process.start()
    for process in writers:
        process.join(120)
    assert [process.exitcode for process in writers] == [0, 0]
    archive = Archive(home, state)
    file = archive.open("kauppa")
    kept = [each.clash.ours for each in Clashes(archive.aside, file.path).all(file.document)]
    assert sorted([*kept, file.document["own_notes"]["same"]]) == sorted(
        f"{writer}-{n}" for writer in range(2) for n in range(count)
    )
