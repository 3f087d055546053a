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
from readycheck.web.running import RunningApp
from readycheck.web.tabs import MOST, Tabs

TEMPLATES, OWN_FILES = Path(__file__).parent / "templates", Path(__file__).parent / "static"
TAB = r"{tab:[\w-]{1,64}}"
_SECONDS_TO_END = 15.0
_FULL = say("There are {most} open already. Close one of the tabs, then open this one again.", most=MOST)
_STOPPED = say("readycheck serve has been stopped; everything is saved. Start it again and open the address it prints.")


class WebServer(Server):
    """textual-serve's server behind a guard, with a page of our own; it logs nothing that a person typed."""

    def __init__(self, words: Sequence[str], home: Path, guard: Guard, tr: Translator) -> None:
        super().__init__("readycheck", title="readycheck")
        self._guard, self._tr = guard, tr
        self._tabs = Tabs(lambda tab: RunningApp(words, tab, home, self.download_manager))
        self._sockets: set[web.WebSocketResponse] = set()
        environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
        self._page = environment.get_template("app.html")

    async def _make_app(self) -> web.Application:
        """Who is let in, and what there is to get."""
        app = web.Application(middlewares=[self._guard.middleware])
        app.add_routes([
            web.get("/", self.handle_index, name="index"),
            web.get(f"/ws/{TAB}", self.handle_websocket, name="websocket"),
            web.get(f"/report/{TAB}", self.handle_report, name="report"),
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
        """Every app saves and ends, and every page is told."""
        await self._tabs.end()
        for open_socket in tuple(self._sockets):
            await open_socket.close(code=WSCloseCode.GOING_AWAY)

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, at the name that the browser used (the guard has looked at it)."""
        page = self._page.render(
            lang=self._tr.lang, host=request.host, starting=self._tr(say("Opening …")),
            ended=self._tr(say("The app has ended in this tab.")), again=self._tr(say("Open again")),
            stopped=self._tr(_STOPPED),
        )
        return web.Response(text=page, content_type="text/html")

    async def handle_report(self, request: web.Request) -> web.Response:
        """The report that the tab's app has written last."""
        app = self._tabs.of(request.match_info["tab"])
        if app is None or app.report is None:
            raise web.HTTPNotFound
        with suppress(OSError):
            page = await asyncio.to_thread(app.report.read_bytes)
            return web.Response(body=page, content_type="text/html", charset="utf-8")
        raise web.HTTPNotFound

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One page of a tab, from its opening to its end; the app stays for the next one."""
        opened, tab = web.WebSocketResponse(heartbeat=15), request.match_info["tab"]
        await opened.prepare(request)
        self._sockets.add(opened)
        try:
            app = await self._tabs.show(tab, opened, _asked(request, "width", 80), _asked(request, "height", 24))
            if app is None:
                await opened.send_bytes(f"\r\n  {self._tr(_FULL)}\r\n".encode())
            else:
                with suppress(AssertionError, AttributeError, LookupError, TypeError, ValueError):
                    await self._process_messages(opened, app)  # what makes no message ends the tab
        finally:
            self._sockets.discard(opened)
            await asyncio.shield(self._tabs.left(tab, opened))
            await opened.close()
        return opened


def _asked(request: web.Request, name: str, default: int) -> int:
    return int(to_int(request.query.get(name, ""), default))


def serve(words: Sequence[str], home: Path, guard: Guard, tr: Translator, listening: socket.socket) -> None:
    """Run `words`, the app's command on `home`, for each tab until Ctrl+C; then every app has saved and ended."""
    server = WebServer(words, home, guard, tr)
    with suppress(GracefulExit):
        web.run_app(
            server._make_app(), sock=listening, print=None, access_log=None, shutdown_timeout=_SECONDS_TO_END,
        )
