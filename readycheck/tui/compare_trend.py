"""All seasons of the shop in a line: each score's figures, a small curve, and where two figures do not compare."""

from __future__ import annotations

from readycheck.core.message import say
from readycheck.core.names import score_name
from readycheck.core.years.trend import Trend, TrendLine
from readycheck.i18n import Translator
from readycheck.report.charts.terminal_sparks import CUT, spark
from readycheck.tui.compare_headline import signed
from readycheck.tui.compare_text import Table
from readycheck.tui.widgets.rows import GAP, Cell, Column, Row

FIGURE, NAME, MARGIN = 7, 18, 3


def trend_table(found: Trend, width: int, tr: Translator) -> Table:
    """A row for each score: as many of the last seasons as `width` characters hold, and the curve of them all."""
    curve = max(2 * len(found.seasons) - 1, 6)
    fit = max(2, (width - MARGIN - NAME - curve - 2 * GAP) // (FIGURE + GAP))
    columns = [
        Column(tr(say("score")), least=NAME), *(Column(str(year), FIGURE, right=True) for year in found.seasons[-fit:]),
        Column("", curve),
    ]
    rows: dict[str, Row] = {line.id: _row(line, fit, tr) for line in found.lines}
    return columns, rows, {line.id: _detail(line, found, tr) for line in found.lines}


def _row(line: TrendLine, fit: int, tr: Translator) -> Row:
    """A mark before a figure: it does not compare with the one before it."""
    figures = [
        f"{CUT} {tr.number(value)}" if broken else tr.number(value)
        for value, broken in zip(line.values, (False, *line.breaks), strict=True)
    ]
    name = _title(line, tr)
    return [Cell(name, "bold") if line.id == "readiness" else name, *figures[-fit:], spark(line.values, line.breaks)]


def _title(line: TrendLine, tr: Translator) -> str:
    """A section is set in a little, so that it is not taken for a coverage of the same name."""
    if line.id == "readiness":
        return tr(say("Readiness"))
    return tr(score_name(line.id)) if line.title is None else f"· {tr(line.title)}"


def _detail(line: TrendLine, found: Trend, tr: Translator) -> str:
    """The changes over what two seasons both have; a figure beside a mark may be higher because less was asked."""
    pairs = zip(found.seasons, found.seasons[1:], line.shown, strict=False)
    steps = [
        tr(say("{before} → {after}: {change}", before=str(before), after=str(after),
               change=tr(say("nothing that compares")) if step is None else signed(step, tr)))
        for before, after, step in pairs
    ]
    parts = [tr(say("{name}, over what both seasons have: {steps}.", steps=", ".join(steps),
                    name=_title(line, tr).removeprefix("· ")))]
    if any(line.breaks):
        parts.append(tr(say("{mark} the list changed: the figures on its two sides do not compare.", mark=CUT)))
    if len(found.seasons) == 2:
        parts.append(tr(say("Two seasons are a change, not yet a trend.")))
    return " ".join(parts)
