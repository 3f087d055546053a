"""What a person says about an import, and the parts that a column can play in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["orders", "contacts", "survey"]
DateOrder = Literal["dmy", "mdy"]
ROLES: Mapping[Kind, tuple[str, ...]] = {
    "orders": ("time", "clock", "id"),
    "contacts": (
        "time", "clock", "id", "channel", "reason", "order", "subject", "tags", "text", "replied", "reply",
    ),
    "survey": ("id", "solved", "recommend", "adviser", "overall", "csat"),
}
AUTO = "auto"
COUNTED: tuple[str, ...] = ("id", "time", "clock", "channel", "reason")
"""The parts that orders and contacts are counted by; the others only help to find reasons and response times."""


@dataclass(frozen=True)
class ImportOptions:
    """The words of `readycheck import`.

    `columns` is heading by role (`{"time": "Created"}`; an empty heading leaves the role out; "clock" is the time
    of day where it stands in a column of its own, beside the date in "time"), `timezone` the
    IANA zone of times that do not say theirs, `source` the name under which a later import replaces this one,
    `channel` the one channel by which all these contacts came (a phone log has no column for it). `code_reasons`
    lets keyword rules code contacts without a reason by subject and tags, `read_texts` by message texts too;
    `sheet` is the workbook's sheet. `orders` are files of the orders that contacts name, to count the days between
    them. `ask_again` takes nothing of what was said of such files before.
    """

    format: str = AUTO
    timezone: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    source: str | None = None
    channel: str | None = None
    code_reasons: bool = False
    read_texts: bool = False
    sheet: str | None = None
    orders: tuple[Path, ...] = ()
    ask_again: bool = False

    @property
    def wants_rules(self) -> bool:
        """Whether the person asks for the keyword rules: allowing them the texts asks for them too."""
        return self.code_reasons or self.read_texts
