"""What lies beside the audits in a handover's zip, and what a person is told of one that arrives."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.commands.desk import Desk
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.report.two_places import preview_lines
from readycheck.storage.handover import Arrival, Arriving, Incoming, Taken

READ_ME = say("README.txt")
ARRIVALS: Mapping[Arrival, Message] = {
    "new": say("{year}: new here, it would be added whole."),
    "same": say("{year}: brings nothing that is not here."),
    "differs": say("{year}: would bring"),
}


def read_me(shop: str, years: tuple[int, ...], tr: Translator) -> dict[str, str]:
    """The text that explains the zip, by its file's name: for whoever opens it and has never seen one."""
    lines = (
        tr("{shop}: seasons {years}", shop=shop, years=", ".join(map(str, years))),
        "",
        tr("This is an audit of a web shop's customer service, made with readycheck. To take it in:"),
        "",
        "    readycheck take FILE.zip",
        "",
        tr("It shows first what would come in and asks. What you have edited yourself stays: both people's edits are "
           "put together item by item, and where both changed the same item you choose."),
        tr("Leave the zip as it is; do not unpack it. Private notes, backups and half typed forms are not in it."),
    )
    folded = [part for line in lines for part in (wrapped(line, 78) if len(line) > 78 else [line])]
    return {tr(READ_ME): "\n".join(folded) + "\n"}


def arriving_lines(desk: Desk, arriving: Arriving) -> list[str]:
    """Shop and seasons, under each what it would bring."""
    lines = [desk.tr("{name} – into {shop}", name=arriving.name, shop=f"shops/{arriving.shop}")]
    for each in arriving.seasons:
        lines.append(desk.tr(Message(ARRIVALS[each.arrival].text, {"year": str(each.year)})))
        lines += _brought(desk, each)
    return lines


def _brought(desk: Desk, incoming: Incoming) -> list[str]:
    if incoming.arrival != "differs":
        return []
    lines = [part for line in preview_lines(incoming, desk.tr) for part in wrapped(line, desk.columns, "  ", " " * 6)]
    if not incoming.from_common:
        lines += wrapped(desk.tr("No state is known that both come from: what was taken out on one side stays."),
                         desk.columns, "  ", "  ")
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
