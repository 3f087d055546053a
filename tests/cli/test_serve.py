"""`serve`: what it needs, and what it says before it serves."""

from __future__ import annotations

import sys

import pytest

from readycheck.commands import serve
from readycheck.web.port import listening
from tests.cli.conftest import Run


@pytest.mark.parametrize("lang, sentence", [("en", "needs one more package"), ("fi", "vielä yhden paketin")])
def test_without_the_extra_it_says_how_to_get_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, sentence: str
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    said = run("serve", lang=lang)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert sentence in said.err and f'{sys.executable} -m pip install "textual-serve' in said.err


def test_the_command_is_of_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that uv made has no pip of its own; a path with a space in it is still one word."""
    monkeypatch.setattr(serve, "requires", lambda _: ["textual>=8", 'textual-serve~=1.1.3; extra == "web"'])
    monkeypatch.setattr(sys, "executable", "/my venv/bin/python")
    assert serve.installing() == '"/my venv/bin/python" -m pip install "textual-serve~=1.1.3"'
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    assert serve.installing() == 'uv pip install --python "/my venv/bin/python" "textual-serve~=1.1.3"'


def test_a_taken_port_is_a_sentence(run: Run) -> None:
    with listening(0) as other:
        port = other.getsockname()[1]
        said = {lang: run("serve", "--port", str(port), lang=lang) for lang in ("en", "fi")}
    assert {(each.status, each.out, each.err.count("\n")) for each in said.values()} == {(2, "", 1)}
    assert f"port {port} is taken" in said["en"].err and f"portti {port} on jo" in said["fi"].err
