"""Plain text for a terminal: headings, wrapped sentences and tables whose columns stand under each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from readycheck.commands.wrapping import width, wrapped
from readycheck.report.model import (
    Block,
    Bullets,
    Cell,
    Chart,
    Claims,
    KeyFigures,
    Missing,
    Number,
    Paragraph,
    Section,
    Steps,
    Table,
)

GAP = "  "
NARROWEST = 6
Row = Sequence[Cell]


def table(columns: Iterable[str], rows: Iterable[Row], room: int, indent: str = "  ") -> list[str]:
    """A table of at most `room` columns: figures to the right, texts to the left, the widest ones wrapped."""
    cells = [[str(cell) for cell in row] for row in rows]
    head = list(columns)
    right = [_is_figures(rows_cells) for rows_cells in zip(*rows, strict=True)] if cells else [False] * len(head)
    sizes = _sizes([head, *cells] if any(head) else cells, room - width(indent))
    shown = [head, *cells] if any(head) else cells
    return [line for row in shown for line in _lines(row, sizes, right, indent)]


def _is_figures(cells: Sequence[Cell]) -> bool:
    return any(isinstance(cell, Number) for cell in cells)


def _sizes(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Each column as wide as its widest cell; the widest are narrowed until the table fits, words last."""
    columns = list(zip(*rows, strict=True))
    sizes = [max(map(width, column)) for column in columns]
    words = [max(width(word) for cell in column for word in cell.split(" ")) for column in columns]
    for floors in (words, [NARROWEST] * len(sizes)):
        while sum(sizes) + len(GAP) * (len(sizes) - 1) > room:
            spare = [size if size > floor else 0 for size, floor in zip(sizes, floors, strict=True)]
            if not any(spare):
                break
            sizes[spare.index(max(spare))] -= 1
    return sizes


def _lines(row: Sequence[str], sizes: Sequence[int], right: Sequence[bool], indent: str) -> Iterator[str]:
    wraps = [wrapped(cell, size) for cell, size in zip(row, sizes, strict=True)]
    for number in range(max(map(len, wraps))):
        parts = [_padded(w[number] if number < len(w) else "", size, at_right)
                 for w, size, at_right in zip(wraps, sizes, right, strict=True)]
        yield (indent + GAP.join(parts)).rstrip()


def _padded(text: str, size: int, at_right: bool) -> str:
    space = " " * (size - width(text))
    return space + text if at_right else text + space


def section(found: Section, room: int) -> list[str]:
    """A report's section as plain text: its title, its blocks, its parts, a blank line between them."""
    lines = [found.title]
    several = sum(isinstance(shown, Table) for shown in found.blocks) > 1
    for shown in found.blocks:
        caption = [f"  {shown.caption}"] if several and isinstance(shown, Table) else []
        lines += [*caption, *block(shown, room), ""]
    for part in found.parts:
        lines += section(part, room)
    return lines if lines[-1] == "" else [*lines, ""]


def block(shown: Block, room: int) -> list[str]:
    """One block as lines, two columns in."""
    if isinstance(shown, Paragraph):
        mark = "! " if shown.tone == "warning" else ""
        return wrapped(mark + shown.text, room, "  ", "    " if mark else "  ")
    if isinstance(shown, Table):
        return table(shown.columns, shown.rows, room)
    if isinstance(shown, KeyFigures):
        return table([], [(figure.name, figure.number, figure.note) for figure in shown.figures], room)
    if isinstance(shown, Bullets):
        return _bullets(shown, room)
    if isinstance(shown, Claims):
        return _claims(shown, room)
    if isinstance(shown, Missing):
        return [line for text in (*shown.what, shown.remedy) if text for line in wrapped(text, room, "  ")]
    if isinstance(shown, Chart):
        return wrapped(shown.description, room, "  ")
    if isinstance(shown, Steps):
        return [line for text in shown.lines for line in wrapped(text, room, "  ", "      ")]
    assert_never(shown)


def _bullets(shown: Bullets, room: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(shown.items, 1):
        mark = f"{number}." if shown.numbered else "-"
        lines += wrapped(f"{mark} {item.text}", room, "  ", " " * (3 + len(mark)))
        if item.more:
            lines += wrapped(item.more, room, " " * (3 + len(mark)))
    return lines


def _claims(shown: Claims, room: int) -> list[str]:
    """Question, claim and data under each other: side by side they would not fit."""
    _, claimed, measured = shown.columns
    lines: list[str] = []
    for claim in shown.claims:
        data = f"{claim.data} ({claim.measure}; ≥ {claim.threshold})"
        note = f" – {claim.note}" if claim.note else ""
        lines += wrapped(f"! {claim.question}", room, "  ", "    ")
        lines += wrapped(f"{claimed}: {claim.claim}{note}", room, "    ", "      ")
        lines += wrapped(f"{measured}: {data}", room, "    ", "      ")
    return lines
