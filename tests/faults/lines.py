"""The figures of all that was tried, as `python -m tests.bench faults` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.faults.failing import all_failing
from tests.faults.kills import KILLS, killed
from tests.faults.ordinary import refused
from tests.faults.power import all_replayed
from tests.faults.writers import EDITS, writers_line, written


def fault_lines(folder: Path) -> Iterator[str]:
    """A line for each, as soon as it is known; whatever loses something ends it."""
    yield killed(folder / "kills", KILLS).line()
    for each in all_replayed(folder):
        yield each.line()
    yield all_failing(folder / "failing").line()
    told = refused()
    changed = sum(each.changed for each in told)
    yield (f"folders that refuse an ordinary person something, {len(told)} cases: "
           f"{sum(each.status == 2 for each in told)} with status 2, {changed} changed anything")
    yield writers_line(EDITS, written(folder / "writers", EDITS))
