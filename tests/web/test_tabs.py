"""Which app a tab finds: its own again, a new one, or none."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from aiohttp import web

from readycheck.web.tabs import MOST, Tabs


class Told:
    """An app that writes down what was asked of it."""

    def __init__(self, tab: str, log: list[str]) -> None:
        self.tab, self.log, self.lives = tab, log, False
        self.seen_in: web.WebSocketResponse | None = None

    async def start(self, width: int, height: int) -> None:
        self.lives = True
        self.log.append(f"{self.tab} begins {width}x{height}")

    async def show_in(self, socket: web.WebSocketResponse, width: int, height: int) -> None:
        self.seen_in = socket
        self.log.append(f"{self.tab} again {width}x{height}")

    async def stop(self) -> None:
        await asyncio.sleep(0.01)  # it saves
        self.lives = False
        self.log.append(f"{self.tab} ends")


def tabs(**limits: Any) -> tuple[Tabs[Told], list[str]]:
    log: list[str] = []
    return Tabs(lambda tab: Told(tab, log), **limits), log


def page() -> web.WebSocketResponse:
    return cast("web.WebSocketResponse", object())


async def test_a_reload_finds_the_same_app() -> None:
    held, log = tabs()
    first, second = page(), page()
    app = await held.show("a", first, 80, 24)
    await held.left("a", first)
    assert await held.show("a", second, 100, 30) is app
    assert log == ["a begins 80x24", "a again 100x30"]
    await held.end()


async def test_the_old_page_that_goes_after_the_new_one_came_takes_nothing_away() -> None:
    held, log = tabs(stays=0)
    first, second = page(), page()
    app = await held.show("a", first, 80, 24)
    await held.show("a", second, 80, 24)
    await held.left("a", first)
    await asyncio.sleep(0.03)
    assert held.of("a") is app and "a ends" not in log
    await held.end()


async def test_an_app_that_nobody_comes_back_to_ends() -> None:
    held, log = tabs(stays=0.01)
    only = page()
    await held.show("a", only, 80, 24)
    await held.left("a", only)
    await asyncio.sleep(0.06)
    assert held.of("a") is None and log[-1] == "a ends"


async def test_who_has_left_the_app_finds_a_new_one() -> None:
    held, log = tabs()
    first = page()
    app = await held.show("a", first, 80, 24)
    assert app is not None
    app.lives = False
    await held.left("a", first)
    assert await held.show("a", page(), 80, 24) is not app
    assert log == ["a begins 80x24", "a ends", "a begins 80x24"]
    await held.end()


async def test_the_fifth_finds_no_room_until_one_is_left_and_that_one_is_saved_first() -> None:
    held, log = tabs()
    pages = [page() for _ in range(MOST)]
    for n, shown in enumerate(pages):
        assert await held.show(str(n), shown, 80, 24)
    assert await held.show("fifth", page(), 80, 24) is None
    await held.left("2", pages[2])
    await held.left("1", pages[1])
    assert await held.show("fifth", page(), 80, 24)
    assert log[-2:] == ["2 ends", "fifth begins 80x24"] and held.of("1")  # the one that waited longer
    await held.end()
    assert len([line for line in log if line.endswith("ends")]) == MOST + 1
    assert await held.show("late", page(), 80, 24) is None
