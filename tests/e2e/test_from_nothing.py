"""A new shop's whole evening in a real terminal, in Finnish and with keys alone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import ROOT, Terminal

# Mondays of November 2025: six orders between 10 and 11, four between 19 and 20
ORDERS = "order,created\n" + "".join(
    f"{n},2025-11-{monday:02d} {hour}:1{n % 10}\n"
    for n, (monday, hour) in enumerate([(3, 10)] * 3 + [(10, 10)] * 3 + [(3, 19)] * 2 + [(24, 19)] * 2)
)


def test_a_new_shop_is_asked_measured_planned_and_scored(terminal: Terminal, tmp_path: Path) -> None:
    export = tmp_path / "tilaukset.csv"
    export.write_text(ORDERS, encoding="utf-8")
    terminal.start()
    _found_the_shop(terminal)
    _import(terminal, export)
    _answer(terminal)
    _paint_monday_morning(terminal)
    _plan_january(terminal)
    terminal.press("q")
    questions = terminal.wait_for("[1 Kysymykset]", "Vastattu 5/")
    terminal.press("q")
    terminal.wait_for("Kaupat ja sesongit", "Lankakauppa Oy", *re.findall(r"Vastattu (5/\d+)", questions))
    terminal.press("q")
    terminal.wait_for_shell()
    assert terminal.state("alternate_on") == "0"

    audit = tomllib.loads((terminal.home / "shops" / "lankakauppa-oy" / "2026.toml").read_text(encoding="utf-8"))
    assert (audit["shop"], audit["season"]["year"]) == (
        {"name": "Lankakauppa Oy", "country": "FI", "timezone": "Europe/Helsinki"}, 2026,
    )
    given = {key.partition(".")[2]: answer["owner"]["value"] for key, answer in audit["answers"].items()}
    assert given == {
        "evenings": "yes", "weekends": "no", "holidays": "yes", "hours-by-demand": "yes", "hours-visible": "partly",
    }
    assert audit["hours"]["chat"]["mon"] == ["10:00-12:00"]
    # 27 December 2026 is the Sunday of week 52, 31 January 2027 the Sunday of week 4
    weeks = ("2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04")
    assert audit["plan"]["hours"] == dict.fromkeys(weeks, 75.0)
    assert sum(map(int, audit["demand"]["orders"]["daily"].split())) == 10

    scores = _scores(terminal.home)
    coverage = scores["coverage"]["opening_hours"]
    # all demand is on Mondays, none of the season's Mondays is a holiday: six of ten orders, none of the evening's
    assert coverage["score"] == pytest.approx(60.0)
    assert coverage["evenings"] == pytest.approx(0.0)
    (contradiction,) = scores["contradictions"]
    assert contradiction.items() >= {
        "question": "peak-season/presence.evenings", "claim": "yes", "measure": "evenings", "value": 0.0,
    }.items()
    # weights 3, 2, 1, 2, 1; the evenings' yes is worth nothing against the data; no phone, so its number is not asked
    presence = next(section for section in scores["sections"] if section["id"] == "peak-season/presence")
    assert presence["score"] == pytest.approx(100 * (0 + 0 + 1 + 2 + 0.5) / 9)
    assert scores["readiness"]["score"] > 0
    assert scores["blockers"] == []


def _found_the_shop(terminal: Terminal) -> None:
    terminal.wait_for("Uusi kauppa", "Kaupan nimi")
    terminal.type("Lankakauppa Oy")
    terminal.step("Tab", "C-u")
    terminal.type("2026")
    terminal.wait_for("Lankakauppa Oy ", "     2026")
    terminal.step("Tab", "Tab", "Right")
    terminal.wait_for("(•) nyt, vientitiedostosta")
    terminal.press("C-s")


def _import(terminal: Terminal, export: Path) -> None:
    terminal.wait_for("Tuo vientitiedosto", "Tiedosto")
    terminal.type(str(export))
    terminal.wait_for("10 riviä · lasketaan 10 tilausta", "3.11.2025–24.11.2025")
    terminal.press("C-s")
    terminal.wait_for("Tuotu: 10 tilausta")
    terminal.press("Escape")


def _answer(terminal: Terminal) -> None:
    terminal.wait_for("Läsnäolo 1/5", "Vastattu 0/")
    terminal.step("k", "Down", "e", "Down", "k", "Down", "k", "Down", "o")
    terminal.wait_for("Läsnäolo 5/5", "(●) o Osittain", "Vastattu 5/")


def _paint_monday_morning(terminal: Terminal) -> None:
    terminal.press("2")
    terminal.wait_for("Ei vielä kanavia")
    terminal.step("a")
    terminal.wait_for("1 chat")
    terminal.step("Enter", "Right", "Right", "Space", "S-Right")
    terminal.wait_for("Kattavuus 60,0 %", "illat 0,0 %", "ma: 10:00–12:00")


def _plan_january(terminal: Terminal) -> None:
    terminal.press("4")
    terminal.wait_for("ei vielä mitään", "jono h")
    terminal.step("h")
    terminal.wait_for("Suunnitellut työtunnit, viikko 52")
    terminal.type("75")
    terminal.step("Tab")
    terminal.wait_for("Suunnitellut työtunnit, tammikuun jokainen viikko")
    terminal.step("Enter")
    terminal.wait_for("75,0", "⏎ Ota käyttöön")
    terminal.press("Enter")
    terminal.wait_for("Ctrl+Z peruu")


def _scores(home: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "readycheck", "--home", str(home), "score", "lankakauppa-oy/2026", "--json"]
    printed = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, timeout=60).stdout
    scores: dict[str, Any] = json.loads(printed)
    return scores
