"""`hours` and `actions`: what would help, and what to do by when."""

from __future__ import annotations

import json
import shlex
from datetime import date
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from tests.cli.conftest import Run

# Orders on Mondays only: 30 at 10–11 and 10 at 19–20. The chat is open 10–11, the season has 13 Mondays.
GRID = [" ".join("30" if hour == 10 else "10" if hour == 19 else "0" for hour in range(24)), *["0 " * 23 + "0"] * 6]


@pytest.fixture
def mondays(run: Run, home: Path) -> str:
    assert run("new", "mondays/2026").status == 0
    assert run("set", "mondays", "hours.chat.live=true", "hours.chat.mon=10:00-11:00").status == 0
    archive = Archive(home)
    file = archive.open("mondays")
    orders = {"first": date(2025, 11, 1), "last": date(2025, 11, 2), "grid": GRID, "daily": "20 20"}
    archive.save(file, with_value(file.document, ("demand", "orders"), orders))
    return "mondays"


def test_a_shift_goes_where_the_closed_demand_is(run: Run, mondays: str) -> None:
    facts = json.loads(run("hours", mondays, "--suggest", "2", "--json").out)
    assert facts["coverage"]["before"] == pytest.approx(75)
    assert facts["coverage"]["after"] == pytest.approx(100)
    assert facts["coverage"]["gained"] == pytest.approx(25)
    assert [run["weekday"] for run in facts["runs"]] == ["mon"]
    assert 19 in {entry["hour"] for entry in facts["hours"]} and len(facts["hours"]) == 2
    assert facts["least_useful"][0] == {"weekday": "mon", "hour": 10, "share": 0.75}


def test_the_suggestion_can_be_typed_back_as_it_stands(run: Run, mondays: str) -> None:
    said = run("hours", mondays, "--suggest", "2", lang="fi")
    assert "75,0 → 100,0" in said.out
    line = next(line for line in said.out.splitlines() if line.strip().startswith("readycheck set"))
    assert run(*line.split()[1:]).status == 0
    again = json.loads(run("score", mondays, "--json").out)
    assert again["coverage"]["opening_hours"]["score"] == pytest.approx(100)
    assert "No closed hours" in run("hours", mondays, "--suggest", "2").out


def test_followed_to_the_letter_the_suggestion_brings_what_it_promises(
        run: Run, mondays: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a client's audit.toml"
    assert run("set", mondays, "hours.chat.mon=", "hours.chat.live=").status == 0
    elsewhere.write_bytes((tmp_path / "home" / "shops" / mondays / "2026.toml").read_bytes())
    said = run("hours", elsewhere, "--suggest", "2").out
    assert "from 0.0 to 75.0" in said and "serve least" not in said  # nothing is open yet
    for line in said.splitlines():
        if line.strip().startswith("readycheck set"):
            assert run(*shlex.split(line)[1:]).status == 0
    facts = json.loads(run("score", elsewhere, "--json").out)
    assert facts["coverage"]["opening_hours"]["score"] == pytest.approx(75)


@pytest.mark.parametrize("words", [("--suggest", "0"), ("--suggest", "200"), ("--suggest", "4", "--min-shift", "0"),
                                   ("--suggest", "2.5"), ()])
def test_hours_asks_for_a_sensible_budget(run: Run, mondays: str, words: tuple[str, ...]) -> None:
    said = run("hours", mondays, *words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_without_orders_hours_says_what_is_missing(run: Run) -> None:
    run("new", "bare/2026")
    assert "no orders or contacts by hour" in run("hours", "bare", "--suggest", "2").out
    assert json.loads(run("hours", "bare", "--suggest", "2", "--json").out)["coverage"]["before"] is None


def test_actions_stand_by_due_date_and_say_what_is_late(run: Run, villanen: str) -> None:
    out = run("actions", villanen, lang="fi", today=date(2026, 10, 29)).out
    due = ["30.10.2026", "6.11.2026", "13.11.2026", "20.11.2026", "30.11.2026"]
    places = [out.index(f"{day}  ") for day in due]
    assert places == sorted(places)
    late = out[out.index("Kausiapulaisen"):out.index("Toimitusaika kassalle")]
    # 30 days from 29 October is after the peak
    assert "Varastolta kaksi tuntia päivässä sähköposteihin." in " ".join(late.split())
    early = out[out.index("MobilePayn"):out.index("6.11.2026")]
    assert "!" not in early


def test_actions_as_facts_and_as_a_calendar(run: Run, villanen: str, tmp_path: Path) -> None:
    target = tmp_path / "todo.ics"
    facts = json.loads(run("actions", villanen, "--json", "--ics", target, today=date(2026, 10, 29)).out)
    late = {action["id"] for action in facts["actions"] if action["late"] and action["from"] == "audit"}
    assert "tammikuun-apulainen" in late and "mobilepay" not in late
    events = target.read_text(encoding="utf-8").replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    agreed = [each for each in facts["actions"] if each["from"] != "checklist" and each["due"] is not None]
    # and three that are done: the notice of delays, the tracking link, the alerts
    assert len(events) == len(agreed) + 3 and sum("✓ Done: " in each for each in events) == 3


def test_an_empty_calendar_is_not_written(run: Run, tmp_path: Path) -> None:
    run("new", "bare/2026")
    said = run("actions", "bare", "--ics", tmp_path / "todo.ics")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "todo.ics").exists()


@pytest.mark.parametrize("name", ["todo.txt", "todo", "missing/todo.ics"])
def test_a_calendar_goes_nowhere_else(run: Run, villanen: str, tmp_path: Path, name: str) -> None:
    said = run("actions", villanen, "--ics", tmp_path / name)
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert not (tmp_path / name).exists()
