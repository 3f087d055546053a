"""A workbook's sheet written as CSV (in the child process): one sheet row a line, under the row of headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readycheck.demand.files.child import Refused
from readycheck.demand.files.sheet_cells import Columns, write_rows
from readycheck.demand.files.workbook_check import Workbook, inspected
from readycheck.demand.words import fold_heading

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

HEADINGS_WITHIN = 50
LONGEST_HEADING = 100
MOST_NAMES = 12


def work(request: Mapping[str, Any]) -> dict[str, Any]:
    """The CSV at `request["copy"]`; the answer: sheet, the shift from its lines to the sheet's rows, formulas.

    `formulas` counts those without a stored value. Refused, with the key of a sentence, when there is no table.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    path = Path(request["path"])
    facts = inspected(path)
    try:
        with path.open("rb") as file:
            return _written(CalamineWorkbook.from_object(file), facts, request)
    except PasswordError as error:
        raise Refused("password") from error
    except CalamineError as error:
        raise Refused("damaged") from error


def _written(book: CalamineWorkbook, facts: Workbook, request: Mapping[str, Any]) -> dict[str, Any]:
    times = frozenset(request["times"])
    name, sheet, unvalued = _chosen(book, facts, request["sheet"], times)
    first = _heading_row(sheet, times)
    columns = Columns.of(sheet, first, times, from_1904=facts.from_1904)
    write_rows(sheet, first, columns, unvalued, Path(request["copy"]))
    formulas = sum(map(len, unvalued.values()))
    return {"sheet": name, "sheets": len(book.sheet_names), "shift": first, "formulas": formulas}


Chosen = tuple[str, "CalamineSheet", Mapping[int, frozenset[int]]]


def _chosen(book: CalamineWorkbook, facts: Workbook, wanted: str | None, times: frozenset[str]) -> Chosen:
    """The sheet of that name, else the only one that has a table; a hidden one only when it is named."""
    if wanted is not None:
        name = _named(book.sheet_names, wanted)
        if name is None:
            raise Refused("no such sheet", sheet=wanted, sheets=_listed(book.sheet_names))
        return _read(book, facts, name)
    found: list[Chosen] = []
    tables: list[str] = []
    for name in _visible(book):
        chosen = _read(book, facts, name)
        if _is_table(chosen[1], times):
            found, tables = [chosen], [*tables, name]
        del chosen  # two large sheets at a time would be one too many
    if len(tables) > 1:
        raise Refused("which sheet", sheets=_listed(tables))
    if not tables:
        raise Refused("no table")
    return found[0]


def _read(book: CalamineWorkbook, facts: Workbook, name: str) -> Chosen:
    unvalued = facts.unvalued(name)  # before calamine holds every cell up to the farthest one
    return name, book.get_sheet_by_name(name), unvalued


def _named(names: Sequence[str], wanted: str) -> str | None:
    alike = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    return wanted if wanted in names else next(iter(alike), None)


def _visible(book: CalamineWorkbook) -> Iterator[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in book.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield sheet.name


def _listed(names: Sequence[str]) -> str:
    """Names of sheets in a row; the answer must fit into a pipe."""
    return ", ".join(name[:31] for name in names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def _is_table(sheet: CalamineSheet, times: frozenset[str]) -> bool:
    """Whether there is something below a row of headings."""
    if sheet.end is None:
        return False
    return sheet.end[0] > _heading_row(sheet, times)


def _heading_row(sheet: CalamineSheet, times: frozenset[str]) -> int:
    """The number (from 0) of the row of headings: titles may stand above it, blank rows count as none.

    The first row of texts of which one is a time's heading; else the first with two or more texts that look like
    headings and at least half as many cells as the fullest; else the first that is not blank.
    """
    rows = [(number, row) for number, row in enumerate(islice(sheet.iter_rows(), HEADINGS_WITHIN)) if _filled(row)]
    fullest = max((_filled(row) for _, row in rows), default=0)
    known = [n for n, row in rows if _headings(row) == _filled(row) and any(_is_time(cell, times) for cell in row)]
    likely = [n for n, row in rows if _headings(row) >= 2 and 2 * _filled(row) >= fullest]
    first = [n for n, _ in rows]
    return next(iter([*known, *likely, *first]), 0)


def _filled(row: Sequence[object]) -> int:
    return sum(cell != "" for cell in row)


def _headings(row: Sequence[object]) -> int:
    """How many cells look like headings: short texts with a letter and without an address."""
    return sum(
        isinstance(cell, str) and len(cell) <= LONGEST_HEADING and any(map(str.isalpha, cell)) and "@" not in cell
        for cell in row
    )


def _is_time(cell: object, times: frozenset[str]) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST_HEADING and fold_heading(cell) in times
