"""Keys are heeded one by one, each when all that the one before led to is done."""

from __future__ import annotations

import asyncio
from collections import deque

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

LONGEST = 3.0
"""Seconds after which the next key no longer waits: whatever was asked went astray."""


class OneByOne(App[None]):
    """A part of the app: what is typed ahead goes where it was meant to.

    Textual hands a key to the widget that has the focus when the key arrives, and runs its binding once it has come
    all the way up. What follows fast (a slow line, a quick hand) meets the window as it was before: the letters of a
    note would be commands, the answer after Ctrl+S a letter of the note.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Key | Paste] = deque()
        self._number = 0
        self._stuck: asyncio.TimerHandle | None = None

    @property
    def heeding(self) -> bool:
        """Whether a key is not seen through yet."""
        return self._stuck is not None

    async def on_event(self, event: Event) -> None:
        """Keys and pastes wait for their turn; all else takes its usual way."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._ahead.append(event)
        if not self.heeding:
            await self._next()

    async def _next(self) -> None:
        """Heed the key whose turn it is, and see it through."""
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None
        if not self._ahead:
            return
        self._number += 1
        self._stuck = asyncio.get_running_loop().call_later(LONGEST, self.call_later, self._on, self._number)
        way_up: MessagePump = self.focused or self.screen
        await super().on_event(self._ahead.popleft())
        self._follow(way_up, self._number)

    def _follow(self, node: MessagePump, number: int) -> None:
        """After the key, through the queue of each node up to the app: then its binding has run."""
        above = node._parent or self
        if node is self or not node.call_later(self._follow, above, number):  # or the key itself closed the node
            self.call_later(self._settle, number)

    def _settle(self, number: int) -> None:
        """A screen that came up takes keys once it is mounted, and has its focus after that."""
        if not self.screen_stack or not self.screen.call_later(self.call_later, self._on, number):
            self.call_later(self._on, number)

    async def _on(self, number: int) -> None:
        if number == self._number:
            await self._next()
