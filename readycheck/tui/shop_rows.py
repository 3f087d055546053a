"""The lines of the shops' list: which seasons there are, and what each one's file says in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from readycheck.core.message import say
from readycheck.core.need import Need
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.storage.season_facts import SeasonFacts

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
    """What a season's file says, with its stamp from before it was read.

    `whole`: the change is told too, for which the season before was read; then `stamp` is of all the shop's files.
    """

    season: ListedSeason
    stamp: str
    need: Need
    facts: SeasonFacts | None
    whole: bool = False

    @property
    def reference(self) -> str:
        """What the archive knows the season by."""
        return self.season.reference

    def holds(self, listing: Listing) -> bool:
        """Whether the files are as they were."""
        years = _read_for(self.season, whole=self.whole)
        return bool(self.stamp) and listing.stamps(self.season.shop, years) == self.stamp


def cells(read: ReadRow | None, tr: Translator, *, beside_others: bool) -> dict[str, str]:
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
        **(_beside_others(read.need, tr) if read.whole and beside_others
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


def known_row(listing: Listing, season: ListedSeason, today: date) -> ReadRow | None:
    """A season's row where the index has it and its file is as it was then."""
    facts = listing.known(season.shop, season.year)
    if facts is None:
        return None
    known = listing.known_change(season.shop, season.year, season.years) if season.newest else None
    whole = known is not None
    stamp = listing.stamps(season.shop, _read_for(season, whole=whole))
    return ReadRow(season, stamp, Need(facts, known[0] if known else None, today), facts, whole)


def read_row(archive: Archive, season: ListedSeason, today: date, *, whole: bool = False) -> ReadRow:
    """Read and score one season, `whole` with the one before; a file that cannot be read says so in its line."""
    facts, change, listing = None, None, Listing(archive)
    stamp = listing.stamps(season.shop, _read_for(season, whole=whole))
    with suppress(ReadycheckError, OSError):
        facts = listing.facts(season.shop, season.year)
        change = listing.change(season.shop, season.year, season.years) if whole else None
        listing.keep()
    return ReadRow(season, stamp, Need(facts, change, today), facts, whole)


def read_ahead(archive: Archive, season: ListedSeason, today: date) -> ReadRow:
    """`read_row`, and the season before it too: who opens it then waits for neither."""
    row = read_row(archive, season, today)
    with suppress(ReadycheckError, OSError):
        archive.previous(archive.read(archive.path_of(season.shop, season.year)))
    return row


def _read_for(season: ListedSeason, *, whole: bool) -> tuple[int, ...]:
    return season.years if whole else (season.year,)
