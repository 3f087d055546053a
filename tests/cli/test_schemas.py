"""What every command says as JSON is what its schema tells, to the last key."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match

from readycheck.cli import words
from readycheck.commands.arguments import Parser
from readycheck.commands.progress import Standing, json_line
from readycheck.commands.schema import names, schema
from readycheck.commands.verbs import VERBS
from tests.cli.conftest import Run
from tests.cli.facts import (
    Facts,
    facts_of_a_season,
    facts_of_handover,
    facts_of_imports,
    facts_of_lists,
    facts_of_the_folder,
    facts_of_two_places,
    facts_of_two_seasons,
    facts_of_what_is_wrong,
)

Schema = dict[str, Any]


def strict(whole: Schema) -> Schema:
    """The schema in which a key that is not described is a mistake: what grows must be told of.

    What is a part of a larger table (allOf) is closed where the whole table is, not by itself.
    """
    made = copy.deepcopy(whole)
    parts = [part for node in nodes(made) for part in node.get("allOf", [])]
    names_of_parts = {part["$ref"] for part in parts}
    open_ones = [made["$defs"][name.rpartition("/")[2]] for name in names_of_parts] + parts
    for node in nodes(made):
        table = "properties" in node or "allOf" in node or node.get("$ref") in names_of_parts
        if table and not any(node is each for each in open_ones):
            node["unevaluatedProperties"] = False
    return made


def nodes(node: Any) -> Iterator[Schema]:
    """Every schema in a schema."""
    if isinstance(node, dict):
        if any(key in node for key in ("type", "anyOf", "allOf", "$ref", "const", "description")):
            yield node
        for key, child in node.items():
            if key in ("properties", "$defs"):
                for each in child.values():
                    yield from nodes(each)
            elif key in ("items", "additionalProperties", "anyOf", "allOf"):
                yield from nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from nodes(child)


def hold(facts: Iterator[Facts]) -> set[str]:
    """Each output against its schema; the names that were seen."""
    seen, validators = set[str](), dict[str, Draft202012Validator]()
    for name, said in facts:
        seen.add(name)
        if name not in validators:
            validators[name] = Draft202012Validator(strict(schema(name)), format_checker=FormatChecker(["date"]))
        error = best_match(validators[name].iter_errors(said))
        assert error is None, f"{name}: {error.json_path}: {error.message[:300]}"
    return seen


@pytest.mark.slow
def test_a_new_audit_an_even_one_and_the_folder(run: Run, two_evens: str, home: Path, tmp_path: Path) -> None:
    assert run("new", "empty/2026").status == 0
    seen = hold(facts_of_a_season(run, "empty", tmp_path)) | hold(facts_of_a_season(run, two_evens, tmp_path))
    seen |= hold(facts_of_two_seasons(run, two_evens, tmp_path)) | hold(facts_of_the_folder(run))
    seen |= hold(facts_of_two_places(run, two_evens, home)) | hold(facts_of_handover(run, two_evens, home, tmp_path))
    seen |= hold(facts_of_lists(run, "empty", tmp_path))
    assert seen | {"import", "import-progress"} == set(names()), "every schema is held against something"


@pytest.mark.slow
def test_the_made_up_shop(run: Run, villanen: str, home: Path, tmp_path: Path) -> None:
    hold(facts_of_a_season(run, villanen, tmp_path))
    hold(facts_of_two_seasons(run, villanen, tmp_path))
    hold(facts_of_what_is_wrong(run, villanen, home))


@pytest.mark.slow
def test_imports(run: Run, home: Path) -> None:
    assert run("new", "empty/2025").status == 0
    assert hold(facts_of_imports(run, "empty")) == {"import"}


@pytest.mark.parametrize("standing", [
    Standing("reading", None, None, None), Standing("counting", 62_000, 0.31, 4.2), Standing("saving", 1, 1.0, 0.0),
])
def test_the_progress_of_an_import(standing: Standing) -> None:
    assert hold(iter([("import-progress", json.loads(json_line(standing)))])) == {"import-progress"}


@pytest.mark.parametrize("name", names())
def test_a_schema_is_one_and_every_key_is_told(name: str) -> None:
    made = schema(name)
    Draft202012Validator.check_schema(made)
    assert "common.json" not in json.dumps(made), "it stands alone"
    for node in nodes(made):
        for key, value in node.get("properties", {}).items():
            assert value.get("description"), f"{key} of {node.get('description')}"
        assert set(node.get("required", ())) <= set(node.get("properties", ()))
        assert node.get("additionalProperties") is not False, "what is printed may grow"


def test_every_command_with_json_has_a_schema() -> None:
    made = {name.partition("-")[0] for name in names()}
    for verb, arguments in VERBS.items():
        parser = Parser(tr=words("en"), columns=80, out=io.StringIO(), prog=verb)
        arguments(parser, words("en"))
        assert (verb in made) == ("--json" in parser._option_string_actions or verb == "report"), verb


def test_a_key_more_is_found(run: Run, even: str) -> None:
    said = json.loads(run("score", even, "--json").out)
    lax = Draft202012Validator(schema("score"))
    for node in (said, said["coverage"]["january"], said["coverage"]["january"]["weeks"][0]):
        node["more"] = 1
        assert lax.is_valid(said), "a program that reads it is not broken by growth"
        with pytest.raises(AssertionError, match="more"):
            hold(iter([("score", said)]))
        del node["more"]
    del said["readiness"]["band"]
    assert not lax.is_valid(said)


def test_the_command_prints_names_and_schemas(run: Run) -> None:
    listed = run("schema")
    assert listed.status == 0 and [line.split()[0] for line in listed.out.splitlines()] == names()
    assert max(map(len, listed.out.splitlines())) <= 80
    printed = run("schema", "score", lang="fi")
    assert json.loads(printed.out) == schema("score")
    said = run("schema", "scor")
    assert said.status == 2 and "score" in said.err and len(said.err.splitlines()) == 1


def test_schemas_are_in_the_package() -> None:
    import readycheck

    assert (Path(readycheck.__file__).parent / "schemas" / "score.json").is_file()
