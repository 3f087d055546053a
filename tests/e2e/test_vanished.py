"""A terminal that goes without a word: no signal comes, there is only nothing to be read any more."""

from __future__ import annotations

import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

import pytest

from tests.e2e.audits import SHOP, answers, new_shop
from tests.e2e.terminal import ROOT

ENDS_WITHIN = 10  # seconds; it takes a fifth of one


def _wait_for(master: int, wanted: bytes) -> None:
    """Read what is painted until `wanted` is there."""
    painted, limit = b"", time.monotonic() + 20
    while wanted not in painted:
        assert time.monotonic() < limit, f"waited in vain for {wanted!r}"
        if select.select([master], [], [], 0.1)[0]:
            painted += os.read(master, 1 << 16)


def _start(home: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The app at a terminal that is not its controlling one, as after `setsid`: nobody sends it SIGHUP."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    app = subprocess.Popen(
        [sys.executable, "-m", "readycheck", "--home", str(home), "--lang", "fi", "open", SHOP], cwd=ROOT,
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        env={"TERM": "xterm-256color", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home)},
    )
    os.close(slave)
    return app, master


@pytest.mark.parametrize("waiting", [b"", b"\x1b[B" * 300], ids=["at rest", "at work"])
def test_the_app_saves_and_ends(tmp_path: Path, waiting: bytes) -> None:
    file = new_shop(tmp_path)
    app, master = _start(tmp_path)
    try:
        _wait_for(master, "Läsnäolo 1/5".encode())
        os.write(master, b"e")
        _wait_for(master, b"Vastattu 1/")
        os.write(master, waiting)  # what the app has not read yet goes with the terminal
        os.close(master)
        app.wait(ENDS_WITHIN)
    finally:
        app.kill()
        app.wait()
    assert answers(file) == {"presence.evenings": "no"}
    assert app.returncode == 129
