"""The report as one HTML file, whatever the shop's texts hold: every text is escaped by `tag`."""

from __future__ import annotations

from typing import assert_never

from readycheck.report.charts import change, heatmap, heatmaps, lag, meter, multiples, pairs, pareto, points, weeks
from readycheck.report.html_table import claims_of, more, table_of
from readycheck.report.markup import Drawn, block, tag
from readycheck.report.model import (
    Block,
    Bullets,
    Chart,
    Claims,
    Item,
    KeyFigure,
    KeyFigures,
    Missing,
    Paragraph,
    Report,
    Section,
    Steps,
    Table,
)
from readycheck.report.page import heading, page


def render(report: Report) -> str:
    """The whole file."""
    return page(
        report.lang, f"{report.title} – {report.kicker}", "report.css",
        block(
            "header",
            tag("p", report.kicker, class_="kicker"), heading(1, report.title),
            tag("p", report.headline, class_="headline"), tag("p", " ".join(report.summary), class_="summary"),
        ),
        block("main", *(section_of(section, 2) for section in report.sections)),
        block("footer", tag("p", report.colophon)),
        foot=" · ".join((report.title, report.kicker, report.colophon)),
    )


def section_of(section: Section, level: int) -> Drawn:
    """A section under a heading of that level; the smaller ones inside it one level deeper."""
    return block(
        "section",
        heading(level, section.title),
        *(block_of(each) for each in section.blocks),
        *(section_of(part, level + 1) for part in section.parts),
        id=section.id, class_=f"level{level}",
    )


def block_of(found: Block) -> Drawn:
    """A block in the elements that are made for it."""
    match found:
        case Paragraph():
            return tag("p", found.text, class_=found.tone)
        case Missing():
            remedy = [tag("p", found.remedy, class_="remedy")] if found.remedy else []
            return block("div", *(tag("p", text) for text in found.what), *remedy, class_="missing")
        case Bullets():
            return block("ol" if found.numbered else "ul", *map(_item_of, found.items), class_="bullets")
        case Steps():
            return block("ol", *(tag("li", line) for line in found.lines), class_="steps")
        case KeyFigures():
            return block("dl", *map(_figure_of, found.figures), class_=f"figures of{columns(found)}")
        case Claims():
            return claims_of(found)
        case Table():
            return table_of(found)
        case Chart():
            return chart_of(found)
        case _:
            assert_never(found)


def _item_of(item: Item) -> Drawn:
    return tag("li", tag("strong", item.text), more(item.more)) if item.more else tag("li", item.text)


def _figure_of(figure: KeyFigure) -> Drawn:
    return tag("div", tag("dt", figure.name), tag("dd", figure.number.text, more(figure.note)))


def columns(figures: KeyFigures) -> int:
    """How many figures stand side by side: all of them, or two even rows."""
    count = len(figures.figures)
    return count if count <= 5 else -(-count // 2)


def chart_of(chart: Chart) -> Drawn:
    """A picture with its title above and its words under it; a table of its own unfolds."""
    said = [] if isinstance(chart.picture, meter.Meter) else [tag("p", chart.description, class_="note")]
    own = chart.table
    folded = [block("details", tag("summary", own.caption), table_of(own))] if own else []
    return block("figure", tag("figcaption", chart.title), draw(chart), *said, *folded)


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
        case multiples.Multiples():
            return multiples.draw(chart.id, chart.title, chart.description, picture)
        case pairs.Pairs():
            return pairs.draw(chart.id, chart.title, chart.description, picture)
        case heatmaps.HeatMaps():
            return heatmaps.draw(chart.id, chart.title, chart.description, picture)
        case _:
            assert_never(picture)
