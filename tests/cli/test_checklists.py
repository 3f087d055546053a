"""`checklist`: the shipped ones, one in full, a file checked, one of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_five_that_ship_are_listed_in_order(run: Run) -> None:
    facts = json.loads(run("checklist", "list", "--json").out)["checklists"]
    assert [each["id"] for each in facts] == [
        "peak-season", "purchase-path", "service-quality", "channels", "service-process",
    ]
    assert "Ostopolku" in run("checklist", "list", lang="fi").out


def test_one_in_full_shows_ids_that_answer_takes(run: Run) -> None:
    out = run("checklist", "show", "peak-season", lang="fi").out
    assert "presence.evenings" in out and "vastaus ”ei” estää" in out
    assert len(json.loads(run("checklist", "show", "channels", "--json").out)["sections"]) == 5
    assert run("checklist", "show").out == run("checklist", "show", "peak-season").out


def test_a_list_of_ones_own_validates_as_it_is_begun(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "Lahjat ja kortit.yaml"
    assert run("checklist", "new", path).status == 0
    assert "id: lahjat-ja-kortit" in path.read_text(encoding="utf-8")
    facts = json.loads(run("checklist", "validate", path, "--json").out)
    assert facts["valid"] and facts["id"] == "lahjat-ja-kortit"
    assert run("checklist", "validate", path).out.endswith(": one section, one question, no mistakes.\n")
    assert run("checklist", "new", "own").out.count("id: own ") == 1


def test_a_list_is_never_begun_over_another(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run("checklist", "new", path).status == 2
    assert path.read_text(encoding="utf-8") == "mine"


def test_every_mistake_has_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    run("checklist", "new", path)
    broken = path.read_text(encoding="utf-8").replace("weight: 2", "weight: 9").replace("effort: small", "effort: none")
    path.write_text(broken, encoding="utf-8")
    said = run("checklist", "validate", path)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 2)
    line = next(n for n, text in enumerate(broken.splitlines(), 1) if "weight: 9" in text)
    assert f"line {line}" in said.err


@pytest.mark.parametrize("words", [("show", "peek-season"), ("validate",), ("validate", "none.yaml"), ("burn",)])
def test_what_is_not_there_is_told(run: Run, words: tuple[str, ...]) -> None:
    said = run("checklist", *words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
