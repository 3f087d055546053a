"""What a person at a terminal is told of an audit that arrives."""

from __future__ import annotations

from readycheck.commands.desk import Desk
from readycheck.commands.wrapping import wrapped
from readycheck.report.handover_words import arriving_lines
from readycheck.storage.handover import Arriving, Taken


def shown_lines(desk: Desk, arriving: Arriving) -> list[str]:
    """Shop and seasons, under each what it would bring."""
    lines = [desk.tr("{name} – into {shop}", name=arriving.name, shop=f"shops/{arriving.shop}")]
    for line in arriving_lines(arriving, desk.tr):
        inner = line.startswith("  ")
        lines += wrapped(line.strip(), desk.columns, "  " if inner else "", " " * 6 if inner else "")
    return lines


def taken_lines(desk: Desk, shop: str, taken: tuple[Taken, ...]) -> list[str]:
    """What was done to each season, and how to go back."""
    return [line for each in taken for line in _taken(desk, f"{shop}/{each.incoming.year}", each)]


def _taken(desk: Desk, reference: str, taken: Taken) -> list[str]:
    tr, incoming, year = desk.tr, taken.incoming, str(taken.incoming.year)
    if incoming.arrival == "same":
        return [tr("{year}: nothing to take in.", year=year)]
    if incoming.arrival == "new":
        return [tr("{year}: added. To take it away again: {command}", year=year,
                   command=f"readycheck forget {reference}")]
    lines = [tr.plural("{year}: one edit taken in.", "{year}: {n} edits taken in.", len(incoming.brought), year=year)]
    if incoming.clashes:
        lines.append(tr.plural(
            "One item was changed by both. Choose: {command}", "{n} items were changed by both. Choose: {command}",
            len(incoming.clashes), command=f"readycheck merge {reference}"))
    if taken.before is not None:
        lines.append(tr("As it was before: {before}. To go back, copy it over {path}", before=str(taken.before),
                        path=str(incoming.path)))
    return lines
