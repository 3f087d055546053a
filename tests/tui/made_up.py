"""A made-up shop with two seasons; every number comes of a formula."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp

TODAY = date(2026, 10, 20)
FIRST = date(2025, 11, 1)
DAYS = 92
REASONS = {
    "where-is-my-order": 640, "return": 360, "size-advice": 210, "delivery-time": 150, "payment": 90, "gift-card": 50,
}
LABELS = {
    "where-is-my-order": ("Missä tilaukseni on", "Where is my order"),
    "return": ("Palautusohjeet", "How to return"),
    "size-advice": ("Koon valinta", "Choosing a size"),
    "delivery-time": ("Toimitusaika", "Delivery time"),
    "payment": ("Maksaminen", "Payment"),
    "gift-card": ("Lahjakortti", "Gift card"),
}


def grid(weekend: int, top: int) -> list[str]:
    """Rises towards `top` o'clock and falls again, evenings longer on weekdays; nothing before six."""
    rows = []
    for day in range(7):
        base = weekend if day >= 5 else 24 - day
        rows.append(" ".join(str(max(0, base - 2 * abs(hour - top)) if hour >= 6 else 0) for hour in range(24)))
    return rows


def daily(base: int) -> str:
    """A season that grows to the end of November and starts again after Christmas."""
    counts = [base + 2 * (n % 7) + (base if 20 <= n <= 35 else 0) for n in range(DAYS)]
    return " ".join(map(str, counts))


def document(year: int = 2026) -> dict[str, Any]:
    """The audit of one season."""
    first = FIRST.replace(year=year - 1)
    last = first + timedelta(days=DAYS - 1)
    profile = {"first": first, "last": last, "grid_of": "season"}
    return {
        "format": "readycheck-audit/1",
        "shop": {"name": "Lankakauppa Oy", "country": "FI", "timezone": "Europe/Helsinki"},
        "season": {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)},
        "hours": {
            "chat": {"live": True, "holidays": "closed", **{key: ["08:00-16:00"] for key in ("mon", "tue", "wed")},
                     "thu": ["10:00-12:30", "13:00-15:00"]},
            "email": {"live": False, **{key: ["08:00-16:00"] for key in ("mon", "fri")}},
        },
        "staffing": {"chat": {"aht": 480, "concurrency": 2}, "email": {"aht": 360}},
        "plan": {
            "shrinkage": 0.3, "growth": 1.1, "contact_rate": 0.2,
            "hours": {"2026-W53": 75.0, "2027-W01": 75.0, "2027-W02": 60.0} if year == 2026 else {"2026-W01": 80.0},
        },
        "reasons": {
            code: {"label": {"fi": fi, "en": en}, "after_sales": code in ("where-is-my-order", "return")}
            for code, (fi, en) in LABELS.items()
        },
        "faq": [{"title": "Toimitusajat", "url": "/ukk#toimitus", "answers": ["where-is-my-order"],
                 "findable": True, "reviewed": date(year, 9, 30)}],
        "demand": {
            "orders": {**profile, "grid": grid(30, 20), "daily": daily(30), "timed": 4000},
            "contacts": {**profile, "grid": grid(8, 12), "daily": daily(8), "timed": 1500, "with_channel": 1500,
                         "channels": {"chat": 600, "email": 900}, "reasons": REASONS, "uncoded": 100},
        },
        "actions": [
            {"id": "faq-search", "title": "UKK-haku kauppaan", "owner": "Maija", "due": date(year, 11, 10),
             "lead_days": 14, "status": "open", "fallback": "Linkki etusivulle"},
            {"id": "returns", "title": "Palautusohje tilausvahvistukseen", "due": date(year, 10, 1), "status": "done"},
        ],
    }


def archive_of(home: Path, *years: int) -> Archive:
    """An archive with these seasons of the shop."""
    archive = Archive(home)
    for year in years:
        archive.create("lankakauppa", document(year))
    return archive


def app_at(home: Path, lang: Lang = "en", reference: str = "lankakauppa/2026") -> ReadycheckApp:
    """The app with one audit open, on a fixed day."""
    archive = Archive(home)
    if not archive.shops():
        archive = archive_of(home, 2025, 2026)
    return ReadycheckApp(archive, Translator(lang), TODAY, archive.open(reference))
