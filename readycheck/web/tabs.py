"""Which app runs for which tab of the browser: one that is reloaded finds its own again, as it was left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, Protocol, TypeVar

from aiohttp import web

MOST = 4
STAYS = 300.0
"""Seconds that an app waits for its tab: a reload, a lid that was closed over a coffee."""


class Running(Protocol):
    """An app's process; `seen_in` is the socket of the page that shows it."""

    seen_in: web.WebSocketResponse | None

    @property
    def lives(self) -> bool:
        """Whether it can still be seen."""

    async def start(self, width: int, height: int) -> None:
        """Begin."""

    async def show_in(self, socket: web.WebSocketResponse, width: int, height: int) -> None:
        """Paint all of it there from now on."""

    async def stop(self) -> None:
        """End, with everything saved."""


App = TypeVar("App", bound=Running)


class Tabs(Generic[App]):
    """`most` apps at a time, each by its tab's name; one without a page `stays` for so many seconds, then it ends."""

    def __init__(self, make: Callable[[str], App], most: int = MOST, stays: float = STAYS) -> None:
        self._make = make
        self._most = most
        self._stays = stays
        self._apps: dict[str, App] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._one_by_one = asyncio.Lock()
        self._over = False

    def of(self, tab: str) -> App | None:
        """The tab's app, where one runs."""
        found = self._apps.get(tab)
        return found if found is not None and found.lives else None

    async def show(self, tab: str, socket: web.WebSocketResponse, width: int, height: int) -> App | None:
        """The tab's app, else a new one, in `socket`; None where there are as many as there may be."""
        async with self._one_by_one:
            app = self.of(tab)
            if app is None:
                if self._over or not await self._room():
                    return None
                app = self._apps[tab] = self._make(tab)
                app.seen_in = socket
                await app.start(width, height)
            else:
                self._expected_no_more(tab)
                await app.show_in(socket, width, height)
            return app

    async def left(self, tab: str, socket: web.WebSocketResponse) -> None:
        """The page behind `socket` has gone; its app ends now if it has nothing more to show, else later."""
        app = self._apps.get(tab)
        if app is None or app.seen_in is not socket:  # the tab is shown by a newer page
            return
        app.seen_in = None
        if app.lives and not self._over:
            self._waiting[tab] = asyncio.create_task(self._wait(tab))
        else:
            await self._end(tab)

    async def end(self) -> None:
        """End every app, and begin no more."""
        self._over = True
        for tab in tuple(self._waiting):
            self._expected_no_more(tab)
        await asyncio.gather(*(self._end(tab) for tab in tuple(self._apps)))

    async def _room(self) -> bool:
        """Whether another may begin; who waits for nobody, or has waited longest, makes room."""
        for tab in [tab for tab, app in self._apps.items() if not app.lives]:
            await self._end(tab)
        if len(self._apps) >= self._most and self._waiting:
            first = next(iter(self._waiting))
            self._expected_no_more(first)
            await self._end(first)
        return len(self._apps) < self._most

    async def _wait(self, tab: str) -> None:
        await asyncio.sleep(self._stays)
        async with self._one_by_one:  # a page that comes now finds it still there, or gone with everything saved
            del self._waiting[tab]
            await asyncio.shield(self._end(tab))

    def _expected_no_more(self, tab: str) -> None:
        waiting = self._waiting.pop(tab, None)
        if waiting is not None:
            waiting.cancel()

    async def _end(self, tab: str) -> None:
        with suppress(KeyError):
            app = self._apps[tab]
            await asyncio.shield(app.stop())
            if self._apps.get(tab) is app:
                del self._apps[tab]
