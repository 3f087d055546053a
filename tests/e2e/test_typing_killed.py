"""The app is killed (-9) in the midst of typing that does not pause: at most the last second is gone."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from tests.e2e.audits import SHOP, answers, new_shop
from tests.e2e.raw_terminal import RawTerminal

pytestmark = pytest.mark.slow
PAUSE = 0.04
"""Seconds between two keys: twice as fast as the fastest typist."""
QUESTION = "presence.evenings"
DOWN = "\x1b[B"


def forms_in(state: Path) -> list[HalfTyped]:
    """What a program that starts now would find half typed."""
    os.environ["READYCHECK_STATE"], before = str(state), os.environ["READYCHECK_STATE"]
    try:
        archive = Archive(state.parent / "home")
        return HalfTypedForms(archive.aside, archive.resolve(SHOP)).cut_off()
    finally:
        os.environ["READYCHECK_STATE"] = before


@pytest.mark.parametrize("seconds", [1.7, 2.6])
def test_at_most_a_second_of_a_note_is_gone(tmp_path: Path, seconds: float) -> None:
    home, state = tmp_path / "home", tmp_path / "state"
    new_shop(home)
    terminal = RawTerminal(home, "open", SHOP, READYCHECK_STATE=str(state))
    typed: list[tuple[float, str]] = []
    try:
        terminal.wait_for("Läsnäolo 1/5")
        terminal.press("m")
        terminal.wait_for("^s OK")
        began = time.monotonic()
        while time.monotonic() < began + seconds:
            word = f"{len(typed)}. "
            terminal.press(word)
            typed.append((time.monotonic(), word))
            time.sleep(PAUSE)
            terminal.look()
        killed = time.monotonic()
        os.kill(terminal.child.pid, signal.SIGKILL)
    finally:
        terminal.close()
    (found,) = forms_in(state)
    (kept,) = (text for text in found.now.values() if text)
    wanted = "".join(word for when, word in typed if when < killed - 1)
    assert "".join(word for _, word in typed).startswith(kept), "nothing but what was typed, in its order"
    assert len(kept) >= len(wanted) > 0, "what was typed a second before the kill is kept"
    assert found.question.endswith(QUESTION)
    again = RawTerminal(home, "open", SHOP, READYCHECK_STATE=str(state))
    try:
        again.wait_for("Läsnäolo 1/5")
        again.press("m")
        again.wait_for(kept.split()[-1])
    finally:
        again.close()


def test_answers_reach_the_file_within_a_second_while_others_are_given(tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = new_shop(home)
    terminal = RawTerminal(home, "open", SHOP)
    try:
        terminal.wait_for("Läsnäolo 1/5")
        for _ in range(30):  # each answer another question's: every save has something to write
            for pressed in ("k", DOWN):
                terminal.press(pressed)
                time.sleep(PAUSE)
                terminal.look()
        changed = file.stat().st_mtime
        killed = time.time()
        os.kill(terminal.child.pid, signal.SIGKILL)
    finally:
        terminal.close()
    assert killed - changed < 1, "the last save was less than a second ago, though keys went on coming"
    assert len(answers(file)) > 1 and set(answers(file).values()) == {"yes"}
