"""Print the table of ratios."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.comparisons import ratios


def main() -> None:
    """Each line as soon as it is known."""
    print(f"{'times':>7}  {'ours':>10}  {'theirs':>10}  what : against what (medians, taken in turns)")
    with TemporaryDirectory() as folder:
        for found in ratios(Path(folder)):
            print(f"{found.ratio:>7.1f}  {_shown(found.ours)}  {_shown(found.theirs)}  {found.what} : {found.against}",
                  flush=True)


def _shown(seconds: float) -> str:
    return f"{seconds:>8.2f} s" if seconds >= 1 else f"{seconds * 1000:>7.2f} ms"


if __name__ == "__main__":
    main()
