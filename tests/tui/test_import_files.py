"""Typed, pasted and dropped paths, and their completion."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.tui.import_files import FileSuggester, begin_so, missing_file, typed_files


@pytest.fixture
def spaced(tmp_path: Path) -> Path:
    path = tmp_path / "my orders.csv"
    path.touch()
    return path


@pytest.mark.parametrize("typed", ["{}", " {} ", "'{}'", '"{}"', "file://{}"])
def test_one_path_however_it_comes(spaced: Path, typed: str) -> None:
    assert typed_files(typed.format(spaced)) == [spaced]


def test_a_terminals_backslashes_and_a_file_managers_address(spaced: Path) -> None:
    assert typed_files(str(spaced).replace(" ", "\\ ")) == [spaced]
    assert typed_files("file://" + str(spaced).replace(" ", "%20")) == [spaced]


def test_several_paths(spaced: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.csv"
    other.touch()
    assert typed_files(f"'{spaced}' /b.csv") == [spaced, Path("/b.csv")]
    assert typed_files(f"{spaced} {other}") == [spaced, other], "spaces between files and within, without quotes"
    assert typed_files(f"{other} {other}") == [other], "a file counts once"


def test_home_and_nothing() -> None:
    assert typed_files("~/x.csv") == [Path.home() / "x.csv"]
    assert typed_files("  ") == []
    assert typed_files("~nobody-of-that-name/x") == [Path("~nobody-of-that-name/x")]
    assert missing_file([Path("/\0"), Path("/" + "x" * 5000)]) == Path("/\0")


def test_what_a_folder_holds_and_what_begins_so(tmp_path: Path) -> None:
    for name in ("orders.csv", "other.csv", ".hidden", "contacts.csv"):
        (tmp_path / name).touch()
    (tmp_path / "older").mkdir()
    assert begin_so(tmp_path) == ["contacts.csv", "older/", "orders.csv", "other.csv"]
    assert begin_so(tmp_path / "or") == ["orders.csv"]
    assert begin_so(tmp_path / "nothing") == begin_so(tmp_path / "no" / "where") == []


async def test_paths_are_completed_as_in_a_shell(tmp_path: Path) -> None:
    (tmp_path / "orders 2025.csv").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / ".hidden").touch()
    complete = FileSuggester().get_suggestion
    assert await complete(f"{tmp_path}/ord") == f"{tmp_path}/orders 2025.csv"
    assert await complete(f"{tmp_path}/fol") == f"{tmp_path}/folder/", "a folder goes on"
    assert await complete(f"{tmp_path}/x.csv {tmp_path}/ord") == f"{tmp_path}/x.csv {tmp_path}/orders\\ 2025.csv"
    assert await complete(f"'{tmp_path}/ord") == f"'{tmp_path}/orders 2025.csv"
    assert await complete(f"{tmp_path}/nothing") is None
    assert await complete(f"{tmp_path}/") == f"{tmp_path}/folder/", "what is hidden is not offered"
    (tmp_path / "orders 2026.csv").touch()
    assert await complete(f"{tmp_path}/o") == f"{tmp_path}/orders 202", "what both have in common"
    assert await complete(f"{tmp_path}/orders 202") == f"{tmp_path}/orders 2025.csv", "else the first"
    assert await complete(f"{tmp_path}/.h") == f"{tmp_path}/.hidden"
    assert await complete("") is None
