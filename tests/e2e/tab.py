"""A tab of a real browser (Chromium without a window) that is watched and typed into, by its own protocol.

What the terminal in the page shows is read from what its websocket brings, through a terminal of our own (pyte):
the page paints it on a canvas.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.e2e.browser import QUIET

Connect = Callable[[str], Awaitable[ClientWebSocketResponse]]
COLUMNS, ROWS = 300, 100
SECONDS = 20.0
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # as without a network


class Tab:
    """`open`, `press` and `run` are the person's hands; `wait_for` and `requested` are the eyes."""

    def __init__(self, socket: ClientWebSocketResponse, connect: Connect) -> None:
        self._socket = socket
        self._connect = connect
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        self.opened_pages: list[str] = []
        """Pages that the app asked the browser to open."""
        self.dialogs: list[str] = []
        """What scripts said by alert() and the like; each is closed at once."""
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

    async def another(self) -> Tab:
        """A second tab of the same browser, empty; in front from now on."""
        made = await self.call("Target.createTarget", url="about:blank")
        tab = Tab(await self._connect(made["targetId"]), self._connect)
        await tab.begin()
        return tab

    async def to_front(self) -> None:
        """Click its title."""
        await self.call("Page.bringToFront")

    async def resize(self, width: int, height: int) -> None:
        """Give the page another size, in pixels."""
        self._blank()
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False,
        )

    async def type(self, text: str) -> None:
        """A text, letter by letter."""
        for letter in text:
            await self.press(letter)

    async def paste(self, text: str) -> None:
        """A text from the clipboard."""
        await self.run(
            "(() => { const clipboardData = new DataTransfer();"
            f"clipboardData.setData('text/plain', {json.dumps(text)});"
            "document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true})) })()"
        )

    async def press(self, key: str) -> None:
        """A key with a letter or sign on it, "\r", or "^s" for Ctrl and a letter."""
        if key.startswith("^") and len(key) == 2:
            for kind in ("rawKeyDown", "keyUp"):
                await self.call("Input.dispatchKeyEvent", type=kind, key=key[1], code=f"Key{key[1].upper()}",
                                windowsVirtualKeyCode=ord(key[1].upper()), modifiers=2)
            return
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" else {}
            code = 13 if key == "\r" else ord(key.upper())
            named = "Enter" if key == "\r" else key
            await self.call("Input.dispatchKeyEvent", type=kind, key=named, windowsVirtualKeyCode=code, **text)

    async def run(self, script: str) -> Any:
        """The value of a script in the page; a promise's once it is there."""
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

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
        elif what == "Page.javascriptDialogOpening":
            self.dialogs.append(told["message"])
            self._closing = asyncio.create_task(self.call("Page.handleJavaScriptDialog", accept=False))
        elif what == "Network.webSocketCreated":
            self.requested.append(told["url"])
        elif what == "Network.webSocketFrameReceived":
            self._received(told["response"]["opcode"], told["response"]["payloadData"])

    def _received(self, opcode: int, data: str) -> None:
        if opcode == 2:
            self._stream.feed(base64.b64decode(data))
        elif (message := json.loads(data))[0] == "open_url":
            self.opened_pages.append(message[1]["url"])


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

            async def connect(page: str) -> ClientWebSocketResponse:
                return await session.ws_connect(f"ws://127.0.0.1:{port}/devtools/page/{page}", max_msg_size=0)

            tab = Tab(await connect(pages[0]["id"]), connect)
            await tab.begin()
            yield tab
            await tab.close()
    finally:
        browser.terminate()
        await browser.wait()
