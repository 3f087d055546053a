"""Counting beside the keys: in a thread, one thing at a time; of what is wanted meanwhile only the last is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from textual.dom import DOMNode

T = TypeVar("T")
PAUSE = 0.08
"""While somebody types, counting waits for so many seconds without a key."""


class LatestJob(Generic[T]):
    """Runs jobs of one kind for `node`; `done` gets each result on the app's own thread.

    A worker that is cancelled leaves its thread behind: so one at a time, and the next takes what was wanted last.
    """

    def __init__(self, node: DOMNode, done: Callable[[T], None]) -> None:
        self._node = node
        self._done = done
        self._wanted: Callable[[], T] | None = None
        self._due = 0.0
        self.busy = False

    def want(self, job: Callable[[], T], *, pause: float = 0.0) -> None:
        """Do `job` after `pause` seconds, unless another is wanted by then."""
        self._wanted, self._due = job, monotonic() + pause
        if not self.busy:
            self.busy = True
            self._node.run_worker(self._run(), exclusive=True, group=f"latest-{id(self)}")

    @property
    def more(self) -> bool:
        """Whether another job is wanted after the one that is being done."""
        return self._wanted is not None

    def forget(self) -> None:
        """Nothing is wanted any more; what is being counted is still told."""
        self._wanted = None

    async def _run(self) -> None:
        try:
            while self._wanted is not None:
                rest = self._due - monotonic()
                if rest > 0:
                    await asyncio.sleep(rest)
                    continue
                job, self._wanted = self._wanted, None
                result = await asyncio.to_thread(job)
                if self._node.display:  # else it has been left, and its widgets are going
                    self._done(result)
        finally:
            self.busy = False
