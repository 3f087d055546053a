"""The copy of a container: plain CSV in UTF-8, a record a line, its headings known only when all is read."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType

LONGEST_CELL = 4_000
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """A cell's text cut to what is ever needed, line breaks and control characters turned to spaces."""
    text = text[:LONGEST_CELL]
    return text if text.isprintable() else _BREAKS.sub(" ", text)


class Copy:
    """Rows written under headings that may still grow; a row may be shorter than the headings, never longer."""

    def __init__(self, path: Path) -> None:
        self._path, self._body = path, path.with_suffix(".rows")
        # lone surrogates, which JSON can spell, are no UTF-8: they become question marks
        self._file = self._body.open("w", encoding="utf-8", errors="replace", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self.rows = 0

    def write(self, cells: Sequence[str]) -> None:
        """One record: its cells, each on one line already; no cells at all make a row that is refused as empty."""
        self._writer.writerow(cells or ("",))
        self.rows += 1

    def finish(self, headings: Iterable[str]) -> None:
        """The copy as it is read: headings in line 1, the rows after them."""
        self._file.close()
        with self._path.open("w", encoding="utf-8", errors="replace", newline="") as whole:
            csv.writer(whole, lineterminator="\n").writerow(map(one_line, headings))
        with self._path.open("ab") as whole, self._body.open("rb") as body:
            shutil.copyfileobj(body, whole, 1 << 20)
        self._body.unlink()

    def __enter__(self) -> Copy:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
