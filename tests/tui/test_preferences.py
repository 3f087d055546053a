"""What the app remembers: read back from its file, whatever is wrong with that."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from readycheck.tui.preferences import FILE, LIMIT, Preferences
from readycheck.tui.themes import DARK, LIGHT, theme_for


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    Preferences(folder).remember(lang="fi")
    Preferences(folder).remember(ground="light")
    again = Preferences(folder)
    assert (again.lang, again.ground) == ("fi", "light")
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_the_last_choice_counts_and_what_others_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('language = "en"\nfrom_a_later_version = 3\n')
    Preferences(tmp_path).remember(lang="fi")
    assert tomllib.loads((tmp_path / FILE).read_text()) == {"language": "fi", "from_a_later_version": 3}


@pytest.mark.parametrize("content", [
    b"", b"language = ", b"\xff\xfe\x00", b'language = "sv"\nground = 7', b'language = ["fi"]\nground = {}',
    b"[" * 5000, b"#" * LIMIT + b'\nlanguage = "fi"',
], ids=["empty", "cut", "no text", "unknown", "other kinds", "deep", "huge"])
def test_a_broken_file_counts_as_empty_and_is_mended_by_the_next_choice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    broken = Preferences(tmp_path)
    assert (broken.lang, broken.ground) == (None, None)
    broken.remember(lang="en")
    assert broken.lang == "en"


def test_a_folder_that_cannot_be_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    blocked = Preferences(tmp_path / "file" / "folder")
    blocked.remember(lang="fi")
    assert blocked.lang is None
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_without_a_folder_or_without_leave_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('language = "fi"\n')
    reader = Preferences(tmp_path, keeps=False)
    reader.remember(lang="en", ground="dark")
    assert (reader.lang, reader.ground) == ("fi", None)
    Preferences().remember(lang="en")
    assert Preferences().lang is None


def test_what_was_chosen_goes_before_what_the_terminal_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert [theme_for(ground) for ground in (None, "dark", "light")] == [LIGHT, DARK, LIGHT]
    monkeypatch.setenv("COLORFGBG", "15;0")
    assert [theme_for(ground) for ground in (None, "dark", "light")] == [DARK, DARK, LIGHT]
