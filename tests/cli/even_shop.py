"""A shop whose January is worked out by hand: 10 orders and 6 e-mails a day, 10 agent-hours for them.

6 e-mails × 3570 s / 3600 = 5.95 h of work; / 0.85 occupancy / (1 − 0.3) = 10 agent-hours a day, 70 a week. The
window 27 Dec – 31 Jan has 36 days: 216 contacts, 360 agent-hours. Planned: 35 h in week 53 and 70 h in week 1.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from readycheck.core.calendar import iso_week
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.document import Document, with_value
from readycheck.storage.edits import new_document

REQUIRED, COVERED = 360.0, 105.0
SCORE = 100 * COVERED / REQUIRED


def weeks_of(year: int) -> list[str]:
    """The ISO weeks from 1 November to 31 January."""
    days = (date(year, 11, 1) + timedelta(days=n) for n in range(92))
    return list(dict.fromkeys(map(iso_week, days)))


def contacts_profile(first: date, days: int, a_day: int, channel: str = "email") -> dict[str, Any]:
    """So many contacts of one channel on each day."""
    return {
        "first": first, "last": first + timedelta(days=days - 1), "daily": " ".join([str(a_day)] * days),
        "grid": ["0 " * 23 + "0"] * 7, "channels": {channel: a_day * days}, "with_channel": a_day * days,
    }


def even_document(document: Document, channel: str = "email") -> Document:
    """The document with the shop's demand and plan in it."""
    year = document["season"]["year"]
    values: dict[tuple[str, ...], Any] = {
        ("staffing", channel, "aht"): 3570,
        ("plan", "contact_rate"): 0.6,
        ("plan", "kernel"): "assumed",
        ("plan", "orders"): dict.fromkeys(weeks_of(year), 70),
        ("plan", "hours"): {f"{year}-W53": 35, f"{year + 1}-W01": 70} if year == 2026 else {},
        ("demand", "contacts"): contacts_profile(date(year - 1, 12, 27), 36, 12, channel),
    }
    for path, value in values.items():
        document = with_value(document, path, value)
    return document


def make_even_shop(home: Path, *, shop: str = "even", year: int = 2026, channel: str = "email") -> AuditFile:
    """The shop's season in a folder."""
    document = new_document(shop, year, "FI", "Europe/Helsinki", ())
    return Archive(home).create(shop, even_document(document, channel))
