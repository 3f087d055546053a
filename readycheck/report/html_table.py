"""Tables of the HTML report: what a row is about is its header, figures stand flush right."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.report.markup import Drawn, block, tag
from readycheck.report.model import Cell, Claim, Claims, Day, Link, Number, Table

LONGEST_WORD = 24
"""Characters; what is longer, such as an address, may be broken anywhere, or its column would take the page."""
NOTHING = "–"


def table_of(table: Table) -> Drawn:
    """A table with its caption; a short one is kept whole on a page."""
    numeric = numeric_columns(table)
    columns = table.columns[:-1] if table.notes_below else table.columns
    rows = (_noted(row, numeric) if table.notes_below else _row(row, numeric) for row in table.rows)
    return block(
        "div",
        block(
            "table",
            tag("caption", table.caption),
            _head(columns, numeric),
            block("tbody", *rows),
            class_="wide" if wide(table) else "plain",
        ),
        class_="scroll whole" if short(table) else "scroll",
    )


def numeric_columns(table: Table) -> frozenset[int]:
    """The columns that hold figures only: set flush right."""
    return frozenset(
        column for column in range(1, len(table.columns))
        if table.rows and all(isinstance(row[column], Number) for row in table.rows)
    )


def short(table: Table) -> bool:
    """Whether a table may be kept whole on a page."""
    return len(table.rows) <= 9


def wide(table: Table) -> bool:
    """Whether a table needs small type to fit a page."""
    return len(table.columns) > 7


def long_word(cell: Cell) -> bool:
    """Whether a cell holds a word that no column should be as wide as."""
    text = str(cell)
    return len(text) > LONGEST_WORD and any(len(word) > LONGEST_WORD for word in text.split())


def _head(columns: Iterable[str], numeric: frozenset[int] = frozenset()) -> Drawn:
    return tag("thead", tag("tr", *(
        tag("th", column, scope="col", class_="number" if place in numeric else None)
        for place, column in enumerate(columns)
    )))


def _noted(row: tuple[Cell, ...], numeric: frozenset[int]) -> Drawn:
    """A row whose last cell, where it says something, stands under its first."""
    *cells, note = row
    words = str(note).strip()
    return _row(tuple(cells), numeric, words if words != NOTHING else "")


def _row(row: tuple[Cell, ...], numeric: frozenset[int], note: str = "") -> Drawn:
    below = [more(note)] if note else []
    long = "long" if long_word(row[0]) or long_word(note) else None
    first = tag("th", _cell(row[0]), *below, scope="row", class_=long)
    return tag("tr", first, *(
        tag("td", _cell(cell), class_="number" if place in numeric else "long" if long_word(cell) else None)
        for place, cell in enumerate(row[1:], 1)
    ))


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, Day):
        return tag("span", cell.text, class_="day")
    return link_of(cell) if isinstance(cell, Link) else cell.text


def link_of(link: Link) -> str:
    """A link where the address is a safe one, else its text."""
    return tag("a", link.text, href=link.href, rel="noreferrer") if link.href else link.text


def claims_of(found: Claims) -> Drawn:
    """What was answered and what the data says, side by side."""
    caption = tag("caption", found.caption, class_="unseen")  # the heading above says it already
    return block("table", caption, _head(found.columns), block("tbody", *map(_claim, found.claims)), class_="claims")


def _claim(claim: Claim) -> Drawn:
    return block(
        "tr",
        tag("th", claim.question, more(claim.remedy), scope="row"),
        tag("td", tag("strong", claim.claim), *map(more, (claim.note, *map(link_of, claim.links)))),
        tag(
            "td", tag("strong", claim.data.text), more(f"{claim.measure} (≥\u00a0{claim.threshold.text})"),
            class_="data",
        ),
    )


def more(text: str) -> Drawn:
    """What is said under something in smaller type, if anything is."""
    return tag("span", text, class_="more") if text else Drawn("")
