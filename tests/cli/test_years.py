"""`compare`, `report`, `list`, `portfolio` and `verify`: several seasons and shops at once."""

from __future__ import annotations

import json
import shutil
from math import prod
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

PRESENCE = 3 + 2 + 1 + 2 + 1


@pytest.fixture
def two(run: Run) -> str:
    """Two empty seasons but for one question: evenings no, then partly."""
    for year, answer in (("2025", "no"), ("2026", "partly")):
        assert run("new", f"yarn/{year}").status == 0
        assert run("answer", f"yarn/{year}", "presence.evenings", answer).status == 0
    return "yarn"


def test_the_core_moves_by_what_was_answered_better(run: Run, two: str) -> None:
    facts = json.loads(run("compare", two, "--json").out)
    assert (facts["before"], facts["after"]) == (2025, 2026)
    rows = {row["id"]: row for row in facts["rows"]}
    presence = rows["peak-season/presence"]
    assert (presence["kind"], presence["before"]) == ("better", 0)
    assert presence["after"] == 50  # of the one question that is answered in both years
    questions = {row["id"]: row for row in facts["questions"]}
    assert questions["peak-season/presence.evenings"]["kind"] == "better"
    assert questions["peak-season/presence.weekends"]["kind"] == "same"
    assert facts["forecast"] is None


def test_years_in_any_order_and_one_year_against_the_newest(run: Run, two: str) -> None:
    forth = run("compare", two, "2025", "2026", "--json").out
    assert forth == run("compare", two, "2026", "2025", "--json").out == run("compare", two, "2025", "--json").out
    assert forth == run("compare", two, "2026", "--json").out


def test_two_files_do_as_well(run: Run, two: str, home: Path, tmp_path: Path) -> None:
    archive = Archive(home)
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    shutil.copy(archive.resolve("yarn/2025"), old)
    shutil.copy(archive.resolve("yarn/2026"), new)
    facts = json.loads(run("compare", new, old, "--json").out)
    assert (facts["before"], facts["after"], facts["shop"]) == (2025, 2026, "yarn")


def test_three_seasons_are_a_trend_and_the_last_two_a_pair(run: Run, two: str) -> None:
    assert run("new", "yarn/2027").status == 0
    facts = json.loads(run("compare", two, "2025", "2026", "2027", "--json").out)
    assert [season["season"] for season in facts["seasons"]] == [2025, 2026, 2027]
    assert (facts["before"], facts["after"]) == (2026, 2027)
    out = run("compare", two, "2025", "2026", "2027").out
    assert out.startswith("yarn – Comparison 2026–2027") and "Season by season" in out


@pytest.mark.parametrize("words, fragment", [
    (("yarn", "2025", "2019"), "2019"), (("yarn", "2026"), "only one season, 2026"), (("nowhere",), "nowhere"),
    (("yarn", "yarn/2019"), "2019"),
])
def test_what_cannot_be_compared_is_told(run: Run, words: tuple[str, ...], fragment: str) -> None:
    run("new", "yarn/2026")
    if "2025" in words:
        run("new", "yarn/2025")
    said = run("compare", *words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert fragment in said.err


def test_compare_tells_promises_and_forecast_in_finnish(run: Run, villanen: str) -> None:
    out = run("compare", villanen, lang="fi").out
    assert "3 tehty, 4 tekemättä" in out and "Hakuun synonyymit" in out and "Vaihteluväli piti." in out


def test_the_graded_forecast_tells_what_drifted_and_what_is_learned(run: Run, villanen: str) -> None:
    """1,500 contacts came: 27 December 2025 – 31 January 2026 in the made-up shop's own counts."""
    facts = json.loads(run("compare", villanen, "--json").out)
    grade = facts["forecast"]
    came = [week["came"] for week in grade["weeks"]]
    assert (grade["outcome"], sum(came), facts["not_graded"]) == (1500, 1500, None)
    assert grade["error"] == pytest.approx(grade["forecast"] / 1500 - 1)
    assert [week["held"] for week in grade["weeks"]] == [
        week["low"] <= week["came"] <= week["high"] for week in grade["weeks"]
    ]
    factors = {factor["kind"]: factor["value"] for factor in grade["factors"]}
    assert list(factors) == ["orders", "rate", "lag", "rest"]
    assert prod(factors.values()) == pytest.approx(1500 / grade["forecast"])
    # the plan had 10 % growth, the shop grew 18 % (1.18 / 1.1 = 1.07); December's late post brought a quarter more
    assert 1.04 < factors["orders"] < 1.15 and 1 < factors["rate"] * factors["lag"] < 1.25
    out = run("compare", villanen, COLUMNS="200").out
    assert "The interval held." in out and "more came than was forecast." in out and "Contacts per order" in out
    assert f"{grade['learned_drift']:.0%} drift from year to year instead of 30%" in out


def test_a_forecast_that_is_not_graded_says_why(run: Run, two: str) -> None:
    said = json.loads(run("compare", two, "--json").out)
    assert said["forecast"] is None and said["not_graded"].startswith("the audit of 2025 has no January forecast")
    assert "is not graded: the audit of 2025 has no January forecast" in run("compare", two, COLUMNS="200").out


def test_a_fall_is_not_told_as_an_improvement(run: Run, two: str) -> None:
    assert "You improved" in run("compare", two).out
    assert run("answer", "yarn/2025", "presence.evenings", "yes").status == 0
    out = run("compare", two).out
    assert "You fell back" in out and "You improved" not in out
    assert "Heikennys" in run("compare", two, lang="fi").out


def test_yes_and_yes_that_count_differently_say_why(run: Run, villanen: str) -> None:
    out = run("compare", villanen, COLUMNS="200").out
    cart = next(line for line in out.splitlines() if "cart work without a hitch" in line)
    assert "yes (83%)" in cart  # two testers of three got through it, one stumbled: 2.5 of 3
    assert "In brackets: what an answer counts as" in out


@pytest.mark.parametrize("ending, beginning", [
    (".html", "<!DOCTYPE html>"), (".md", "# "), (".json", "{"), (".csv", ""),
])
def test_a_report_in_the_form_that_its_ending_says(
    run: Run, villanen: str, tmp_path: Path, ending: str, beginning: str
) -> None:
    target = tmp_path / f"report{ending.upper()}"
    said = run("report", villanen, "-o", target, lang="fi")
    assert said.status == 0 and str(target) in said.out
    text = target.read_text(encoding="utf-8-sig")
    assert text.startswith(beginning) and "Lankakauppa Villanen" in text and "2025" in text


def test_a_report_against_a_year_that_is_not_there(run: Run, villanen: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    said = run("report", villanen, "--against", "2019", "-o", target)
    assert said.status == 2 and "2019" in said.err and not target.exists()


@pytest.mark.parametrize("name", ["report.pdf", "report", "none/report.md", "2026.toml"])
def test_a_report_is_never_written_over_something_of_another_form(
    run: Run, villanen: str, tmp_path: Path, name: str
) -> None:
    (tmp_path / "2026.toml").write_text("mine", encoding="utf-8")
    assert run("report", villanen, "-o", tmp_path / name).status == 2
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["2026.toml"]
    assert (tmp_path / "2026.toml").read_text(encoding="utf-8") == "mine"


def test_list_shows_every_shop_and_its_newest_score(run: Run, villanen: str, two: str) -> None:
    shops = {shop["shop"]: shop for shop in json.loads(run("list", "--json").out)["shops"]}
    assert set(shops) == {"lankakauppa-villanen", "yarn"}
    assert shops["yarn"]["seasons"] == [2025, 2026]
    # presence weighs 1 of 13, evenings 3 of its 9, partly is half
    assert shops["yarn"]["readiness"] == pytest.approx(100 * 1.5 / PRESENCE / 13)
    known = json.loads(run("score", villanen, "--json").out)["readiness"]["score"]
    assert 50 < known < 70 and f"{known:.1f}".replace(".", ",") in run("list", lang="fi").out


def test_an_empty_folder_says_how_to_begin(run: Run) -> None:
    assert "readycheck new" in run("list").out
    assert run("portfolio").status == 0 and run("verify").status == 0
    assert json.loads(run("list", "--json").out) == {"shops": []}


def test_portfolio_puts_the_weakest_first_and_its_medians_have_no_names(run: Run, villanen: str, two: str) -> None:
    facts = json.loads(run("portfolio", "--sort", "score", "--json").out)
    assert [shop["shop"] for shop in facts["shops"]] == ["yarn", "lankakauppa-villanen"]
    yarn, villa = facts["shops"]
    assert facts["medians"]["readiness"] == pytest.approx((yarn["readiness"] + villa["readiness"]) / 2)
    assert facts["medians"]["coverage/january"] == pytest.approx(
        json.loads(run("score", villanen, "--json").out)["coverage"]["january"]["score"])
    # one question is answered in both seasons: no, then partly
    assert yarn["change"] == 50 and villa["blockers"] == ["path/pay"]
    assert villa["weakest"] == "coverage/opening_hours"


def test_portfolio_shows_the_change_that_compare_shows(run: Run, villanen: str) -> None:
    """The difference of the two figures as they stand with a decimal, not another rounding of it."""
    core = json.loads(run("compare", villanen, "--json").out)["core"]
    shown = f"{round(core['after'], 1) - round(core['before'], 1):+.1f}"
    assert shown in run("portfolio").out and shown in run("compare", villanen).out


def test_a_damaged_shop_hides_no_other_and_verify_finds_it(run: Run, villanen: str, two: str, home: Path) -> None:
    (home / "shops" / "yarn" / "2026.toml").write_bytes(b"format = \xff\xfe")
    listed = run("list", "--json")
    shops = {shop["shop"]: shop for shop in json.loads(listed.out)["shops"]}
    assert listed.status == 0 and "2026.toml" in listed.err
    assert not shops["yarn"]["readable"] and shops["lankakauppa-villanen"]["readable"]
    assert run("portfolio").status == 0 and "Median of one shop" in run("portfolio").out
    found = run("verify", "--json")
    assert found.status == 1
    assert [Path(each["file"]).parent.name for each in json.loads(found.out)["findings"]] == ["yarn"]
    assert run("verify", lang="fi").out.endswith("5 tiedostoa luettu: yhdessä virheitä.\n")


def test_repair_brings_the_last_whole_state_back(run: Run, two: str, home: Path) -> None:
    path = home / "shops" / "yarn" / "2026.toml"
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert run("verify").status == 1
    mended = run("verify", "--repair")
    assert mended.status == 0 and mended.out.endswith("2 files read: one with mistakes. One was repaired.\n")
    assert path.read_bytes() == whole and run("verify").status == 0


def test_a_season_without_answers_is_no_fall(run: Run, two: str) -> None:
    assert run("new", "yarn/2027").status == 0
    out = run("compare", two).out
    assert "2027 has no answers yet: nothing to compare." in out and "not known yet" in out
    assert "fell back" not in out and "worse" not in out and "became unknown" not in out
    assert json.loads(run("compare", two, "--json").out)["core"] == {
        "before": None, "after": None, "improved": None, "checklist_changed": None, "unanswered": 2027,
    }
