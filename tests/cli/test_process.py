"""The program as a process: what it loads, how fast it is up, how it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

HEAVY = ("textual", "duckdb", "yaml", "jinja2", "babel", "icalendar", "holidays", "dataclasses")


def python(*words: str, home: Path, **rest: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "READYCHECK_HOME": str(home), "LANG": "en_US.UTF-8", **rest}
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, encoding="utf-8", env=environ, check=False,
    )


def test_help_loads_nothing_heavy(home: Path) -> None:
    code = (
        "import sys; from readycheck.cli import main; status = main(['--help']);"
        f"print(status, sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    assert python("-c", code, home=home).stdout.splitlines()[-1] == "0 []"


def test_a_reader_that_goes_away_gets_no_traceback(home: Path) -> None:
    piped = subprocess.Popen(
        [sys.executable, "-m", "readycheck", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert piped.stdout is not None and piped.stderr is not None
    piped.stdout.close()
    said = piped.stderr.read()
    piped.stderr.close()
    assert (piped.wait(), said) == (0, b"")


def test_a_full_output_is_one_sentence_that_blames_no_file(home: Path) -> None:
    code = (
        "import errno, sys; from readycheck.commands import desk; from readycheck.cli import main\n"
        "def full(*_): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "desk.run_verb = full\n"
        "sys.exit(main(['--lang', sys.argv[1], 'list']))"
    )
    said = {lang: python("-c", code, lang, home=home) for lang in ("en", "fi")}
    assert {lang: each.returncode for lang, each in said.items()} == {"en": 2, "fi": 2}
    assert said["en"].stderr == "readycheck: not everything could be read or written (No space left on device).\n"
    assert said["fi"].stderr == "readycheck: kaikkea ei voitu lukea tai kirjoittaa (No space left on device).\n"


def test_an_interrupt_is_status_130_without_a_traceback(home: Path) -> None:
    code = (
        "import os, signal, sys; from readycheck.commands import desk; from readycheck.cli import main;"
        "desk.run_verb = lambda *_: os.kill(os.getpid(), signal.SIGINT);"
        "sys.exit(main(['list']))"
    )
    ended = python("-c", code, home=home)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGINT, "")


def test_the_unexpected_is_one_sentence_without_the_data_in_it(home: Path) -> None:
    code = (
        "import sys; from readycheck.commands import desk; from readycheck.cli import main\n"
        "def broken(*_): raise KeyError('maija@example.fi')\n"
        "desk.run_verb = broken\n"
        "sys.exit(main(['list']))"
    )
    ended = python("-c", code, home=home)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1 and "KeyError" in ended.stderr
    assert "maija" not in ended.stderr


def test_an_old_console_gets_question_marks_and_no_crash(home: Path) -> None:
    ended = python("-m", "readycheck", "--lang", "fi", "--help", home=home, PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, "")
