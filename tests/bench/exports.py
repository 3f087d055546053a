"""Large exports for the benchmarks: as many contacts as wanted, spread over three years in two zones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import gmtime, strftime
from zoneinfo import ZoneInfo

CHANNELS = ("email", "chat", "phone", "Facebook", "Instagram", '"Store, pickup"')
REASONS = ("where is my order", "return", "refund", "size question", "payment failed", "damaged", '"gift ""wrap"""',
           "invoice", "discount code", "other")
SUBJECTS = ("Missä pakettini on?", "Palautus", "Tilausvahvistus puuttuu", "Reklamaatio: viallinen tuote",
            "Kysymys koosta", "Lasku", '"Hei, kysyisin"')
HOUR = 3600


def write_contacts(path: Path, rows: int) -> None:
    """A CSV of contacts: id, time with its own offset (85 % Helsinki, 10 % UTC, 5 % Stockholm), channel, reason."""
    with path.open("w", encoding="utf-8") as out:
        out.write("id,created_at,channel,reason,subject\n")
        out.writelines(_contacts(rows))


def _contacts(rows: int) -> Iterator[str]:
    chance = random.Random(7)
    some = chance.random
    low = int(datetime(2023, 1, 1, tzinfo=UTC).timestamp())
    high = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    helsinki, stockholm = ({hour: _offset(zone, hour) for hour in range(low // HOUR, high // HOUR + 1)}
                           for zone in (ZoneInfo("Europe/Helsinki"), ZoneInfo("Europe/Stockholm")))
    days = {day: strftime("%Y-%m-%d", gmtime(day * 86400)) for day in range(low // 86400, high // 86400 + 2)}
    for number in range(1, rows + 1):
        instant, kind = low + int(some() * (high - low)), some()
        offset = helsinki[instant // HOUR] if kind < 0.85 else 0 if kind < 0.95 else stockholm[instant // HOUR]
        mark = "Z" if offset == 0 else f"+0{offset // HOUR}:00"
        day, second = divmod(instant + offset, 86400)
        yield (
            f"{number},{days[day]}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{mark},"
            f"{CHANNELS[int(some() * 6)]},{REASONS[int(some() * 10)]},{SUBJECTS[int(some() * 7)]}\n"
        )


def _offset(zone: ZoneInfo, hour: int) -> int:
    offset = datetime.fromtimestamp(hour * HOUR, UTC).astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def write_workbook(path: Path, rows: int) -> None:
    """A workbook of orders: id, a real date cell, amount, status."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Orders")
    sheet.append(["Order number", "Order date", "Total", "Status"])
    start = datetime(2025, 11, 1)
    for number in range(rows):
        sheet.append([10_000 + number, datetime.fromtimestamp(start.timestamp() + 37 * number), 19.9, "completed"])
    book.save(path)
