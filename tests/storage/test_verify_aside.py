"""What lies beside the audits is read too: damage is told, and with `--repair` put aside, never thrown away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.clashes import Clashes
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from readycheck.storage.last_place import LastPlace
from readycheck.storage.merge import Clash
from readycheck.storage.private_notes import PrivateFile
from readycheck.storage.verify import verify
from tests.storage.shops import audit, files


@pytest.fixture
def path(archive: Archive) -> Path:
    """A season with everything beside it that there can be."""
    file = archive.create("kauppa", audit())
    file = archive.save(file, {**file.document, "plan": {"growth": 1.1}})
    Archive(archive.home).save(file, {**file.document, "plan": {"growth": 1.2}})
    HalfTypedForms(archive.aside, file.path).keep("note", HalfTyped({}, {"text": "x"}, "Huomiot"))
    Clashes(archive.aside, file.path).keep([Clash(("plan", "growth"), 1.0, 1.3, 1.2)])
    LastPlace(archive.aside, file.path).keep("presence.evenings")
    PrivateFile(archive, file.path).write_note(None, "Oma muistiinpano")
    (archive.home / "app.toml").write_text('language = "fi"\n', encoding="utf-8")
    return file.path


def test_all_of_it_is_whole_as_it_is_written(archive: Archive, path: Path) -> None:
    before = files(archive.home) | files(archive.aside.folder)
    assert {Path(name).parts[0] for name in files(archive.aside.folder)} >= {
        "backups", "begun", "drafts", "conflicts", "places"}
    assert verify(archive, repair=True, settings=archive.home) == ()
    assert files(archive.home) | files(archive.aside.folder) == before
    assert path.exists()


@pytest.mark.parametrize("kind", ["backups", "begun", "drafts", "conflicts", "places"])
def test_what_is_damaged_is_told_and_put_aside(archive: Archive, path: Path, kind: str) -> None:
    damaged = next(each for each in sorted((archive.aside.folder / kind).rglob("*")) if each.is_file())
    damaged.write_bytes(b"\xff" * 50)
    (told,) = verify(archive, repair=False)
    assert (told.path, told.repaired) == (damaged, None)
    assert [str(problem) for problem in told.problems] == [f"{damaged}: is damaged: it cannot be read."]
    (told,) = verify(archive, repair=True)
    assert str(told.repaired) == f"It was put aside as {damaged.name}.damaged."
    assert damaged.with_name(f"{damaged.name}.damaged").read_bytes() == b"\xff" * 50
    assert verify(archive, repair=False) == ()
    assert path.exists()


@pytest.mark.parametrize(("name", "repaired"), [
    (lambda archive: archive.home / "app.toml", "It was put aside as app.toml.damaged."),
    (lambda archive: archive.aside.folder / "index.sqlite", "It was taken away; lists make it anew."),
])
def test_what_the_app_remembers_and_the_index(
    archive: Archive, path: Path, name: Callable[[Archive], Path], repaired: str
) -> None:
    damaged = name(archive)
    damaged.write_bytes(b"[[[")
    (told,) = verify(archive, repair=False, settings=archive.home)
    assert [str(problem) for problem in told.problems] == [f"{damaged}: is damaged: it cannot be read."]
    (told,) = verify(archive, repair=True, settings=archive.home)
    assert str(told.repaired) == repaired
    assert not damaged.exists() and path.exists()


def test_private_notes_are_read_but_no_word_of_them_is_told(archive: Archive, path: Path) -> None:
    notes = path.with_name("2026.private.toml")
    notes.write_text(notes.read_text(encoding="utf-8") + "[", encoding="utf-8")
    before = notes.read_bytes()
    (told,) = verify(archive, repair=True)
    assert told.path == notes and told.repaired is None
    assert "stays as it is" in str(told.problems[-1])
    assert not any("Oma" in str(problem) for problem in told.problems)
    assert notes.read_bytes() == before
