"""A folder of 200 shops with five seasons each, as heavy as in life: the made-up shop's audits, no two alike."""

from __future__ import annotations

import re
from pathlib import Path

from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage.document import Document, dump_document

SHOPS, YEARS = 200, (2022, 2023, 2024, 2025, 2026)
MODEL = {2022: 2025, 2023: 2025, 2024: 2026, 2025: 2025, 2026: 2026}
"""Which of the made-up shop's last two seasons a year is like."""
AUDITS = f"{SHOPS * len(YEARS):,} audits"
FIRST, NAME = "lankakauppa-000", "Lankakauppa 000"


def many_shops(folder: Path, shops: int = SHOPS) -> Path:
    """The folder of the audits, made once below `folder`."""
    archive, home = demo_archive(folder), folder / "many"
    if home.exists():
        return home
    data = {year: dump_document(_moved(archive.open(f"{SHOP}/{like}").document, year)) for year, like in MODEL.items()}
    for n in range(shops):
        shop = home / "shops" / f"lankakauppa-{n:03}"
        shop.mkdir(parents=True)
        for year in YEARS:
            (shop / f"{year}.toml").write_bytes(_varied(data[year], f"Lankakauppa {n:03}", n % 100))
    return home


def _moved(document: Document, year: int) -> Document:
    season = document["season"]
    by = year - season["year"]
    dates = {name: season[name].replace(year=season[name].year + by) for name in ("starts", "ends")}
    return {**document, "season": {**season, "year": year, **dates}}


def _varied(data: bytes, name: str, day: int) -> bytes:
    """Another name, and the counts of two days a week apart exchanged: what is worked out for one serves no other."""
    named = data.replace(b"Lankakauppa Villanen", name.encode())
    return re.sub(rb'(?<=daily = ")[^"]*', lambda found: b" ".join(_exchanged(found[0].split(), day)), named)


def _exchanged(counts: list[bytes], day: int) -> list[bytes]:
    counts[day], counts[day + 7] = counts[day + 7], counts[day]
    return counts
