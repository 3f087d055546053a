"""A pseudo-terminal that keeps every byte a program sends, beside what a terminal would make of it."""

from __future__ import annotations

import codecs
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from tests.e2e.terminal import ROOT

SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # cursor, colours, modes
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # title, clipboard, links
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b[^\[\]PX^_]"
)
COLOUR_OR_MOVE = re.compile(r"\x1b\[[0-9;]*[mH]")
UNSEEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\U000e0041]"
)
NOT_PYTES = re.compile(r"\x1b\[[<>=][0-9;]*u|\x1b\[\?[0-9;]*\$p")


class RawTerminal:
    """Runs `readycheck --home HOME --lang fi WORDS…` on a pty; `raw` is all that came."""

    def __init__(self, home: Path, *words: str, columns: int = 80, rows: int = 24, **environ: str) -> None:
        self.raw = ""
        self.drawn = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.drawn)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.child = pexpect.spawn(
            sys.executable, ["-m", "readycheck", "--home", str(home), "--lang", "fi", *words], cwd=str(ROOT),
            dimensions=(rows, columns), timeout=20,
            env={"TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                 "HOME": str(home), **environ},
        )

    @property
    def screen(self) -> str:
        """What a person would see."""
        return "\n".join(self.drawn.display).replace("\u00a0", " ")

    def press(self, keys: str) -> None:
        """Bytes as a terminal sends them."""
        self.child.send(keys)

    def wait_for(self, *texts: str, seconds: float = 20) -> str:
        """The screen, once all `texts` stand on it."""
        return self.wait_until(lambda screen: all(text in screen for text in texts), seconds)

    def wait_until(self, there: Callable[[str], object], seconds: float = 20) -> str:
        """The screen, once `there` holds for it."""
        limit = time.monotonic() + seconds
        while not there(self.screen):
            if time.monotonic() > limit:
                raise AssertionError(f"waited {seconds} s in vain; the screen:\n{self.screen}")
            self._read()
        return self.screen

    def at_rest(self, *texts: str, quiet: float = 0.4) -> str:
        """The screen, once all `texts` stand on it and nothing more came for `quiet` seconds."""
        limit = time.monotonic() + 20
        self.wait_for(*texts)
        still = time.monotonic() + quiet
        while time.monotonic() < min(still, limit):
            if self._read():
                still = time.monotonic() + quiet
        return self.wait_for(*texts)

    def close(self) -> None:
        """End the program."""
        self.child.close(force=True)

    def look(self) -> None:
        """Take in what has come by now."""
        self._read(0)

    def _read(self, seconds: float = 0.1) -> bool:
        """Take in what came; whether anything did within a tenth of a second."""
        try:
            text = self._decoder.decode(self.child.read_nonblocking(1 << 16, timeout=seconds))
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF as error:
            raise AssertionError(f"the program ended; the screen:\n{self.screen}") from error
        self.raw += text
        self._stream.feed(NOT_PYTES.sub("", text))
        return True


def orders(raw: str) -> set[str]:
    """What a terminal was told beside text, colours and places; stray control characters stand for themselves."""
    whole = re.sub(r"\x1b\[?[0-?]*$", "", raw)  # the last one may not be all here yet
    told = set(SEQUENCE.findall(COLOUR_OR_MOVE.sub("", whole)))
    return told | set(UNSEEN.findall(SEQUENCE.sub("", whole)))
