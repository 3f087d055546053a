"""An import in a process of its own: the keys stay quick, and a hostile file takes nothing down."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import readycheck
from readycheck.core.text import clean
from readycheck.tui.import_choices import Choices

MOST_PRINTED = 1 << 22
LONGEST_LINE = 2000
KEPT_LINES = 50
GRACE = 3.0
"""Bytes of JSON, letters and lines of what is told, seconds to end in: no answer is bigger, none takes longer."""
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def command(choices: Choices, home: Path, audit: Path, lang: str, *, dry_run: bool) -> list[str]:
    """The words of `readycheck import`, to be run by this very Python; `home` says whose locks and copies they are."""
    words = [sys.executable, "-m", "readycheck", "import", "--home", str(home.absolute()), "--lang", lang]
    words += ["--json", "--progress=lines", *choices.words(), *(["--dry-run"] if dry_run else [])]
    return [*words, choices.kind, str(audit.absolute()), *(str(file.absolute()) for file in choices.files)]


class ImportProcess:
    """Runs one command: `printed` is what it wrote, `told` its last lines for a person, `status` how it ended.

    It works in a temporary folder of its own, which is gone afterwards even where the process was killed:
    copies of customers' data may lie in it.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self.printed = b""
        self.told: list[str] = []
        self.status: int | None = None

    async def run(self, heard: Callable[[str], None]) -> None:
        """Run to the end; each line on standard error, made harmless, goes to `heard` as it comes.

        Where it is cancelled, the process is ended first.
        """
        with TemporaryDirectory(prefix="readycheck-", ignore_cleanup_errors=True) as folder:
            process = await asyncio.create_subprocess_exec(
                *self._words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE, env=_environment(folder), start_new_session=True,
            )
            assert process.stdout is not None and process.stderr is not None
            try:
                await asyncio.gather(self._read(process.stdout), self._hear(process.stderr, heard))
                self.status = await process.wait()
            finally:
                await _ended(process)

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while chunk := await stream.read(1 << 16):
            if len(self.printed) <= MOST_PRINTED:
                self.printed += chunk

    async def _hear(self, stream: asyncio.StreamReader, heard: Callable[[str], None]) -> None:
        rest = b""
        while chunk := await stream.read(1 << 12):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._told(line, heard)
            rest = rest[:LONGEST_LINE]
        if rest:
            self._told(rest, heard)

    def _told(self, line: bytes, heard: Callable[[str], None]) -> None:
        text = clean(line[:LONGEST_LINE].decode("utf-8", "replace").rstrip("\r"))
        self.told = [*self.told[-KEPT_LINES:], text]
        heard(text)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """End the process with all that it started: at once where it does not go by itself, or nobody waits for it."""
    if process.returncode is not None:
        return
    _signal(process, signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), GRACE)
    except TimeoutError:
        _signal(process, KILL)
        await process.wait()
    except asyncio.CancelledError:  # the app itself ends
        _signal(process, KILL)
        raise


def _signal(process: asyncio.subprocess.Process, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, number)
        else:
            process.terminate()


def _environment(folder: str) -> Mapping[str, str]:
    """The child finds the same package, speaks UTF-8 without colours, and keeps its copies in `folder`."""
    package = str(Path(readycheck.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
    return {**os.environ, **places, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
