"""What holds for every key of the app, without an app running: told in both languages, and the same everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from readycheck.tui.key_registry import OURS, bindings_of, language_of, places, uses
from tests.catalogue import finnish, written

SAME_WORDS = {
    "Edit": "e", "Add": "a", "New reason": "a", "Add channel": "a", "Walk": "a",
    "Remove": "delete", "Remove channel": "delete", "Clear": "delete", "Take the answer away": "delete",
    "Not used": "delete", "Undo": "ctrl+z", "Redo": "ctrl+y", "Find": "slash", "Suggest": "s", "Keys": "f1",
    "OK": "enter", "Open": "enter", "Cancel": "escape", "Close": "escape", "Drop": "escape", "Back": "q",
}
"""What is the same wherever it is done, by its label, and the key that it has everywhere."""
OTHER_KEYS = {
    "form.save": "Enter goes on; ctrl+s takes the form from anywhere in it",
    "path.note": "m pays by one more method on that screen",
    "importing.read": "on a screen of fields a letter would be typed; i opens it, ctrl+s takes it as any form",
    "rota.take": "a form, where space chooses",
    "hours.type": "Enter is free on the map of hours; e opens what stands in a row",
    "go.compare": "places have digits",
    "season.new": "c is busy inside an audit; on the list of shops it begins the marked shop's season",
    "sparring.back": "one step back inside the session; q leaves it as any screen",
    "leave": "q goes one step back, out of the program on the first screen",
}
"""Ids whose key is another than elsewhere, and why."""


def kinds() -> list[type[DOMNode]]:
    """Every class of ours that has keys."""
    found = dict.fromkeys(kind for place in places() for kind in (place.screen, *place.others))
    return [kind for kind in found if kind.__module__.startswith(OURS)]


def ours() -> Iterator[Binding]:
    """Every binding that we write ourselves, whoever inherits it."""
    for kind in kinds():
        yield from (binding for binding in kind.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding))


def test_every_key_has_an_id_a_label_and_a_sentence_in_both_languages() -> None:
    translated = finnish(written())
    wanting = {
        (binding.key, binding.id) for binding in ours()
        if not (binding.id and translated.get(binding.description) and translated.get(binding.tooltip))
    }
    assert wanting == set()
    assert len({binding.id for binding in ours()}) > 100


def test_a_sentence_says_more_than_the_label() -> None:
    assert [binding.id for binding in ours() if binding.tooltip.rstrip(".") == binding.description] == []
    assert [binding.id for binding in ours() if not binding.tooltip.rstrip(")").endswith((".", "…", "?"))] == []


def test_on_one_screen_a_key_does_one_thing() -> None:
    double = []
    for kind in kinds():
        by_key: dict[str, list[str | None]] = defaultdict(list)
        for binding in bindings_of(kind):
            by_key[binding.key].append(binding.id)
        double += [
            (kind.__name__, key, ids) for key, ids in by_key.items()
            if len(ids) > 1 and len({language_of(identifier) for identifier in ids} - {None}) < len(ids)
        ]
    assert double == []


def test_what_is_spoken_in_one_language_has_its_key_in_the_other() -> None:
    spoken = {identifier for identifier in uses() if language_of(identifier)}
    stems = {identifier.rpartition(".")[0] for identifier in spoken}
    assert spoken == {f"{stem}.{lang}" for stem in stems for lang in ("fi", "en")}
    assert {"answer.yes", "answer.partly", "answer.no", "path.pass", "path.friction", "path.fail"} <= stems


@pytest.mark.parametrize("label, key", SAME_WORDS.items())
def test_the_same_has_the_same_key_on_all_screens(label: str, key: str) -> None:
    said = [use for variants in uses().values() for use in variants if use.label == label]
    assert said, f"nothing is called {label} any more"
    assert [use.id for use in said if key not in use.keys and use.id not in OTHER_KEYS] == []


def test_what_has_the_same_name_has_a_key_in_common() -> None:
    by_label: dict[tuple[str, str | None], list[tuple[str, set[str]]]] = defaultdict(list)
    for identifier, variants in uses().items():
        for use in variants:
            if identifier not in OTHER_KEYS and not identifier.startswith(("choose.", "form.")):
                by_label[use.label, language_of(identifier)].append((identifier, set(use.keys)))
    apart = {label: said for label, said in by_label.items() if not set.intersection(*(keys for _, keys in said))}
    assert apart == {}


def test_the_exceptions_are_still_there() -> None:
    assert OTHER_KEYS.keys() <= uses().keys()
