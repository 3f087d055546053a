"""Keys in sentences: each names a key that there is, and follows keys.toml."""

from __future__ import annotations

import re
from pathlib import Path

import readycheck
from readycheck.i18n import Translator
from readycheck.tui.key_names import canonical
from readycheck.tui.key_registry import uses
from readycheck.tui.keys import key_of

TUI = Path(readycheck.__file__).parent / "tui"


def test_the_usual_key_in_a_sentence_is_the_one_that_is_bound() -> None:
    told = {
        found for file in TUI.rglob("*.py")
        for found in re.findall(r"""key_of\(["']([\w.-]+)["'], ["'](.+?)["']\)""", file.read_text(encoding="utf-8"))
    }
    assert len(told) > 30
    bound = {identifier: {key for use in variants for key in use.keys} for identifier, variants in uses().items()}
    assert [each for each in told if canonical(each[1]) not in bound.get(each[0], ())] == []


def test_without_an_app_the_usual_key_is_told() -> None:
    told = Translator("fi")("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z"))
    assert told == "Poistettu. Ctrl+Z palauttaa."
