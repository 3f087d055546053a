"""Commands on a pseudo-terminal: no control sequence of a file's, a name's or a typed word's reaches it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from tests.e2e.audits import SHOP, full_shop, new_shop, shops_called, texts
from tests.e2e.raw_terminal import RawTerminal, orders
from tests.e2e.terminal import ROOT, Terminal

ESCAPES = texts("hostile/terminal_escapes.json")
WORD = "".join(ESCAPES).replace("\0", "")  # no word of a command line holds a zero byte
NAME = "a\x1b]52;c;QQ==\x07\x9b31m\x1b[2J\rb\u202e\u200b\x1b]0;pwn\x07"  # what a file may be called
EXPORT = "".join([
    f'"id {WORD}",created,channel,reason,tags\n',
    *(f'{n},2025-11-{1 + n % 28:02d} 10:00,"{text}","{text}","{text}"\n' for n, text in enumerate(ESCAPES * 3)),
    f'99,"{WORD}",x,x,x\n',
])
MARKS = "\ufffd"


def on_terminal(home: Path, *words: str | Path) -> tuple[str, int]:
    """All that `readycheck --home HOME --lang fi WORDS…` sends to a terminal of 100 columns, and its status."""
    child = pexpect.spawn(
        sys.executable, ["-m", "readycheck", "--home", str(home), "--lang", "fi", *map(str, words)], cwd=str(ROOT),
        timeout=60, dimensions=(40, 100), encoding="utf-8", codec_errors="replace",
        env={"TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
             "HOME": str(home), "READYCHECK_STATE": os.environ["READYCHECK_STATE"]},
    )
    raw = child.read()
    child.close()
    return raw, child.exitstatus


def told_to(raw: str) -> set[str]:
    """What the terminal was told beside text; a carriage return that ends no line is an order, too."""
    return orders(re.sub("\r+\n", "\n", raw)) | set(re.findall("\r(?!\r?\n)", raw))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full shop whose texts end with orders to the terminal, and bare ones that are called so."""
    folder = tmp_path_factory.mktemp("hostile")
    full_shop(folder, ESCAPES)
    shops_called(folder, ESCAPES)
    (folder / f"{NAME}.csv").write_text(EXPORT, encoding="utf-8")
    (folder / f"{NAME}.yaml").write_text(f'id: "{NAME!r}"\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", [
    ("list",), ("portfolio",), ("verify",), ("score", SHOP), ("score", SHOP, "--explain"), ("actions", SHOP),
    ("compare", SHOP), ("hours", SHOP, "--suggest", "6"), ("agreement", SHOP), ("merge",), ("keys",),
    ("staffing", SHOP), ("staffing", SHOP, "--explain"), ("staffing", SHOP, "--scenarios"),
    ("staffing", SHOP, "--csv", "-"), ("checklist", "list"), ("score", SHOP, "--json"), ("portfolio", "--json"),
], ids=" ".join)
def test_what_an_audit_holds(home: Path, words: tuple[str, ...]) -> None:
    raw, status = on_terminal(home, *words)
    assert status in (0, 1, 2) and raw.strip() and "Traceback" not in raw
    assert told_to(raw) == set()


@pytest.mark.parametrize("words", [
    (WORD,), ("score", WORD), ("score", SHOP, WORD), (f"--{WORD}",), ("--lang", WORD, "list"), ("score", f"--{WORD}"),
    ("answer", SHOP, WORD, "yes"), ("answer", SHOP, "presence.evenings", WORD), ("set", SHOP, f"{WORD}=1"),
    ("set", SHOP, f"plan.shrinkage={WORD}"), ("checklist", "show", WORD), ("checklist", "validate", f"{NAME}.yaml"),
    ("checklist", WORD), ("compare", SHOP, WORD), ("report", SHOP, "-o", f"{NAME}.docx"),
    ("report", SHOP, "-o", f"{NAME}/{NAME}.html"), ("import", WORD, SHOP, "x"), ("import", "orders", SHOP, WORD[:60]),
    ("import", "contacts", SHOP, "x.csv", "--column", WORD), ("import", "contacts", SHOP, "x.csv", "--dates", WORD),
    ("staffing", SHOP, "--set", WORD), ("staffing", SHOP, "--scenario", WORD), ("staffing", SHOP, "--drop", WORD),
    ("serve", "--port", WORD), ("new", WORD), ("actions", SHOP, "--ics", f"{NAME}/x.ics"),
    ("hours", SHOP, "--suggest", WORD),
], ids=lambda words: re.sub(r"[^ -~]", "?", " ".join(words)[:30]))
def test_what_was_typed(home: Path, words: tuple[str, ...]) -> None:
    raw, status = on_terminal(home, *words)
    assert status == 2 and raw.startswith("readycheck: ") and "Traceback" not in raw
    assert told_to(raw) == set()


def test_names_that_are_kept(tmp_path: Path) -> None:
    new_shop(tmp_path)
    for words in (("set", SHOP, f"shop.name={WORD}"), ("new", "uusi/2026", "--name", WORD), ("list",), ("score", SHOP)):
        raw, _ = on_terminal(tmp_path, *words)
        assert "Traceback" not in raw and told_to(raw) == set()
    assert MARKS in raw, "the name is there, made harmless"


def test_what_an_export_holds(home: Path, tmp_path: Path) -> None:
    """Its name, its headings, its channels and reasons, and the cell that is no time."""
    new_shop(tmp_path)
    plain = tmp_path / "plain.csv"
    plain.write_text("id,created,channel\n1,2025-11-28 10:00,chat\n2,x,chat\n", encoding="utf-8")
    usual = told_to(on_terminal(tmp_path, "import", "contacts", SHOP, plain, "--dry-run")[0])
    for rest in (("--dry-run",), ("--json", "--dry-run"), ("--column", f"time={WORD}"), ("--source", WORD), ()):
        raw, _ = on_terminal(tmp_path, "import", "contacts", SHOP, home / f"{NAME}.csv", *rest)
        assert "Traceback" not in raw and told_to(raw) <= usual
    for words in (("staffing", SHOP), ("score", SHOP, "--explain"), ("verify",)):
        assert told_to(on_terminal(tmp_path, *words)[0]) == set()


def test_the_app_in_a_folder_of_that_name(tmp_path: Path) -> None:
    """An audit opened by its path, in a folder whose name gives orders."""
    plain = _opened(tmp_path / "plain")
    assert _opened(tmp_path / NAME) <= plain


def _opened(home: Path) -> set[str]:
    home.mkdir()
    full_shop(home, [""])
    terminal = RawTerminal(home, "open", str(home / "shops" / SHOP / "2026.toml"))
    try:
        terminal.at_rest("[1 Kysymykset]")
        return orders(terminal.raw)
    finally:
        terminal.close()


def test_the_title_of_the_window(terminal: Terminal) -> None:
    """No title is set: what a shop is called stays inside the screen."""
    full_shop(terminal.home, ESCAPES)
    before = terminal.state("pane_title"), terminal.state("window_name")
    terminal.start("open", SHOP)
    terminal.at_rest("[1 Kysymykset]")
    assert "pwn" not in terminal.state("pane_title") + terminal.state("window_name")
    assert terminal.state("pane_title") == before[0]
