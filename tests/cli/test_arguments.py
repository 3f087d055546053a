"""The words of the command line: every verb, both languages, options on either side, mistakes."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from readycheck.cli import language
from readycheck.commands.arguments import WrongUse, build_parser, parse, speaking, summaries
from readycheck.commands.verbs import VERBS
from tests.cli.conftest import Run


def parsed(*words: str) -> argparse.Namespace:
    return parse(build_parser(str, words, 80, io.StringIO()), words, str)


def test_every_verb_of_the_interface_is_there() -> None:
    wanted = ("open demo new list import answer set score hours staffing compare report agreement actions"
              " portfolio checklist verify merge export take forget serve keys schema")
    assert list(summaries(str)) == wanted.split() == list(VERBS)


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_fits_eighty_columns_and_ends_with_status_0(run: Run, verb: str, lang: str) -> None:
    said = run(*([verb] if verb else []), "--help", lang=lang)
    assert (said.status, said.err) == (0, "")
    assert len(said.out.splitlines()) > 5
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_help_is_in_the_language_of_the_locale_or_of_lang(run: Run) -> None:
    assert "näytä tämä ohje" in run("--help", lang="fi").out
    assert "show this help" in run("--help", lang="en").out
    assert "näytä tämä ohje" in run("score", "--help", "--lang", "fi").out
    assert "show this help" in run("--lang=en", "score", "--help", lang="fi").out
    assert "käyttö: " in run("score", "--help", lang="fi").out


@pytest.mark.parametrize(("named", "spoken"), [
    ("fi_FI.UTF-8", "fi"), ("fi", "fi"), ("FI", "fi"), ("en_GB", "en"), ("sv_FI", "en"), ("C", "en"), ("", "en"),
])
def test_the_language_is_the_wanted_one_else_the_locale_s(named: str, spoken: str) -> None:
    assert language(["score", "shop"], {"LANG": named}) == spoken
    for wanted in ("fi", "en"):
        assert language(["score", "--lang", wanted, "shop"], {"LANG": named}) == wanted
    assert language(["score"], {"LC_ALL": named, "LANG": "fi_FI"}) == ("fi" if named == "" else spoken)


def test_options_before_the_verb_and_after_it_are_the_same() -> None:
    before = parsed("--home", "x", "--json", "--lang", "fi", "score", "yarn")
    after = parsed("score", "yarn", "--home", "x", "--json", "--lang", "fi")
    assert before == after
    assert (after.home, after.json, after.lang, after.shop) == ("x", True, "fi", "yarn")


def test_json_is_refused_where_a_verb_prints_no_facts() -> None:
    with pytest.raises(WrongUse, match="--json"):
        parsed("--json", "open")


@pytest.mark.parametrize("words, name, expected", [
    (("compare", "yarn", "--json", "2025", "2026"), "what", ["yarn", "2025", "2026"]),
    (("compare", "yarn", "2025", "--json", "2026"), "what", ["yarn", "2025", "2026"]),
    (("import", "orders", "yarn", "a.csv", "--dry-run", "b.csv"), "files", ["a.csv", "b.csv"]),
    (("set", "yarn", "a=1", "--lang", "en", "b=2"), "changes", ["a=1", "b=2"]),
])
def test_a_list_cut_by_an_option_is_one_list(words: tuple[str, ...], name: str, expected: list[str]) -> None:
    assert getattr(parsed(*words), name) == expected


def test_no_command_is_the_app_on_the_list_of_shops() -> None:
    assert (parsed().verb, parsed().shop) == ("open", None)


def test_fail_under_takes_a_comma_as_finns_write_it() -> None:
    assert parsed("score", "yarn", "--fail-under", "84,9").fail_under == 84.9


@pytest.mark.parametrize("words, fragment", [
    (("scroe", "yarn"), 'did you mean "score"?'),
    (("bogus", "yarn"), '"bogus" is not known; choose from open'),
    (("score",), "required"),
    (("score", "yarn", "--colour"), "--colour"),
    (("score", "yarn", "--fail-under", "many"), '"many"'),
    (("score", "yarn", "--fail-under", "nan"), '"nan"'),
    (("score", "yarn", "--fail-under", "-5"), "--fail-under"),
    (("import", "parcels", "yarn", "x.csv"), '"parcels"'),
    (("answer", "yarn", "q", "yes", "--by", "nobody"), '"nobody"'),
    (("list", "extra"), "extra"),
])
def test_wrong_words_are_one_line_and_status_2(run: Run, words: tuple[str, ...], fragment: str) -> None:
    said = run(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1 and said.err.startswith("readycheck: ")
    assert fragment in said.err


def test_wrong_words_are_told_in_finnish(run: Run) -> None:
    assert "tarkoititko" in run("scroe", lang="fi").err
    assert "puuttuu" in run("score", lang="fi").err
    assert "luku" in run("score", "yarn", "--fail-under", "x", lang="fi").err


def test_escape_sequences_in_words_do_not_reach_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("score", "yarn", "--\x1b]52;c;eA==\x07").err


def test_argparse_speaks_its_own_words_again_afterwards() -> None:
    before = argparse._  # type: ignore[attr-defined]
    with speaking(str.upper):
        assert argparse._("usage: ") == "USAGE: "  # type: ignore[attr-defined]
    assert argparse._ is before  # type: ignore[attr-defined]


def test_a_folder_that_is_a_file_is_told_in_a_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("", encoding="utf-8")
    said = run("--home", path, "list")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(path) in said.err
