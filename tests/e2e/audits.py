"""Audit files for the tests to begin with."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

from readycheck.demo.seasons import documents
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import reason_codes, shipped_checklists
from readycheck.storage.edits import new_document

DATA = Path(__file__).parents[1] / "data"
SHOP = "lankakauppa"
FREE_TEXTS = {
    "name", "title", "owner", "cause", "action", "escalation", "done", "note", "url", "tester", "device",
    "payment_method", "text", "risk", "mitigation", "fallback", "fi", "en", "evidence", "source",
}


def new_shop(home: Path) -> Path:
    """An audit without an answer: its file."""
    document = new_document("Lankakauppa Oy", 2026, "FI", "Europe/Helsinki", shipped_checklists())
    return Archive(home).create(SHOP, document).path


def read(path: Path) -> dict[str, Any]:
    """What stands in an audit file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answers(path: Path) -> dict[str, str]:
    """The owner's answer by question, without the checklist's name."""
    given = read(path).get("answers", {})
    return {key.partition("/")[2]: answer["owner"]["value"] for key, answer in given.items() if "owner" in answer}


def texts(name: str) -> list[str]:
    """The hostile texts of a file in tests/data."""
    found: list[str] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return found


def shops_called(home: Path, names: list[str]) -> None:
    """A bare audit for each name."""
    archive = Archive(home)
    for name in names:
        shop = {"name": name, "country": "FI", "timezone": "Europe/Helsinki"}
        season = {"year": 2026, "starts": date(2026, 11, 1), "ends": date(2027, 1, 31)}
        archive.create(archive.free_slug(name), {"format": "readycheck-audit/1", "shop": shop, "season": season})


def full_shop(home: Path, payloads: list[str], *, questions: bool = False) -> None:
    """The made-up wool shop's three seasons; every free text in them ends with a payload, one after the other.

    With `questions`, those of its checklists too: they stand in the file like everything else.
    """
    following = cycle(payloads)
    for document in documents(shipped_checklists(), reason_codes()):
        kept = {} if questions else {"checklists": document["checklists"]}
        made = _with_payloads(document, lambda text: text + next(following))
        Archive(home).create(SHOP, {**made, **kept})


def _with_payloads(value: Any, marked: Callable[[str], str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _with_payloads(inner, marked, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_payloads(inner, marked, key) for inner in value]
    return marked(value) if isinstance(value, str) and key in FREE_TEXTS else value
