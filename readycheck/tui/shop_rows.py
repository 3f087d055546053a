"""The lines of the shops' list: which seasons there are, and what each one's file says in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.need import Need
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.listing import CoreChange, Listing
from readycheck.storage.season_facts import SeasonFacts
from readycheck.storage.season_index import stamp_of

NOT_READ = "…"
BESIDE_OTHERS = ("change", "due", "weakest")
FROM_FILE = ("readiness", "known", "answered", "blockers", *BESIDE_OTHERS)
"""Columns that need the file to be read."""


@dataclass(frozen=True)
class ListedSeason:
    """A season as the folder names it, its file not read yet. `before`: the shop's earlier years, in order."""

    shop: str
    name: str
    year: int
    before: tuple[int, ...] = ()
    newest: bool = True

    @property
    def reference(self) -> str:
        """What the archive knows it by."""
        return f"{self.shop}/{self.year}"

    @property
    def years(self) -> tuple[int, ...]:
        """It and the years before it."""
        return (*self.before, self.year)


@dataclass(frozen=True)
class ReadRow:
    """A season's facts and its change, and its files with their stamps from before they were read.

    `whole`: the change is told too, for which the season before is read.
    """

    reference: str
    paths: tuple[Path, ...]
    stamps: tuple[str, ...]
    facts: SeasonFacts | None
    change: CoreChange | None = None
    whole: bool = False

    @property
    def holds(self) -> bool:
        """Whether the files are as they were."""
        return all(self.stamps) and tuple(map(stamp_of, self.paths)) == self.stamps

    def need(self, today: date) -> Need:
        """What its shop's place among the others is made of."""
        return Need(self.facts, self.change, today)


def cells(read: ReadRow | None, tr: Translator, today: date, *, beside_others: bool) -> dict[str, str]:
    """The texts by column that need the file to be read; where it could not be, only that is said.

    `beside_others`: with what only the portfolio has.
    """
    if read is None:
        return dict.fromkeys(FROM_FILE, NOT_READ)
    facts = read.facts
    if facts is None:
        return {**dict.fromkeys(FROM_FILE, ""), "readiness": tr(say("⚠ cannot be read"))}
    word = tr(facts.standing) if facts.standing else ""
    return {
        "readiness": f"{tr.number(facts.score, 0)} {word}" if facts.begun else word,
        "known": tr.percent(facts.known), "answered": f"{facts.answered}/{facts.asked}",
        "blockers": str(len(facts.blockers)),
        **(_beside_others(read.need(today), tr) if read.whole and beside_others
           else dict.fromkeys(BESIDE_OTHERS, NOT_READ)),
    }


def _beside_others(need: Need, tr: Translator) -> dict[str, str]:
    """What the portfolio has of it."""
    from readycheck.report.portfolio.words import change, next_due, weakest

    return {"change": str(change(need, tr)), "due": next_due(need, tr), "weakest": tr(weakest(need))}


def listed_seasons(listing: Listing) -> Iterator[ListedSeason]:
    """Every season of the folder by the shops' names, the newest first under each; no file is read further than that.

    Shops of the same name are told apart by their folders.
    """
    shops = sorted(listing.shops(), key=lambda entry: (entry.name.casefold(), entry.slug))
    times = Counter(shop.name for shop in shops)
    for shop in shops:
        name = shop.name if times[shop.name] == 1 else f"{shop.name} ({shop.slug})"
        years = sorted(shop.years)
        for place in range(len(years) - 1, -1, -1):
            yield ListedSeason(shop.slug, name, years[place], tuple(years[:place]), place == len(years) - 1)


def known_row(archive: Archive, listing: Listing, season: ListedSeason) -> ReadRow | None:
    """A season's row where the index has it and its file is as it was then."""
    facts = listing.known(season.shop, season.year)
    if facts is None:
        return None
    years = season.years
    if season.newest and listing.knows_change(season.shop, season.year, years):
        change, whole = listing.change(season.shop, season.year, years), True
    else:
        change, whole, years = None, False, (season.year,)
    paths = tuple(archive.path_of(season.shop, year) for year in years)
    stamps = tuple(listing.stamp(season.shop, year) for year in years)
    return ReadRow(season.reference, paths, stamps, facts, change, whole)


def read_row(archive: Archive, season: ListedSeason, *, whole: bool = False) -> ReadRow:
    """Read and score one season, `whole` with the one before; a file that cannot be read says so in its line."""
    paths = tuple(archive.path_of(season.shop, year) for year in (season.years if whole else (season.year,)))
    stamps, facts, change, listing = tuple(map(stamp_of, paths)), None, None, Listing(archive)
    with suppress(ReadycheckError, OSError):
        facts = listing.facts(season.shop, season.year)
        change = listing.change(season.shop, season.year, season.years) if whole else None
        listing.keep()
    return ReadRow(season.reference, paths, stamps, facts, change, whole)


def read_ahead(archive: Archive, season: ListedSeason) -> ReadRow:
    """`read_row`, and the season before it too: who opens it then waits for neither."""
    row = read_row(archive, season)
    with suppress(ReadycheckError, OSError):
        archive.previous(archive.read(row.paths[-1]))
    return row
