"""How many tabs there may be at a time; each is a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST = 4
PATIENCE = 3.0  # seconds: a tab that is reloaded comes again before it has quite gone


class Places:
    """`most` at a time. Who comes while somebody leaves waits, and so finds what the one who left has saved."""

    def __init__(self, most: int = MOST, patience: float = PATIENCE) -> None:
        self._free = asyncio.Semaphore(most)
        self._patience = patience
        self._leaving: set[asyncio.Event] = set()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[bool]:
        """A place while it lasts; False where none became free in time."""
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError:
            yield False
            return
        try:
            for gone in tuple(self._leaving):
                await gone.wait()
            yield True
        finally:
            self._free.release()

    @asynccontextmanager
    async def leaving(self) -> AsyncIterator[None]:
        """While it lasts, somebody is still saving."""
        gone = asyncio.Event()
        self._leaving.add(gone)
        try:
            yield
        finally:
            self._leaving.discard(gone)
            gone.set()
