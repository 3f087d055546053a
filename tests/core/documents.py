"""Small audit documents for the core's tests, and their typed view."""

from __future__ import annotations

from datetime import date
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.results import Scores
from readycheck.storage.decode import Mistakes, decode

Document = dict[str, Any]
NOTHING = " ".join(["0"] * 24)


def audit_of(document: Document) -> Audit:
    """The document as typed values; its mistakes fail the test."""
    mistakes = Mistakes(unknown_keys=False)
    audit = decode(Audit, document, mistakes)
    assert audit is not None, mistakes.found
    return audit


def document(year: int = 2026, **tables: Any) -> Document:
    """A Finnish shop's season from 1 November to 31 January, with these tables."""
    return {
        "format": "readycheck-audit/1", "shop": {"name": "Testikauppa"},
        "season": {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)}, **tables,
    }


def grid(cells: dict[tuple[int, int], int]) -> list[str]:
    """Seven rows of 24 counts, zero but for these (weekday, hour) cells."""
    return [" ".join(str(cells.get((day, hour), 0)) for hour in range(24)) for day in range(7)]


def contacts(year: int = 2026, cells: dict[tuple[int, int], int] | None = None, **keys: Any) -> Document:
    """The profile of contacts of the season before, one a day unless `daily` says otherwise."""
    return {
        "first": date(year - 1, 11, 1), "last": date(year, 1, 31), "grid": grid(cells or {}),
        "daily": " ".join(["1"] * 92), **keys,
    }


def text(english: str) -> dict[str, str]:
    return {"fi": english, "en": english}


def question(identifier: str, **keys: Any) -> Document:
    """A question of weight 1 unless said."""
    return {
        "id": identifier, "prompt": text(f"{identifier}?"), "why": text("because"), "remedy": text("do it"),
        "effort": "small", "weight": 1, "source": "S1", **keys,
    }


def checklist(
    sections: dict[str, list[Document]], readiness: dict[str, float] | None = None, identifier: str = "peak-season",
) -> Document:
    """A checklist with these questions by section, and these weights in the readiness mean."""
    return {
        "id": identifier, "version": 1, "title": text("list"), "source": "S1",
        "bands": {"ready": 85, "nearly": 60, "why": text("so")},
        "sections": [{"id": name, "title": text(name), "questions": asked} for name, asked in sections.items()],
        "readiness": [{"id": key, "weight": w, "why": text("so")} for key, w in (readiness or {}).items()],
    }


def figures(scores: Scores) -> Document:
    """The coverage scores in the shape of `score --json` (INTERFACE.md)."""
    hours, reasons, january = scores.hours, scores.reasons, scores.january
    return {
        "opening_hours": {
            "score": hours.score, "evenings": hours.evenings, "weekends": hours.weekends,
            "any_channel": hours.any_channel, "channels": dict(hours.channels),
        },
        "faq": {"score": scores.faq.score},
        "contact_reasons": {
            "score": reasons.score, "top": list(reasons.top), "coded": reasons.coded, "top_share": reasons.top_share,
            "preventable": reasons.preventable, "canned_replies": reasons.canned_replies,
            "escalation": reasons.escalation,
        },
        "january": {
            "score": january.score, "before": january.before,
            "weeks": [{"week": week.week, "contacts": week.contacts, "required": week.required,
                       "planned": week.planned, "presence": week.presence} for week in january.weeks],
        },
        "path": {"score": scores.path.score},
    }


def assert_agrees(found: Any, expected: Any, where: str = "") -> None:
    """Everything that is expected is found, numbers to 1e-9 of their size."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_agrees(found[key], value, f"{where}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), where
        for place, value in enumerate(expected):
            assert_agrees(found[place], value, f"{where}[{place}]")
    elif isinstance(expected, float) and found is not None:
        assert abs(found - expected) <= 1e-9 * max(abs(expected), 1e-3), f"{where}: {found}, expected {expected}"
    else:
        assert found == expected, f"{where}: {found}, expected {expected}"
