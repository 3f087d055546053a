"""How many tabs there may be, and who waits for whom."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

from readycheck.web.places import MOST, Places


async def test_the_fifth_is_told_that_there_is_no_place_until_one_leaves() -> None:
    places = Places(patience=0.01)
    async with AsyncExitStack() as others:
        assert [await others.enter_async_context(places.one()) for _ in range(MOST - 1)] == [True] * 3
        async with places.one() as fourth, places.one() as fifth:
            assert (fourth, fifth) == (True, False)
        async with places.one() as after:
            assert after


async def test_who_reloads_waits_until_what_was_there_is_saved() -> None:
    places, order = Places(most=1), list[str]()
    arrived = asyncio.Event()

    async def first() -> None:
        async with places.one():
            arrived.set()
            await asyncio.sleep(0)
            async with places.leaving():
                await asyncio.sleep(0.02)
                order.append("saved")

    async def second() -> None:
        await arrived.wait()
        async with places.one() as free:
            order.append(f"opened {free}")

    await asyncio.gather(first(), second())
    assert order == ["saved", "opened True"]


async def test_there_is_room_and_still_one_waits_for_the_other_that_saves() -> None:
    places, order, leaving = Places(most=2), list[str](), asyncio.Event()

    async def first() -> None:
        async with places.one(), places.leaving():
            leaving.set()
            await asyncio.sleep(0.02)
            order.append("saved")

    async def second() -> None:
        await leaving.wait()
        async with places.one():
            order.append("opened")

    await asyncio.gather(first(), second())
    assert order == ["saved", "opened"]
