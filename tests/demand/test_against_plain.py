"""Exports made by chance, and what is counted of them held against plain loops over what was written."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from readycheck.demand.rows import causes
from tests.demand.imports import imported

pytestmark = pytest.mark.slow

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2025, 3, 1, tzinfo=UTC)
CHANNELS = {"Email": "email", "Sähköposti": "email", "puhelu": "phone", " Chat ": "chat", "Telegram": "telegram",
            "": None, "muu": None, "\u00a0": None}
REASONS = {"palautus": "return", "Seuranta": "where-is-my-order", "Rikki tullut": "rikki-tullut", "": None,
           "Other": None, "\u00a0": None}
MISTAKES = {"": "time missing", "soon": "time not readable", "31.11.2025 10.00": "time not readable",
            "1985-01-01 10:00": "time before 1990", "2029-01-01 10:00": "time over a year ahead",
            "2025-03-30 03:30": "time does not exist"}
HEADINGS = ["Note", "Yhteydenoton syy", "Luotu", "Kanava", "Tiketti", "Junk", "Junk"]
LONG = 17_000_000


@dataclass(frozen=True)
class Row:
    """A row as it was written: `at` is its instant in Helsinki or its day, None where `cause` refuses it."""

    id: str
    time: str
    at: datetime | date | None
    channel: str
    reason: str
    cause: str | None = None
    line: int = 0
    file: str = ""

    @property
    def order(self) -> tuple[datetime, bool]:
        """What tells which row of an id is the first: local time to the minute, a day alone before its midnight."""
        assert self.at is not None
        if isinstance(self.at, datetime):
            return self.at.replace(tzinfo=None, second=0), True
        return datetime(self.at.year, self.at.month, self.at.day), False


def _written_time(chance: random.Random, moment: datetime, plain: bool) -> tuple[str, datetime | date | None]:
    """The moment in one of the ways in which exports write it; None where no clock shows that local time."""
    local = moment.astimezone(HELSINKI)
    wall = local.replace(tzinfo=None)
    minutes = chance.choice([-480, -300, 0, 120, 330, 840])
    there = (moment + timedelta(minutes=minutes)).replace(tzinfo=None)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"
    told = [f"{moment:%Y-%m-%dT%H:%M:%SZ}", f"{there:%Y-%m-%d %H:%M:%S} {offset}",
            f"{there:%Y-%m-%dT%H:%M:%S}{offset[:3]}:{offset[3:]}"]
    bare = [f"{wall:%Y-%m-%d %H:%M}", f"{wall:%Y-%m-%dT%H:%M:%S}", f"{wall:%Y/%m/%d %H:%M:%S}"]
    if not plain:
        told.append(f"{moment:%Y-%m-%d %H:%M:%S} UTC")
        bare += [f"{wall.day}.{wall.month}.{wall.year} {wall.hour}.{wall:%M}", f"'{wall:%Y-%m-%d %H:%M:%S}",
                 f"{wall:%d/%m/%Y %H:%M}", f"{wall:%b %d, %Y %H:%M:%S %p}", f" {wall:%d.%m.%Y klo %H.%M.%S}\u00a0"]
        if chance.random() < 0.1:
            return f"{wall.day}.{wall.month}.{wall.year}", wall.date()
    if chance.random() < 0.5:
        return chance.choice(told), local
    # a time that is there twice is the first of the two
    return chance.choice(bare), wall.replace(tzinfo=HELSINKI, fold=0)


def _row(chance: random.Random, id: str, plain: bool, bad: float) -> Row:
    if chance.random() < 0.05:  # around the two nights of 2025 when clocks change
        night = chance.choice([datetime(2025, 3, 29, 23, tzinfo=UTC), datetime(2025, 10, 25, 23, tzinfo=UTC)])
        moment = night + timedelta(minutes=chance.randrange(240))
    else:
        moment = START + timedelta(seconds=chance.randrange(330 * 86_400))
    time, at = _written_time(chance, moment, plain)
    cause = None
    if chance.random() < bad:
        time, cause = chance.choice([*MISTAKES.items(), (time, "id missing")])
    return Row("" if cause == "id missing" else id, time, None if cause else at,
               chance.choice([*CHANNELS]), chance.choice([*REASONS]), cause)


def _export(chance: random.Random, path: Path, rows: list[Row], bad: float, break_: str, pad: int) -> list[Row]:
    """Write the rows, some with line breaks in a cell, some with cells too many; what was written, with its lines."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator=break_)
    writer.writerow(HEADINGS)
    line, written = 2, []
    for row in rows:
        note = chance.choice(["a\nb", "=1+1", 'say "hi"', "a;b,c", ""] if bad else ["=1+1", ""]) + "p" * pad
        cells = [note, row.reason, row.time, row.channel, row.id, "", "z"]
        crowded = chance.random() < bad / 5
        writer.writerow([*cells, "q", "w"] if crowded else cells)
        cause = "more cells than headings" if crowded else row.cause
        written.append(Row("" if crowded else row.id, row.time, None if cause else row.at, row.channel, row.reason,
                           cause, line, path.name))
        line += 1 + note.count("\n")
    path.write_bytes(b"\xef\xbb\xbf" + buffer.getvalue().encode())
    return written


def _expected(rows: list[Row]) -> dict[str, object]:
    """Plain loops: an id once, at its earliest row that counts; refused where none of its rows does."""
    items: dict[object, list[Row]] = defaultdict(list)
    for number, row in enumerate(rows):
        items[row.id or number].append(row)
    hours: Counter[tuple[date, int | None]] = Counter()
    names: dict[str, Counter[str | None]] = {"channel": Counter(), "reason": Counter()}
    rejected: Counter[str] = Counter()
    unsound: list[Row] = []
    instants: list[datetime] = []
    for item in items.values():
        sound = sorted((row for row in item if row.cause is None), key=lambda row: row.order)
        if not sound:
            rejected[min((row.cause or "" for row in item), key=causes.NUMBERS.__getitem__)] += 1
            unsound += item
            continue
        at = sound[0].at
        if isinstance(at, datetime):
            instants.append(at)
            hours[at.date(), at.hour] += 1
        elif at is not None:
            hours[at, None] += 1
        for role, known in (("channel", CHANNELS), ("reason", REASONS)):
            told = [(row.order, getattr(row, role)) for row in sound if getattr(row, role).strip()]
            names[role][known[min(told)[1]] if told else None] += 1
    days: Counter[date] = Counter()
    grid = [[0] * 24 for _ in range(7)]
    for (day, hour), count in hours.items():
        days[day] += count
        if hour is not None and date(2025, 11, 1) <= day <= date(2026, 1, 31):
            grid[day.weekday()][hour] += count
    first, last = min(days), max(days)
    return {
        "rows": len(rows), "rejected": dict(rejected),
        "places": {cause: min((row.file, row.line) for row in unsound if row.cause == cause) for cause in rejected},
        "daily": " ".join(str(days[first + timedelta(days=n)]) for n in range((last - first).days + 1)),
        "grid": [" ".join(map(str, row)) for row in grid],
        "channels": {name: count for name, count in names["channel"].items() if name},
        "reasons": {name: count for name, count in names["reason"].items() if name},
        "uncoded": names["reason"][None],
        "first_at": min(instants, key=lambda at: at.astimezone(UTC)).astimezone(UTC).replace(second=0),
        "last_at": max(instants, key=lambda at: at.astimezone(UTC)).astimezone(UTC).replace(second=0),
    }


def _counted(paths: list[Path]) -> dict[str, object]:
    result = imported(*paths, kind="contacts", date_order="dmy")
    entry, counts = result.entry, result.entry["counts"]
    return {
        "rows": entry["rows"], "rejected": entry["rejected"],
        "places": {refusal.cause: (refusal.file, refusal.line) for refusal in result.rejected},
        **{name: counts[name] for name in ("daily", "grid", "channels", "reasons", "uncoded")},
        **{name: entry[name].astimezone(UTC) for name in ("first_at", "last_at")},
    }


def _compare(folder: Path, seed: int, *, files: int, rows: int, plain: bool, again: float, bad: float, pad: int = 0,
             overlap: int = 0) -> None:
    chance = random.Random(seed)
    paths, written = [], []
    for number in range(files):
        paths.append(folder / f"{number}.csv")
        first = 10_000 + number * (rows - overlap)
        ids = [chance.randrange(first, first + n) if n and chance.random() < again else first + n for n in range(rows)]
        made = [_row(chance, str(id), plain, bad) for id in ids]
        written += _export(chance, paths[-1], made, bad, chance.choice(["\n", "\r\n"]), pad)
        assert (paths[-1].stat().st_size > LONG) == bool(pad)
    assert _counted(paths) == _expected(written)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("plain", [True, False])
def test_small_exports_of_every_kind(seed: int, plain: bool, tmp_path: Path) -> None:
    _compare(tmp_path, seed, files=1 + seed % 3, rows=400, plain=plain, again=(0.0, 0.1, 0.5, 0.9)[seed],
             bad=0.05, overlap=100)


@pytest.mark.slow
@pytest.mark.parametrize(("again", "bad", "files", "plain"), [
    (0.0, 0.0, 1, True),      # each id once
    (0.001, 0.0, 1, True),    # a few ids again, far apart
    (0.0, 0.01, 1, True),     # refused rows and line breaks in cells
    (0.01, 0.01, 1, False),   # times of every form
    (0.0, 0.002, 2, True),    # two files that overlap
])
def test_exports_so_long_that_they_are_read_the_quick_way(
    again: float, bad: float, files: int, plain: bool, tmp_path: Path
) -> None:
    _compare(tmp_path, 7, files=files, rows=40_000, plain=plain, again=again, bad=bad, pad=400, overlap=9_000)
