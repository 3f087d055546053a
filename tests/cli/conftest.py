"""One way to run a command in-process: its words in, its status and both streams out."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from readycheck.cli import main
from readycheck.demo.folder import SHOP, demo_archive
from tests.cli.even_shop import make_even_shop

TODAY = date(2026, 10, 20)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for audits."""
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("score", "yarn", lang="fi")`: English unless said, the clock at 20 October 2026, in Finland."""
    monkeypatch.setenv("TZ", "Europe/Helsinki")

    def call(*words: str | Path, lang: str = "en", today: date = TODAY, **environ: str) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        status = main(
            [str(word) for word in words], today=today, stdin=io.StringIO(), stdout=out, stderr=err,
            environ={"READYCHECK_HOME": str(home), "LANG": f"{lang}_XX.UTF-8", "COLUMNS": "80", **environ},
        )
        return Outcome(status, out.getvalue(), err.getvalue())
    return call


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up shop, made once; nobody writes to it."""
    return demo_archive(tmp_path_factory.mktemp("demo")).home


@pytest.fixture
def villanen(made_once: Path, home: Path) -> str:
    """The made-up shop in the test's own folder: its reference."""
    shutil.copytree(made_once / "shops", home / "shops")
    return SHOP


@pytest.fixture(scope="session")
def even_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop of tests/cli/even_shop.py with its seasons 2025 and 2026, made once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("even")
    for year in (2025, 2026):
        make_even_shop(folder, year=year)
    return folder


@pytest.fixture
def even(even_once: Path, home: Path) -> str:
    """Its season 2026 alone in the test's own folder: its reference."""
    (home / "shops" / "even").mkdir(parents=True)
    shutil.copy(even_once / "shops" / "even" / "2026.toml", home / "shops" / "even")
    return "even"


@pytest.fixture
def two_evens(even_once: Path, home: Path) -> str:
    """Both seasons in the test's own folder."""
    shutil.copytree(even_once / "shops", home / "shops")
    return "even"
