"""One process of the app for one tab of the browser, whichever page of it is there to see it."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "readycheck.tui.served:ServedDriver"
SMALLEST, LARGEST = 20, 500  # columns and rows that a page may ask for
A_PAGE = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONIOENCODING": "utf-8"}
_TO_SAVE, _TO_END = 8.0, 2.0  # seconds that a process gets


class RunningApp(AppService):
    """Passes keys to the app and what it paints to the page that shows it, and nothing else.

    `report` is the last report that the app wished to show; `tab` is its tab's name.
    """

    def __init__(self, words: Sequence[str], tab: str, home: Path, downloads: DownloadManager) -> None:
        super().__init__(
            "", write_bytes=self.on_data, write_str=self._told, close=self._close, download_manager=downloads,
        )
        self._words = tuple(words)
        self._home = home
        self._ended = False
        self.tab = tab
        self.seen_in: web.WebSocketResponse | None = None
        self.report: Path | None = None

    @property
    def lives(self) -> bool:
        """Whether it can still be seen."""
        return not self._ended and self._task is not None and not self._task.done()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Without a shell: a folder's name is a name, whatever is in it."""
        environ = self._build_environment(width=_within(width), height=_within(height))
        environ |= {"TEXTUAL_DRIVER": DRIVER, **A_PAGE}
        process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environ,
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def show_in(self, socket: web.WebSocketResponse, width: int, height: int) -> None:
        """In a new page, all of it; the page before shows it no longer."""
        before, self.seen_in = self.seen_in, socket
        if before is not None and not before.closed:
            await before.close()
        await self.send_meta({"type": "again", "width": _within(width), "height": _within(height)})

    async def set_terminal_size(self, width: int, height: int) -> None:
        """As the page tells it."""
        await super().set_terminal_size(_within(int(width)), _within(int(height)))

    async def run(self) -> None:
        """Until the app has ended; then the page is told, also where it could not begin."""
        try:
            await super().run()
        finally:
            await self._close()

    async def on_data(self, payload: bytes) -> None:
        """What was painted; read to the end even when nobody looks, so that the app goes on and can end."""
        socket = self.seen_in
        with suppress(ConnectionError):
            if socket is not None and not socket.closed:
                await socket.send_bytes(payload)

    async def on_meta(self, data: bytes) -> None:
        """The app has ended, or wishes to show a report."""
        told = json.loads(data)
        if told.get("type") == "exit":
            await self._close()
        elif told.get("type") == "open_url":
            self.report = _report(str(told.get("url", "")), self._home)
            if self.report is not None:
                await self._told(json.dumps(["open_url", {"url": f"/report/{self.tab}", "new_tab": True}]))

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

    async def _told(self, message: str) -> None:
        socket = self.seen_in
        with suppress(ConnectionError):
            if socket is not None and not socket.closed:
                await socket.send_str(message)

    async def _close(self) -> None:
        self._ended = True
        if self.seen_in is not None and not self.seen_in.closed:
            await self.seen_in.close()


def _within(size: int) -> int:
    return min(LARGEST, max(SMALLEST, size))


def _report(url: str, home: Path) -> Path | None:
    """The HTML file of the app's own folder that a file: address names; None for anything else."""
    parts = urlsplit(url)
    if parts.scheme != "file":
        return None
    path = Path(url2pathname(parts.path)).resolve()
    return path if path.suffix == ".html" and path.is_relative_to(home.resolve()) and path.is_file() else None
