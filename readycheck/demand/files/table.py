"""The head of a CSV file: its delimiter, its headings, and where the rows begin."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.demand.files.text import TextFile
from readycheck.errors import wrong

DELIMITERS = ";,\t|"
HEAD = 1 << 20
_SENTINEL = "\x1d"
_SEP = re.compile(r'"?sep=(.)', re.IGNORECASE)
_DELIMITER = re.compile(f"[{DELIMITERS}]")
_REMARK = re.compile(r"#(?:[#\s!*=-]|$)")
_DATE = re.compile(r"'?\d{4}-\d\d?-\d\d?|'?\d\d?[./]\d\d?[./]\d{2,4}")


@dataclass(frozen=True)
class Table:
    """A CSV's form. `skip_records` and `skip_lines` stand before the first row, the headings included."""

    delimiter: str
    headings: tuple[str, ...]
    skip_records: int
    skip_lines: int


def read_table(text: TextFile) -> Table:
    """The table in a file; ReadycheckError when its head is no row of headings."""
    lines = _head_lines(text)
    skipped, delimiter = _before_headings(lines, text.name)
    if text.form != "csv":
        delimiter = ","
    delimiter = delimiter or most_frequent(lines[skipped])
    reader = csv.reader((line + "\n" for line in lines[skipped:]), delimiter=delimiter, strict=True)
    try:
        headings = tuple(clean(cell).strip() for cell in next(reader))
    except csv.Error as error:
        raise wrong(
            say("the quotation marks of the headings do not match."), say("Fix the first row."),
            file=text.name, line=text.place(skipped + 1), unit=text.unit,
        ) from error
    if any(_DATE.match(heading) for heading in headings):
        raise wrong(
            say("the first row holds data, not headings."), say("Add a row of headings above it."),
            file=text.name, line=text.place(skipped + 1), unit=text.unit,
        )
    return Table(delimiter, headings, skipped + 1, skipped + reader.line_num)


def _head_lines(text: TextFile) -> list[str]:
    with text.readable.open("r", encoding="utf-8-sig", newline=None) as file:
        head = file.read(HEAD)
    if "\n" not in head and len(head) == HEAD:
        raise wrong(say("this is not a table: it has no rows."), say("Export it as CSV instead."), file=text.name)
    return head.split("\n")


def _before_headings(lines: list[str], name: str) -> tuple[int, str | None]:
    """How many lines come before the headings, and the delimiter that Excel's line "sep=;" names."""
    delimiter = None
    remarks = _remarks(lines)
    for number, line in enumerate(lines):
        if delimiter is None and (found := _SEP.match(line)):
            delimiter = found[1]
            if delimiter.isalnum() or delimiter in '"\\ ':
                raise wrong(say("\"{sign}\" is not a delimiter.", sign=clean(delimiter)),
                            say("Write the first line as sep=; or leave it out."), file=name, line=number + 1)
        elif line.strip() and number not in remarks:
            return number, delimiter
    raise wrong(say("the file has no headings."), say("Export it again."), file=name)


def _remarks(lines: list[str]) -> range:
    """Lines "# text" above the headings; where data stands right below them, the last is the headings itself."""
    first = next((number for number, line in enumerate(lines) if line.strip() and not _SEP.match(line)), 0)
    last = first
    while last < len(lines) and (not lines[last].strip() or _REMARK.match(lines[last])):
        last += 1
    data_below = last < len(lines) and any(_DATE.match(cell.strip(' "')) for cell in _DELIMITER.split(lines[last]))
    return range(first, last - data_below)


def most_frequent(line: str) -> str:
    """The delimiter that stands most often in a line of headings, outside its quotation marks."""
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=lambda sign: (outside.count(sign), -DELIMITERS.index(sign)))


def records(path: Path, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Every record below the headings with the line on which it starts; empty lines are none."""
    with path.open("r", encoding="utf-8-sig", newline="") as file:
        yield from _numbered(file, table)


def _numbered(lines: Iterable[str], table: Table) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    rest = iter(lines)
    for _ in range(table.skip_lines):
        next(rest, None)
    reader = csv.reader(rest, delimiter=table.delimiter)
    start = table.skip_lines + 1
    for cells in reader:
        if cells or len(table.headings) == 1:
            yield start, cells
        start = table.skip_lines + reader.line_num + 1


def unclosed_quote(path: Path, table: Table) -> int | None:
    """The line where a quotation mark opens that nothing closes before the file ends, or None."""
    with path.open("r", encoding="utf-8-sig", newline="") as file:
        last = 0
        for start, cells in _numbered(chain(file, ["\n", _SENTINEL]), table):
            # the sentinel comes out alone unless an open quotation mark swallows it
            last = 0 if cells == [_SENTINEL] else start
    return last or None


def _filled_lines(path: Path, table: Table) -> Iterator[int]:
    with path.open("r", encoding="utf-8-sig", newline=None) as file:
        lines = enumerate(file, 1)
        yield from (
            number for number, line in lines
            if number > table.skip_lines and (line != "\n" or len(table.headings) == 1)
        )


def line_of_records(
    path: Path, table: Table, wanted: set[int], refused: set[int], *, quoted: bool
) -> dict[int, int]:
    """The line of each `wanted` record, counted from 1 without the records that start on `refused` lines.

    A file that is not `quoted` has a record on each line that is not empty: no need to look into the lines.
    """
    lines = {row: table.skip_lines + row for row in wanted}
    number, left = 0, len(wanted)
    for start in (start for start, _ in records(path, table)) if quoted else _filled_lines(path, table):
        if start in refused:
            continue
        number += 1
        if number in wanted:
            lines[number], left = start, left - 1
            if not left:
                break
    return lines
