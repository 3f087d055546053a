"""The words around a walk down the purchase path."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from readycheck.core.audit import STEPS, PathRun, PathStep, StepResult
from readycheck.core.path import path_score
from readycheck.core.walks import side_by_side
from readycheck.i18n import Lang, Translator
from readycheck.tui.beside_text import notes_of
from readycheck.tui.path_text import figures_lines
from tests.core.documents import audit_of, document

WIDTH = 78
PASS: StepResult = "pass"
FAIL: StepResult = "fail"


def head(lang: Lang, *results: StepResult) -> list[str]:
    steps = [{"step": step, "result": result} for step, result in zip(STEPS, results, strict=False)]
    score = path_score(audit_of(document(path_runs=[{"tester": "Anu", "steps": steps}])))
    return figures_lines(score, score, WIDTH, Translator(lang)).split("\n")


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("tested", range(1, 10))
def test_the_head_has_three_lines_that_fit_however_much_is_tested(lang: Lang, tested: int) -> None:
    lines = head(lang, *[FAIL] * tested)
    assert len(lines) == 3 and all(cell_len(line) <= WIDTH for line in lines)


def test_what_is_left_is_counted_until_its_names_fit() -> None:
    assert head("en", PASS)[1] == "Never tested: 8 of 9 steps."
    assert head("en", *[PASS] * 8)[1] == "Never tested: return."


def test_how_a_failed_step_is_cleared_is_told_where_the_line_has_room() -> None:
    assert head("fi", PASS, PASS, FAIL, *[PASS] * 6)[1] == (
        "✖ Katkesi: tuotesivu. Korjattuna arvioi se siinä kierroksessa uudelleen.")
    assert head("en", PASS, PASS, *[FAIL] * 7)[1] == "Every step has been tested. ✖ Failed: 7 of 9 steps."


def test_what_was_tested_comes_before_what_failed() -> None:
    assert head("fi", PASS, PASS, FAIL, FAIL, FAIL, *[PASS] * 4)[1] == (
        "Jokainen vaihe on testattu. ✖ Katkesi: tuotesivu, ostoskori, tilaaminen.")


def test_a_step_that_nobody_tested_is_not_called_free_of_trouble() -> None:
    runs = (PathRun(tester="Anu", steps=(PathStep("arrive", "pass"),)),)
    arrive, search = side_by_side(runs)[:2]
    assert notes_of(arrive, runs, Translator("en")).startswith("Nobody stumbled here")
    assert notes_of(search, runs, Translator("en")) == "Nobody has tested this yet."
