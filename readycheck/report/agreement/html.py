"""The agreement as one HTML page of A4: no script, nothing from the network, every text escaped."""

from __future__ import annotations

from readycheck.report.agreement.model import Agreement, Line, Part
from readycheck.report.markup import Drawn, block, tag
from readycheck.report.page import heading, page


def render(agreement: Agreement) -> str:
    """The whole file."""
    signers = (
        tag("div", tag("p", signer), tag("p", agreement.signing, class_="line")) for signer in agreement.signers
    )
    return page(
        agreement.lang, f"{agreement.title} – {agreement.kicker}", "agreement.css",
        block(
            "header",
            tag("p", agreement.kicker, class_="kicker"), heading(1, agreement.title),
            tag("p", agreement.headline, class_="headline"), tag("p", agreement.known, class_="known"),
        ),
        block("main", *map(_part, agreement.parts), block("div", *signers, class_="signers")),
        block("footer", tag("p", agreement.colophon)),
    )


def _part(part: Part) -> Drawn:
    more = [tag("p", part.more, class_="more")] if part.more else []
    held = _table(part) if part.lines else tag("p", part.nothing)
    return block("section", heading(2, part.title), held, *more, id=part.id)


def _table(part: Part) -> Drawn:
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in part.columns)))
    return block("table", tag("caption", part.title), head, block("tbody", *map(_row, part.lines)))


def _row(line: Line) -> Drawn:
    last = len(line.cells) - 1
    return tag("tr", tag("th", line.text, scope="row"), *(
        tag("td", cell, *([" ", tag("strong", f"– {line.mark}")] if place == last and line.mark else []))
        for place, cell in enumerate(line.cells)
    ))
