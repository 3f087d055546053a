"""Ctrl+C and SIGTERM in a real import: one line, status 130, nothing changed, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from readycheck.commands.stopping import stoppable
from readycheck.storage.archive import Archive
from tests.cli.conftest import Run
from tests.demand.imports import EXPORTS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow
# runs the command as `python -m readycheck` does, but writes "here" and waits where it is told to
_PAUSED = """
import sys, time
from importlib import import_module
module, name, *words = sys.argv[1:]
target = import_module(module)
holder, _, attribute = name.rpartition(".")
owner = getattr(target, holder) if holder else target
real = getattr(owner, attribute)
def paused(*args, **kwargs):
    print("here", file=sys.stderr, flush=True)
    end = time.monotonic() + 30
    while time.monotonic() < end:
        time.sleep(0.01)
    return real(*args, **kwargs)
setattr(owner, attribute, paused)
from readycheck.cli import main
sys.exit(main(words))
"""


@pytest.fixture
def yarn(run: Run, home: Path) -> Path:
    assert run("new", "yarn/2026").status == 0
    return Archive(home).resolve("yarn")


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    path = tmp_path / "long.csv"
    lines = "".join(f"{n},2025-11-{1 + n % 28:02d} {n % 24:02d}:{n % 60:02d}:00,sähköposti\n" for n in range(100_000))
    with path.open("w", encoding="utf-8") as file:
        file.write("id,created,channel\n")
        for _ in range(40):
            file.write(lines)
    return path


@pytest.fixture
def temp(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "temp"
    folder.mkdir()
    yield folder
    assert list(folder.iterdir()) == [], "something of the import stayed in the temporary folder"


def started(temp: Path, home: Path, *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, words)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "READYCHECK_HOME": str(home), "TMPDIR": str(temp),
             "PYTHONIOENCODING": "utf-8", "LANG": "fi_FI.UTF-8"},
    )


def stopped(process: subprocess.Popen[str], number: int) -> str:
    """The line that it leaves, once it is sent a signal."""
    began = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - began < 5
    assert process.returncode == 130 and out == "" and "Traceback" not in err
    return err


IMPORT = ("import", "contacts", "yarn")
PLACES = [
    ("readycheck.storage.archive", "Archive.open", EXPORTS / "zendesk_full_export.csv"),
    ("readycheck.demand.formats.opening", "open_file", EXPORTS / "zendesk_full_export.csv"),
    ("readycheck.demand.files.sandbox", "_waited", EXPORTS / "excel_orders.xlsx"),
    ("readycheck.demand.importer", "look_at_times", EXPORTS / "zendesk_full_export.csv"),
    ("readycheck.commands.import_steps", "with_demand", EXPORTS / "zendesk_full_export.csv"),
]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
@pytest.mark.parametrize("module, name, export", PLACES[:4], ids=[name for _, name, _ in PLACES[:4]])
def test_wherever_it_is_one_line_is_left_and_nothing_else(
    yarn: Path, home: Path, temp: Path, module: str, name: str, export: Path, number: signal.Signals
) -> None:
    before = yarn.read_bytes()
    process = started(temp, home, "-c", _PAUSED, module, name, *IMPORT, export, "--timezone", "UTC")
    assert process.stderr is not None and process.stderr.readline() == "here\n"
    assert stopped(process, number) == "readycheck: Keskeytetty; mitään ei muutettu.\n"
    assert yarn.read_bytes() == before and not list(yarn.parent.glob(".*"))


def test_a_statement_that_runs_is_stopped_at_once(yarn: Path, home: Path, temp: Path, long_file: Path) -> None:
    before = yarn.read_bytes()
    process = started(temp, home, "-m", "readycheck", *IMPORT, long_file, "--progress", "lines")
    assert process.stderr is not None
    for line in process.stderr:
        if '"counting"' in line:
            break
    left = [line for line in stopped(process, signal.SIGINT).splitlines() if not line.startswith("{")]
    assert left == ["readycheck: Keskeytetty; mitään ei muutettu."]
    assert yarn.read_bytes() == before


def test_once_it_saves_it_is_not_stopped_any_more(yarn: Path, home: Path, temp: Path) -> None:
    module, name, export = PLACES[4]
    code = _PAUSED.replace("+ 30", "+ 0.5")
    process = started(temp, home, "-c", code, module, name, *IMPORT, export, "--timezone", "UTC")
    assert process.stderr is not None and process.stderr.readline() == "here\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "") and "yhteydenottoja laskettu  2" in out
    assert b"[demand.contacts]" in yarn.read_bytes()


def test_what_a_library_makes_of_it_is_a_stop_all_the_same() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        try:
            signal.raise_signal(signal.SIGTERM)
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None
    with pytest.raises(RuntimeError), stoppable():
        raise RuntimeError("something else")


def test_a_second_signal_does_not_disturb_the_tidying_up() -> None:
    tidied = False
    with pytest.raises(KeyboardInterrupt), stoppable():
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGINT)
            tidied = True
    assert tidied
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
