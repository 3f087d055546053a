"""`readycheck keys`: what is listed is what the app has, and the file it prints can be used as it is."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from readycheck.tui.key_names import canonical
from readycheck.tui.keymap import keymap_of
from tests.cli.conftest import Run


def test_the_table_has_every_key_in_the_persons_language(run: Run) -> None:
    finnish, english = run("keys", lang="fi"), run("keys", lang="en")
    assert finnish.status == english.status == 0
    assert "Huomiot" in finnish.out and "Note" in english.out
    for said in (finnish, english):
        ids = {line.split()[0] for line in said.out.splitlines() if line and not line.startswith(" ")}
        assert {"question.note", "answer.no.fi", "answer.no.en", "help", "heat-map.move", "theme"} <= ids


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_the_printed_file_says_nothing_until_a_line_is_taken_up(run: Run, home: Path, lang: str) -> None:
    printed = run("keys", "--toml", lang=lang).out
    assert tomllib.loads(printed) == {}
    taken_up = "\n".join(line.removeprefix("#") for line in printed.splitlines() if line.startswith('#"'))
    document = tomllib.loads(taken_up)
    listed = json.loads(run("keys", "--json").out)["keys"]
    assert set(document) == {row["id"] for row in listed} - {"heat-map.move", "heat-map.carry", "mapping.move"}
    assert document["question.note"] == "m" and document["answer.unknown"] == "?"
    assert all(canonical(key) for keys in document.values() for key in keys.split(","))
    assert keymap_of(document, "keys.toml").problems == (), "what is so without the file is no mistake in it"


def test_keys_of_ones_own_are_listed_and_printed_as_they_hold(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "keys.toml").write_text('question.note = "F5"\nanswer.yes = ","\n')
    listed = {row["id"]: row["keys"] for row in json.loads(run("keys", "--json").out)["keys"]}
    assert listed["question.note"] == ["f5"] and listed["answer.yes.fi"] == [","]
    again = tomllib.loads(run("keys", "--toml").out)
    assert again == {"question.note": "f5", "answer.yes.fi": [","], "answer.yes.en": [","]}


@pytest.mark.parametrize("lang, sentence", [
    ("en", 'readycheck: keys.toml: report: there is no key "f99".'),
    ("fi", "readycheck: keys.toml: report: näppäintä ”f99” ei ole."),
])
def test_every_mistake_is_told_beside_what_holds(run: Run, home: Path, lang: str, sentence: str) -> None:
    home.mkdir()
    (home / "keys.toml").write_text('report = "f99"\nreprot = "f6"\nquestion.note = "f5"\n')
    said = run("keys", "--json", lang=lang)
    assert said.status == 2
    assert said.err.splitlines()[0].startswith(sentence) and len(said.err.splitlines()) == 2
    assert [row["keys"] for row in json.loads(said.out)["keys"] if row["changed"]] == [["f5"]]
