"""The report as a whole process, and two seasons held against each other beside the reading of their files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from readycheck.core.lag.fit import fit_lag
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage import archive as archive_module
from tests.bench.stopwatch import ROOT, Ratio, Timed, compared, of_call

TIMES = 11


def report_ratios(folder: Path) -> Iterator[Ratio]:
    """The made-up shop's report against the season before; files go into `folder`."""
    archive = demo_archive(folder)
    page, state = folder / "report.html", folder / "state"
    beside = 'python -c "import jinja2"', _of_program(state, "-c", "import jinja2")
    words = ("-m", "readycheck", "--home", str(archive.home), "report", SHOP, "-o", str(page))
    yield compared("readycheck report SHOP -o report.html, three seasons", _of_program(state, *words), *beside, TIMES)
    after = archive.open(SHOP)
    before = archive.previous(after)
    assert before is not None

    def read() -> None:
        archive_module._audit_file.cache_clear()  # what was read ahead is there at once
        archive.read(before.path), archive.read(after.path)

    def held(*scored: Scores) -> None:
        fit_lag.cache_clear()  # the lags of audits that nobody has looked at yet
        compare(before.audit, after.audit, *scored)

    scored = score(before.audit), score(after.audit)
    for what, call in (("two scored seasons", lambda: held(*scored)), ("two seasons, scores included", held)):
        yield compared(f"comparing {what}", of_call(call), "reading both files", of_call(read), TIMES)


def _of_program(state: Path, *words: str) -> Timed:
    """A process whose modules are compiled, as those of an installed program are, wherever its caller keeps them."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"PYTHONPYCACHEPREFIX": str(state / "compiled"), "READYCHECK_STATE": str(state)}
    return of_call(lambda: subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL,
    ))
