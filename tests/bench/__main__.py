"""Print the tables, or only the parts named: `app`, `imports`, `staffing` (both want the extra "bench"), `forecast`."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.comparisons import ratios
from tests.bench.forecast import fitting, forecast_lines
from tests.bench.imports import import_ratios
from tests.bench.staffing import staffing_ratios


def main(words: list[str]) -> None:
    """Each line as soon as it is known; the forecast's own table first."""
    if not words or "forecast" in words:
        print(*forecast_lines(), "", sep="\n", flush=True)
    print(f"{'times':>7}  {'ours':>10}  {'theirs':>10}  what : against what (medians, taken in turns)")
    with TemporaryDirectory() as name:
        folder = Path(name)
        parts = {
            "app": ratios(folder), "imports": import_ratios(folder), "staffing": staffing_ratios(folder),
            "forecast": (found() for found in (fitting,)),
        }
        for found in chain.from_iterable(parts[word] for word in words or parts):
            times = f"{found.ratio:.1f}" if found.ratio >= 1 else f"{found.ratio:.2f}"
            print(f"{times:>7}  {_shown(found.ours)}  {_shown(found.theirs)}  {found.what} : {found.against}",
                  flush=True)


def _shown(seconds: float) -> str:
    return f"{seconds:>8.2f} s" if seconds >= 1 else f"{seconds * 1000:>7.2f} ms"


if __name__ == "__main__":
    main(sys.argv[1:])
