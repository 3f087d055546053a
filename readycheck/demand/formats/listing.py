"""Every export that is known by name: what `readycheck import --list-formats` prints."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message, in_a_row, say
from readycheck.demand.files.text import FORMS, Form
from readycheck.demand.formats.dialects import ZoneRule, dialects, format_name, kind_name
from readycheck.demand.options import Kind


@dataclass(frozen=True)
class FormatRow:
    """One format: `headings` (as exports spell them) tell it, all of them; none: it is taken where no other fits."""

    id: str
    name: str
    kinds: tuple[Kind, ...]
    headings: tuple[str, ...]
    zone: ZoneRule
    forms: tuple[Form, ...]

    def lines(self) -> tuple[Message, ...]:
        """What a person should know of it, the most important first; to be translated."""
        name = format_name(dialects()[self.id]) if self.headings else say("Any other table")
        kinds, forms = in_a_row([kind_name(kind) for kind in self.kinds]), [FORMS[form] for form in self.forms]
        files = say("{forms}; {zone}", forms=in_a_row(forms), zone=_ZONES[self.zone])
        return (say("{name}: {kinds}", name=name, kinds=kinds), files, self._known())

    def _known(self) -> Message:
        if self.forms == ("mbox",):
            return say("recognised by what is in the file")
        if not self.headings:
            return say("taken where no other fits")
        return say("recognised by the headings {headings}", headings=", ".join(self.headings))


_ZONES: dict[ZoneRule, Message] = {
    "own": say("times carry their own offset"), "utc": say("times are UTC"),
    "shop": say("times are taken as the shop's own"), "ask": say("the time zone is asked for"),
}


def format_rows() -> tuple[FormatRow, ...]:
    """The shipped formats by their names; those that are taken where no other fits come last."""
    rows = [
        FormatRow(each.id, each.name, each.kinds, each.known_by, each.zone, each.forms) for each in dialects().values()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.headings, row.name.casefold(), row.id)))
