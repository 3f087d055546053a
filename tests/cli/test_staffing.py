"""`staffing`: January as text, as arithmetic and as facts; what if. Figures by hand from tests/cli/even_shop.py."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path
from typing import Any

import pytest

from readycheck.cli import main
from readycheck.storage.archive import Archive
from tests.cli.conftest import TODAY, Run
from tests.cli.even_shop import REQUIRED, SCORE


def facts_of(run: Run, *words: str, lang: str = "en") -> dict[str, Any]:
    said = run("staffing", *words, "--json", lang=lang)
    assert (said.status, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def weeks(said: str, part: str = "january") -> dict[str, dict[str, Any]]:
    return {week["week"]: week for week in json.loads(said)[part]["weeks"]}


def test_january_is_told_week_by_week_and_covered_as_its_smaller_hours_say(run: Run, villanen: str) -> None:
    said = run("staffing", villanen, "--json").out
    found = weeks(said)
    assert list(found) == ["2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04"]
    assert found["2026-W52"]["planned"] == pytest.approx(60 / 7)  # 27 December alone
    assert found["2027-W02"]["planned"] == pytest.approx(30)
    covered = sum(min(week["planned"], week["required"]) for week in found.values())
    score = 100 * covered / sum(week["required"] for week in found.values())
    assert json.loads(said)["january"]["score"] == pytest.approx(score)


def test_the_facts_are_those_worked_out_by_hand(run: Run, even: str) -> None:
    january = facts_of(run, even)["january"]
    assert january["score"] == pytest.approx(SCORE)
    assert january["before"] is None, "no week before January is planned"
    assert [week["required"] for week in january["weeks"]] == pytest.approx([10, 70, 70, 70, 70, 70])
    assert len(january["days"]) == 92
    day = next(day for day in january["days"] if day["day"] == "2026-12-31")
    assert (day["orders"], day["contacts"], day["required"]) == pytest.approx((10, 6, 10))
    assert (day["planned"], day["presence"], day["backlog"]) == pytest.approx((5, 0, 20))  # 5 h a day since Monday
    assert january["kernel"]["rate"] == pytest.approx(0.6)
    assert sum(january["kernel"]["weights"]) == pytest.approx(0.6)
    assert january["outcome"] == {
        "answered_in_time": None, "abandoned": None, "backlog_peak": pytest.approx(245),
        "backlog_peak_on": "2027-01-31", "backlog_cleared_on": None,
    }
    # 42 contacts a week, drift 0.3, noise 2: e^(±1.2816 · √ln(e^0.09 + 2/42)) = e^(±1.2816 · 0.36414)
    week = january["weeks"][2]
    assert (week["low"], week["high"]) == pytest.approx((42 / 1.59468, 42 * 1.59468), rel=1e-4)
    # all can wait and nobody is present for nothing, so the hours follow the contacts
    assert (week["required_low"], week["required_high"]) == pytest.approx((70 / 1.59468, 70 * 1.59468), rel=1e-4)


def test_the_keys_are_these(run: Run, even: str) -> None:
    found = facts_of(run, even, "--set", "plan.growth=1.1")
    january = {"score", "before", "weeks", "before_weeks", "ratio", "missing", "days", "kernel", "drift", "outcome",
               "notes"}
    week = {"week", "contacts", "low", "high", "required", "required_low", "required_high", "planned", "presence",
            "backlog"}
    assert set(found) == {"shop", "season", "january", "grade", "what_if"}
    assert set(found["january"]) == january
    assert set(found["what_if"]) == january | {"changes"}
    assert all(set(each) == week for each in found["january"]["weeks"] + found["january"]["before_weeks"])
    assert all(set(each) == week - {"week"} | {"day", "orders"} for each in found["january"]["days"])
    assert set(found["january"]["kernel"]) == {"kind", "rate", "median_days", "after_30", "weights", "noise",
                                               "daily_noise", "activity"}
    assert {key: len(value) for key, value in found["january"]["kernel"]["activity"].items()} == {
        "weekdays": 7, "closed": 7}
    assert set(found["january"]["outcome"]) == {"answered_in_time", "abandoned", "backlog_peak", "backlog_peak_on",
                                                "backlog_cleared_on"}
    assert set(facts_of(run, even, "--explain")["january"]) == january | {"steps"}


def test_score_has_the_same_january_in_short(run: Run, even: str) -> None:
    whole = facts_of(run, even)["january"]
    short = json.loads(run("score", even, "--json").out)["coverage"]["january"]
    assert set(short) == {"score", "before", "weeks", "before_weeks", "ratio", "missing"}
    assert short["score"] == whole["score"]
    for brief, full in zip(short["weeks"], whole["weeks"], strict=True):
        assert brief.items() <= full.items()


def test_notes_and_steps_are_in_the_chosen_language(run: Run, even: str) -> None:
    english, finnish = (facts_of(run, even, "--explain", lang=lang)["january"] for lang in ("en", "fi"))
    assert english["notes"] == ["The lag from order to contact is assumed, not measured."]
    assert finnish["notes"] == ["Viive tilauksesta yhteydenottoon on oletus, ei mitattu."]
    assert len(english["steps"]) == len(finnish["steps"])
    assert "Yhteydenottoja tilausta kohti 0,6000" in " ".join(finnish["steps"])


@pytest.mark.parametrize("lang", ["en", "fi"])
@pytest.mark.parametrize("words", [("--explain",), ("--set", "plan.late.share=0.25"), ("--suggest", "40"),
                                   ("--check",)])
def test_every_page_fits_eighty_columns(run: Run, villanen: str, words: tuple[str, ...], lang: str) -> None:
    said = run("staffing", villanen, *words, lang=lang)
    assert (said.status, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\x1b" not in said.out


def test_the_page_tells_need_outcome_and_lag(run: Run, even: str) -> None:
    out = " ".join(run("staffing", even).out.split())
    assert "January staffing 29.2" in out
    assert "The backlog peaks on 31 Jan 2027 at 245 agent-hours" in out
    assert "A hundred orders bring 60.0 contacts." in out
    assert "1 4 Jan 42 26–67 70 70 35" in out  # week 1: contacts, interval, needed, planned, backlog


def test_the_picture_is_drawn_with_what_the_console_has(run: Run, even: str, home: Path) -> None:
    assert "█" in run("staffing", even).out
    old = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", errors="replace")
    words = ["--home", str(home), "staffing", even]
    assert main(words, today=TODAY, stdin=io.StringIO(), stdout=old, environ={"COLUMNS": "80"}) == 0
    old.seek(0)
    drawn = [line for line in old.read().splitlines() if "+" in line]
    assert len(drawn) > 3 and not any("?" in line for line in drawn)


def test_the_arithmetic_can_be_redone(run: Run, even: str) -> None:
    out = " ".join(run("staffing", even, "--explain").out.split())
    # 0.15 + 0.85 · F(1) / F(61) of the assumed lag
    same_day = 0.15 + 0.85 * (1 - 7 / 6 * math.exp(-1 / 6)) / (1 - (1 + 61 / 6) * math.exp(-61 / 6))
    assert f"sum to 0.6000 contacts per order; {100 * same_day:.1f}% of them come on the order's own day" in out
    assert "width = √ln(e^(0.3²) + 2.00 / 42.0) = 0.3641" in out
    assert "= 26.3 and 42.0 × e^(1.2816 × 0.3641) = 67.0" in out
    assert "(0.00 h live + max(0, 5.95 h deferred − 0.00 h idle) / 0.85) / (1 − 0.3) = 10.00 h" in out
    assert f"January staffing = 100 × 105.00 / 360.00 = {SCORE:.2f}" in out
    assert "Campaign" not in out and "Gifts" not in out and "Late" not in out


def test_what_was_tried_stands_in_the_arithmetic(run: Run, even: str) -> None:
    changes = ("plan.late.share=0.2", "plan.late.times=5", "plan.gifts.share=0.3", "plan.drift=0",
               "plan.campaigns.sale.first=2026-12-27", "plan.campaigns.sale.last=2026-12-29")
    words = [word for change in changes for word in ("--set", change)]
    out = " ".join(run("staffing", even, "--explain", *words).out.split())
    assert "Campaign “sale”: orders from 27 Dec 2026 to 29 Dec 2026 × 1.5." in out
    assert "27 Nov 2026 to 23 Dec 2026 × (1 + 0.2 × (5 − 1)) = × 1.8." in out
    assert "Gifts: 30% of the orders from 1 Dec 2026 to 23 Dec 2026" in out
    assert "√ln(e^(0²) + 2.00 /" in out


def test_what_if_stands_beside_the_saved_figures_and_saves_nothing(run: Run, villanen: str, home: Path) -> None:
    path = Archive(home).resolve(villanen)
    before = path.read_bytes()
    said = run("staffing", villanen, "--json", "--set", "plan.growth=2.3").out  # twice the saved 1.15
    saved, tried = weeks(said), weeks(said, "what_if")
    assert tried["2027-W01"]["contacts"] == pytest.approx(2 * saved["2027-W01"]["contacts"])
    changes = ("--set", "plan.hours.2027-W01=100", "--set", "staffing.email.aht=100")
    out = run("staffing", villanen, *changes, lang="fi").out
    assert "Mitä jos plan.hours.2027-W01=100, staffing.email.aht=100 (mitään ei tallenneta):" in out
    assert path.read_bytes() == before


def test_twice_the_contacts_take_twice_the_hours(run: Run, even: str) -> None:
    out = [line.split() for line in run("staffing", even, "--set", "plan.contact_rate=1.2").out.splitlines()]
    assert ["Agent-hours", "needed", f"{REQUIRED:.0f}", "720"] in out
    assert ["January", "staffing", "29.2", "14.6"] in out  # 105 of 720
    assert ["Contacts", "216", "432"] in out


def test_staffing_of_an_empty_season_says_what_is_missing(run: Run) -> None:
    run("new", "bare/2026")
    said = run("staffing", "bare")
    assert said.status == 0 and "no handling times" in said.out.lower()
    found = facts_of(run, "bare", "--explain")
    assert (found["january"]["score"], found["january"]["kernel"], found["january"]["steps"]) == (None, None, [])
    assert "missing: no handling times" in run("staffing", "bare", "--explain").out
