"""Where files are: the data folder, and the checklists that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def data_home(given: str | None, environ: Mapping[str, str]) -> Path:
    """`--home`, else READYCHECK_HOME, else the platform's user data folder."""
    if given:
        return Path(given).expanduser()
    if environ.get("READYCHECK_HOME"):
        return Path(environ["READYCHECK_HOME"]).expanduser()
    return _users_data()


def settings_home(home: Path) -> Path:
    """Where keys.toml and what the app remembers lie: the platform's user config folder, or the folder itself.

    A data folder of somebody's own choice (a stick, a client's folder, a test's) keeps its settings to itself.
    """
    if home.absolute() != _users_data().absolute():
        return home
    import platformdirs

    return Path(platformdirs.user_config_dir("readycheck", appauthor=False))


def state_folder(home: Path, environ: Mapping[str, str]) -> Path:
    """Where locks, copies and half typed forms of the audits in `home` lie: READYCHECK_STATE, else the platform's
    user state folder; in it a folder of its own for each `home`, by where that really is.

    A data folder of somebody's own choice is no exception: it is most often one that is synced, or a stick.
    """
    import hashlib
    import os

    real = os.path.realpath(home)
    name = hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return _users_state(environ) / name


def _users_state(environ: Mapping[str, str]) -> Path:
    if environ.get("READYCHECK_STATE"):
        return Path(environ["READYCHECK_STATE"]).expanduser()
    import platformdirs

    return platformdirs.user_state_path("readycheck", appauthor=False)


def _users_data() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("readycheck", appauthor=False))


def shipped_checklists() -> Path:
    """The checklists' folder: inside an installed wheel, beside the package in a checkout."""
    inside = Path(__file__).parent / "checklists"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "checklists"
