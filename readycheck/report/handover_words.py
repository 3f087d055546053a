"""Words about an audit that is sent: what lies beside it in the zip, and what one that arrives would bring."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.report.two_places import in_question_words, preview_lines
from readycheck.storage.handover import Arrival, Arriving

READ_ME, COLUMNS = say("README.txt"), 78
ARRIVALS: Mapping[Arrival, Message] = {
    "new": say("{year}: new here, it would be added whole."),
    "same": say("{year}: brings nothing that is not here."),
    "differs": say("{year}: would bring"),
}
UNKNOWN = say("No state is known that both come from: what was taken out on one side stays.")


def read_me(shop: str, years: tuple[int, ...], tr: Translator) -> dict[str, str]:
    """The text that explains the zip, by its file's name: for whoever opens it and has never seen one."""
    lines = (
        tr("{shop} ({years})", shop=shop, years=", ".join(map(str, years))),
        tr("This is an audit of a web shop's customer service, made with readycheck. To take it in:"),
        "    readycheck take " + tr("FILE") + ".zip",
        tr("Or in the app: t on the list of shops."),
        tr("It shows first what would come in and asks. What you have edited yourself stays: both people's edits are "
           "put together item by item, and where both changed the same item you choose."),
        tr("Leave the zip as it is; do not unpack it. Private notes, backups and half typed forms are not in it."),
    )
    folded = [line if line.startswith(" ") else fill(line, COLUMNS, break_long_words=False) for line in lines]
    return {tr(READ_ME): "\n\n".join(folded) + "\n"}


def arriving_lines(arriving: Arriving, tr: Translator) -> list[str]:
    """A line for each season; those about what it would bring are indented by two."""
    lines = []
    for each in arriving.seasons:
        lines.append(tr(Message(ARRIVALS[each.arrival].text, {"year": str(each.year)})))
        if each.arrival == "differs":
            named = in_question_words(each.sent.audit, tr)
            lines += [f"  {line}" for line in preview_lines(each, tr, named)]
            lines += [] if each.from_common else [f"  {tr(UNKNOWN)}"]
    return lines
