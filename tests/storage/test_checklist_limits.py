"""Checklists that are all right value by value, and still none: nothing to ask, weights of nothing, no end."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from readycheck.storage.checklists import read_checklist, template
from tests.storage.shops import refusal, told

BANDS = "bands: {{ready: {ready}, nearly: {nearly}, why: {{fi: a, en: b}}}}\n"
WEIGHTS = "readiness:\n  - {{id: {id}, weight: 1, why: {{fi: a, en: b}}}}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("key", "line", "name"), [("sections", 6, "sections"), ("    questions", 9, "sections[1].questions")],
)
def test_a_checklist_asks_something(key: str, line: int, name: str, tmp_path: Path) -> None:
    path = written(tmp_path, template("own").partition(f"{key}:")[0] + f"{key}: []\n")
    assert told(lambda: read_checklist(path)) == f"{path}: line {line}: {name}: is empty."


def test_nearly_ready_is_less_than_ready(tmp_path: Path) -> None:
    path = written(tmp_path, template("own") + BANDS.format(ready=60, nearly=60))
    (problem,) = refusal(lambda: read_checklist(path))
    assert (problem.key, str(problem.what)) == ("bands.nearly", "must be under 60, not 60.")
    bands = read_checklist(written(tmp_path, template("own") + BANDS.format(ready=60, nearly=59.5))).bands
    assert bands is not None
    assert bands.nearly == 59.5


def test_only_scores_that_there_are_have_a_weight(tmp_path: Path) -> None:
    path = written(tmp_path, template("own") + WEIGHTS.format(id="own/gift"))
    (problem,) = refusal(lambda: read_checklist(path))
    assert (problem.key, str(problem.remedy)) == ("readiness[1].id", "Did you mean own/gifts?")
    for known in ("own/gifts", "coverage/opening_hours", "coverage/january"):
        (weight,) = read_checklist(written(tmp_path, template("own") + WEIGHTS.format(id=known))).readiness
        assert weight.id == known


@pytest.mark.parametrize("unit", ["a: |\n", "- a\n", "a:\n"])
def test_a_megabyte_of_small_values_is_refused_at_once(unit: str, tmp_path: Path) -> None:
    path = written(tmp_path, unit * (990_000 // len(unit)))
    start = perf_counter()
    assert "holds over 20000 values" in told(lambda: read_checklist(path))
    assert perf_counter() - start < 2
