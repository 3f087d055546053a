"""The child process in which files are read that could break their reader; `sandbox.py` starts it."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Mapping
from importlib import import_module
from typing import Any


class Refused(Exception):
    """A file that will not be read: `why` is the key of its sentence, `facts` go into it."""

    def __init__(self, why: str, **facts: Any) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def main(reader: str) -> None:
    """Read one request from standard input, do the work of `reader`, print its answer; both are JSON."""
    request = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit(request["memory"], request["seconds"])
    sys.stdout.write(json.dumps(_answer(reader, request)))
    sys.stdout.flush()
    os._exit(0)  # nothing is left to tidy up, and freeing a large sheet takes long


def _answer(reader: str, request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = import_module(f"readycheck.demand.files.{reader}").work(request)
    except Refused as refused:
        return {"refused": refused.why, **refused.facts}
    except MemoryError:
        return {"refused": "memory"}
    return answer


def _end_with_parent() -> None:
    """A person who stops the import also stops this: its end closes our standard input."""
    sys.stdin.read()
    os._exit(1)


def limit(memory: int, seconds: int) -> None:
    """At most so many bytes and seconds of work, and no core file: it would hold customers' data.

    Where the system can do that; the parent looks at the clock as well.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    # what is only reserved does not count as data, and readers reserve much
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, seconds), (kind, memory)):
        _, hard = resource.getrlimit(what)
        try:
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (OSError, ValueError):  # macOS refuses limits below what is mapped already
            continue

