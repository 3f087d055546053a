"""Where files are: a folder of one's own choice keeps its settings to itself."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from readycheck.paths import data_home, settings_home, state_folder


@pytest.fixture
def of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, Path]:
    """The folders for data and for settings that a Linux desktop gives."""
    data, config = tmp_path / "share" / "readycheck", tmp_path / "config" / "readycheck"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name, appauthor: str(data))
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda name, appauthor: str(config))
    return data, config


def test_settings_of_the_user_lie_where_the_platform_keeps_settings(of_the_platform: tuple[Path, Path]) -> None:
    data, config = of_the_platform
    assert settings_home(data_home(None, {})) == config
    assert settings_home(data_home(str(data), {})) == config  # as `serve` tells its tabs


@pytest.mark.parametrize("given, environ", [("{}", {}), (None, {"READYCHECK_HOME": "{}"})])
def test_settings_of_a_given_folder_lie_in_it(
    of_the_platform: tuple[Path, Path], tmp_path: Path, given: str | None, environ: dict[str, str],
) -> None:
    stick = tmp_path / "stick"
    told = {name: value.format(stick) for name, value in environ.items()}
    home = data_home(given and given.format(stick), told)
    assert settings_home(home) == home == stick


def test_what_lies_beside_the_audits_is_apart_for_each_folder_and_never_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_state_path", lambda name, appauthor: tmp_path / "state" / name)
    one, two, link = tmp_path / "one", tmp_path / "two", tmp_path / "link"
    one.mkdir()
    link.symlink_to(one)
    folders = [state_folder(home, {}) for home in (one, two, link)]
    assert {folder.parent for folder in folders} == {tmp_path / "state" / "readycheck"}
    assert folders[0] == folders[2] != folders[1]
    given = state_folder(one, {"READYCHECK_STATE": str(tmp_path / "own")})
    assert given == tmp_path / "own" / folders[0].name
    assert not (tmp_path / "state").exists(), "nothing is made before it is needed"
