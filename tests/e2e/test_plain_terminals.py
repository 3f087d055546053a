"""Terminals with few signs and colours, and one that does not send UTF-8."""

from __future__ import annotations

import re
from pathlib import Path

import pexpect
import pytest

from tests.e2e.audits import SHOP, full_shop, new_shop, read
from tests.e2e.raw_terminal import RawTerminal
from tests.e2e.terminal import Terminal
from tests.e2e.test_sizes import PLACES

TRUE_COLOUR, PLAIN = "38;2;", {"LC_ALL": "C", "TERM": "vt100", "COLORTERM": ""}


def test_every_screen_in_ascii(terminal: Terminal) -> None:
    full_shop(terminal.home, [""])
    terminal.start("open", SHOP, **PLAIN)
    terminal.wait_for("[1 Kysymykset]")
    for key, tab, _ in PLACES:
        terminal.press(key)
        assert terminal.at_rest(tab).isascii()
    terminal.press("4")
    terminal.wait_for("[4 Tammikuu]")
    terminal.press("l")
    assert terminal.at_rest("esc Sulje").isascii()


@pytest.mark.parametrize("no_color", ["", "1"])
def test_no_color_counts_when_it_says_something(tmp_path: Path, no_color: str) -> None:
    new_shop(tmp_path)
    raw = RawTerminal(tmp_path, "open", SHOP, NO_COLOR=no_color)
    raw.at_rest("[1 Kysymykset]")
    raw.close()
    shades = {code[len(TRUE_COLOUR):].split(";")[:3] == code.split(";")[2:3] * 3 for code in _colours(raw.raw)}
    assert shades == ({True} if no_color else {True, False})


@pytest.mark.parametrize(("term", "ascii_only"), [("linux", True), ("screen", False)])
def test_terminals_of_few_colours_get_their_own(tmp_path: Path, term: str, ascii_only: bool) -> None:
    """The console of Linux has no signs either; inside screen there are 16 colours and all signs."""
    full_shop(tmp_path, [""])
    raw = RawTerminal(tmp_path, "open", SHOP, TERM=term, COLORTERM="")
    raw.wait_for("[1 Kysymykset]")
    raw.press("4")
    screen = raw.at_rest("[4 Tammikuu]", "vko")
    raw.close()
    assert not re.findall(r"\x1b\[(?:\d+;)*[34]8;[25];", raw.raw)
    assert ("#" in screen, "█" in screen) == (ascii_only, not ascii_only)


def test_letters_of_a_latin_1_terminal(tmp_path: Path) -> None:
    file = new_shop(tmp_path)
    raw = RawTerminal(tmp_path, "open", SHOP, PYTHONIOENCODING="iso-8859-1")
    raw.wait_for("[1 Kysymykset]")
    raw.press("m")
    raw.wait_for("^s OK")
    raw.child.send("yöllä".encode("iso-8859-1"))
    raw.press("\x13")
    raw.wait_until(lambda screen: "^s OK" not in screen)
    raw.press("\x11")
    raw.child.expect(pexpect.EOF)
    assert read(file)["answers"]["peak-season/presence.evenings"]["note"] == "yöllä"


def _colours(raw: str) -> set[str]:
    """The colours of letters, "38;2;R;G;B"."""
    codes = (sequence.split("m")[0] for sequence in raw.split("\x1b[")[1:])
    return {code[code.index(TRUE_COLOUR):] for code in codes if TRUE_COLOUR in code}
