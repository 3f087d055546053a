"""The commands as scripts and hands use them: through pipes, interrupted, with the wrong file."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.audits import DATA, SHOP, full_shop, new_shop, shops_called, texts
from tests.e2e.raw_terminal import UNSEEN
from tests.e2e.terminal import ROOT, Terminal

ESCAPES = texts("hostile/terminal_escapes.json")


def piped(home: Path, *words: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """`readycheck --home HOME --lang fi WORDS…` with both streams in pipes, as if the terminal had colours."""
    return subprocess.run(
        [sys.executable, "-m", "readycheck", "--home", str(home), "--lang", "fi", *map(str, words)],
        capture_output=True, encoding="utf-8", cwd=ROOT, check=False, timeout=120,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
             "HOME": str(home), **environ},
    )


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full shop whose texts end with orders to the terminal, and bare ones that are called so."""
    home = tmp_path_factory.mktemp("hostile")
    full_shop(home, ESCAPES)
    shops_called(home, ESCAPES)
    return home


@pytest.mark.parametrize("words", [
    ("--help",), ("list",), ("portfolio",), ("score", SHOP), ("score", SHOP, "--explain"), ("compare", SHOP),
    ("actions", SHOP), ("staffing", SHOP), ("hours", SHOP, "--suggest", "6"), ("verify",), ("checklist", "list"),
    ("checklist", "show", "peak-season"), ("score", "nowhere"), ("demo", "--print"),
], ids=" ".join)
def test_nothing_but_text_goes_into_a_pipe(hostile_home: Path, words: tuple[str, ...]) -> None:
    done = piped(hostile_home, *words, FORCE_COLOR="1")
    told = done.stdout + done.stderr
    assert told.strip() and "Traceback" not in told
    assert not UNSEEN.findall(told)


def test_a_report_holds_nothing_but_text(hostile_home: Path, tmp_path: Path) -> None:
    for form in ("html", "md", "csv"):
        file = tmp_path / f"report.{form}"
        assert piped(hostile_home, "report", SHOP, "-o", file).returncode == 0
        assert not UNSEEN.findall(file.read_text(encoding="utf-8-sig"))


def test_ctrl_c_in_the_middle_of_an_import_leaves_everything_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    file = new_shop(terminal.home)
    before = hashlib.sha256(file.read_bytes()).digest()
    export = tmp_path / "iso.csv"
    lines = "".join(f"{n},2025-11-{1 + n % 28:02d} {n % 24:02d}:{n % 60:02d}:00,sähköposti\n" for n in range(100_000))
    with export.open("w", encoding="utf-8") as out:
        out.write("id,created,channel\n")
        for _ in range(60):
            out.write(lines)
    terminal.start("import", "contacts", SHOP, export)
    terminal.wait_for("Lasketaan …")
    terminal.press("C-c")
    left = terminal.wait_for_shell(seconds=3)
    assert "Keskeytetty; mitään ei muutettu." in left
    assert "Lasketaan" not in left and "rivejä luettu" not in left
    terminal.type("echo status $?")
    terminal.press("Enter")
    shown = terminal.wait_for("status 130")
    assert "Traceback" not in shown
    assert hashlib.sha256(file.read_bytes()).digest() == before
    assert not list(file.parent.glob(".*.tmp"))


@pytest.mark.parametrize(("words", "said"), [
    (("import", "orders", SHOP, DATA / "hostile" / "csv_not_csv.csv"), "csv_not_csv.csv"),
    (("import", "orders", SHOP, DATA / "nothing.csv"), "nothing.csv"),
    (("import", "orders", SHOP, DATA), "data"),
    (("score", DATA / "hostile" / "toml_truncated.toml"), "toml_truncated.toml"),
    (("score", DATA / "hostile" / "toml_nul_filled.toml"), "toml_nul_filled.toml"),
    (("score", DATA / "hostile" / "toml_future_schema.toml"), "toml_future_schema.toml"),
    (("checklist", "validate", DATA / "hostile" / "yaml_alias_bomb.yaml"), "yaml_alias_bomb.yaml"),
    (("report", SHOP, "-o", Path("report.docx")), "report.docx"),
    (("set", SHOP, "plan.shrinkage=2"), "shrinkage"),
    (("answer", SHOP, "presence.evenings", "ehkä"), "ehkä"),
], ids=lambda value: value if isinstance(value, str) else None)
def test_what_is_wrong_is_one_line_and_status_2(tmp_path: Path, words: tuple[str | Path, ...], said: str) -> None:
    file = new_shop(tmp_path)
    before = file.read_bytes()
    done = piped(tmp_path, *words)
    refusals = [line for line in done.stderr.splitlines() if line.startswith("readycheck: ")]
    assert done.returncode == 2
    assert len(refusals) == 1 and said in refusals[0]
    assert re.fullmatch(r"readycheck: .+\n", done.stderr)
    assert done.stdout == ""
    assert file.read_bytes() == before


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    full_shop(tmp_path, [""])
    command = f"{sys.executable} -m readycheck --home {tmp_path} score {SHOP} --explain | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.stdout.count("\n") == 1 and done.stderr == ""
