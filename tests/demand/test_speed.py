"""A million rows: how long, how much memory, and every count right."""

from __future__ import annotations

import resource
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readycheck.storage.checklists import reason_codes
from tests.demand.imports import imported

ROWS = 1_000_000


@pytest.mark.slow
def test_a_million_contacts(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    start = datetime(2025, 11, 1)
    channels, reasons = ("Mail", "Chat", "Puhelin", "Kioski"), ("tracking", "return", "muu")
    with path.open("w", encoding="utf-8") as file:
        file.write("id;created;channel;reason;text\n")
        for number in range(ROWS):
            moment = start + timedelta(minutes=number % (92 * 1440))
            file.write(f"{number};{moment:%d.%m.%Y %H.%M};{channels[number % 4]};{reasons[number % 3]};\"hei, äiti\"\n")
    began = time.perf_counter()
    counts = imported(path, kind="contacts").entry["counts"]
    took = time.perf_counter() - began
    assert sum(sum(map(int, row.split())) for row in counts["grid"]) == ROWS
    assert counts["channels"] == {"chat": 250_000, "email": 250_000, "kioski": 250_000, "phone": 250_000}
    # numbers 0, 3, 6 … up to 999 999 are one more than the others
    assert counts["reasons"] == {"where-is-my-order": 333_334, "return": 333_333}
    assert counts["uncoded"] == 333_333
    assert took < 30
    if sys.platform == "linux":
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_000_000  # KiB


@pytest.mark.slow
def test_a_million_contacts_by_keyword_rules(tmp_path: Path) -> None:
    """Fifty thousand different subjects: each is looked at once, however many contacts have it."""
    path = tmp_path / "million.csv"
    start = datetime(2025, 11, 1)
    words = ("Palautuksen tila", "Lasku", "Missä pakettini on", "Kysymys", "Lasku ja palautus")
    with path.open("w", encoding="utf-8") as file:
        file.write("id;created;reason;subject\n")
        for number in range(ROWS):
            moment = start + timedelta(minutes=number % (92 * 1440))
            subject = f"{words[number % 5]} w{number % 50_000}x"
            file.write(f"{number};{moment:%Y-%m-%d %H:%M:%S};{'Vaihto' if number % 10 == 0 else ''};{subject}\n")
    began = time.perf_counter()
    counts = imported(path, kind="contacts", codes=reason_codes(), code_reasons=True,
                      columns={"subject": "subject"}).entry["counts"]
    took = time.perf_counter() - began
    # a fifth of a million has each wording; of the first of them every other row was coded by people
    assert counts["by_rule"] == {"invoice": 200_000, "where-is-my-order": 200_000, "return": 100_000}
    assert (counts["reasons"]["exchange"], counts["uncoded"]) == (100_000, 400_000)
    assert took < 60
