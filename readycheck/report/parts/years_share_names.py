"""What the parts of a demand are called: channels, reasons, hours and parts of the week."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name, reason_label
from readycheck.core.years.demand_moved import Moved, Share
from readycheck.report.case import Case

PARTS: Mapping[str, Message] = {"evenings": say("Weekday evenings"), "weekends": say("Weekends")}


def share_name(case: Case, found: Moved, share: Share) -> str:
    """A channel, a reason, an hour of the week or a part of it, as a person says it."""
    if found.what == "channels":
        return case.capital(channel_name(share.id))
    if found.what == "reasons":
        return _reason(case, share.id)
    day, _, hour = share.id.partition("-")
    if day in WEEKDAYS and hour.isdigit():
        return f"{case.tr.weekday(WEEKDAYS.index(day))} {int(hour):02d}–{int(hour) + 1:02d}"
    return case.tr(PARTS[share.id]) if share.id in PARTS else share.id


def _reason(case: Case, code: str) -> str:
    """By this side's label, else the other's, for a reason may be gone."""
    here = case.reason(code)
    return here if here != code or case.previous is None else reason_label(case.previous, code, case.tr.lang)
