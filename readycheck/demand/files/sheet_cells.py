"""A sheet's cells as text: times as ISO, numbers as a spreadsheet shows them, one line a row.

A bare number is a time where its column is a time's: its heading is one, or at least half of its filled cells are
date cells. There a number that counts the days of 1990–2100 is a moment, one from 0 to below 1 a time of day.
Anywhere else (an amount, an order's number) it stays a number.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readycheck.demand.files.copies import LONGEST_CELL, one_line
from readycheck.demand.rows.causes import FORMULA_WITHOUT_VALUE
from readycheck.demand.words import fold_heading

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

CHUNK = 2000
EPOCH_1900, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_FIRST, _LAST = datetime(1990, 1, 1), datetime(2101, 1, 1)
_DAY = 86_400
_SERIAL_TEXT = re.compile(r"\s*\d{5}([.,]\d+)?\s*")
_HALF_SECOND = timedelta(milliseconds=500)
Grid = Iterator[Sequence[tuple[Any, ...]]]


@dataclass(frozen=True)
class Columns:
    """How the columns of a sheet are written: `first` is the sheet's column (from 1) of the first of them.

    In the `timed` (numbers from 0) bare numbers are times, in the `clocked` a date alone has its midnight told,
    because others of the column have a time of day; the `plain` hold texts only. `epoch` is the day 0.
    """

    first: int
    timed: frozenset[int]
    clocked: frozenset[int]
    plain: frozenset[int]
    epoch: datetime

    @classmethod
    def of(cls, sheet: CalamineSheet, headings: int, times: frozenset[str], *, from_1904: bool) -> Columns:
        """The columns of a sheet whose headings stand in row `headings` (from 0)."""
        types: dict[int, Counter[type]] = {}
        named = {n for n, cell in enumerate(_row(sheet, headings)) if fold_heading(_text(cell)) in times}
        for chunk in _grid(sheet, headings + 1):
            for number, column in enumerate(chunk):
                types.setdefault(number, Counter()).update(map(type, column))
                types[number][str] -= column.count("")
        dated = {n for n, seen in types.items() if seen[date] + seen[datetime] > 0
                 and 2 * (seen[date] + seen[datetime]) >= sum(seen.values())}
        clocked = {n for n, seen in types.items() if seen[datetime]}
        plain = {n for n, seen in types.items() if set(seen) == {str}} - named
        start = sheet.start or (0, 0)
        return cls(start[1] + 1, frozenset(named | dated), frozenset(clocked), frozenset(plain),
                   EPOCH_1904 if from_1904 else EPOCH_1900)


def _row(sheet: CalamineSheet, number: int) -> Sequence[object]:
    return next(islice(sheet.iter_rows(), number, None), [])


def _grid(sheet: CalamineSheet, start: int) -> Grid:
    """The rows from `start` on in chunks, each a column at a time: so most of the work is the interpreter's."""
    rows = islice(sheet.iter_rows(), start, None)
    while chunk := list(islice(rows, CHUNK)):
        yield list(zip(*chunk, strict=True))


def write_rows(
    sheet: CalamineSheet, headings: int, columns: Columns, unvalued: Mapping[int, frozenset[int]], copy: Path
) -> None:
    """The rows from the headings on as CSV; a blank row is a blank line, so that lines keep the rows' distance."""
    converters = _converters(columns, sheet.width)
    with copy.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([_text(cell) for cell in _row(sheet, headings)])
        number = headings + 2
        for chunk in _grid(sheet, headings + 1):
            rows = list(zip(*(convert(cells) for convert, cells in zip(converters, chunk, strict=True)), strict=True))
            told = _with_formulas(rows, number, columns.first, unvalued) if unvalued else rows
            writer.writerows(row if any(row) else () for row in told)
            number += len(rows)


def _with_formulas(
    rows: Sequence[tuple[str, ...]], number: int, first: int, unvalued: Mapping[int, frozenset[int]]
) -> Iterator[tuple[str, ...]]:
    """The rows, the first of them the sheet's row `number`, with what is told of formulas without a stored value."""
    for row_number, row in enumerate(rows, number):
        missing = unvalued.get(row_number, ())
        yield tuple(
            FORMULA_WITHOUT_VALUE.text if column in missing and not cell else cell
            for column, cell in enumerate(row, first)
        ) if missing else row


Converter = Callable[[Sequence[Any]], Sequence[str]]


def _converters(columns: Columns, width: int) -> list[Converter]:
    return [
        _plain if number in columns.plain else
        _converter(timed=number in columns.timed, clocked=number in columns.clocked, epoch=columns.epoch)
        for number in range(width)
    ]


def _converter(*, timed: bool, clocked: bool, epoch: datetime) -> Converter:
    forms: dict[type, Callable[[Any], str]] = {
        str: _text, float: _number, int: str, bool: _boolean, datetime: _moment, time: _clock, timedelta: _duration,
        date: (lambda day: f"{day.isoformat()} 00:00:00") if clocked else date.isoformat,
    }
    if timed:
        forms[float] = lambda value: _serial(value, epoch, clocked=clocked)
        forms[str] = lambda text: _serial(float(text.replace(",", ".")), epoch, clocked=clocked) \
            if _SERIAL_TEXT.fullmatch(text) else _text(text)
    return lambda cells: [forms[type(cell)](cell) for cell in cells]


def _plain(cells: Sequence[str]) -> Sequence[str]:
    """Texts alone: most have nothing in them that must go, and one look tells."""
    harmless = "".join(cells).isprintable() and max(map(len, cells), default=0) <= LONGEST_CELL
    return cells if harmless else [one_line(cell) for cell in cells]


def _text(cell: object) -> str:
    return one_line(cell if isinstance(cell, str) else str(cell))


def _number(value: float) -> str:
    """A number as a spreadsheet keeps it: fifteen digits, no ".0"."""
    return format(value, ".15g")


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _moment(moment: datetime) -> str:
    """To the nearest second: a spreadsheet's fraction of a day seldom hits one."""
    whole = moment + _HALF_SECOND if moment.microsecond else moment
    return whole.isoformat(" ", "seconds")


def _clock(moment: time) -> str:
    return _time_of_day(moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6)


def _duration(length: timedelta) -> str:
    """Hours, minutes and seconds, the hours as many as there are."""
    seconds = round(length.total_seconds())
    sign, seconds = "-" if seconds < 0 else "", abs(seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _serial(value: float, epoch: datetime, *, clocked: bool) -> str:
    """A spreadsheet's day number as a moment or, below 1, a time of day; other numbers stay numbers."""
    if 0 <= value < 1:
        return _time_of_day(value * _DAY)
    if not (_FIRST - epoch).days <= value < (_LAST - epoch).days:
        return _number(value)
    moment = epoch + timedelta(seconds=round(value * _DAY))
    return moment.isoformat(" ", "seconds") if clocked or value % 1 else moment.date().isoformat()


def _time_of_day(seconds: float) -> str:
    return (EPOCH_1904 + timedelta(seconds=round(seconds))).strftime("%H:%M:%S")
