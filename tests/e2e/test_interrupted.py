"""Whatever ends the program, what was answered more than a second ago is there again."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing

from tests.e2e.audits import SHOP, answers, new_shop
from tests.e2e.terminal import Terminal

FIVE = {
    "presence.evenings": "yes", "presence.weekends": "no", "presence.holidays": "partly",
    "presence.hours-by-demand": "unknown", "presence.hours-visible": "yes",
}


def _five_answers(terminal: Terminal) -> None:
    terminal.start("open", SHOP)
    terminal.wait_for("Läsnäolo 1/5")
    terminal.step("k", "Down", "e", "Down", "o", "Down", "?", "Down", "k")
    terminal.wait_for("Läsnäolo 5/5", "(●) k Kyllä", "Vastattu 5/")


def test_quitting_in_the_middle_loses_nothing(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    _five_answers(terminal)
    terminal.press("Right", "o", "C-q")  # an answer and away in one breath
    terminal.wait_for_shell()
    assert answers(file) == FIVE | {"self-service.findable": "partly"}
    terminal.start("open", SHOP)
    terminal.wait_for("Itsepalvelu 1/6", "(●) o Osittain", "Vastattu 6/")


def test_a_kill_in_the_middle_loses_at_most_the_last_second(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    _five_answers(terminal)
    shown = time.monotonic()
    while time.monotonic() < shown + 1 and answers(file) != FIVE:
        time.sleep(0.05)
    terminal.press("Down", "k")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait_for("Killed")
    kept = answers(file)
    assert FIVE.items() <= kept.items() and len(kept) <= 6
    assert not list(file.parent.glob(".*.tmp")), "a half-written file stayed behind"


def test_after_a_kill_it_opens_as_it_was(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    _five_answers(terminal)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait_for("Killed")
    before = file.read_bytes()
    with closing(Terminal(terminal.home)) as another:
        another.start()
        another.wait_for("Lankakauppa Oy", "2026", "Vastattu")
        another.step("Enter")
        another.wait_for("Läsnäolo 1/5", f"Vastattu {len(answers(file))}/")
        another.press("q")
        another.wait_for("Kaupat ja sesongit")
        another.press("q")
        another.wait_for_shell()
    assert file.read_bytes() == before, "looking changed the file"


def test_sigterm_saves_and_leaves_a_terminal_to_work_in(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    _five_answers(terminal)
    os.kill(terminal.pid, signal.SIGTERM)
    terminal.wait_for_shell()
    assert answers(file) == FIVE
    states = {name: terminal.state(name) for name in ("alternate_on", "mouse_any_flag", "cursor_flag")}
    assert states == {"alternate_on": "0", "mouse_any_flag": "0", "cursor_flag": "1"}
    terminal.type("stty -a | tr ' ' '\\n' | grep -x -e echo -e icanon | sort; echo status $?")
    terminal.press("Enter")
    terminal.wait_for("echo\nicanon\nstatus 0")
    terminal.paste("echo pas''ted\n")  # a terminal still in the app's paste mode would wrap this into signs of its own
    terminal.wait_for("\npasted\n")
