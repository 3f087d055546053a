"""An import in a process of its own: the keys stay quick, and a hostile file takes nothing down."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from textual.suggester import Suggester

import readycheck
from readycheck.core.text import clean


def command(
    kind: str, home: Path, audit: Path, files: Sequence[Path], lang: str, *,
    source: str = "", timezone: str = "", channel: str = "", dates: str = "",
    columns: Sequence[str] = (), dry_run: bool = False,
) -> list[str]:
    """The words of `readycheck import`, to be run by this very Python; `home` holds the locks and backups."""
    words = [sys.executable, "-m", "readycheck", "import", "--home", str(home.absolute()), "--lang", lang]
    for option, value in (
        ("--source", source), ("--timezone", timezone), ("--channel", channel), ("--dates", dates),
    ):
        words += [f"{option}={value}"] if value else []
    words += [f"--column={column}" for column in columns]
    words += ["--dry-run"] if dry_run else []
    return [*words, kind, str(audit.absolute()), *(str(file.absolute()) for file in files)]


class ImportProcess:
    """Runs one command; `lines` gives what it says as it says it, `status` how it ended."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._process: asyncio.subprocess.Process | None = None
        self.status: int | None = None

    async def lines(self) -> AsyncIterator[str]:
        """Standard output and error together, made harmless, line by line."""
        self._process = await asyncio.create_subprocess_exec(
            *self._words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT, env=_environment(),
        )
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            yield clean(line.decode("utf-8", "replace").rstrip("\r\n"))
        self.status = await self._process.wait()

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()


def _environment() -> dict[str, str]:
    """The child finds the same package, and speaks UTF-8 without colours."""
    package = str(Path(readycheck.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}


def typed_files(text: str) -> list[Path]:
    """The files a person typed or dropped in: one path, or several with quotes round those with spaces."""
    whole = Path(text.strip().strip("'\"")).expanduser()
    if not text.strip() or whole.exists():
        return [whole] if text.strip() else []
    try:
        return [Path(word).expanduser() for word in shlex.split(text)]
    except ValueError:
        return [whole]


def typed_columns(text: str) -> list[str]:
    """`time=Created, id=No` or the same with spaces alone, one column each; a heading may hold either."""
    return [part.strip() for part in re.split(r"[,;\s]\s*(?=\w+=)", text.strip(" ,;")) if part.strip()]


def in_words_of_form(line: str, labels: Mapping[str, str]) -> str:
    """A line of the command's with its options called as the form calls them: `labels` by option."""
    line = line.removeprefix("readycheck: ")
    for option, label in labels.items():
        line = re.sub(rf"{re.escape(option)}(?![\w-])", lambda _, label=label: label, line)  # type: ignore[misc]
    return line


class FileSuggester(Suggester):
    """Completes the last path as a shell would."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first entry of the folder that begins as what is typed."""
        typed = Path(value).expanduser()
        folder, start = (typed, "") if value.endswith(os.sep) else (typed.parent, typed.name)
        if not value or (not start and not value.endswith(os.sep)):
            return None
        try:
            names = sorted(entry.name for entry in os.scandir(folder) if entry.name.startswith(start))
        except OSError:
            return None
        shown = next((name for name in names if not name.startswith(".")), None)
        return None if shown is None or clean(shown) != shown else value + shown[len(start):]
