"""A made-up audit with one short checklist, so that every score can be worked out by hand.

Readiness is the plain mean of two sections. `presence`: `evenings` weighs 3 and `weekends` 1; `self-service`:
`faq` weighs 2. The shop answers until 16 only, so that the measured evenings are 0.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive
from readycheck.storage.document import parse_document
from readycheck.tui.app import ReadycheckApp
from tests.tui.made_up import TODAY, document

EVENINGS = "peak-season/presence.evenings"
WEEKENDS = "peak-season/presence.weekends"
FAQ = "peak-season/self-service.faq"
FULL: dict[str, Any] = {
    "path_runs": [{"tester": "Anna", "outsider": True, "device": "phone", "on": TODAY, "steps": [
        {"step": "pay", "result": "friction", "seconds": 3599, "payment_method": "MobilePay", "note": "hidas"},
    ]}],
    "observations": [{"kind": "difficulty", "text": "Jono venyi", "on": TODAY}],
    "stages": [{"stage": "toimitus", "risk": "myöhästyy", "mitigation": "kerrotaan"}],
    "service": {"fcr": 0.85, "n": 200, "chat": {"first_response_s": 75, "target_s": 60}},
    "channels": {"chat": {"owner": "Maija", "target_s": 86400, "wished": 0.3}},
    "confirmation": {"answers": ["return"], "on": TODAY},
}
"""Tables for `app_with`: something on every screen."""


def both(fi: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"fi": fi, "en": en}


def question(identifier: str, prompt: dict[str, str], **more: Any) -> dict[str, Any]:
    """A question of the short list."""
    return {
        "id": identifier, "prompt": prompt, "why": both("Siksi.", "Because."),
        "remedy": both("Tee näin.", "Do it so."), "effort": "small", "weight": 1, "source": "S1 §1", **more,
    }


def checklist() -> dict[str, Any]:
    """The short list."""
    reason = both("Yhtä tärkeät.", "Equally important.")
    return {
        # above any that ships: what is newer is not on offer here
        "id": "peak-season", "version": 1000, "title": both("Sesonki", "Season"), "source": "S1",
        "bands": {"ready": 85, "nearly": 60, "why": reason},
        "readiness": [
            {"id": f"peak-season/{name}", "weight": 1, "why": reason} for name in ("presence", "self-service")
        ],
        "sections": [
            {"id": "presence", "title": both("Läsnäolo", "Presence"), "questions": [
                question("evenings", both("Vastataanko iltaisin?", "Are evenings answered?"), weight=3,
                         critical=True, measure="evenings", at_least=50, lead_days=14),
                question("weekends", both("Vastataanko viikonloppuisin?", "Are weekends answered?")),
            ]},
            {"id": "self-service", "title": both("Itsepalvelu", "Self-service"), "questions": [
                question("faq", both("Onko UKK ajan tasalla?", "Is the FAQ current?"), weight=2),
            ]},
        ],
    }


def archive_at(home: Path, **more: Any) -> Archive:
    """An archive with the made-up shop's 2026 season; `more` tables replace its own."""
    archive = Archive(home)
    archive.create("lankakauppa", {**document(), "checklists": [checklist()], **more})
    return archive


def app_with(home: Path, lang: Lang = "fi", **more: Any) -> ReadycheckApp:
    """The app with that audit open, on a fixed day."""
    archive = archive_at(home, **more)
    return ReadycheckApp(archive, Translator(lang), TODAY, archive.open("lankakauppa/2026"))


def saved(home: Path) -> dict[str, Any]:
    """What the audit file holds now."""
    path = home / "shops" / "lankakauppa" / "2026.toml"
    return parse_document(path.read_bytes(), path.name)
