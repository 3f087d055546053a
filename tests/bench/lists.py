"""Opening the list of 1,000 shops with five seasons each, beside reading the bytes of those files."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from readycheck.core.group import group_figures
from readycheck.core.need import Need
from readycheck.core.portfolio import PortfolioShop, ordered
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.storage.season_index import SETTLED, SeasonIndex
from tests.bench.many_shops import YEARS, many_shops
from tests.bench.stopwatch import of_call

SHOPS, SAMPLE, TURNS, GOAL = 1000, 20, 9, 2.0
AUDITS = SHOPS * len(YEARS)
TODAY = date(2026, 10, 20)


def list_lines(folder: Path) -> Iterator[str]:
    """The table; 700 MB of audits go into `folder`."""
    home = many_shops(folder, SHOPS)
    archive = Archive(home, folder / "state")
    time.sleep(SETTLED / 1e9)  # what was written a moment ago is not kept in the index
    bytes_ = sum(map(len, _contents(home)))
    yield f"the list of {SHOPS:,} shops with {len(YEARS)} seasons each: {AUDITS:,} files, {bytes_ / 1e6:,.0f} MB"
    yield f"{'seconds':>9}  {'× bytes':>8}"
    cold = of_call(lambda: _read(archive))() * SHOPS / SAMPLE
    _fill(archive)
    read, warm, portfolio = _in_turns(
        lambda: sum(map(len, _contents(home))), lambda: _all_known(archive), lambda: _portfolio(archive),
    )
    yield _line(read, read, "the files' bytes, read one after the other")
    yield _line(warm, read, f"every season's line out of the index, each file compared with it (goal: {GOAL:g} ×)")
    yield _line(portfolio, read, "the portfolio out of the index: changes, what is due, who needs you first, the group "
                                 f"(goal: {GOAL:g} ×)")
    yield _line(cold, read, f"without an index: each file read and scored, newest against last ({SAMPLE} shops' time, "
                            f"times {SHOPS // SAMPLE})")


def _contents(home: Path) -> Iterator[bytes]:
    for shop in sorted((home / "shops").iterdir()):
        for year in YEARS:
            yield (shop / f"{year}.toml").read_bytes()


def _read(archive: Archive) -> None:
    """The seasons of the first shops, read into the index."""
    listing = Listing(archive)
    for shop in listing.shops()[:SAMPLE]:
        for year in shop.years:
            listing.facts(shop.slug, year)
        listing.change(shop.slug, shop.years[-1], shop.years)
    listing.keep()


def _fill(archive: Archive) -> None:
    """Rows for the other shops, as long as those: reading them all would take ten minutes."""
    listing, index = Listing(archive), SeasonIndex(archive.aside.folder)
    facts, changes = index.rows("facts"), index.rows("change")
    first, *others = [shop.slug for shop in listing.shops()]
    index.put("facts", [
        ((shop, year), listing.stamp(shop, year), facts[first, year][1]) for shop in others for year in YEARS
    ])
    stamps = {shop: " ".join(listing.stamp(shop, year) for year in YEARS) for shop in others}
    index.put("change", [((shop, YEARS[-1]), stamps[shop], changes[first, YEARS[-1]][1]) for shop in others])


def _all_known(archive: Archive) -> None:
    listing = Listing(archive)
    found = [listing.known(shop.slug, year) for shop in listing.shops() for year in shop.years]
    assert len(found) == AUDITS and None not in found


def _portfolio(archive: Archive) -> None:
    """As the command: every shop with its newest season and its change, who comes first and why, the group."""
    listing, found = Listing(archive), []
    for shop in listing.shops():
        newest = shop.years[-1]
        facts = listing.known(shop.slug, newest)
        assert facts is not None
        need = Need(facts, listing.change(shop.slug, newest, shop.years), TODAY)
        found.append(PortfolioShop(shop.name, shop.slug, newest, need))
    first = ordered(found, "need")[0]
    figures = group_figures(shop.need.season for shop in found if shop.need.season is not None)
    assert first.need.reasons and figures[0].n == SHOPS


def _in_turns(*calls: Callable[[], object]) -> list[float]:
    timed = [of_call(call) for call in calls]
    rounds = [[each() for each in timed] for _ in range(TURNS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def _line(seconds: float, read: float, what: str) -> str:
    return f"{seconds:>9.3f}  {seconds / read:>8.2f}  {what}"
