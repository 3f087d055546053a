"""A sentence stays a sentence, whatever a file holds."""

from __future__ import annotations

from readycheck.core.message import say
from readycheck.errors import LONGEST_LIST, LONGEST_QUOTE, Problem


def test_what_a_file_holds_is_cut_in_a_sentence() -> None:
    inner = say("no \"{name}\"", name="n" * 100_000)
    problem = Problem(say("{inner}, {text}", inner=inner, text="t" * 200), say("Known: {known}.", known="k" * 9_000),
                      file="a.toml", line=3, key="a." * 70_000)
    told = str(problem.message())
    assert f'no "{"n" * (LONGEST_QUOTE - 1)}…", {"t" * 200} Known: {"k" * (LONGEST_LIST - 1)}….' in told
    assert told.startswith("a.toml: line 3: a.a.") and len(told) < 2_000


def test_what_is_no_text_stays_as_it_is() -> None:
    assert str(Problem(say("{n} of {m:.1f}", n=3, m=2.25)).message()) == "3 of 2.3"
