"""Three seasons and more: each score's line, all in one scale."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from readycheck.core.names import score_name
from readycheck.core.years.trend import Trend, TrendLine
from readycheck.report.case import Case
from readycheck.report.charts.multiples import Multiples, SmallLine
from readycheck.report.model import Block, Cell, Chart, Number, Paragraph, Section, Table

MOST_LINES = 16
"""Small pictures that one can still take in; the table has every line."""
MOST_STEPS = 3
"""Columns of changes that a page has room for."""


def trend_part(case: Case) -> Section:
    """The small pictures, and the table of all scores; nothing with fewer than three seasons."""
    title = case.tr("Season by season")
    found = case.trend
    if found is None or len(found.seasons) < 3:
        return Section("trend", title)
    known = [line for line in found.lines if any(value is not None for value in line.values)]
    return Section("trend", title, _blocks(case, found, known) if known else ())


def _blocks(case: Case, found: Trend, known: list[TrendLine]) -> tuple[Block, ...]:
    tr = case.tr
    drawn = [line for line in known if _weighs(case, line)][:MOST_LINES] or known[:MOST_LINES]
    lines = tuple(
        SmallLine(line_name(case, line), line.values, tuple(map(tr.number, line.values)), line.breaks)
        for line in drawn
    )
    picture = Multiples(lines, tuple(map(str, found.seasons)), tr("a cut line: the list changed there"))
    chart = Chart("trend-picture", tr("Readiness and what it is made of"), _in_words(case, found, known), picture,
                  _table(case, found, known))
    note = tr("Each season by its own lists; a change between two counts only what both seasons have.")
    return chart, Paragraph(note, "note")


def _weighs(case: Case, line: TrendLine) -> bool:
    return line.id in {"readiness", *(part.id for part in case.scores.readiness.contributions)}


def line_name(case: Case, line: TrendLine) -> str:
    """A score's name in a list where sections and coverages of like names stand together."""
    if line.id == "readiness":
        return case.tr("Readiness")
    if line.title is not None:
        return case.tr(line.title)
    return case.tr("{name} (measured)", name=case.tr(score_name(line.id)))


def _in_words(case: Case, found: Trend, known: list[TrendLine]) -> str:
    """Each season's readiness, and the lines that rose and fell most over all comparable steps."""
    tr = case.tr
    head = known[0]
    seasons = ", ".join(_season(case, found, head, place) for place in range(len(found.seasons)))
    by_rise = sorted(((_risen(line), line) for line in known[1:] if _weighs(case, line)), key=lambda pair: -pair[0])
    up = [line_name(case, line) for risen, line in by_rise[:3] if risen > 0]
    down = [line_name(case, line) for risen, line in by_rise[::-1][:3] if risen < 0]
    none = tr("none")
    return tr(
        "{name}: {seasons}. Rose most from {first} to {last}: {up}. Fell most: {down}.", name=line_name(case, head),
        seasons=seasons, first=str(found.seasons[0]), last=str(found.seasons[-1]),
        up=", ".join(up) or none, down=", ".join(down) or none,
    )


def _season(case: Case, found: Trend, line: TrendLine, place: int) -> str:
    """ "2026 61.0 (+21.2)": in brackets the change over what it has in common with the season before it."""
    told = f"{found.seasons[place]} {case.tr.number(line.values[place])}"
    if not place or line.steps[place - 1] is None:
        return told
    return f"{told} ({_step(case, line, place - 1).text})"


def _risen(line: TrendLine) -> float:
    return sum(step for step in line.steps if step is not None)


def _table(case: Case, found: Trend, known: list[TrendLine]) -> Table:
    tr, years = case.tr, tuple(map(str, found.seasons))
    steps = [f"{before} → {after}" for before, after in pairwise(years)][-MOST_STEPS:]
    columns = (tr("Score"), *years, *steps, tr("The list changed"))
    return Table(tr("Scores season by season, and the change over what both seasons have"), columns,
                 tuple(_row(case, found, line, len(steps)) for line in known))


def _row(case: Case, found: Trend, line: TrendLine, steps: int) -> tuple[Cell, ...]:
    figures = case.figures
    changes = [_step(case, line, place) for place in range(len(line.steps))][-steps:]
    broken = [str(year) for year, cut in zip(found.seasons[1:], line.breaks, strict=True) if cut]
    return (
        line_name(case, line), *map(figures.score, line.values), *changes, ", ".join(broken) or "–",
    )


def _step(case: Case, line: TrendLine, place: int) -> Number:
    """The change between two seasons, as a comparison of the two shows it: the difference of the figures there."""
    return replace(case.figures.points(line.steps[place]), text=case.figures.points(line.shown[place]).text)
