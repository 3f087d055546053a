"""Markdown: every cell stays one cell and shows the text it was given, whatever that text holds."""

from __future__ import annotations

import json
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readycheck.report.markdown import escaped, render
from tests.report.reports import LANGS, empty, full, hostile

DATA = Path(__file__).parent.parent / "data"
PAYLOADS = [
    payload for name in ("markdown_payloads.json", "html_xss_payloads.json", "csv_formula_payloads.json")
    for payload in json.loads((DATA / name).read_text(encoding="utf-8"))
]
READER = MarkdownIt("commonmark").enable("table")
SHAPE = {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "code_block", "hr"}


def tokens(text: str) -> list[Token]:
    """All tokens, the inline ones in their places."""
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


def outline(found: list[Token]) -> list[str]:
    """Headings, paragraphs, lists, rows and cells, in order."""
    return [token.type for token in found if token.nesting == 1 and token.type != "strong_open"]


@cache
def tame() -> list[str]:
    return outline(tokens(render(hostile("tame"))))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_makes_nothing_and_breaks_nothing(payload: str) -> None:
    found = tokens(render(hostile(payload)))
    assert not SHAPE & {token.type for token in found}
    assert outline(found) == tame()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_is_read_back_as_it_was_written(payload: str) -> None:
    cell = READER.render(f"| {escaped(payload)} |\n| --- |\n")
    shown = unescape(cell.partition("<th>")[2].partition("</th>")[0])
    assert shown == " ".join(payload.replace("\0", "\ufffd").split())


@pytest.mark.parametrize(("text", "line"), [
    ("1. a", "&#49;. a"), ("12) b", "&#49;2) b"), ("27.11.2026", "27.11.2026"), ("- x", "\\- x"), ("---", "\\---"),
    ("+7.3", "+7.3"), ("+ a", "\\+ a"), ("-5", "-5"), ("===", "\\==="), ("=1+1", "=1+1"),
    ("a|b", "a&#124;b"), ("a\nb", "a b"), ("  a  \nb ", "a b"), ("http://x.y", "http\\://x.y"), ("1,5 h", "1,5 h"),
    ("# a", "\\# a"), ("", ""),
])
def test_what_would_begin_something_is_shown_instead(text: str, line: str) -> None:
    assert escaped(text) == line


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_has_as_many_cells_as_its_head(lang: str) -> None:
    for report in (full(lang), empty(lang)):
        table: list[int] = []
        for line in [*render(report).splitlines(), ""]:
            table = [*table, line.count("|")] if line.startswith("|") else []
            assert len(set(table)) <= 1


def test_the_first_lines_say_how_ready_and_what_to_do() -> None:
    lines = [line for line in render(full("en")).splitlines() if line]
    assert lines[0] == "# Lankakauppa Oy – Season readiness 2026"
    assert lines[1].startswith("**Not ready for the season yet: ")
    assert lines[3:5] == [
        "## What to do first",
        "1. **Code the reasons for two weeks.** – Blocks readiness: “Do you know your most common contact reasons?” "
        "is answered no.",
    ]
