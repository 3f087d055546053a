"""When a message was written (its Date header) or came (the mailbox's own line before it)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

LONGEST_DATE = 200
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}
_DATE = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?"
    r"\s*(?:([+-]\d{4})\b.*|\(.*)?$", re.IGNORECASE | re.DOTALL,
)
_FROM_LINE = re.compile(
    r"From (?!- )(\S*) .*?([a-z]{3}) +(\d{1,2}) +(\d\d):(\d\d):(\d\d)(?: +([+-]\d{4}|[A-Z]{3,4}))? +(\d{4})",
    re.IGNORECASE,
)
"""Thunderbird writes "From - " and the time at which it stored the message: that is no time of the message."""


def sent_at(date: str) -> datetime | None:
    """The time of a Date header, without a zone where it tells none; None where it cannot be read."""
    found = _DATE.match(date[:LONGEST_DATE].strip())
    if found is None:
        return _by_standard(date[:LONGEST_DATE])
    day, month, year, hour, minute, second, offset = found.groups()
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    return _moment((int(year), number, int(day), int(hour), int(minute), min(int(second or 0), 59)), _seconds(offset))


def _by_standard(date: str) -> datetime | None:
    """Rarer forms of the header, as the standard library reads them."""
    try:
        found = parsedate_tz(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None if found is None else _moment(found[:6], found[9])


def came_at(line: str) -> datetime | None:
    """The time, in UTC, of the line before a message; None where it tells none."""
    found = _FROM_LINE.match(line[:LONGEST_DATE])
    number = _MONTHS.get(found[2].lower()) if found else None
    if found is None or number is None:
        return None
    offset = found[7] if found[7] and found[7][0] in "+-" else "+0000"
    clock = (int(found[8]), number, int(found[3]), int(found[4]), int(found[5]), min(int(found[6]), 59))
    return _moment(clock, _seconds(offset))


def _seconds(offset: str | None) -> int | None:
    if offset is None:
        return None
    return (1 if offset[0] == "+" else -1) * (int(offset[1:3]) * 3600 + int(offset[3:5]) * 60)


def _moment(clock: tuple[int, ...], seconds: int | None) -> datetime | None:
    year, month, day, hour, minute, second = clock
    try:
        zone = None if seconds is None else timezone(timedelta(seconds=seconds))
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def utc_second(moment: datetime) -> int:
    """Seconds since 1970; a time without a zone is taken as UTC, which is near enough to put messages in order."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int((aware - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
