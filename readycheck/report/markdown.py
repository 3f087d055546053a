"""The report as Markdown: one cell stays one cell, and no text of the shop's becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from readycheck.report.model import (
    Block,
    Bullets,
    Chart,
    Claims,
    KeyFigures,
    Missing,
    Paragraph,
    Report,
    Section,
    Steps,
    Table,
)

# entities where a backslash would depend on the reader's parser: table rows and HTML are cut first
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
# no-break spaces hold a figure together
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_MARKS = re.compile(r"[\\`*_\[\]~$#!@^{}]")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([:.])")
# a bullet, a rule or underline of dashes, an underline of equals signs, a number of a list
_LINE_START = re.compile(r"^(?:[-+](?=[\s-]|$)|=(?==*$)|\d(?=\d*[.)](?:\s|$)))")


def render(report: Report) -> str:
    """The whole text, ending in a newline."""
    head = [f"# {escaped(report.title)} – {escaped(report.kicker)}", f"**{escaped(report.headline)}**"]
    if report.summary:
        head.append(escaped(" ".join(report.summary)))
    body = (part for section in report.sections for part in _section(section, 2))
    return "\n\n".join([*head, *body, f"*{escaped(report.colophon)}*"]) + "\n"


def escaped(text: str) -> str:
    """`text` as one line that shows itself and does nothing, wherever it stands."""
    line = _MARKS.sub(r"\\\g<0>", _SPACES.sub(" ", text).strip())
    line = "".join(_ENTITIES.get(char, char) for char in line)
    line = _ADDRESS.sub(r"\1\\\2", line)
    return _LINE_START.sub(_harmless_start, line)


def _harmless_start(found: re.Match[str]) -> str:
    """A list, a rule or a heading's underline begins a line: its first sign is shown, not obeyed."""
    sign = found.group()
    return f"&#{ord(sign)};" if sign.isdigit() else f"\\{sign}"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.title)}"
    for block in section.blocks:
        yield from _block(block)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"**{escaped(block.text)}**" if block.tone == "warning" else escaped(block.text)
        case Missing():
            yield "> " + " ".join(escaped(text) for text in (*block.what, block.remedy) if text)
        case Bullets():
            yield _bullets(block)
        case Steps():
            yield _listed(block.lines)
        case KeyFigures():
            yield _key_figures(block)
        case Claims():
            yield _claims(block)
        case Table():
            yield _captioned(block)
        case Chart():
            yield f"*{escaped(block.title)}.* {escaped(block.description)}"
            if block.table:
                yield _captioned(block.table)
        case _:
            assert_never(block)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)


def _bullets(block: Bullets) -> str:
    lines = []
    for place, item in enumerate(block.items, 1):
        sign = f"{place}." if block.numbered else "-"
        more = f" – {escaped(item.more)}" if item.more else ""
        text = f"**{escaped(item.text)}**" if item.more else escaped(item.text)
        lines.append(f"{sign} {text}{more}")
    return "\n".join(lines)


def _key_figures(block: KeyFigures) -> str:
    rows = [(figure.name, figure.number.text, figure.note or " ") for figure in block.figures]
    return pipe_table((block.caption, " ", " "), rows)


def _claims(block: Claims) -> str:
    rows = []
    for claim in block.claims:
        said = " – ".join(text for text in (claim.claim, claim.note, *map(str, claim.links)) if text)
        rows.append((claim.question, said, f"{claim.data} – {claim.measure} (≥ {claim.threshold})"))
    return pipe_table(block.columns, rows)


def _captioned(table: Table) -> str:
    return f"*{escaped(table.caption)}*\n\n{pipe_table(table.columns, table.rows)}"


def pipe_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A pipe table; a cell never holds a pipe or a line break."""
    head = [escaped(column) for column in columns]
    lines = [head, ["---"] * len(head), *([escaped(str(cell)) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
