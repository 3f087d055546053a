"""One JSON record as the cells of a row: dotted headings, lists joined, what people wrote left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from readycheck.core.text import clean
from readycheck.demand.files.copies import one_line
from readycheck.demand.files.json_lists import folded, keys
from readycheck.demand.files.json_values import Doubled, Number
from readycheck.demand.words import fold

MOST_HEADINGS, LONGEST_HEADING = 500, 100
DEEPEST_KEY = 6
MOST_JOINED = 100
_NESTED = object()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNITS = {9: "seconds", 10: "seconds", 12: "milliseconds", 13: "milliseconds"}


class Cells:
    """The headings found so far, and records as rows under them.

    `texts`: what people wrote is taken too; `times` are folded headings of times. Keys beyond the cap on
    headings, and what lies deeper than six keys, are left out.
    """

    def __init__(self, *, texts: bool, times: frozenset[str]) -> None:
        self._texts, self._times = texts, times
        self._columns: dict[str, int] = {}
        self._known: dict[str, bool] = {}
        self._moments: set[int] = set()
        self.headings: list[str] = []

    def of(self, record: Mapping[str, Any]) -> list[str] | None:
        """A record's cells; None where a key stands twice in it, so that nobody can say what holds."""
        cells = [""] * len(self.headings)
        return cells if self._put(record, "", cells, DEEPEST_KEY) else None

    def _put(self, record: Mapping[str, Any], before: str, cells: list[str], depth: int) -> bool:
        """Fill the cells of an object's values; False where it has a key twice."""
        if isinstance(record, Doubled):
            return False
        for key, found in record.items():
            name, value = before + key, self._of_list(key, found) if isinstance(found, list) else found
            if isinstance(value, dict):
                if depth and self._wanted(name, key) and not self._put(value, name + ".", cells, depth - 1):
                    return False
            elif value is not _NESTED:
                self._set(cells, name, key, value)
        return True

    def _of_list(self, key: str, values: list[Any]) -> Any:
        """Texts, or the names of things that have one, in a row; of messages the first."""
        if values and all(isinstance(value, dict) for value in values):
            if folded(key) in keys().bodies:
                return values[0]
            values = [value.get("name") for value in values[:MOST_JOINED]]
            if None in values:
                return _NESTED
        if any(isinstance(value, dict | list) for value in values):
            return _NESTED
        return ", ".join(str(value) for value in values[:MOST_JOINED] if value is not None)

    def _set(self, cells: list[str], name: str, key: str, value: Any) -> None:
        column = self._columns.get(name)
        if column is None:
            if len(self.headings) >= MOST_HEADINGS or not self._wanted(name, key):
                return
            column = self._new(name, key)
        if column >= len(cells):
            cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = self._cell(value, column)

    def _wanted(self, name: str, key: str) -> bool:
        """Whether a key may be read; the answer is kept for as many names as there is room for."""
        known = self._known.get(name)
        if known is None:
            known = self._texts or folded(key) not in keys().bodies
            if len(self._known) < 2 * MOST_HEADINGS:
                self._known[name] = known
        return known

    def _new(self, name: str, key: str) -> int:
        """The column of a key that is met for the first time."""
        column = self._columns[name] = len(self.headings)
        self.headings.append(clean(name[:LONGEST_HEADING]))
        words = fold(key).split() or [""]
        if words[-1] in keys().moments or fold(name) in self._times:
            self._moments.add(column)
        return column

    def _cell(self, value: Any, column: int) -> str:
        if isinstance(value, str):
            return _moment(value) if type(value) is Number and column in self._moments else one_line(value)
        return "" if value is None else str(value).lower()


def _moment(number: str) -> str:
    """A Unix time as ISO in UTC; any other number as it is."""
    unit = _UNITS.get(len(number)) if number.isdecimal() else None
    if unit is None:
        return one_line(number)
    return (_EPOCH + timedelta(**{unit: int(number)})).strftime("%Y-%m-%d %H:%M:%SZ")
