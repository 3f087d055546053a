"""A real terminal (tmux) with a shell in it: keys go in, what stands on the screen comes out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMPT = "ready>"
LOOK_EVERY, SETTLE = 0.05, 0.1  # seconds


class Terminal:
    """A tmux server of its own with one window and a shell; `start` runs readycheck in it.

    `press`, `step`, `type` and `paste` are the person's hands; `wait_for` and `screen` are the eyes.
    """

    def __init__(self, home: Path, columns: int = 80, rows: int = 24) -> None:
        assert shutil.which("tmux"), "These tests need a real terminal: install tmux (apt-get install tmux)."
        self.home = home
        self._folder = Path(tempfile.mkdtemp(prefix="rc-"))  # a socket's path must be short
        shell = f"env -i {_words(self._environ())} sh"  # no settings of the person who runs the tests
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), shell)
        self.wait_for(PROMPT)

    def close(self) -> None:
        """End the server and whatever still runs in it."""
        subprocess.run(self._command("kill-server"), check=False, capture_output=True, timeout=20)
        shutil.rmtree(self._folder, ignore_errors=True)

    # hands

    def start(self, *words: str | Path, lang: str = "fi", **environ: str) -> None:
        """Run `readycheck --home HOME --lang LANG WORDS…` from the shell."""
        program = [sys.executable, "-m", "readycheck", "--home", str(self.home), "--lang", lang, *map(str, words)]
        launcher, pid_file = self._folder / "launch", self._pid_file
        launcher.write_text(
            f"echo $$ > {pid_file}.new; mv {pid_file}.new {pid_file}\n"
            f"exec env {_words(environ)} {shlex.join(program)}\n",
            encoding="utf-8",
        )
        pid_file.unlink(missing_ok=True)
        self.type(f"clear; sh {launcher}")
        self.press("Enter")
        self._until(pid_file.exists, 15, "the program to start")

    def press(self, *keys: str) -> None:
        """Keys by tmux's names, all at once: "Enter", "F1", "C-q", "S-Right", "k"."""
        self._tmux("send-keys", *keys)

    def step(self, *keys: str) -> None:
        """Keys that each change what is seen: the next one is pressed when the one before has been answered."""
        for key in keys:
            before = self._painted
            self.press(key)
            self._until(lambda before=before: self._painted != before, 15, f"{key} to change the screen")
            time.sleep(SETTLE)

    def type(self, text: str) -> None:
        """A text, letter by letter."""
        self._tmux("send-keys", "-l", text)

    def paste(self, text: str) -> None:
        """A text at once, as from the clipboard."""
        held = self._folder / "paste"
        held.write_text(text, encoding="utf-8")
        self._tmux("load-buffer", str(held))
        self._tmux("paste-buffer", "-p")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    # eyes

    @property
    def screen(self) -> str:
        """The lines of the screen; a space that does not break is a space."""
        return self._tmux("capture-pane", "-p").replace("\u00a0", " ")

    @property
    def pid(self) -> int:
        """The process of the program that was started last."""
        return int(self._pid_file.read_text(encoding="ascii"))

    def state(self, name: str) -> str:
        """What tmux knows of the window: alternate_on, mouse_any_flag, cursor_flag, …"""
        return self._tmux("display-message", "-p", f"#{{{name}}}").strip()

    def wait_for(self, *texts: str, seconds: float = 20) -> str:
        """The screen, once all `texts` stand on it."""
        self._until(lambda: all(text in self.screen for text in texts), seconds, " and ".join(map(repr, texts)))
        return self.screen

    def at_rest(self, *texts: str, quiet: float = 0.4) -> str:
        """The screen, once all `texts` stand on it and nothing on it has changed for `quiet` seconds."""
        limit = time.monotonic() + 20
        self.wait_for(*texts)
        painted, since = self._painted, time.monotonic()
        while time.monotonic() < min(since + quiet, limit):
            time.sleep(LOOK_EVERY)
            if painted != (painted := self._painted):
                since = time.monotonic()
        return self.wait_for(*texts)

    def wait_gone(self, text: str, seconds: float = 20) -> str:
        """The screen, once `text` no longer stands on it."""
        self._until(lambda: text not in self.screen, seconds, f"{text!r} to go")
        return self.screen

    def wait_for_shell(self, seconds: float = 20) -> str:
        """The screen, once the program has ended and the shell waits for a command."""
        self._until(lambda: self.screen.rstrip().endswith(PROMPT), seconds, "the shell")
        return self.screen

    @property
    def _painted(self) -> str:
        return self._tmux("capture-pane", "-p", "-e")

    def _until(self, there: Callable[[], object], seconds: float, what: str) -> None:
        limit = time.monotonic() + seconds
        while not there():
            if time.monotonic() > limit:
                raise AssertionError(f"waited {seconds} s in vain for {what}; the screen:\n{self.screen}")
            time.sleep(LOOK_EVERY)

    # tmux

    @property
    def _pid_file(self) -> Path:
        return self._folder / "pid"

    def _environ(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self._folder), "PYTHONPATH": str(ROOT),
            "TERM": "screen-256color", "PS1": f"{PROMPT} ",
        }

    def _command(self, *words: str) -> list[str]:
        return ["tmux", "-u", "-f", "/dev/null", "-S", str(self._folder / "s"), *words]

    def _tmux(self, *words: str) -> str:
        environ = {name: value for name, value in os.environ.items() if name != "TMUX"} | {"LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            self._command(*words), check=False, capture_output=True, encoding="utf-8", env=environ, timeout=20,
        )
        assert done.returncode == 0, f"tmux {words[0]}: {done.stderr}"
        return done.stdout


def _words(environ: dict[str, str]) -> str:
    return " ".join(f"{name}={shlex.quote(value)}" for name, value in environ.items())
