"""Imports of large files as whole processes: to a saved profile, beside what one would write by hand."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import alone
from tests.bench.exports import write_contacts, write_workbook
from tests.bench.stopwatch import ROOT, Ratio, Timed, compared, of_process

CONTACTS, ROWS, SMALL = 10_000_000, 200_000, 10_000
SHOP = "bench/2026"


@dataclass
class Peak:
    """The most memory that any run of a process took (MiB), its children not counted."""

    mib: float = 0.0


def import_ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison; files of 600 MB go into `folder`, and away again."""
    home = folder / "home"
    subprocess.run(_words(home, "new", SHOP), check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    yield from _contacts(folder, home)
    yield _workbook(folder, home)
    yield _small(folder, home)


def _contacts(folder: Path, home: Path) -> Iterator[Ratio]:
    path = folder / "contacts.csv"
    write_contacts(path, CONTACTS)
    size = f"{path.stat().st_size / 1e6:.0f} MB"
    peak = Peak()
    ours = _import(home, "contacts", path, peak)
    what = f"import of {CONTACTS:,} contacts (CSV, {size}) to the saved profile"
    for against, program, times in (
        ("DuckDB alone: the same counts, ids once", alone.DUCKDB_IDS_ONCE, 3),
        ("DuckDB alone without looking at ids", alone.DUCKDB_ROWS, 3),
        ("pandas with its default reader: the same counts", alone.PANDAS, 1),
    ):
        found = compared(what, ours, against, of_process("-c", program.format(path=path)), times)
        yield Ratio(f"{what}, {peak.mib:.0f} MiB at most", against, found.ours, found.theirs)
    path.unlink()


def _workbook(folder: Path, home: Path) -> Ratio:
    path = folder / "orders.xlsx"
    write_workbook(path, ROWS)
    return compared(
        f"import of a workbook of {ROWS:,} orders", _import(home, "orders", path, Peak()),
        "openpyxl row by row, read-only: the same counts", of_process("-c", alone.OPENPYXL.format(path=path)), 3,
    )


def _small(folder: Path, home: Path) -> Ratio:
    path = folder / "small.csv"
    write_contacts(path, SMALL)
    return compared(
        f"import of {SMALL:,} contacts, the whole process", _import(home, "contacts", path, Peak()),
        "python -c \"import duckdb\"", of_process("-c", "import duckdb"), 11,
    )


def _words(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "readycheck", "--home", str(home), *words]


def _import(home: Path, kind: str, path: Path, peak: Peak) -> Timed:
    """Seconds of one import in a process of its own; the audit is new each time, so that each is saved."""
    audit = home / "shops" / f"{SHOP}.toml"
    blank = audit.read_bytes()

    def timed() -> float:
        audit.write_bytes(blank)
        words = _words(home, "import", kind, SHOP, str(path))
        began = time.perf_counter()
        child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode or audit.read_bytes() == blank:
            raise RuntimeError(f"the import ended with {child.returncode}")
        peak.mib = max(peak.mib, used.ru_maxrss / 1024)
        return time.perf_counter() - began
    return timed
