"""A tab of a real browser (Chromium without a window) that is watched and typed into, by its own protocol.

What the terminal in the page shows is read from what its websocket brings, through a terminal of our own (pyte):
the page paints it on a canvas.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.e2e.browser import QUIET

COLUMNS, ROWS = 300, 100
SECONDS = 20.0
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # as without a network


class Tab:
    """`open`, `press` and `run` are the person's hands; `wait_for` and `requested` are the eyes."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        self._listening = asyncio.create_task(self._listen())
        self._blank()

    def _blank(self) -> None:
        self._screen, self._stream = blank()

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One call of the browser's protocol."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, SECONDS)

    async def begin(self) -> None:
        """Watch what is requested and what comes."""
        for room in ("Page", "Network", "Runtime"):
            await self.call(f"{room}.enable")

    async def open(self, address: str) -> None:
        """Type an address."""
        self._blank()
        await self.call("Page.navigate", url=address)

    async def reload(self) -> None:
        """F5."""
        self._blank()
        await self.call("Page.reload")

    async def press(self, key: str) -> None:
        """A key with a letter or sign on it."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" else {}
            code = 13 if key == "\r" else ord(key.upper())
            named = "Enter" if key == "\r" else key
            await self.call("Input.dispatchKeyEvent", type=kind, key=named, windowsVirtualKeyCode=code, **text)

    async def run(self, script: str) -> Any:
        """The value of a script in the page; a promise's once it is there."""
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"]["value"]

    async def picture(self, file: Path) -> None:
        """What is painted (PNG)."""
        answer = await self.call("Page.captureScreenshot", format="png")
        file.write_bytes(base64.b64decode(answer["data"]))

    @property
    def screen(self) -> str:
        """The terminal's lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).replace("\u00a0", " ").rstrip()

    async def wait_for(self, *texts: str) -> str:
        """The screen, once all `texts` stand on it."""
        await until(
            lambda: all(text in self.screen for text in texts), lambda: f"{texts} on the screen:\n{self.screen}",
        )
        return self.screen

    async def close(self) -> None:
        """Look away."""
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._socket.close()

    async def _listen(self) -> None:
        async for message in self._socket:
            if message.type != WSMsgType.TEXT:
                continue
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told.get("result", told))
            else:
                self._heed(told["method"], told["params"])

    def _heed(self, what: str, told: dict[str, Any]) -> None:
        if what == "Network.requestWillBeSent":
            self.requested.append(told["request"]["url"])
        elif what == "Network.webSocketCreated":
            self.requested.append(told["url"])
        elif what == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(told["response"]["payloadData"]))


def blank() -> tuple[pyte.Screen, pyte.ByteStream]:
    """An empty terminal, larger than any page's, and what to feed it through."""
    screen = pyte.Screen(COLUMNS, ROWS)
    return screen, pyte.ByteStream(screen)


async def until(there: Callable[[], object], what: Callable[[], str]) -> None:
    """Wait until it is so."""
    limit = asyncio.get_running_loop().time() + SECONDS
    while not there():
        assert asyncio.get_running_loop().time() < limit, f"waited in vain for {what()}"
        await asyncio.sleep(0.05)


@asynccontextmanager
async def opened(profile: Path) -> AsyncIterator[Tab]:
    """A browser with an empty tab; it is gone afterwards."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "These tests need a real browser: install Chromium (apt-get install chromium)."
    browser = await asyncio.create_subprocess_exec(
        program, *QUIET, NO_NAMES, f"--user-data-dir={profile}", "--remote-debugging-port=0", "--window-size=1000,700",
        "about:blank", stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        told = profile / "DevToolsActivePort"
        await until(lambda: told.exists() and told.read_text().strip(), lambda: "the browser")
        port = told.read_text().split()[0]
        async with ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as response:
                pages = [page for page in await response.json() if page["type"] == "page"]
            tab = Tab(await session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0))
            await tab.begin()
            yield tab
            await tab.close()
    finally:
        browser.terminate()
        await browser.wait()
