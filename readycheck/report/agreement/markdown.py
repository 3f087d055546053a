"""The agreement as Markdown: one cell stays one cell, and no text of the shop's becomes markup."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.report.agreement.model import Agreement, Part
from readycheck.report.markdown import escaped, pipe_table


def render(agreement: Agreement) -> str:
    """The whole text, ending in a newline."""
    head = [f"# {escaped(agreement.title)}", f"**{escaped(agreement.kicker)}**",
            escaped(f"{agreement.headline} {agreement.known}")]
    body = [text for part in agreement.parts for text in _part(part)]
    signing = pipe_table(agreement.signers, [[agreement.signing] * len(agreement.signers)])
    return "\n\n".join([*head, *body, signing, f"*{escaped(agreement.colophon)}*"]) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {escaped(part.title)}"
    if not part.lines:
        yield escaped(part.nothing)
        return
    rows = [(line.text, *line.cells[:-1], " – ".join(text for text in (line.cells[-1], line.mark) if text))
            for line in part.lines]
    yield pipe_table(part.columns, rows)
    if part.more:
        yield escaped(part.more)
