"""One process of the app for one tab of the browser."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "readycheck.tui.served:ServedDriver"
A_PAGE = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONIOENCODING": "utf-8"}
_TO_SAVE, _TO_END = 8.0, 2.0  # seconds that a process gets


class RunningApp(AppService):
    """Passes keys to the app and what it paints to the browser, and nothing else: no files, no addresses."""

    def __init__(self, words: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            "", write_bytes=socket.send_bytes, write_str=socket.send_str, close=self._close, download_manager=downloads,
        )
        self._words = tuple(words)
        self._socket = socket

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Without a shell: a folder's name is a name, whatever is in it."""
        environ = self._build_environment(width=width, height=height)
        environ |= {"TEXTUAL_DRIVER": DRIVER, **A_PAGE}
        process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environ,
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        """Until the app has ended; then the page is told, also where it could not begin."""
        try:
            await super().run()
        finally:
            await self._close()

    async def on_data(self, payload: bytes) -> None:
        """What was painted; read to the end even when nobody looks any more, so that the app can end."""
        with suppress(ConnectionError):
            if not self._socket.closed:
                await self._socket.send_bytes(payload)

    async def on_meta(self, data: bytes) -> None:
        """The app has ended."""
        if json.loads(data).get("type") == "exit":
            await self._close()

    async def on_packed(self, payload: bytes) -> None:
        """Files are not handed out."""

    async def stop(self) -> None:
        """Tell it to end, which saves everything, and wait until it has."""
        task, process = self._task, self._process
        if task is None or process is None:
            return
        await self.send_meta({"type": "quit"})
        for end, seconds in ((process.terminate, _TO_SAVE), (process.kill, _TO_END)):
            await asyncio.wait({task}, timeout=seconds)
            if task.done():
                break
            with suppress(ProcessLookupError):
                end()
        await process.wait()
        self._task = None

    async def _close(self) -> None:
        if not self._socket.closed:
            await self._socket.close()
