"""The report as one long, tidy CSV table: section, item, figure, value, unit.

RFC 4180 in every language: commas between, a decimal point, UTF-8; texts quoted, numbers bare and unrounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from readycheck.report.model import (
    Block,
    Bullets,
    Cell,
    Chart,
    Claims,
    Day,
    KeyFigures,
    Missing,
    Number,
    Paragraph,
    Report,
    Section,
    Steps,
    Table,
)

COLUMNS = ("section", "item", "figure", "value", "unit")
Value = str | float | None
Row = tuple[str, str, str, Value, str]
# what a spreadsheet takes for a formula, and the apostrophe itself, so that exactly one can be taken off again
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "'")
_SKIPPED = " \t\r\n\x00\xa0\ufeff\ufffd\u200b\u200c\u200d\u2060"


def render(report: Report) -> str:
    """The whole table with its header row."""
    rows: list[Row] = [
        (report.title, report.kicker, "headline", report.headline, ""),
        (report.title, report.kicker, "readiness", report.readiness.value, report.readiness.unit),
        (report.title, report.kicker, "known", report.known.value, report.known.unit),
    ]
    rows += [row for section in report.sections for row in _section(section, ())]
    return "".join(",".join(map(field, row)) + "\r\n" for row in (COLUMNS, *rows))


def field(value: Value) -> str:
    """A number as it is, anything else quoted; nothing where there is no number."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f'"{safe(value).replace(chr(34), chr(34) * 2)}"'
    return repr(value)


def safe(text: str) -> str:
    """A text on one line that no spreadsheet computes: an apostrophe before what looks like a formula."""
    line = " ".join(text.splitlines())
    return f"'{line}" if line.lstrip(_SKIPPED).startswith(_FORMULA) else line


def _section(section: Section, above: tuple[str, ...]) -> Iterator[Row]:
    titles = (*above, section.title)
    name = " / ".join(titles)
    for block in section.blocks:
        for item, figure, value, unit in _block(block):
            yield name, item, figure, value, unit
    for part in section.parts:
        yield from _section(part, titles)


def _block(block: Block) -> Iterator[tuple[str, str, Value, str]]:
    match block:
        case Paragraph():
            yield "", block.tone, block.text, ""
        case Missing():
            for text in (*block.what, block.remedy):
                yield "", "missing", text, ""
        case Bullets():
            for place, item in enumerate(block.items, 1):
                yield str(place), item.text, item.more, ""
        case Steps():
            for place, line in enumerate(block.lines, 1):
                yield str(place), "step", line, ""
        case KeyFigures():
            for key in block.figures:
                yield key.name, key.note, key.number.value, key.number.unit
        case Claims():
            yield from _claims(block)
        case Table():
            yield from _table(block)
        case Chart():
            if block.table:
                yield from _table(block.table)
        case _:
            assert_never(block)


def _claims(block: Claims) -> Iterator[tuple[str, str, Value, str]]:
    for claim in block.claims:
        yield claim.question, block.columns[1], claim.claim, ""
        yield claim.question, claim.measure, claim.data.value, claim.data.unit
        yield claim.question, "≥", claim.threshold.value, claim.threshold.unit


def _table(table: Table) -> Iterator[tuple[str, str, Value, str]]:
    """A row of the table becomes a row for each of its cells."""
    for about, *cells in table.rows:
        for column, cell in zip(table.columns[1:], cells, strict=True):
            yield str(about), column, *_cell(cell)


def _cell(cell: Cell) -> tuple[Value, str]:
    if isinstance(cell, Number):
        return cell.value, cell.unit
    if isinstance(cell, Day):
        return (cell.value.isoformat() if cell.value else None), "date"
    return str(cell), ""
