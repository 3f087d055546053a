"""Files made to break a reader, each through the real command: quickly, one clear line, and nothing saved changes."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from tests.e2e.audits import SHOP, full_shop, new_shop, shops_called
from tests.e2e.hostile_files import (
    CASES,
    CONTACTS,
    HOSTILE,
    MEBIBYTES,
    MESSAGES,
    ORDERS,
    SCORE,
    SECONDS,
    Case,
    Outcome,
    as_mailbox,
    contents,
    quickest,
)
from tests.e2e.raw_terminal import UNSEEN, RawTerminal

READ = ("csv_", "eml_", "html_", "http_", "toml_", "xlsx_", "yaml_")
DAMAGED = [case for case in CASES if case.words == SCORE]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with two full seasons, which must not change."""
    folder = tmp_path_factory.mktemp("hostile")
    full_shop(folder, [""])
    return folder


def _within(took: Outcome) -> None:
    assert took.seconds < SECONDS and took.mebibytes < MEBIBYTES, took
    assert "Traceback" not in took.err and not UNSEEN.findall(took.out + took.err)


def test_no_file_was_forgotten() -> None:
    assert {case.file for case in CASES} == {path.name for path in HOSTILE.iterdir() if path.name.startswith(READ)}


@pytest.mark.parametrize("case", [case for case in CASES if case.told], ids=lambda case: case.file)
def test_it_is_refused(case: Case, home: Path) -> None:
    before, file = contents(home), (HOSTILE / case.file).read_bytes()
    took = quickest(home, *case.words, HOSTILE / case.file)
    _within(took)
    lines = [line for line in took.err.splitlines() if line.strip()]
    assert took.status == 2
    assert any(case.told in line for line in lines if case.told), took.err
    assert all(line.startswith("readycheck: ") and case.file in line and len(line) < 500 for line in lines)
    assert contents(home) == before and (HOSTILE / case.file).read_bytes() == file
    assert not Path("/tmp/readycheck_pwned").exists()


def test_what_is_no_mistake_is_read(home: Path) -> None:
    """One order of 28 November 2025 in a file with control characters in its cells."""
    took = quickest(home, *ORDERS, HOSTILE / "csv_nul_and_ctrl.csv", "--dry-run")
    _within(took)
    assert took.status == 0 and "orders counted" in took.out


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_in_a_mailbox(name: str, home: Path, tmp_path: Path) -> None:
    before = contents(home)
    took = quickest(home, *CONTACTS, as_mailbox(HOSTILE / name, tmp_path), "--dry-run")
    _within(took)
    assert took.status in (0, 2) and (took.status == 0 or took.err.count("readycheck: ") == 1)
    assert contents(home) == before


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case.file)
def test_in_the_place_of_an_audit(case: Case, tmp_path: Path) -> None:
    """The commands tell of it, `verify` finds it (status 1: it read the folder), and nobody touches it."""
    path = new_shop(tmp_path)
    copyfile(HOSTILE / case.file, path)
    before = contents(tmp_path)
    for status, *words in (
        (1, "verify"), (2, "score", SHOP), (2, "set", SHOP, "plan.shrinkage=0.3"), (2, "report", SHOP, "-o", "no.html"),
    ):
        took = quickest(tmp_path, *map(str, words))
        _within(took)
        assert took.status == status and str(case.told) in took.out + took.err
        assert contents(tmp_path) == before


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case.file)
def test_in_the_app(case: Case, tmp_path: Path) -> None:
    """On the list it is said to be unreadable, beside a shop that is whole; opening it changes nothing."""
    path = new_shop(tmp_path)
    copyfile(HOSTILE / case.file, path)
    shops_called(tmp_path, ["Toinen"])
    before = contents(tmp_path)
    terminal = RawTerminal(tmp_path, columns=120)
    try:
        terminal.wait_for("Kaupat ja sesongit", "Toinen", "ei voi lukea")
        terminal.press("\r")
        terminal.at_rest("2026.toml")
        assert "Traceback" not in terminal.screen and not UNSEEN.findall(terminal.screen)
    finally:
        terminal.close()
    assert contents(tmp_path) == before
