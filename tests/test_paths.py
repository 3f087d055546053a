"""Where files are: a folder of one's own choice keeps its settings to itself."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from readycheck.paths import data_home, settings_home


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
