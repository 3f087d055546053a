"""`compare` of seasons and files, in any order, as a page and for scripts; `report --against` a file."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from readycheck.cli import main
from readycheck.storage.archive import Archive
from tests.cli.conftest import TODAY, Run

EVENINGS = "presence.evenings"


@pytest.fixture(scope="session")
def yarn_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seasons but for one question, evenings: no, then partly, then yes; and 2026 once more, with no."""
    folder = tmp_path_factory.mktemp("yarn")
    environ = {"READYCHECK_HOME": str(folder), "LANG": "en_GB.UTF-8"}

    def do(*words: str) -> None:
        streams = (io.StringIO() for _ in range(3))
        kinds = dict(zip(("stdin", "stdout", "stderr"), streams, strict=True))
        assert main(list(words), today=TODAY, environ=environ, **kinds) == 0

    for year, answer in (("2024", "no"), ("2025", "partly"), ("2026", "yes")):
        do("new", f"yarn/{year}")
        do("answer", f"yarn/{year}", EVENINGS, answer)
    shutil.copy(folder / "shops" / "yarn" / "2026.toml", folder / "konsultti.toml")
    do("answer", str(folder / "konsultti.toml"), EVENINGS, "no")
    return folder


@pytest.fixture
def yarn(yarn_once: Path, home: Path) -> str:
    """The three seasons in the test's own folder."""
    shutil.copytree(yarn_once / "shops", home / "shops")
    return "yarn"


@pytest.fixture
def people(yarn_once: Path, yarn: str, tmp_path: Path) -> tuple[Path, Path]:
    """Two people's files of the season 2026: evenings yes, and no."""
    files = tmp_path / "anna.toml", tmp_path / "konsultti.toml"
    shutil.copy(yarn_once / "shops" / "yarn" / "2026.toml", files[0])
    shutil.copy(yarn_once / "konsultti.toml", files[1])
    return files


def test_all_seasons_are_the_trend_and_the_last_two_the_pair(run: Run, yarn: str) -> None:
    out = run("compare", yarn).out
    assert out.startswith("yarn – Comparison 2025–2026\n\nYou improved by 50.0 points")
    # presence has nine points of weight, evenings three of them: 0, 16.7, 33.3
    line = next(line for line in out.splitlines() if "▁▂▃" in line)
    assert line.split()[:5] == ["Presence", "▁▂▃", "0.0", "16.7", "33.3"]
    facts = json.loads(run("compare", yarn, "--json").out)
    assert [season["season"] for season in facts["seasons"]] == [2024, 2025, 2026]
    trend = {found["id"]: found for found in facts["trend"]["lines"]}
    assert trend["peak-season/presence"]["values"] == [0.0, pytest.approx(100 / 6), pytest.approx(100 / 3)]
    assert trend["peak-season/presence"]["steps"] == [pytest.approx(50), pytest.approx(50)]


def test_a_console_without_blocks_gets_ascii_columns(run: Run, yarn: str) -> None:
    out = run("compare", yarn, READYCHECK_ASCII="1").out
    assert "_.:" in out and not set(out) & set("▁▂▃░▒▓█")


def test_a_season_opened_is_the_last_of_its_trend(run: Run, yarn: str) -> None:
    facts = json.loads(run("compare", "yarn/2025", "--json").out)
    assert (facts["before"], facts["after"], facts["trend"]) == (2024, 2025, None)
    first = json.loads(run("compare", "yarn/2024", "--json").out)
    assert (first["before"], first["after"]) == (2024, 2026)


def test_a_damaged_season_of_long_ago_is_left_out_aloud(run: Run, yarn: str, home: Path) -> None:
    Archive(home).resolve("yarn/2024").write_text("format = ", encoding="utf-8")
    said = run("compare", yarn)
    assert said.status == 0 and "2024 is left out" in said.err and "You improved by 50.0 points" in said.out


def test_two_people_of_one_season_are_called_by_their_files(run: Run, people: tuple[Path, Path]) -> None:
    there, back = run("compare", *people).out, run("compare", *reversed(people)).out
    assert there.startswith("yarn – Comparison anna – konsultti\n\nIn what both have, anna is 100.0 points above")
    assert "konsultti is lower by" in there and "anna is higher by" in back
    for out in (there, back):
        assert "fell back" not in out and "Last season" not in out
    facts = json.loads(run("compare", *people, "--json").out)
    assert facts["sides"] == ["anna", "konsultti"] and facts["core"]["improved"] == -100
    assert "konsultti on alempana" in run("compare", *people, lang="fi").out


def test_files_of_one_name_are_called_by_their_folders(run: Run, people: tuple[Path, Path], tmp_path: Path) -> None:
    for name, file in zip(("first", "second"), people, strict=True):
        (tmp_path / name).mkdir()
        shutil.copy(file, tmp_path / name / "2026.toml")
    found = run("compare", tmp_path / "first" / "2026.toml", tmp_path / "second" / "2026.toml", "--json")
    assert json.loads(found.out)["sides"] == ["first/2026", "second/2026"]


def test_a_year_of_a_shop_and_a_file(run: Run, people: tuple[Path, Path]) -> None:
    facts = json.loads(run("compare", "yarn", "2024", people[1], "--json").out)
    assert (facts["before"], facts["after"], facts["core"]["after"]) == (2024, 2026, 0)
    three = json.loads(run("compare", "yarn", people[1], "2025", "2024", "--json").out)
    assert [season["season"] for season in three["seasons"]] == [2024, 2025, 2026]


def test_two_shops_are_said_to_be_two(run: Run, yarn: str) -> None:
    assert run("new", "buttons/2026").status == 0
    assert run("answer", "buttons/2026", EVENINGS, "partly").status == 0
    out = run("compare", "yarn/2026", "buttons/2026", COLUMNS="200").out
    assert "! These are two shops, yarn and buttons" in out and "yarn is 50.0 points above buttons" in out
    assert json.loads(run("compare", "yarn/2026", "buttons/2026", "--json").out)["one_shop"] is False


@pytest.mark.parametrize(("words", "status"), [
    (("--fail-on-regression",), 1), (("--fail-on-regression", "99.9"), 1), (("--fail-on-regression", "100"), 0),
    (("--fail-on-regression", "--json"), 1), ((), 0),
])
def test_a_fall_of_more_points_than_allowed_is_status_1(
    run: Run, people: tuple[Path, Path], words: tuple[str, ...], status: int
) -> None:
    said = run("compare", *people, *words)
    assert said.status == status and said.err.count("\n") == status
    assert not status or "fell by 100.0 points, from 100.0 to 0.0" in said.err
    assert run("compare", *reversed(people), *words).status == 0


def test_where_nothing_compares_a_script_does_not_pass(run: Run, yarn: str) -> None:
    assert run("new", "yarn/2027").status == 0
    said = run("compare", yarn, "--fail-on-regression")
    assert said.status == 1 and said.err == (
        "There is no change to hold against a limit: 2027 has no answers yet: nothing to compare.\n"
    )
    assert run("compare", yarn).status == 0


@pytest.mark.parametrize("words", [("--fail-under", "50"), ("--fail-under", "50", "--json")])
def test_a_score_under_its_limit_is_status_1_in_json_too(run: Run, yarn: str, words: tuple[str, ...]) -> None:
    said = run("score", yarn, *words)
    assert said.status == 1 and "below 50.0" in said.err
    assert run("score", yarn, "--fail-under", "0", *words[2:]).status == 0


def test_the_page_holds_the_same_figures_in_every_form(run: Run, villanen: str, tmp_path: Path) -> None:
    core = json.loads(run("compare", villanen, "--json").out)["core"]
    texts = {}
    for ending in (".html", ".md", ".json", ".csv"):
        path = tmp_path / f"page{ending}"
        said = run("compare", villanen, "-o", path)
        assert said.status == 0 and str(path) in said.out
        texts[ending] = path.read_text(encoding="utf-8-sig")
    assert json.loads(texts[".json"])["core"] == core
    assert f"+{core['improved']:.1f}" in texts[".html"] and f"+{core['improved']:.1f}" in texts[".md"]
    values = {row[3] for row in csv.reader(io.StringIO(texts[".csv"]))}
    assert {repr(core["improved"]), repr(core["checklist_changed"])} <= values
    assert texts[".html"].count("<svg") >= 6 and "<script" not in texts[".html"]


def test_a_page_and_json_at_once(run: Run, yarn: str, tmp_path: Path) -> None:
    said = run("compare", yarn, "-o", tmp_path / "page.md", "--json")
    assert json.loads(said.out)["shop"] == "yarn" and (tmp_path / "page.md").exists()


def test_a_page_of_another_form_is_not_written(run: Run, yarn: str, tmp_path: Path) -> None:
    said = run("compare", yarn, "-o", tmp_path / "page.pdf")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_the_arithmetic_of_the_tests_is_told_when_it_is_asked_for(run: Run, villanen: str) -> None:
    assert "The arithmetic" not in run("compare", villanen).out
    out = run("compare", villanen, "--explain").out
    assert "The arithmetic" in out and "degrees of freedom" in out


def test_a_report_against_a_file(run: Run, people: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert run("report", "yarn/2026", "--against", people[1], "-o", target).status == 0
    text = target.read_text(encoding="utf-8")
    assert "Comparison" not in text and "yarn/2026 is higher by" in text and "konsultti" in text
    assert run("report", "yarn/2026", "--against", tmp_path / "none.toml", "-o", target).status == 2


def test_a_report_tells_the_trend_of_three_seasons(run: Run, yarn: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert run("report", yarn, "-o", target).status == 0
    assert "Season by season" in target.read_text(encoding="utf-8")
    assert run("report", "yarn/2025", "-o", target).status == 0
    assert "Season by season" not in target.read_text(encoding="utf-8")
