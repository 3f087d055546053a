"""One way to run a command in-process: its words in, its status and both streams out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from readycheck.cli import main

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
def run(home: Path) -> Run:
    """`run("score", "yarn", lang="fi")`: English unless said, the clock at 20 October 2026."""
    def call(*words: str | Path, lang: str = "en", today: date = TODAY, **environ: str) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        status = main(
            [str(word) for word in words], today=today, stdin=io.StringIO(), stdout=out, stderr=err,
            environ={"READYCHECK_HOME": str(home), "LANG": f"{lang}_XX.UTF-8", "COLUMNS": "80", **environ},
        )
        return Outcome(status, out.getvalue(), err.getvalue())
    return call
