"""Why rows are refused: the English name of a cause is its key in the audit file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.errors import Unit

ROW_EMPTY = say("row empty")
NO_RECORD = say("record empty or not readable")
NO_MESSAGE = say("message empty or not readable")
TOO_MANY_CELLS = say("more cells than headings")
BROKEN_QUOTES = say("quotes not closed")
TOO_LONG = say("cell too long")
LEFT_OUT = say("left out by its status")
ID_MISSING = say("id missing")
FORMULA_WITHOUT_VALUE = say("formula without a stored value")
TIME_MISSING = say("time missing")
TIME_UNREADABLE = say("time not readable")
TIME_SKIPPED = say("time does not exist")
TIME_ANCIENT = say("time before 1990")
TIME_FUTURE = say("time over a year ahead")
ANSWER_UNREADABLE = say("answer not readable")

ALL: Mapping[str, Message] = {
    cause.text: cause
    for cause in (
        ROW_EMPTY, TOO_MANY_CELLS, BROKEN_QUOTES, TOO_LONG, LEFT_OUT, ID_MISSING, FORMULA_WITHOUT_VALUE,
        TIME_MISSING, TIME_UNREADABLE, TIME_SKIPPED, TIME_ANCIENT, TIME_FUTURE, ANSWER_UNREADABLE,
        NO_RECORD, NO_MESSAGE,
    )
}
EMPTY: Mapping[Unit, Message] = {"record": NO_RECORD, "message": NO_MESSAGE}
"""What an empty row of a copy stands for, where it is no row of a table."""

NUMBERS: Mapping[str, int] = {cause: number for number, cause in enumerate(ALL)}
"""A cause's number in SQL, where a million rows carry one."""


_FIRST: Mapping[Unit, Message] = {
    "line": say("{cause}: {count} refused, the first in {file} on line {line}"),
    "row": say("{cause}: {count} refused, the first in {file} on row {line}"),
    "record": say("{cause}: {count} refused, the first in {file} in record {line}"),
    "message": say("{cause}: {count} refused, the first in {file} in message {line}"),
}


@dataclass(frozen=True)
class Rejected:
    """What was refused for one cause: how many, and where the first of them stands: a `unit` and its number."""

    cause: str
    count: int
    file: str
    line: int
    unit: Unit = "line"

    @property
    def name(self) -> Message:
        """The cause in words that can be translated."""
        return ALL[self.cause]

    def message(self) -> Message:
        """The whole sentence, with the place of the first."""
        facts = {"cause": self.name, "count": self.count, "file": self.file, "line": self.line}
        return Message(_FIRST[self.unit].text, facts)


def by_cause(rejected: Iterable[Rejected]) -> dict[str, int]:
    """Counts by cause, as the audit file keeps them."""
    return {refusal.cause: refusal.count for refusal in rejected}
