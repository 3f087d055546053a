"""A real terminal: whatever ends the program, the terminal is whole afterwards and the file complete."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.tui.small_list import EVENINGS, archive_at, saved

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from readycheck.storage.archive import Archive
from readycheck.tui.app import run_app
run_app(Archive(Path(sys.argv[1])), "en", date(2026, 10, 20), "lankakauppa")
"""
ALTERNATE_SCREEN_OFF, MOUSE_OFF, CURSOR_ON = "\x1b[?1049l", "\x1b[?1000l", "\x1b[?25h"


def started(home: Path) -> pexpect.spawn[str]:
    archive_at(home)
    child = pexpect.spawn(
        sys.executable, ["-c", PROGRAM, str(home)], dimensions=(24, 80), encoding="utf-8", timeout=20,
        env={"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    child.expect("Are evenings answered")
    time.sleep(0.5)
    return child


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_restores_the_terminal(tmp_path: Path, number: signal.Signals) -> None:
    child = started(tmp_path)
    child.send("n")
    child.expect("1 blocker")
    child.kill(number)
    child.expect(pexpect.EOF)
    for restored in (ALTERNATE_SCREEN_OFF, MOUSE_OFF, CURSOR_ON):
        assert restored in child.before
    child.close()
    assert child.exitstatus == 128 + number
    assert saved(tmp_path)["answers"][EVENINGS]["owner"]["value"] == "no"


def test_quitting_with_the_key_ends_with_status_0(tmp_path: Path) -> None:
    child = started(tmp_path)
    child.send("n")
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert saved(tmp_path)["answers"][EVENINGS]["owner"]["value"] == "no"


CRASH = """
import sys
from datetime import date
from pathlib import Path
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.tui.app import ReadycheckApp
archive = Archive(Path(sys.argv[1]))
app = ReadycheckApp(archive, Translator("en"), date(2026, 10, 20), archive.open("lankakauppa"))
def crash():
    customer = "".join(["Maija", " ", "Asiakas"])
    raise ValueError("no such thing")
app.call_later(crash)
app.run()
"""


def test_a_crash_shows_no_values_and_restores_the_terminal(tmp_path: Path) -> None:
    archive_at(tmp_path)
    child = pexpect.spawn(
        sys.executable, ["-c", CRASH, str(tmp_path)], dimensions=(24, 120), encoding="utf-8", timeout=20,
        env={"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    child.expect(pexpect.EOF)
    assert "no such thing" in child.before
    assert "Maija Asiakas" not in child.before
    assert ALTERNATE_SCREEN_OFF in child.before
