"""The app and a command, and two apps, on one audit at once: every edit is there, and a person chooses between two."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from readycheck.storage.apart import waiting
from readycheck.storage.archive import Archive
from tests.e2e.audits import SHOP, answers, new_shop
from tests.e2e.terminal import ROOT, Terminal

pytestmark = pytest.mark.slow
EVENINGS = "peak-season/presence.evenings"


def command(terminal: Terminal, *words: str) -> str:
    """Another process does its work on the same folder; what it said."""
    program = [sys.executable, "-m", "readycheck", "--home", str(terminal.home), "--lang", "fi", *words]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout + done.stderr


def wait_until(file: Path, wanted: Mapping[str, str]) -> None:
    end = time.monotonic() + 15
    while answers(file) != wanted and time.monotonic() < end:
        time.sleep(0.1)
    assert answers(file) == wanted


def test_the_app_and_a_command_change_one_answer(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    terminal.start("open", SHOP, READYCHECK_STATE=str(Archive(terminal.home).aside.folder.parent))
    terminal.wait_for("Läsnäolo 1/5")
    command(terminal, "answer", SHOP, EVENINGS, "no")
    terminal.press("k")
    terminal.wait_for("Muutettu kahdessa paikassa", "F7")
    wait_until(file, {"presence.evenings": "no"})
    said = command(terminal, "answer", SHOP, "presence.weekends", "yes")
    assert "muutettu kahdessa paikassa" in said and f"readycheck merge {SHOP}/2026" in said
    terminal.press("F7")
    terminal.wait_for("1 Pidä: ei", "2 Ota: kyllä", "3 Päätä myöhemmin")
    terminal.press("2")
    wait_until(file, {"presence.evenings": "yes", "presence.weekends": "yes"})
    archive = Archive(terminal.home)
    assert waiting(archive, archive.open(SHOP)) == ()


def test_two_apps_change_different_answers(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    with closing(Terminal(terminal.home)) as another:
        for each in (terminal, another):
            each.start("open", SHOP)
            each.wait_for("Läsnäolo 1/5")
        terminal.press("k")
        another.step("Down", "e")
        wait_until(file, {"presence.evenings": "yes", "presence.weekends": "no"})
        terminal.press("C-q")
        another.press("C-q")
        terminal.wait_for_shell()
        another.wait_for_shell()
    assert answers(file) == {"presence.evenings": "yes", "presence.weekends": "no"}


def test_a_copy_is_told_on_opening_and_brought_in(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    copy = file.with_name("2026.sync-conflict-20261101-101500-ABCDEFG.toml")
    shutil.copy(file, copy)
    command(terminal, "answer", str(copy), EVENINGS, "partly")
    terminal.start("open", SHOP, READYCHECK_STATE=str(Archive(terminal.home).aside.folder.parent))
    terminal.wait_for("synkronoinnin ristiriitakopio toisi", "F7")
    terminal.press("F7")
    terminal.wait_for("Tuo sen muutokset", EVENINGS)
    terminal.press("1")
    wait_until(file, {"presence.evenings": "partly"})
    assert not copy.exists()
