"""Imports as the tests make them: one shop in Helsinki, the season of 2026, a few known reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from readycheck.core.audit import Reason, Season
from readycheck.core.checklist import LocalText, ReasonCode, ReasonCodes
from readycheck.demand.importer import ImportOptions, ImportResult, Recognition, recognise, run_import
from readycheck.demand.options import Kind
from readycheck.errors import ReadycheckError

DATA = Path(__file__).parent.parent / "data"
EXPORTS, HOSTILE = DATA / "exports", DATA / "hostile"
SEASON = Season(2026, date(2026, 11, 1), date(2027, 1, 31))
TODAY = date(2026, 10, 1)
CODES = ReasonCodes("reason-codes", 1, (
    ReasonCode("where-is-my-order", LocalText("Missä tilaukseni on", "Where is my order"),
               keywords={"fi": ("seuranta", "paketti"), "sv": ("spårning",), "en": ("tracking",)}),
    ReasonCode("return", LocalText("Palautus", "Return"), keywords={"sv": ("retur",), "fi": ("paketti",)}),
))


def recognised(
    *paths: Path, kind: Kind = "orders", zone: str = "Europe/Helsinki", season: Season = SEASON,
    targets: dict[str, float] | None = None, codes: ReasonCodes = CODES, reasons: dict[str, Reason] | None = None,
    **options: Any,
) -> Recognition:
    """The recognition of files."""
    return recognise(list(paths), kind, shop_timezone=zone, season=season, options=ImportOptions(**options),
                     reason_codes=codes, targets=targets, reasons=reasons)


def imported(*paths: Path, today: date = TODAY, **rest: Any) -> ImportResult:
    """The import of files, with whatever `recognised` takes."""
    return run_import(recognised(*paths, **rest), today=today)


def written(folder: Path, content: str | bytes, name: str = "export.csv") -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def mistakes(error: ReadycheckError) -> list[str]:
    """The sentences of an error, in English."""
    return [str(problem.message()) for problem in error.problems]


def busy(counts: dict[str, Any]) -> dict[tuple[int, int], int]:
    """The hours of the grid that are not zero, by (weekday from Monday 0, hour)."""
    return {
        (weekday, hour): int(count)
        for weekday, row in enumerate(counts["grid"])
        for hour, count in enumerate(row.split())
        if count != "0"
    }
