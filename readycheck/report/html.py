"""The report as one HTML file: no script, nothing from the network, whatever the shop's texts hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from readycheck.report.charts import change, heatmap, lag, meter, pareto, points, weeks
from readycheck.report.charts.svg import Drawn
from readycheck.report.model import Block, Cell, Chart, KeyFigures, Number, Report, Table

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST_WORD = 24
"""Characters; what is longer, such as an address, may be broken anywhere, or its column would take the page."""
TEMPLATES = Path(__file__).parent / "templates"


def render(report: Report) -> str:
    """The whole file; every text is escaped by the template engine or by the charts' `tag`."""
    return environment().get_template("report.html.j2").render(report=report)


@cache
def environment() -> Environment:
    """The templates; autoescape is on."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters.update(
        kind=kind, numeric_columns=numeric_columns, wide=wide, long_word=long_word, short=short, columns=columns,
        drawn=lambda chart: Markup(draw(chart)),
    )
    return environment


def kind(thing: Block | Cell) -> str:
    """What a block or a cell is, as the template asks for it."""
    return type(thing).__name__


def numeric_columns(table: Table) -> frozenset[int]:
    """The columns that hold figures only: set flush right."""
    return frozenset(
        column for column in range(1, len(table.columns))
        if table.rows and all(isinstance(row[column], Number) for row in table.rows)
    )


def short(table: Table) -> bool:
    """Whether a table may be kept whole on a page."""
    return len(table.rows) <= 14


def columns(figures: KeyFigures) -> int:
    """How many figures stand side by side: all of them, or two even rows."""
    count = len(figures.figures)
    return count if count <= 5 else -(-count // 2)


def wide(table: Table) -> bool:
    """Whether a table needs small type to fit a page."""
    return len(table.columns) > 7


def long_word(cell: Cell) -> bool:
    """Whether a cell holds a word that no column should be as wide as."""
    return any(len(word) > LONGEST_WORD for word in str(cell).split())


def draw(chart: Chart) -> Drawn:
    """The chart as SVG."""
    picture = chart.picture
    match picture:
        case heatmap.HeatMap():
            return heatmap.draw(chart.id, chart.title, chart.description, picture)
        case pareto.Pareto():
            return pareto.draw(chart.id, chart.title, chart.description, picture)
        case weeks.Weeks():
            return weeks.draw(chart.id, chart.title, chart.description, picture)
        case change.Change():
            return change.draw(chart.id, chart.title, chart.description, picture)
        case points.Points():
            return points.draw(chart.id, chart.title, chart.description, picture)
        case meter.Meter():
            return meter.draw(chart.id, chart.title, chart.description, picture)
        case lag.Lag():
            return lag.draw(chart.id, chart.title, chart.description, picture)
        case _:
            assert_never(picture)


