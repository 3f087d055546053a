"""A comparison as plain text: the page's parts, its pictures as tables, week maps and little columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readycheck.commands.text import block, section, table
from readycheck.commands.wrapping import wrapped
from readycheck.report.case import Case
from readycheck.report.charts.heatmaps import HeatMaps
from readycheck.report.charts.multiples import Multiples
from readycheck.report.charts.pairs import Pairs
from readycheck.report.charts.terminal_heatmaps import heat_maps_lines
from readycheck.report.charts.terminal_sparks import CUT, spark
from readycheck.report.comparison import headline
from readycheck.report.model import Block, Chart, Section, Table
from readycheck.report.parts.years import main_section, years, years_parts
from readycheck.report.parts.years_changes import changes
from readycheck.report.parts.years_steps import comparison_arithmetic

MOST_ROWS = 8
"""Of contact reasons or channels: the page and `--json` have them all."""


def comparison_lines(case: Case, room: int, *, ascii_only: bool = False) -> Iterator[str]:
    """The whole comparison; the headline first, what changed in the answers last."""
    compared = case.comparison
    if compared is None:
        return
    yield from wrapped(headline(case, compared), room)
    yield ""
    for part in (main_section(case, compared), *years_parts(case, compared), changes(case)):
        yield from _lines(part, room, ascii_only)


def promised_lines(case: Case, room: int) -> list[str]:
    """What moved, what was promised and the forecast: the comparison without its small print."""
    whole = years(case)
    parts = tuple(part for part in whole.parts if part.id != "demand-moved")
    return _lines(replace(whole, parts=parts), room, ascii_only=True)


def explained(case: Case, room: int) -> list[str]:
    """The arithmetic, line by line."""
    if case.comparison is None:
        return []
    found = comparison_arithmetic(case, case.comparison)
    return section(found, room) if found.parts else []


def _lines(found: Section, room: int, ascii_only: bool) -> list[str]:
    lines = [found.title]
    several = sum(isinstance(shown, Table | Chart) for shown in found.blocks) > 1
    for shown in found.blocks:
        lines += [*_block(shown, room, several, ascii_only), ""]
    for part in found.parts:
        lines += _lines(part, room, ascii_only)
    return lines if lines[-1] == "" else [*lines, ""]


def _block(shown: Block, room: int, captioned: bool, ascii_only: bool) -> list[str]:
    if isinstance(shown, Chart):
        return list(_chart(shown, room, ascii_only))
    caption = wrapped(shown.caption, room, "  ") if captioned and isinstance(shown, Table) else []
    return [*caption, *block(shown, room)]


def _chart(shown: Chart, room: int, ascii_only: bool) -> Iterator[str]:
    """A picture's title, its words, and what a terminal can show of it."""
    yield from wrapped(shown.title, room, "  ")
    yield from wrapped(shown.description, room, "  ")
    if shown.table is None:
        return
    if isinstance(shown.picture, Multiples):
        yield from _with_sparks(shown.picture, shown.table, room, ascii_only)
        return
    if isinstance(shown.picture, HeatMaps):
        yield from heat_maps_lines(shown.picture, room, ascii_only=ascii_only)
    if isinstance(shown.picture, HeatMaps | Pairs):
        yield from wrapped(shown.table.caption, room, "  ")
    most = MOST_ROWS if isinstance(shown.picture, Pairs) else len(shown.table.rows)
    yield from table(shown.table.columns, shown.table.rows[:most], room)


def _with_sparks(picture: Multiples, figures: Table, room: int, ascii_only: bool) -> list[str]:
    """The scores of the picture, each with its season by season as little columns on one scale."""
    lines = {one.name: spark(one.values, one.breaks, ascii_only=ascii_only) for one in picture.lines}
    columns = (figures.columns[0], "0–100" if not ascii_only else "0-100", *figures.columns[1:])
    rows = [(row[0], lines[str(row[0])], *row[1:]) for row in figures.rows if str(row[0]) in lines]
    cut = any(any(one.breaks) for one in picture.lines)
    return [*table(columns, rows, room), *(wrapped(f"{CUT} {picture.break_word}", room, "  ") if cut else ())]
