"""`score`: for a person, explained, for a program, and as a threshold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

PRESENCE = 3 + 2 + 1 + 2 + 1  # weights of the section's questions for a shop without a phone


@pytest.fixture
def yarn(run: Run) -> str:
    """A season with nothing in it but one yes and one partly."""
    assert run("new", "yarn/2026", "--name", "Yarn & Co").status == 0
    assert run("answer", "yarn", "presence.evenings", "yes").status == 0
    assert run("answer", "yarn", "presence.weekends", "partly").status == 0
    return "yarn"


def test_json_holds_the_keys_that_programs_hold_on_to(run: Run, villanen: str) -> None:
    facts = json.loads(run("score", villanen, "--json").out)
    assert (facts["shop"], facts["season"]) == ("lankakauppa-villanen", 2026)
    assert set(facts["readiness"]) >= {"score", "band", "known", "losses"}
    assert set(facts["coverage"]) == {
        "opening_hours", "faq", "contact_reasons", "january", "confirmation", "data", "path",
    }
    assert facts["blockers"] == ["path/pay"]
    assert facts["contradictions"][0]["question"] == "peak-season/presence.evenings"


def test_a_section_counts_what_was_answered_and_data_that_is_not_there_is_null(run: Run, yarn: str) -> None:
    facts = json.loads(run("score", yarn, "--json").out)
    presence = next(each for each in facts["sections"] if each["id"] == "peak-season/presence")
    assert presence["score"] == pytest.approx(100 * (3 + 0.5 * 2) / PRESENCE)
    assert presence["known"] == pytest.approx(5 / PRESENCE)
    assert facts["coverage"]["opening_hours"]["score"] is None
    assert facts["coverage"]["january"]["score"] is None


def test_text_tells_the_verdict_before_the_tables(run: Run, villanen: str) -> None:
    said = run("score", villanen, lang="fi")
    places = [said.out.index(text) for text in (
        "Lankakauppa Villanen – sesonki 2026", "Melkein valmiina", "Mikä estää", "Sanottu ja mitattu",
        "Chat on torstaisin auki seitsemään.", "Kolme suurinta menetystä", "\nUKK\n", "Muut mittaukset",
        "Tarkistuslistat osioittain",
    )]
    assert (said.status, said.err) == (0, "") and places == sorted(places)
    assert "MobilePay" in said.out and "\x1b" not in said.out


def test_explain_shows_arithmetic_that_a_calculator_gets_too(run: Run, yarn: str) -> None:
    out = run("score", yarn, "--explain").out
    assert "Section = 100 × 4.000 / 9 = 44.44, 56% known" in out
    assert "peak-season/presence.weekends: weight 2 × 0.500" in out
    assert "Presence (peak-season/presence): weight 1 × 44.44 / " in out
    assert "January staffing (coverage/january): weight " in out
    assert "no orders" in out  # what a score without data lacks


@pytest.mark.parametrize("above, status", [(-2.0, 0), (-0.05, 0), (0.05, 1), (30.0, 1)])
def test_fail_under_is_met_or_not(run: Run, villanen: str, above: float, status: int) -> None:
    found = json.loads(run("score", villanen, "--json").out)["readiness"]["score"]
    said = run("score", villanen, "--fail-under", f"{found + above:.2f}".replace(".", ","))
    assert said.status == status
    assert said.err == ("" if status == 0 else f"Readiness {found:.1f} is below {round(found + above, 2):.1f}.\n")


def test_without_a_readiness_score_the_threshold_is_not_met(run: Run, villanen: str, home: Path) -> None:
    file = Archive(home).open(villanen)
    without = {key: value for key, value in file.document.items() if key != "checklists"}
    Archive(home).save(file, without)
    said = run("score", villanen, "--fail-under", "0")
    assert said.status == 1 and "no readiness score" in said.err


@pytest.mark.parametrize("reference", ["vilanen", "lankakauppa-villanen/2023", "nowhere.toml", ""])
def test_an_unknown_shop_is_one_line_and_status_2(run: Run, villanen: str, reference: str) -> None:
    said = run("score", reference)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_path_and_the_shops_own_name_do_as_well(run: Run, villanen: str, home: Path) -> None:
    path = Archive(home).resolve(villanen)
    assert run("score", path, "--json").out == run("score", "Lankakauppa Villanen/2026", "--json").out


def test_a_damaged_file_is_told_line_by_line_and_left_as_it_is(run: Run, villanen: str, home: Path) -> None:
    path = Archive(home).resolve(villanen)
    broken = path.read_text(encoding="utf-8").replace("shrinkage = 0.3", "shrinkage = 1.3").replace(
        "growth = 1.15", 'growth = "much"')
    path.write_text(broken, encoding="utf-8")
    said = run("score", villanen)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 2)
    assert "plan.shrinkage" in said.err and "plan.growth" in said.err
    assert path.read_text(encoding="utf-8") == broken


def test_text_ends_with_what_comes_next(run: Run, villanen: str, yarn: str) -> None:
    """The made-up shop has left one question each of presence, January and learning unanswered."""
    assert run("score", villanen, lang="fi").out.splitlines()[-1] == "Seuraava: 3 valmiuskysymystä vailla vastausta"
    assert run("score", yarn).out.splitlines()[-1].endswith(" readiness questions have no answer")
