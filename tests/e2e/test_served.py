"""`readycheck serve` as a person uses it: a real browser, no network, keys, reload, and the file on disk."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import threading
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientSession, CookieJar, WSMsgType

from readycheck.web.tabs import MOST
from tests.e2e.audits import answers, new_shop, read
from tests.e2e.browser import different_lines
from tests.e2e.tab import SECONDS, Tab, blank, opened, until
from tests.e2e.terminal import ROOT

QUESTION = "Läsnäolo 1/5"
LEFT_ALONE = (  # whether the page leaves Ctrl and a letter to the browser
    "document.querySelector('.xterm-helper-textarea').dispatchEvent(new KeyboardEvent('keydown', {key: '%s', "
    "ctrlKey: true, keyCode: 66, bubbles: true, cancelable: true}))"
)


@asynccontextmanager
async def serving(home: Path, ends: int = 0, lang: str = "fi") -> AsyncIterator[tuple[str, Process]]:
    """The printed address, and the server's process; it ends by Ctrl+C, in order, where nobody ended it before."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "readycheck", f"--home={home}", "--lang", lang, "serve", "--port", "0",
        stdout=PIPE, stderr=PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
    )
    assert server.stdout is not None and server.stderr is not None
    try:
        line = (await asyncio.wait_for(server.stdout.readline(), SECONDS)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", line)
        assert found, line
        yield found[0], server
    finally:
        if server.returncode is None:
            server.send_signal(signal.SIGINT)
        rest = await asyncio.wait_for(server.stdout.read(), SECONDS), await server.stderr.read()
        assert (await asyncio.wait_for(server.wait(), SECONDS), *rest) == (ends, b"", b"")


@contextmanager
def another_site() -> Iterator[str]:
    """A page of somebody else's on this machine: its address."""
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>another</title>")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{site.server_port}/"
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


async def _open_shop(tab: Tab) -> None:
    await tab.wait_for("Kaupat ja sesongit", "Lankakauppa Oy")
    await tab.press("\r")
    await tab.wait_for(QUESTION)


async def _painted(tab: Tab, file: Path) -> None:
    """The page is painted a little after its text has come."""
    limit = asyncio.get_running_loop().time() + SECONDS
    await tab.picture(file)
    while different_lines(file) <= 50:
        assert asyncio.get_running_loop().time() < limit, "the page stays blank"
        await tab.picture(file)


async def test_an_answer_a_score_a_reload_and_nothing_is_lost(tmp_path: Path) -> None:
    file = new_shop(tmp_path / "a 'home'; $(of) one's own")
    home = file.parents[2]
    async with serving(home) as (address, server), opened(tmp_path / "profile") as tab:
        here = urlsplit(address).netloc
        await tab.open(address)
        await _open_shop(tab)
        assert await tab.run("location.href") == f"http://{here}/" and await tab.run("document.cookie") == ""
        await _painted(tab, tmp_path / "app.png")
        assert await tab.run(LEFT_ALONE % "v") and not await tab.run(LEFT_ALONE % "b"), "Ctrl+V is the browser's own"
        await tab.press("k")
        await tab.wait_for("(●) k Kyllä", "Vastattu 1/", "Valmius")
        await tab.reload()  # in one breath: less than the second after which it would be saved
        await tab.wait_for(QUESTION, "(●) k Kyllä", "Vastattu 1/")  # the same audit, the same question
        await until(lambda: answers(file) == {"presence.evenings": "yes"}, lambda: "it to be saved")
        await tab.press("o")
        await tab.wait_for("(●) o Osittain")
        os.killpg(server.pid, signal.SIGINT)  # Ctrl+C in the terminal, which all its processes get
        await asyncio.wait_for(server.wait(), SECONDS)
        assert answers(file) == {"presence.evenings": "partly"}
        assert "readycheck serve on pysäytetty" in await _notice(tab)
        assert {urlsplit(url).netloc for url in tab.requested if not url.startswith("data:")} == {here}
        await until(lambda: not _children(home), lambda: "the apps to end")


async def test_what_is_half_done_outlives_a_reload_and_a_second_tab(tmp_path: Path) -> None:
    file = new_shop(tmp_path / "home")
    long = "Yöllä kysyttiin: »Älä jätä!» [b]€[/b] " * 270
    async with serving(tmp_path / "home") as (address, _), opened(tmp_path / "profile") as tab:
        await tab.open(address)
        await _open_shop(tab)
        await tab.press("m")
        await tab.wait_for("Huomiot", "^s OK")
        await tab.type("Åäö ")
        await tab.paste(long[:9_996])
        await tab.wait_for("jätä!»")
        await tab.resize(700, 420)
        await tab.wait_for("Huomiot", "^s OK")
        await tab.reload()
        await tab.wait_for("Huomiot", "jätä!»", "^s OK")
        second = await tab.another()
        await second.open(f"http://{urlsplit(address).netloc}/")
        await second.wait_for("Kaupat ja sesongit", "Lankakauppa Oy")  # an app of its own
        assert "Huomiot" in tab.screen
        await second.close()
        await tab.to_front()
        await tab.press("^s")
        await until(lambda: "answers" in read(file), lambda: f"the note to be saved:\n{tab.screen}")
        assert read(file)["answers"]["peak-season/presence.evenings"]["note"] == ("Åäö " + long[:9_996]).strip()


async def test_english_a_narrow_window_the_report_and_the_end(tmp_path: Path) -> None:
    home = tmp_path / "home"
    new_shop(home)
    async with serving(home, lang="en") as (address, _), opened(tmp_path / "profile") as tab:
        await tab.resize(412, 860)
        await tab.open(address)
        await tab.wait_for("Shops and seasons", "Lankakauppa Oy")
        await tab.press("\r")
        await tab.wait_for("Presence 1/5", "( ) y Yes")
        here = f"http://{urlsplit(address).netloc}"
        assert await tab.run(f"fetch('{here}/report/x').then(answer => answer.status)") == 404
        await tab.press("r")
        await until(lambda: list(home.glob("shops/*/*-report.html")), lambda: "the report")
        await until(lambda: tab.opened_pages, lambda: "the report's page")
        assert tab.opened_pages[0].startswith("/report/")
        page = await tab.run(f"fetch('{tab.opened_pages[0]}').then(answer => answer.text())")
        assert page == next(home.glob("shops/*/*-report.html")).read_text(encoding="utf-8")
        await tab.press("^q")
        assert "The app has ended in this tab." in await _notice(tab)


async def _notice(tab: Tab) -> str:
    """What the page says under the terminal at the end."""
    said = list[str]()

    async def look() -> bool:
        said[:] = [await tab.run("[...document.querySelectorAll('.notice')].map(e => e.innerText).join('').trim()")]
        return bool(said[0])

    for _ in range(200):
        if await look():
            return said[0]
        await asyncio.sleep(0.05)
    raise AssertionError("the page says nothing")


async def test_a_page_of_another_site_cannot_reach_it(tmp_path: Path) -> None:
    new_shop(tmp_path / "home")
    async with serving(tmp_path / "home") as (address, _), opened(tmp_path / "profile") as tab:
        here = urlsplit(address).netloc
        await tab.open(address)
        await tab.wait_for("Kaupat ja sesongit")
        script = (
            f"new Promise(done => {{ const s = new WebSocket('ws://{here}/ws/t?width=80&height=24');"
            "s.onopen = () => done('open'); s.onerror = () => done('refused') })"
        )
        assert await tab.run(script) == "open"  # from its own page: the script is right
        with another_site() as other:
            await tab.open(other)
            while await tab.run("document.title") != "another":
                await asyncio.sleep(0.05)
            assert await tab.run(script) == "refused"


async def test_the_fifth_tab_is_told_so_and_no_app_stays_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    new_shop(home)
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser, serving(home) as (address, _):
        here = f"http://{urlsplit(address).netloc}"
        async with browser.get(address) as page:
            assert page.status == 200 and "<title>readycheck</title>" in await page.text()
        async with browser.get(f"{here}/static/js/") as folder:
            assert folder.status in (403, 404) and "textual.js" not in await folder.text()
        tabs = [await browser.ws_connect(f"{here}/ws/{n}", origin=here) for n in range(MOST)]
        for tab in tabs:
            assert (await tab.receive(SECONDS)).type == WSMsgType.BINARY
        fifth = await browser.ws_connect(f"{here}/ws/5", origin=here)
        assert "jo auki 4 välilehdellä" in (await fifth.receive(SECONDS)).data.decode()
        assert (await fifth.receive(SECONDS)).type == WSMsgType.CLOSE
        assert len(_children(home)) == MOST
        await tabs[0].close()
        again = await browser.ws_connect(f"{here}/ws/5", origin=here)
        assert "jo auki" not in (await again.receive(SECONDS)).data.decode()
    assert _children(home) == []


async def test_a_killed_server_leaves_no_app_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = new_shop(home)
    jar = CookieJar(unsafe=True)  # of a numeric address too
    async with ClientSession(cookie_jar=jar) as browser, serving(home, ends=-9) as (address, server):
        here = f"http://{urlsplit(address).netloc}"
        await (await browser.get(address)).read()
        tab = await browser.ws_connect(f"{here}/ws/t", origin=here)
        screen, stream = blank()
        for shown, key in (("Lankakauppa Oy", "\r"), (QUESTION, "e"), ("(●) e Ei", "")):
            while shown not in "\n".join(screen.display).replace("\u00a0", " "):
                stream.feed((await tab.receive(SECONDS)).data)
            if key:
                await tab.send_json(["stdin", key])
        server.kill()
        await until(lambda: not _children(home), lambda: "the app to end")
    assert answers(file) == {"presence.evenings": "no"}


def _children(home: Path) -> list[str]:
    """The apps that run on this folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().decode("utf-8", "replace").split("\0")
        except OSError:
            continue
        if f"--home={home}" in words and "--tab" in words:
            found.append(entry.parent.name)
    return found
