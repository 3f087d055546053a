"""What is kept is nobody else's to read, even where the umask would let everybody; what is written by -o follows it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from readycheck.storage import season_index
from readycheck.storage.archive import Archive
from readycheck.storage.folders import private_folder
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from readycheck.storage.last_place import LastPlace
from readycheck.storage.private_notes import PrivateFile
from readycheck.tui.preferences import Preferences
from tests.cli.conftest import Run
from tests.cli.exports_with_people import written

pytestmark = pytest.mark.slow


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["umask-000", "umask-022", "umask-077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """What is not 0600 or, for folders, 0700."""
    wanted = {path: 0o700 if path.is_dir() else 0o600 for path in (folder, *folder.rglob("*"))}
    return [f"{path}: {path.stat().st_mode & 0o777:o}" for path, mode in wanted.items()
            if path.stat().st_mode & 0o777 != mode]


def test_all_that_is_kept_is_private(
    run: Run, home: Path, tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, settings, out = (tmp_path / "deep" / name for name in ("state", "settings", "out"))
    monkeypatch.setenv("READYCHECK_STATE", str(state))
    monkeypatch.setattr(season_index, "SETTLED", 0)
    files = written(tmp_path / "in")
    out.mkdir(parents=True)
    told = [run(*words) for words in (
        ("new", "lankala/2025"), ("new", "lankala/2026"),
        ("import", "contacts", "lankala/2025", files["contacts"], "--column", "reason="),
        ("answer", "lankala", "presence.evenings", "yes"), ("answer", "lankala", "presence.evenings", "no"),
        ("list",), ("portfolio",), ("report", "lankala", "-o", out / "report.html"),
        ("set", "lankala", "actions[+].title=Ask", "actions[1].due=1.11.2026"),
        ("actions", "lankala", "--ics", out / "plan.ics"),
    )]
    assert [each.status for each in told] == [0] * len(told), [each.err for each in told]
    archive = Archive(home)
    path = archive.resolve("lankala")
    PrivateFile(archive, path).write_note(None, "hidden")
    HalfTypedForms(archive.aside, path).keep("note", HalfTyped({}, {"a": "b"}))
    LastPlace(archive.aside, path).keep("presence.evenings")
    Preferences(settings).remember(lang="fi")
    path.write_bytes(path.read_bytes()[:200])
    assert run("verify", "--repair").status == 0
    kinds = {path.relative_to(archive.aside.folder).parts[0] for path in archive.aside.folder.rglob("*")}
    assert kinds >= {"locks", "backups", "drafts", "places", "index.sqlite"}
    assert list(path.parent.glob("*.damaged.toml"))
    assert [each for folder in (home, state, settings) for each in open_to_others(folder)] == []
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o666 & ~umask}


def test_what_somebody_opened_to_others_stays_so(run: Run, home: Path, tmp_path: Path) -> None:
    run("new", "lankala/2026")
    path, report = home / "shops" / "lankala" / "2026.toml", tmp_path / "report.html"
    report.write_text("old")
    for each in (path, report):
        each.chmod(0o640)
    path.parent.chmod(0o750)
    run("answer", "lankala", "presence.evenings", "yes")
    run("report", "lankala", "-o", report)
    assert [each.stat().st_mode & 0o777 for each in (path, report, path.parent)] == [0o640, 0o640, 0o750]


def test_every_missing_folder_is_made_private(tmp_path: Path, umask: int) -> None:
    private_folder(tmp_path / "a" / "b" / "c")
    private_folder(tmp_path / "a" / "b" / "c")
    assert open_to_others(tmp_path / "a") == []
