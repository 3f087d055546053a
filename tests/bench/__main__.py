"""Print the tables, or only those named: `app`, `keys`, `audit`, `imports`, `staffing`, `forecast`, `saving`, `list`,
`report`, `hostile`, `faults`.

`imports` and `staffing` want the extra "bench".
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.app import app_ratios
from tests.bench.comparisons import ratios
from tests.bench.forecast import fitting, forecast_lines
from tests.bench.imports import import_ratios
from tests.bench.keys import key_ratios
from tests.bench.lists import list_lines
from tests.bench.reports import report_ratios
from tests.bench.saving import saving_lines
from tests.bench.staffing import staffing_ratios
from tests.e2e.hostile_files import hostile_lines
from tests.faults.lines import fault_lines


def main(words: list[str]) -> None:
    """Each line as soon as it is known; the forecast's and the saving's own tables first."""
    if not words or "forecast" in words:
        print(*forecast_lines(), "", sep="\n", flush=True)
    if not words or "saving" in words:
        for line in saving_lines():
            print(line, flush=True)
        print(flush=True)
    if not words or "list" in words:
        with TemporaryDirectory() as name:
            for line in list_lines(Path(name)):
                print(line, flush=True)
        print(flush=True)
    if not words or "hostile" in words:
        with TemporaryDirectory() as name:
            for line in hostile_lines(Path(name)):
                print(line, flush=True)
        print(flush=True)
    if not words or "faults" in words:
        with TemporaryDirectory(dir=Path.home()) as name:
            for line in fault_lines(Path(name)):
                print(line, flush=True)
        print(flush=True)
    print(f"{'times':>7}  {'ours':>10}  {'theirs':>10}  what : against what (medians, taken in turns)")
    with TemporaryDirectory() as name:
        folder = Path(name)
        parts = {
            "app": app_ratios(folder), "keys": key_ratios(folder), "audit": ratios(folder),
            "report": report_ratios(folder),
            "imports": import_ratios(folder), "staffing": staffing_ratios(folder),
            "forecast": (found() for found in (fitting,)), "saving": (), "list": (),
            "hostile": (), "faults": (),
        }
        for found in chain.from_iterable(parts[word] for word in words or parts):
            times = f"{found.ratio:.1f}" if found.ratio >= 1 else f"{found.ratio:.2f}"
            ours, theirs = (_shown(value, found.unit) for value in (found.ours, found.theirs))
            print(f"{times:>7}  {ours}  {theirs}  {found.what} : {found.against}", flush=True)


def _shown(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:>7.0f} {unit}"[-10:]
    return f"{value:>8.2f} s" if value >= 1 else f"{value * 1000:>7.2f} ms"


if __name__ == "__main__":
    main(sys.argv[1:])
