"""Which rows of a table are none of ours, by what a dialect says of them."""

from __future__ import annotations

from readycheck.demand.files.table import Table, records
from readycheck.demand.files.text import TextFile
from readycheck.demand.formats.dialects import Dialect
from readycheck.demand.words import fold, fold_heading

MOST_VALUES = 100


def leave_out(text: TextFile, table: Table, dialect: Dialect) -> dict[int, frozenset[str]]:
    """Folded values by column that make a row none of ours.

    Where a file has rows that begin something, all other values of that column are left out; where it has none,
    none are.
    """
    folded = [fold_heading(heading) for heading in table.headings]
    found = {folded.index(name): values for name, values in dialect.leave_out.items() if name in folded}
    for name, begins in dialect.begins.items():
        if name in folded:
            values = _values(text, table, folded.index(name))
            if values & begins:
                found[folded.index(name)] = values - begins
    return found


def _values(text: TextFile, table: Table, index: int) -> frozenset[str]:
    """The folded values of a column; a column of very many names no kinds of rows."""
    found: dict[str, None] = {}
    for _, cells in records(text.readable, table):
        if index < len(cells):
            found.setdefault(cells[index])
            if len(found) > MOST_VALUES:
                return frozenset()
    return frozenset(map(fold, found))

