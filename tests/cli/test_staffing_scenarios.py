"""`staffing --keep`, `--scenario`, `--scenarios`, `--drop`: what-ifs by name, figures from tests/cli/even_shop.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from readycheck.storage.scenarios import keep_scenario
from tests.cli.conftest import Run
from tests.cli.even_shop import SCORE


def rows(said: str) -> list[list[str]]:
    return [line.split() for line in said.splitlines()]


def test_a_scenario_is_kept_tried_and_forgotten_and_the_plan_stays(run: Run, even: str, home: Path) -> None:
    archive = Archive(home)
    saved = archive.open(even).document
    said = run("staffing", even, "--set", "plan.contact_rate=1.2", "--set", "plan.pooled=false", "--keep", "Double")
    assert said.status == 0 and "Kept as scenario “Double”; the plan itself is as it was." in said.out
    changes = {"changes": ["plan.contact_rate=1.2", "plan.pooled=false"]}
    assert archive.open(even).document == {**saved, "scenarios": {"Double": changes}}
    tried = json.loads(run("staffing", even, "--scenario", "Double", "--json").out)
    assert tried["what_if"]["changes"] == changes["changes"]
    assert sum(week["required"] for week in tried["what_if"]["weeks"]) == pytest.approx(720)
    assert tried["january"]["score"] == pytest.approx(SCORE)
    assert "scenario “Double” (plan.contact_rate=1.2, plan.pooled=false)" in " ".join(
        run("staffing", even, "--scenario", "Double").out.split())
    assert "forgotten" in run("staffing", even, "--drop", "Double").out
    assert archive.open(even).document == saved


def test_changes_come_upon_a_scenario_and_are_kept_with_it(run: Run, even: str, home: Path) -> None:
    run("staffing", even, "--set", "plan.contact_rate=1.2", "--keep", "Double")
    words = ("--scenario", "Double", "--set", "plan.hours.2027-W01=140", "--keep", "Double and hands")
    tried = json.loads(run("staffing", even, *words, "--json").out)["what_if"]
    assert tried["score"] == pytest.approx(100 * (35 + 140) / 720)
    kept = Archive(home).open(even).audit.scenarios
    assert kept["Double and hands"].changes == ("plan.contact_rate=1.2", "plan.hours.2027-W01=140")


def test_facts_stay_facts_while_a_scenario_is_kept(run: Run, even: str) -> None:
    said = run("staffing", even, "--set", "plan.contact_rate=1.2", "--keep", "Double", "--json")
    assert "what_if" in json.loads(said.out)
    assert said.err.strip() == "Kept as scenario “Double”; the plan itself is as it was."


def test_a_name_that_is_taken_is_replaced_and_said(run: Run, even: str, home: Path) -> None:
    run("staffing", even, "--set", "plan.contact_rate=1.2", "--keep", "Rush")
    said = run("staffing", even, "--set", "plan.contact_rate=0.9", "--keep", "Rush", lang="fi")
    assert "Skenaario ”Rush” oli jo olemassa; nyt se on nämä muutokset." in " ".join(said.out.split())
    assert Archive(home).open(even).audit.scenarios["Rush"].changes == ("plan.contact_rate=0.9",)


def test_all_stand_side_by_side(run: Run, even: str, home: Path) -> None:
    archive = Archive(home)
    file = archive.open(even)
    document = file.document
    for name, rate in (("Half", "0.3"), ("Double", "1.2"), ("Triple", "1.8"), ("Same", "0.6")):
        document = keep_scenario(document, name, (f"plan.contact_rate={rate}",))
    archive.save(file, document)
    out = rows(run("staffing", even, "--scenarios").out)
    assert ["Saved", "Half", "Double", "Triple"] in out and ["Saved", "Same"] in out
    assert ["Contacts", "216", "108", "432", "648"] in out
    assert ["Agent-hours", "needed", "360", "180", "720", "1,080"] in out
    assert ["January", "staffing", "29.2", "38.9", "14.6", "9.7"] in out  # half: 35 + 35 of 180
    assert ["January", "staffing", "29.2", "29.2"] in out
    assert ["Double:", "plan.contact_rate=1.2"] in out
    found = json.loads(run("staffing", even, "--scenarios", "--json").out)
    assert set(found) == {"shop", "season", "january", "scenarios"}
    assert [set(each) for each in found["scenarios"]] == [{"name", "changes", "note", "problem", "january"}] * 4
    assert found["scenarios"][2]["january"]["score"] == pytest.approx(100 * 105 / 1080)


def test_a_scenario_that_no_longer_fits_is_told_and_leaves_the_others_alone(run: Run, even: str, home: Path) -> None:
    run("staffing", even, "--set", "plan.contact_rate=1.2", "--keep", "Double")
    archive = Archive(home)
    file = archive.open(even)
    old = {"changes": ["plan.groth=1.2"]}
    archive.save(file, with_value(file.document, ("scenarios", "Old"), old))
    said = run("staffing", even, "--scenarios")
    assert said.status == 0
    assert ["Saved", "Double"] in rows(said.out)
    told = " ".join(said.out.split())
    assert "! Scenario “Old” can no longer be applied: plan.groth: is not a known key." in told
    found = json.loads(run("staffing", even, "--scenarios", "--json").out)["scenarios"]
    assert [(each["name"], each["january"] is None, bool(each["problem"])) for each in found] == [
        ("Double", False, False), ("Old", True, True)]
    refused = run("staffing", even, "--scenario", "Old")
    assert (refused.status, refused.out) == (2, "") and "plan.groth" in refused.err


def test_a_scenario_that_breaks_a_value_is_refused_by_its_name(run: Run, even: str, home: Path) -> None:
    archive = Archive(home)
    file = archive.open(even)
    archive.save(file, with_value(file.document, ("scenarios", "Bad"), {"changes": ["plan.shrinkage=1"]}))
    said = run("staffing", even, "--scenario", "Bad")
    assert said.status == 2 and said.err.startswith("readycheck: scenario “Bad”: plan.shrinkage: ")


def test_without_a_scenario_the_way_to_one_is_told(run: Run, even: str) -> None:
    assert "No scenario is kept yet" in run("staffing", even, "--scenarios").out
    assert json.loads(run("staffing", even, "--scenarios", "--json").out)["scenarios"] == []


def test_a_name_is_data(run: Run, even: str, home: Path) -> None:
    run("staffing", even, "--set", "plan.contact_rate=1.2", "--keep", "\x1b[31mred[/b]\x1b[0m")
    out = run("staffing", even, "--scenarios").out
    assert "\x1b" not in out and "red[/b]" in out
    assert list(Archive(home).open(even).audit.scenarios) == ["\ufffd[31mred[/b]\ufffd[0m"]
