"""The rooms stay apart (DESIGN.md): import contracts, what a start loads, and a core without clock or files."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
CORE = sorted((ROOT / "readycheck" / "core").rglob("*.py"))
HEAVY = {"textual", "rich", "duckdb", "yaml", "jinja2", "babel", "holidays", "icalendar", "python_calamine"}
OUTSIDE_WORLD = {"asyncio", "io", "locale", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket",
                 "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "tomllib", "urllib"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "time_ns"}


def test_the_import_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True) == 0


def loaded(*words: str) -> set[str]:
    """The top-level packages that a fresh interpreter loads with these words after `python`."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("words", [
    ("-m", "readycheck", "--help"), ("-m", "readycheck", "--lang", "fi", "--help"),
    ("-c", "import readycheck.core.scoring"),
    ("-c", "import readycheck.core.years.compare, readycheck.core.hours.suggest"),
], ids=" ".join)
def test_what_a_start_does_not_load(words: tuple[str, ...]) -> None:
    found = loaded(*words)
    assert "readycheck" in found
    assert found & HEAVY == set()


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_there_is_a_core() -> None:
    assert len(CORE) > 30


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_the_core_needs_the_standard_library_and_holidays_in_one_place(path: Path) -> None:
    for module in imported(path):
        top = module.partition(".")[0]
        own = module == "readycheck.core" or module.startswith("readycheck.core.")
        # sys there for its table of modules alone: the library would else load all its countries
        holidays = top in ("holidays", "sys") and path.stem == "public_holidays"
        assert own or holidays or top in sys.stdlib_module_names - OUTSIDE_WORLD, module


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_the_core_asks_no_clock_and_opens_no_file(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCKS, f"line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input", "eval", "exec"}, f"line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception")
            assert not broad, f"line {node.lineno}"
