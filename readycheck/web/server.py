"""The server of `readycheck serve`: one page, the terminal's files, and a websocket for each tab."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import WSCloseCode, web
from aiohttp.web_runner import GracefulExit
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from textual_serve.server import Server, to_int

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.web.guard import Guard
from readycheck.web.places import MOST, Places
from readycheck.web.running import RunningApp

TEMPLATES, OWN_FILES = Path(__file__).parent / "templates", Path(__file__).parent / "static"
SMALLEST, LARGEST = 20, 500  # columns and rows that a page may ask for
_SECONDS_TO_END = 15.0
_FULL = say("There are {most} open already. Close one of the tabs, then open this one again.", most=MOST)


class WebServer(Server):
    """textual-serve's server behind a guard, with a page of our own; it logs nothing that a person typed."""

    def __init__(self, words: Sequence[str], guard: Guard, tr: Translator) -> None:
        super().__init__("readycheck", title="readycheck")
        self._words, self._guard, self._tr = tuple(words), guard, tr
        self._places = Places()
        self._sockets: set[web.WebSocketResponse] = set()
        environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
        self._page = environment.get_template("app.html")

    async def _make_app(self) -> web.Application:
        """Who is let in, and what there is to get."""
        app = web.Application(middlewares=[self._guard.middleware])
        app.add_routes([
            web.get("/", self.handle_index, name="index"),
            web.get("/ws", self.handle_websocket, name="websocket"),
            web.static("/static", self.statics_path, show_index=False, name="static"),
            web.static("/page", OWN_FILES, show_index=False, name="page"),
        ])
        app.on_response_prepare.append(self._guard.add_headers)
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """A window that is closed ends it too, in order."""
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):  # Windows has no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.request_exit)

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every tab: each of its apps saves and ends."""
        for open_socket in tuple(self._sockets):
            await open_socket.close(code=WSCloseCode.GOING_AWAY)

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, at the name that the browser used (the guard has looked at it)."""
        page = self._page.render(
            lang=self._tr.lang, host=request.host, starting=self._tr(say("Opening …")),
            ended=self._tr(say("The app has ended in this tab.")), again=self._tr(say("Open again")),
        )
        return web.Response(text=page, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One tab, from its opening to its end."""
        opened = web.WebSocketResponse(heartbeat=15)
        await opened.prepare(request)
        self._sockets.add(opened)
        try:
            async with self._places.one() as free:
                if free:
                    await self._run(opened, request)
                else:
                    await opened.send_bytes(f"\r\n  {self._tr(_FULL)}\r\n".encode())
        finally:
            self._sockets.discard(opened)
            await opened.close()
        return opened

    async def _run(self, opened: web.WebSocketResponse, request: web.Request) -> None:
        if opened.closed:  # it has gone while it waited
            return
        running = RunningApp(self._words, opened, self.download_manager)
        try:
            await running.start(_size(request, "width", 80), _size(request, "height", 24))
            with suppress(AssertionError, AttributeError, LookupError, TypeError, ValueError):
                await self._process_messages(opened, running)  # what makes no message ends the tab
        finally:
            async with self._places.leaving():
                await asyncio.shield(running.stop())


def _size(request: web.Request, name: str, default: int) -> int:
    return min(LARGEST, max(SMALLEST, to_int(request.query.get(name, ""), default)))


def serve(words: Sequence[str], guard: Guard, tr: Translator, listening: socket.socket) -> None:
    """Run `words`, a command of the app's, for each tab until Ctrl+C; then every app has saved and ended."""
    server = WebServer(words, guard, tr)
    with suppress(GracefulExit):
        web.run_app(
            server._make_app(), sock=listening, print=None, access_log=None, shutdown_timeout=_SECONDS_TO_END,
        )
