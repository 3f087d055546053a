"""Marks: beside the audits, never in them, and gone with the shop."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.forgetting import forget, subject
from readycheck.storage.marks import Marks
from tests.storage.shops import document, files


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "home", tmp_path / "state")
    for shop in ("yarn", "bears"):
        archive.create(shop, document())
    return archive


def test_marks_come_and_go_and_leave_the_audits_alone(archive: Archive) -> None:
    marks, before = Marks(archive.aside), files(archive.home)
    assert marks.read() == frozenset()
    marks.mark(["yarn", "bears", "yarn"])
    assert Marks(archive.aside).read() == {"yarn", "bears"}
    marks.unmark(["bears", "nobody"])
    assert marks.read() == {"yarn"} and files(archive.home) == before
    assert not (archive.aside.folder / "marks" / "bears").exists()


def test_a_mark_is_private_and_an_empty_folder_is_none(archive: Archive) -> None:
    marks = Marks(archive.aside)
    marks.mark(["yarn"])
    (archive.aside.folder / "marks" / "bears").mkdir()
    assert marks.read() == {"yarn"}
    assert (archive.aside.folder / "marks" / "yarn" / "mark").stat().st_mode & 0o777 == 0o600


def test_who_forgets_a_shop_forgets_its_mark(archive: Archive) -> None:
    marks = Marks(archive.aside)
    marks.mark(["yarn", "bears"])
    done = forget(archive, subject(archive, "yarn"))
    assert ("marks", 1) in [(str(each.kind), each.count) for each in done.removed]
    assert marks.read() == {"bears"} and not (archive.aside.folder / "marks" / "yarn").exists()
