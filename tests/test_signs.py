"""Which terminals get ASCII, and what it looks like there: as wide as before, and told apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.cells import cell_len

from readycheck.report.charts.terminal_canvas import ASCII, BLOCKS
from readycheck.signs import ascii_signs, terminal_encoding
from readycheck.tui.ascii_filter import key_in_words, plain
from readycheck.tui.path_text import MARKS as STEP_MARKS
from readycheck.tui.widgets.section_list import MARKS


@pytest.mark.parametrize(("stream", "environ", "encoding", "in_ascii"), [
    ("utf-8", {}, "utf-8", False),
    ("utf-8", {"LANG": "fi_FI.UTF-8", "TERM": "xterm-256color"}, "utf-8", False),
    ("utf-8", {"LC_ALL": "C.UTF-8", "LANG": "C"}, "utf-8", False),
    ("utf-8", {"LC_ALL": "C"}, "ascii", True),
    ("utf-8", {"LANG": "POSIX"}, "ascii", True),
    ("utf-8", {"LC_ALL": "C", "PYTHONUTF8": "1"}, "utf-8", False),
    ("iso-8859-1", {"LANG": "fi_FI"}, "iso-8859-1", True),
    ("cp437", {}, "cp437", False),
    ("utf-8", {"TERM": "vt100"}, "utf-8", True),
    ("utf-8", {"TERM": "linux"}, "utf-8", True),
    ("utf-8", {"TERM": "linux", "READYCHECK_ASCII": "0"}, "utf-8", False),
    ("utf-8", {"TERM": "xterm", "READYCHECK_ASCII": "1"}, "utf-8", True),
    (None, {"READYCHECK_ASCII": ""}, "utf-8", False),
])
def test_who_gets_ascii(stream: str | None, environ: dict[str, str], encoding: str, in_ascii: bool) -> None:
    assert terminal_encoding(stream, environ) == encoding
    assert ascii_signs(encoding, environ) is in_ascii


@pytest.mark.parametrize(("text", "encoding", "drawn"), [
    ("● Läsnäolo ⚠ 32 ▲2", "iso-8859-1", "* Läsnäolo ! 32 ^2"),
    ("● Läsnäolo ⚠ 32 ▲2", "ascii", "* Lasnaolo ! 32 ^2"),
    ("▸ma [2──3](4──5) · ", "ascii", ">ma [2--3](4--5) . "),
    ("█████├███───┤", "ascii", "#####+###---+"),
    ("日本 ä", "ascii", "???? a"),
    ("日本 ä", "utf-8", "日本 ä"),
    ("🎄 ½ h", "ascii", "?? ? h"),
    ("Villan\u0308en", "ascii", "Villanen"),
])
def test_a_line_in_ascii(text: str, encoding: str, drawn: str) -> None:
    assert plain(text, encoding) == drawn


@pytest.mark.parametrize("text", ["👩‍👩‍👧 🇫🇮 ⚠️", "متجر שלום", "e\u0301\u0301 ﷺ", "\u0301x", "ショップ"])
def test_columns_stay_where_they_are(text: str) -> None:
    assert cell_len(plain(text, "ascii")) == cell_len(text)
    assert plain(text, "ascii").isascii()


def test_charts_look_as_the_commands_print_them() -> None:
    for sign, other in zip(vars(BLOCKS).values(), vars(ASCII).values(), strict=True):
        if isinstance(sign, str) and len(sign) == 1:
            assert plain(sign, "ascii") == other


@pytest.mark.parametrize("marks", [MARKS, "".join(STEP_MARKS.values()), "▲▼=", "✖⚠ ", "✓✗", "█░"])
def test_marks_that_mean_different_things_look_different(marks: str) -> None:
    assert all(plain(one, "ascii") != plain(other, "ascii") for one, other in combinations(marks, 2))


def test_keys_are_named() -> None:
    assert [key_in_words(sign) for sign in ("⏎", "↑↓", "⇧→", "␣", "^s")] == [
        "enter", "up/down", "shift+right", "space", "^s",
    ]
