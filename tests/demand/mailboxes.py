"""Mailboxes as the tests make them, and what is read out of them."""

from __future__ import annotations

import csv
from pathlib import Path

from readycheck.demand.files.mbox import read_mbox
from readycheck.demand.files.text import Origin
from tests.demand.imports import written

# 28 Nov 2025 was a Friday (weekday 4), 1 Dec a Monday (0)
FRIDAY, MONDAY = "Fri, 28 Nov 2025 22:12:41 +0200", "Mon, 01 Dec 2025 21:03:10 +0200"
BORDER = "From 17@xxx Fri Dec 19 20:41:17 +0000 2025"
PLAIN = "Content-Type: text/plain; charset=utf-8"
QP = "Content-Transfer-Encoding: quoted-printable"
PARTS = "Content-Type: multipart/mixed; boundary=\"b 1\""


def message(*headers: str, body: str = "Hei", border: str = BORDER) -> str:
    return "\n".join([border, *headers, "", body, "", ""])


def mail(number: int, date: str = FRIDAY, *headers: str, body: str = "Hei") -> str:
    return message(f"Message-ID: <{number}@b.fi>", f"Date: {date}", *headers, body=body)


def parted(*parts: str) -> str:
    return "".join(f"--b 1\n{part}\n" for part in parts) + "--b 1--"


def rows(folder: Path, content: str | bytes, *, texts: bool = False) -> list[dict[str, str]]:
    path = written(folder, content, "box.mbox")
    table = read_mbox(Origin(path, path.name, folder / "0.csv", texts=texts))
    with table.readable.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def threads(folder: Path, content: str) -> list[list[int]]:
    """Which messages (from 0) share a thread."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows(folder, content)):
        found.setdefault(row["Thread"], []).append(number)
    return list(found.values())
