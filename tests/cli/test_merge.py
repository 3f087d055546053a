"""`readycheck merge`: what two places changed is shown and chosen about; copies of sync programs are brought in."""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import dump_document, with_value
from tests.cli.conftest import Run

AT = datetime(2026, 11, 1, 10, 14).timestamp()
ANNA = "2026 (Anna's conflicted copy 2026-11-01).toml"


@pytest.fixture
def path(even: str, home: Path) -> Path:
    """The shop's file; its plan has growth 1.0."""
    archive = Archive(home)
    file = archive.open(even)
    return archive.save(file, with_value(file.document, ("plan", "growth"), 1.0)).path


def save_twice(home: Path, *values: float) -> None:
    """Two programs that have read the same audit give plan.growth one value each."""
    programs = [Archive(home), Archive(home)]
    for archive, file, value in zip(programs, [each.open("even") for each in programs], values, strict=True):
        archive.save(file, with_value(file.document, ("plan", "growth"), value))


def copy_beside(path: Path, changes: dict[tuple[str | int, ...], Any], name: str = ANNA) -> Path:
    document = Archive(path.parent.parent.parent).read(path).document
    for key, value in changes.items():
        document = with_value(document, key, value)
    copy = path.with_name(name)
    copy.write_bytes(dump_document(document))
    os.utime(copy, (AT, AT))
    return copy


def growth(home: Path) -> Any:
    return Archive(home).open("even").document["plan"]["growth"]


def test_both_values_are_shown_with_where_they_come_from(run: Run, home: Path, path: Path) -> None:
    programs = [Archive(home), Archive(home)]
    (first, mine), (second, yours) = [(each, each.open("even")) for each in programs]
    first.save(mine, with_value(mine.document, ("plan", "growth"), 1.3))
    os.utime(path, (AT, AT))
    second.save(yours, with_value(yours.document, ("plan", "growth"), 1.4))
    said = run("merge", "even")
    assert said.status == 0 and said.err == ""
    told, number, file, since, kept, typed, choose = said.out.splitlines()
    assert told == "One item was changed in two places:" and number == " 1 plan.growth"
    assert (file, since) == ("   file  1.3", "         (in the file, saved 1 Nov 2026 at 10:14)")
    assert kept == "   kept  1.4" and typed.startswith("         (typed on this machine, ")
    assert choose == "Choose: readycheck merge even --take file|kept [1 …]"
    assert "Yhtä kohtaa on muutettu kahdessa paikassa:" in run("merge", "even", lang="fi").out


@pytest.mark.parametrize(("words", "value"), [
    (("--take", "kept"), 1.4), (("--take", "file"), 1.3), (("--take", "mine", "plan.growth"), 1.4),
    (("--take", "theirs", "1"), 1.3), (("plan.growth", "--take", "kept"), 1.4),
])
def test_the_choice_is_made_once(run: Run, home: Path, path: Path, words: tuple[str, ...], value: float) -> None:
    save_twice(home, 1.3, 1.4)
    assert run("merge", "even", *words).out == "No item waits for a choice.\n"
    assert growth(home) == value
    assert run("verify").status == 0


def test_a_key_that_is_none_of_them_changes_nothing(run: Run, home: Path, path: Path) -> None:
    save_twice(home, 1.3, 1.4)
    said = run("merge", "even", "--take", "kept", "plan.shrinkage")
    assert said.status == 2 and "is none of the items" in said.err and "plan.growth" in said.err
    assert growth(home) == 1.3
    assert run("merge", "even", "plan.growth").status == 2


def test_who_saves_is_told_in_one_line_and_so_is_who_verifies(run: Run, home: Path, path: Path) -> None:
    save_twice(home, 1.3, 1.4)
    told = "even/2026: plan.growth was changed in two places; both values are kept: readycheck merge even/2026\n"
    assert run("set", "even", "plan.shrinkage=0.2").err.endswith(told)
    said = run("verify")
    assert said.status == 1 and said.out == f"{told}One file read: nothing wrong.\n"
    assert json.loads(run("verify", "--json").out)["waiting"] == [told.strip()]


def test_json_has_both_values(run: Run, home: Path, path: Path) -> None:
    save_twice(home, 1.3, 1.4)
    (clash,) = json.loads(run("merge", "even", "--json").out)["clashes"]
    assert (clash["key"], clash["file"], clash["kept"], clash["from"]) == ("plan.growth", 1.3, 1.4, None)


def test_a_copy_is_no_season_and_is_shown_before_it_is_brought_in(run: Run, home: Path, path: Path) -> None:
    before = path.read_bytes()
    listed = run("list").out
    copy = copy_beside(path, {
        ("observations",): [{"kind": "success", "text": "Jono purkautui"}], ("plan", "growth"): 1.7,
    })
    assert run("list").out == listed
    said = run("verify")
    assert said.status == 1
    assert said.out.startswith(f"even/{ANNA}: a copy from syncing. What it would bring: readycheck merge even/2026\n")
    shown = run("merge", "even").out
    assert f"{ANNA} would bring:\n  + observations[1]  kind: success; text: Jono purkautui\n" in shown
    assert "  ? plan.growth  file: 1.0; copy: 1.7\n" in shown
    assert shown.endswith("Bring it in: readycheck merge even --copies\n")
    assert path.read_bytes() == before and copy.exists()


def test_bringing_a_copy_in_keeps_all_it_held_and_puts_it_aside(run: Run, home: Path, path: Path) -> None:
    copy = copy_beside(path, {
        ("observations",): [{"kind": "success", "text": "Jono purkautui"}], ("plan", "growth"): 1.7,
    })
    data = copy.read_bytes()
    said = run("merge", "even", "--copies")
    assert said.status == 0 and said.err == f"{ANNA}: one edit brought in.\n"
    assert f"in the copy {ANNA}, 1 Nov 2026 at 10:14" in " ".join(said.out.split())
    assert [path.name for path in path.parent.iterdir()] == ["2026.toml"]
    aside = Archive(home).aside.conflicts_of(path) / "copies" / ANNA
    assert aside.read_bytes() == data and aside.stat().st_mtime == AT
    document = Archive(home).open("even").document
    assert document["observations"] == [{"kind": "success", "text": "Jono purkautui"}]
    assert document["plan"]["growth"] == 1.0
    run("merge", "even", "--take", "kept")
    assert growth(home) == 1.7 and run("verify").status == 0


def test_a_copy_that_cannot_be_read_is_told_and_stays(run: Run, path: Path) -> None:
    before = path.read_bytes()
    copy = path.with_name("2026 (1).toml")
    copy.write_bytes(b"\x00")
    said = run("merge", "even")
    assert said.status == 0 and "2026 (1).toml" in said.out
    refused = run("merge", "even", "--copies")
    assert refused.status == 2 and "2026 (1).toml" in refused.err
    assert copy.exists() and path.read_bytes() == before


def test_a_copy_of_private_notes_is_told_and_never_read(run: Run, path: Path) -> None:
    path.with_name("2026.private (1).toml").write_bytes(b"\x00")
    said = run("verify")
    assert said.status == 1 and "a copy of private notes from syncing" in said.out
    assert run("merge", "even").out == "No item waits for a choice.\n"


def test_a_copy_without_a_season_beside_it_is_told(run: Run, path: Path) -> None:
    shutil.copy(path, path.with_name("2025.sync-conflict-20261101-101500-ABCDEFG.toml"))
    assert "and no 2025.toml beside it" in run("verify").out


def test_what_a_copy_holds_and_is_called_reaches_the_terminal_as_words_alone(run: Run, home: Path, path: Path) -> None:
    evil = "\x1b]52;c;eA==\x07\u202e[@click=app.quit]x[/]"
    copy_beside(path, {("observations",): [{"kind": "success", "text": evil}], ("plan", "growth"): 1.7,
                       ("own_notes", evil): evil}, name=f"2026 ({evil.replace('/', '')} conflict).toml")
    said = [run("verify"), run("merge", "even"), run("merge", "even", "--json"), run("merge", "even", "--copies"),
            run("set", "even", "plan.shrinkage=0.2")]
    for each in said:
        assert not set("\x1b\x07\u202e") & set(each.out + each.err)
    assert Archive(home).open("even").document["observations"][0]["kind"] == "success"
