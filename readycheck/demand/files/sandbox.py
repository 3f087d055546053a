"""Readers that a hostile file can crash work in a child process with limits; its end is told in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import readycheck
from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.demand.progress import GLANCE, Progress
from readycheck.errors import ReadycheckError, wrong

MEGABYTE = 1 << 20
_KILLED = {-6: "memory", -24: "time"}  # SIGABRT: a library gets no memory; SIGXCPU: the work's seconds are over
MOST_UNPACKED = 4 << 30
MOST_RATIO = 200
_UNPACKED_FREELY = 64 * MEGABYTE
_SECONDS, _SECONDS_PER_MEGABYTE = 2, 3
_WAITING = 5  # a busy machine gives the child a fifth of its time
_AGAIN = say("Export it again, as CSV if you can.")
BROKEN: Mapping[str, tuple[Message, Message]] = {
    "crash": (say("the file cannot be read: it is damaged, or made to break what reads it."), _AGAIN),
    "memory": (say("reading the file takes far more memory than its size explains."), _AGAIN),
    "time": (say("reading the file takes far longer than its size explains; it was stopped."), _AGAIN),
    "big": (say("unpacked, the file is far bigger than its size explains."), say("Export it as CSV.")),
}
"""What is told when the child did not come to its end, or a limit was reached."""


@dataclass(frozen=True)
class Limits:
    """What reading one file may take: bytes of memory, bytes of its copy, seconds of work."""

    memory: int
    output: int
    seconds: int

    @classmethod
    def of(cls, path: Path, *, memory: int, per_byte: int) -> Limits:
        """Limits that grow with the file, so that a small one can never take much."""
        size = path.stat().st_size
        return cls(min(memory + per_byte * size, 4 << 30), most_unpacked(size),
                   _SECONDS + _SECONDS_PER_MEGABYTE * size // MEGABYTE)


def most_unpacked(size: int) -> int:
    """How many bytes may come out of a packed file of `size` bytes."""
    return min(MOST_UNPACKED, max(_UNPACKED_FREELY, MOST_RATIO * size))


def answer_of(
    reader: str, request: Mapping[str, Any], output: Path, limits: Limits, progress: Progress
) -> Mapping[str, Any]:
    """What `work(request)` of the module `reader` answers, done in a child; it writes only to `output`.

    `{"refused": key}` (of BROKEN) when it crashes, or takes more than its limits.
    """
    progress.phase("converting")
    process = subprocess.Popen(
        # -P: a folder with a module of a common name in it must not come before the real one
        [sys.executable, "-P", "-c", f"from readycheck.demand.files.child import main; main({reader!r})"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with process:
        try:
            within = {"memory": limits.memory, "seconds": limits.seconds}
            return _waited(process, {**request, **within}, output, limits, progress)
        finally:
            process.kill()


def _waited(
    process: subprocess.Popen[bytes], request: Mapping[str, Any], output: Path, limits: Limits, progress: Progress
) -> Mapping[str, Any]:
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
    except BrokenPipeError:
        return {"refused": "crash"}
    if (why := _over(process, output, limits, progress)) is not None:
        return {"refused": why}
    try:
        answer = json.loads(process.stdout.read()) if process.returncode == 0 else None
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {"refused": _KILLED.get(process.returncode, "crash")}


def _over(
    process: subprocess.Popen[bytes], output: Path, limits: Limits, progress: Progress
) -> str | None:
    """Wait for the end; which limit was reached, or None. The answer is shorter than a pipe holds."""
    end = time.monotonic() + _WAITING * limits.seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(GLANCE)
        progress.done(0)
        if output.exists() and output.stat().st_size > limits.output:
            return "big"
        if process.returncode is not None:
            return None
        if time.monotonic() > end:
            return "time"


def _environment() -> dict[str, str]:
    """The child finds the same package; a crash is not to write its stack."""
    package = str(Path(readycheck.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "RUST_BACKTRACE": "0"}


def refusal(
    answer: Mapping[str, Any], own: Mapping[str, tuple[Message, Message]], name: str
) -> ReadycheckError | None:
    """The error that a child's answer means: by a reader's `own` sentences, else by those of every child."""
    if "refused" not in answer:
        return None
    what, remedy = {**BROKEN, **own}[answer["refused"]]
    facts = {key: clean(value) if isinstance(value, str) else value for key, value in answer.items()}
    return wrong(Message(what.text, {**what.args, **facts}), Message(remedy.text, {**remedy.args, **facts}), file=name)
