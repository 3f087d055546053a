"""`checklist changes|take|drop SHOP` and `validate --against`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FIXTURE = Path(__file__).parent.parent / "data" / "formats" / "audit-2-demo.toml"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An audit against the first version of the season's list."""
    return Path(shutil.copy(FIXTURE, tmp_path / "old.toml"))


def test_changes_are_shown_and_nothing_is_written(run: Run, old: Path) -> None:
    before = old.read_bytes()
    told = run("checklist", "changes", str(old))
    assert told.status == 0 and "version 1 → 2" in told.out and "stay as they are: 4" in told.out
    assert "Uusia kysymyksiä: 37" in run("checklist", "changes", str(old), lang="fi").out
    facts = json.loads(run("checklist", "changes", str(old), "--json").out)
    (found,) = facts["lists"]
    assert (facts["changed"], found["kept"], found["offered"], len(found["answers"]["stay"])) == (False, 1, 2, 4)
    assert found["scores"][0]["id"] == "readiness" and not found["answers"]["left"]
    assert old.read_bytes() == before


def test_it_is_taken_up_with_yes_alone_where_nobody_can_be_asked(run: Run, old: Path) -> None:
    before = old.read_bytes()
    refused = run("checklist", "take", str(old))
    assert refused.status == 2 and "--yes" in refused.err
    assert run("checklist", "take", str(old), "--dry-run").status == 0
    assert old.read_bytes() == before
    assert run("checklist", "take", str(old), "--yes").out.endswith("stays in the file with its answers.\n")
    assert "[[earlier_checklists]]" in old.read_text(encoding="utf-8")
    after = old.read_bytes()
    assert "newest version" in run("checklist", "take", str(old), "--yes").out
    assert old.read_bytes() == after
    assert "Kept from earlier" in run("checklist", "changes", str(old)).out


def test_a_list_of_ones_own_is_added_renewed_and_dropped(run: Run, old: Path, tmp_path: Path) -> None:
    own = tmp_path / "our-own.yaml"
    run("checklist", "new", str(own))
    added = run("checklist", "take", str(old), str(own), "--yes").out
    assert "to be added, questions: 1" in added and added.endswith("\nSaved.\n")  # no earlier version is kept of it
    run("answer", str(old), "our-own/gifts.gift-receipt", "yes")
    own.write_text(own.read_text(encoding="utf-8").replace("version: 1", "version: 2").replace(
        "id: gift-receipt ", "id: exchange ").replace('source: "our own / oma"\n        #',
        'source: "our own / oma"\n        supersedes: gifts.gift-receipt\n        #'), encoding="utf-8")
    facts = json.loads(run("checklist", "take", str(old), str(own), "--yes", "--json").out)
    assert facts["lists"][0]["answers"]["carried"] == [
        {"from": "our-own/gifts.gift-receipt", "to": "our-own/gifts.exchange"}]
    assert run("checklist", "drop", str(old), "our-own", "--yes").status == 0
    own.unlink()  # the copy that was left is enough
    added = json.loads(run("checklist", "take", str(old), "our-own", "--yes", "--json").out)
    assert added["lists"][0]["answers"]["back"] == ["our-own/gifts.exchange"]


def test_a_wrong_file_is_told_with_line_and_key(run: Run, old: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    run("checklist", "new", str(own))
    own.write_text(own.read_text(encoding="utf-8").replace("weight: 2", "weight: 9"), encoding="utf-8")
    before = old.read_bytes()
    said = run("checklist", "take", str(old), str(own), "--yes")
    assert said.status == 2 and "own.yaml: line 17: sections[1].questions[1].weight" in said.err
    assert old.read_bytes() == before


def test_an_author_is_told_what_a_version_changes(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "own.yaml", tmp_path / "second.yaml"
    run("checklist", "new", str(first))
    text = first.read_text(encoding="utf-8")
    second.write_text(text.replace("exchange card", "gift card"), encoding="utf-8")
    told = run("checklist", "validate", str(second), "--against", str(first)).out
    assert "version: 1 is not above 1" in told and "other words without formerly" in told
    facts = json.loads(run("checklist", "validate", str(second), "--against", str(first), "--json").out)
    assert [each["kind"] for each in facts["questions"]] == ["changed_meaning"] and len(facts["advice"]) == 2
    second.write_text(text.replace("id: own", "id: other"), encoding="utf-8")
    assert "is another list" in run("checklist", "validate", str(second), "--against", str(first)).err


@pytest.mark.parametrize(("words", "sentence"), [
    (("changes",), "which shop?"), (("drop", "SHOP"), "which checklist?"), (("list", "--yes"), "means nothing"),
    (("new", "--json"), "means nothing"),
    (("take", "SHOP", "no-such-list"), "there is no checklist"), (("show", "channels", "more"), "means nothing"),
    (("drop", "SHOP", "channels", "--yes"), "has no checklist"),
])
def test_wrong_use_is_told(run: Run, old: Path, words: tuple[str, ...], sentence: str) -> None:
    said = run("checklist", *(str(old) if word == "SHOP" else word for word in words))
    assert (said.status, said.out) == (2, "") and sentence in said.err
