"""Answers of `readycheck import --json`, made up, and a child that gives them instead of the real one."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from readycheck.i18n import Lang
from readycheck.tui.import_choices import Choices

SAID: dict[Lang, dict[str, str]] = {
    "en": {
        "why": "recognised by its columns", "zone": "Zendesk does not say in which time zone its times are.",
        "remedy": "Say it: --timezone Europe/Helsinki.",
        "rows": "time not readable: 3 refused, the first in a.csv on line 17",
        "ids": "rows with an id that was there already: 30; an id counts once",
    },
    "fi": {
        "why": "tunnistettu sarakkeista", "zone": "Zendesk ei kerro, millä aikavyöhykkeellä sen ajat ovat.",
        "remedy": "Kerro se: --timezone Europe/Helsinki.",
        "rows": "aikaa ei voi lukea: 3 hylättiin, ensimmäinen a.csv, rivi 17",
        "ids": "rivejä, joiden tunnus oli jo mukana: 30; tunnus lasketaan kerran",
    },
}
HEADINGS = ["Id", "Requester", "Subject", "Tags", "Via", "Created at", "Solved at", "Contact reason [list]"]
ROW = ["•••", "•••", "palautus joulu", "Mail", "2025-12-19 22:41", "2025-12-20 09:10", "palautus"]


def contacts(lang: Lang = "en", **more: Any) -> dict[str, Any]:
    """A look at a help desk's export; `more` takes the place of its own."""
    said = SAID[lang]
    return {
        "kind": "contacts", "format": "zendesk", "format_name": "Zendesk", "why": said["why"], "source": "zendesk",
        "zone": "Europe/Helsinki", "date_order": "dmy", "kept_mapping": False,
        "files": [{
            "name": "a.csv", "form": "csv", "packed": False, "unit": "line", "encoding": "UTF-8", "delimiter": ";",
            "headings": HEADINGS, "rows": [[str(4343 + n), *ROW] for n in range(5)],
            "columns": {"time": 5, "id": 0, "channel": 4, "reason": 7, "subject": 2, "tags": 3},
        }],
        "roles": ["time", "clock", "id", "channel", "reason", "subject", "tags", "text", "replied", "reply"],
        "rows": 1233, "counted": 1200, "merged": 30, "first": "2025-11-01", "last": "2026-01-31", "timed": 1200,
        "channels": {"email": 800, "chat": 400}, "reasons": {"return": 259, "where-is-my-order": 41}, "uncoded": 900,
        "coded_by_rule": {"return": 41},
        "grid": [" ".join(str(max(0, 12 - abs(hour - 14) - day)) for hour in range(24)) for day in range(7)],
        "rejected": [{"cause": "time not readable", "count": 3, "file": "a.csv", "place": 17, "unit": "line",
                      "text": said["rows"]}],
        "questions": [], "notes": [said["ids"]],
        "sample": [{"reason": "return", "words": ["palautus", "palauttaa"], "text": "Haluan palauttaa: ••• ei sovi"}],
        **more,
    }


def asking(lang: Lang = "en") -> dict[str, Any]:
    """The same while the zone is an open question: nothing is counted yet."""
    said = SAID[lang]
    question = {"about": "zone", "text": said["zone"], "remedy": said["remedy"], "file": "a.csv"}
    return contacts(
        lang, questions=[question], counted=0, merged=0, first=None, last=None, grid=None, channels={}, reasons={},
        uncoded=0, coded_by_rule={}, rejected=[], notes=[], sample=[],
    )


class Child:
    """Stands in for the command: prints what is wanted next (the last for ever), and keeps what it was asked."""

    def __init__(self, folder: Path, answers: Sequence[dict[str, Any] | str]) -> None:
        self.asked: list[Choices] = []
        self.dry: list[bool] = []
        self._folder = folder
        self._answers = list(answers)

    def command(self, choices: Choices, home: Path, audit: Path, lang: str, *, dry_run: bool) -> list[str]:
        """The words of the child: a dict is printed as JSON, a text is a program."""
        answer = self._answers[min(len(self.asked), len(self._answers) - 1)]
        self.asked.append(choices)
        self.dry.append(dry_run)
        if isinstance(answer, str):
            return [sys.executable, "-c", answer]
        path = self._folder / f"answer-{len(self.asked)}.json"
        path.write_text(json.dumps(answer), encoding="utf-8")
        status = 2 if answer["questions"] else 0
        shown = f"print(open({str(path)!r}, encoding='utf-8').read())"
        return [sys.executable, "-c", f"{shown}; raise SystemExit({status})"]


def child(monkeypatch: pytest.MonkeyPatch, folder: Path, *answers: dict[str, Any] | str) -> Child:
    """Let this child answer instead of the command."""
    made = Child(folder, answers)
    monkeypatch.setattr("readycheck.tui.screens.import_running.command", made.command)
    return made
