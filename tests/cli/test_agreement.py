"""`readycheck agreement`: where it is written, in which form, and what is in none of the outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.private_notes import PrivateFile
from tests.cli.conftest import Run

SECRET = "salainen-äänensävy-4711"


def test_without_a_file_it_is_printed_as_markdown(run: Run, villanen: str) -> None:
    done = run("agreement", villanen)
    assert done.status == 0 and done.err == ""
    assert done.out.startswith("# Lankakauppa Villanen – season 2026\n")
    assert "| For the shop | Consultant |" in done.out


def test_the_ending_says_the_form(run: Run, villanen: str, tmp_path: Path) -> None:
    for ending, head in (("html", "<!DOCTYPE html>"), ("md", "# Lankakauppa Villanen – sesonki 2026")):
        path = tmp_path / f"sopimus.{ending}"
        done = run("agreement", villanen, "-o", path, lang="fi")
        assert done.status == 0 and f"Sopimus on täällä: {path}" in done.out
        assert path.read_text("utf-8").startswith(head)


def test_another_ending_is_refused(run: Run, villanen: str, tmp_path: Path) -> None:
    done = run("agreement", villanen, "-o", tmp_path / "sopimus.pdf")
    assert done.status == 2 and "must end in .html, .md" in done.err
    assert list(tmp_path.glob("sopimus*")) == []


@pytest.mark.slow
def test_a_private_note_is_in_nothing_that_is_written(run: Run, villanen: str, home: Path, tmp_path: Path) -> None:
    """Byte for byte in every form of every file, and in all that is printed."""
    archive = Archive(home)
    audit = archive.resolve(villanen)
    private = PrivateFile(archive, audit)
    private.write_note(None, SECRET)
    private.write_note("peak-season/presence.evenings", SECRET)
    files = [tmp_path / f"{verb}.{ending}" for verb, endings in (
        ("report", ("html", "md", "json", "csv")), ("agreement", ("html", "md"))) for ending in endings]
    printed = [run(path.stem, villanen, "-o", path) for path in files]
    printed += [run("actions", villanen, "--ics", tmp_path / "actions.ics")]
    printed += [run(*words) for words in (
        ("list", "--json"), ("portfolio", "--json"), ("score", villanen, "--json"), ("score", villanen, "--explain"),
        ("compare", villanen, "--json"), ("staffing", villanen, "--json"), ("verify",), ("agreement", villanen),
    )]
    assert [done.status for done in printed] == [0] * len(printed)
    assert not any(SECRET in done.out + done.err for done in printed)
    elsewhere = [path for folder in (home, tmp_path) for path in folder.rglob("*") if path.is_file()]
    assert {path for path in elsewhere if SECRET.encode() in path.read_bytes()} == {private.path}
    assert set(files) <= set(elsewhere)
