"""`readycheck actions` that changes something: done, open again, instead of what is too late, from last season."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

AUTUMN = date(2026, 10, 1)


@pytest.fixture
def promised(run: Run, home: Path) -> str:
    """Season 2025 left two of three actions open; season 2026 has one of its own."""
    assert run("new", "yarn/2025").status == 0
    assert run("set", "yarn/2025", "actions[+].title=Evening chat", "actions[1].due=14.11.2025",
               "actions[1].fallback=Black Friday's evenings only", "actions[1].lead_days=14", "actions[1].owner=Elina",
               "actions[+].title=FAQ in the menu", "actions[2].status=done", "actions[+].title=A search that spells",
               ).status == 0
    assert run("new", "yarn/2026", today=AUTUMN).status == 0
    assert run("set", "yarn/2026", "actions[+].title=Something of its own", "actions[1].id=own").status == 0
    return "yarn"


def actions(home: Path, year: int = 2026) -> list[dict[str, Any]]:
    read = tomllib.loads((home / "shops" / "yarn" / f"{year}.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = read.get("actions", [])
    return found


def test_a_new_season_says_how_many_the_one_before_left_open(run: Run, promised: str, home: Path) -> None:
    said = run("new", "yarn/2027", "--like", "2026", today=AUTUMN)
    assert "left one action open: readycheck actions yarn/2027 --carry" in " ".join(said.out.split())
    assert actions(home, 2027) == []
    assert "left" not in run("new", "other/2026").out


def test_what_is_open_is_shown_and_nothing_taken(run: Run, promised: str, home: Path) -> None:
    said = run("actions", promised, "--carry", today=AUTUMN)
    # 14 November 2025 was fourteen days before the peak
    assert "13 Nov 2026  Evening chat – Elina [a1]" in said.out and "A search that spells [a3]" in said.out
    assert "FAQ in the menu" not in said.out
    assert [each["id"] for each in actions(home)] == ["own"]
    facts = json.loads(run("actions", promised, "--json", today=AUTUMN).out)["offered"]
    assert [(each["id"], each["due"], each["first_promised"]) for each in facts] == [
        ("a1", "2026-11-13", 2025), ("a3", None, 2025),
    ]
    assert "2 actions open" in run("actions", promised, today=AUTUMN).out


def test_the_chosen_are_taken_once(run: Run, promised: str, home: Path) -> None:
    said = run("actions", promised, "--carry", "a1", lang="fi", today=AUTUMN)
    assert said.status == 0 and "Luvattu ensi kerran sesongille 2025." in said.out
    assert actions(home)[1] == {
        "id": "a1", "title": "Evening chat", "owner": "Elina", "due": date(2026, 11, 13), "lead_days": 14,
        "status": "open", "fallback": "Black Friday's evenings only", "first_promised": 2025,
    }
    again = run("actions", promised, "--carry", "a1", today=AUTUMN)
    assert (again.status, again.out, len(actions(home))) == (2, "", 2) and "a3" in again.err
    assert run("actions", promised, "--carry", "a3", today=AUTUMN).status == 0
    nothing = run("actions", promised, "--carry", today=AUTUMN)
    assert "left nothing open" in nothing.out


def test_without_a_season_before_there_is_nothing_to_take(run: Run, promised: str) -> None:
    for words in ((), ("a1",)):
        said = run("actions", "yarn/2025", "--carry", *words)
        assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_done_and_open_again(run: Run, promised: str, home: Path) -> None:
    assert run("actions", promised, "--done", "own").status == 0
    assert actions(home)[0]["status"] == "done"
    assert "Something of its own" not in run("actions", promised).out
    assert "Something of its own [own]" in run("actions", promised, "--reopen", "own").out
    assert actions(home)[0]["status"] == "open"
    refused = run("actions", promised, "--done", "own", "nobody")
    assert (refused.status, actions(home)[0]["status"]) == (2, "open")  # all or none


def test_what_comes_too_late_is_done_otherwise(run: Run, promised: str, home: Path) -> None:
    """On 20 November fourteen days of work end after the peak of the 27th."""
    run("actions", promised, "--carry", "a1", today=AUTUMN)
    late = run("actions", promised, today=date(2026, 11, 20))
    assert "Instead: Black Friday's evenings only" in " ".join(late.out.split()) and "--instead a1" in late.out
    said = run("actions", promised, "--instead", "a1", today=date(2026, 11, 20))
    assert "26 Nov 2026  Black Friday's evenings only – Elina [a1-instead]" in said.out
    assert "--instead a1" not in said.out
    assert [(each["id"], each.get("status", "open")) for each in actions(home)] == [
        ("own", "open"), ("a1", "open"), ("a1-instead", "open"),
    ]
