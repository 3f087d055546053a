"""`staffing` with words that make no sense: one sentence each, exit status 2, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.scenarios import keep_scenario
from tests.cli.conftest import Run
from tests.cli.even_shop import make_even_shop

TRY = ("--set", "plan.growth=1.2")


@pytest.fixture(scope="module")
def rush(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An audit file with one scenario: refusals leave it alone, so one does for all."""
    archive = Archive(tmp_path_factory.mktemp("rush"))
    file = make_even_shop(archive.home)
    return archive.save(file, keep_scenario(file.document, "Rush", ("plan.growth=1.2",))).path


@pytest.mark.parametrize("words, told", [
    (("--take",), "--take: needs --suggest HOURS."),
    (("--min-shift", "3"), "--min-shift: needs --suggest HOURS."),
    (("--suggest", "-3"), 'a whole number is wanted, not "-3".'),
    (("--suggest", "1.5"), 'a whole number is wanted, not "1.5".'),
    (("--suggest", "ten"), 'a whole number is wanted, not "ten".'),
    (("--suggest", "0"), "--suggest: must be from 1 to 2,000 hours."),
    (("--suggest", "2001"), "--suggest: must be from 1 to 2,000 hours."),
    (("--suggest", "3"), "--suggest: must be at least the shortest shift, 4 hours"),
    (("--suggest", "30", "--min-shift", "25"), "--min-shift: must be from 1 to 24 hours."),
    (("--suggest", "30", "--take", *TRY), "--take: does not go with --set"),
    (("--suggest", "30", "--take", "--scenario", "Rush"), "--take: does not go with --scenario"),
    (("--keep", "New"), "--keep: needs at least one --set KEY=VALUE"),
    (("--keep", "New", "--scenario", "Rush"), "--keep: needs at least one --set KEY=VALUE"),
    (("--keep", "New", *TRY, "--suggest", "30"), "--keep: does not go with --suggest."),
    (("--keep", " – ", *TRY), "holds no word"),
    (("--keep", "x" * 61, *TRY), "must have at most 60 characters"),
    (("--keep", "New", "--set", "plan.growth=0"), "--set: plan.growth: must be over 0, not 0."),
    (("--keep", "New", "--set", "plan.groth=2"), "plan.groth: is not a known key. Did you mean growth?"),
    (("--set", "growth"), '"growth" has no =.'),
    (("--set", "plan.shrinkage=1"), "--set: plan.shrinkage: must be under 1, not 1."),
    (("--scenario", "Rusch"), 'there is no scenario "Rusch". Did you mean Rush?'),
    (("--scenario", "zzz"), 'there is no scenario "zzz". Kept here: Rush.'),
    (("--drop", "Rusch"), 'there is no scenario "Rusch". Did you mean Rush?'),
    (("--drop", "Rush", *TRY), "--drop: does not go with --set."),
    (("--drop", "Rush", "--json"), "--drop: does not go with --json."),
    (("--scenarios", "--scenario", "Rush"), "--scenarios: does not go with --scenario."),
    (("--check", *TRY), "--check: does not go with --set."),
    (("--learn", *TRY), "--learn: does not go with --set."),
    (("--learn", "--check"), "--learn: does not go with --check."),
    (("--explain", "--csv", "-"), "--csv: does not go with --explain."),
    (("--suggest", "30", "--scenarios"), "--suggest: does not go with --scenarios."),
    (("--csv", "-", "--json"), "--csv: does not go with --json."),
    (("--csv",), "argument --csv: expected one argument."),
])
def test_a_wrong_combination_is_told_in_a_sentence(run: Run, rush: Path, words: tuple[str, ...], told: str) -> None:
    before = rush.read_bytes()
    said = run("staffing", rush, *words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert told in said.err
    assert rush.read_bytes() == before


def test_a_refusal_is_in_the_chosen_language(run: Run, even: str) -> None:
    assert "--take: tarvitsee valitsimen --suggest TUNNIT." in run("staffing", "even", "--take", lang="fi").err
