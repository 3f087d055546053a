"""The lines of the shops' list: which seasons there are, and what each one's file says in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readycheck.core.message import say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.storage.season_facts import SeasonFacts
from readycheck.storage.season_index import stamp_of

NOT_READ = dict.fromkeys(("readiness", "known", "answered", "blockers"), "…")
@dataclass(frozen=True)
class ListedSeason:
    """A season as the folder names it, its file not read yet."""

    shop: str
    name: str
    year: int

    @property
    def reference(self) -> str:
        """What the archive knows it by."""
        return f"{self.shop}/{self.year}"


def cells(facts: SeasonFacts | None, tr: Translator) -> dict[str, str]:
    """The texts by column that need the file to be read; None: it could not be."""
    if facts is None:
        return {**dict.fromkeys(NOT_READ, ""), "readiness": tr(say("⚠ cannot be read"))}
    word = tr(facts.standing) if facts.standing else ""
    return {
        "readiness": f"{tr.number(facts.score, 0)} {word}" if facts.begun else word,
        "known": tr.percent(facts.known), "answered": f"{facts.answered}/{facts.asked}",
        "blockers": str(len(facts.blockers)),
    }


@dataclass(frozen=True)
class ReadRow:
    """A season's facts, and its file with the stamp from before it was read."""

    reference: str
    path: Path
    stamp: str
    facts: SeasonFacts | None

    @property
    def holds(self) -> bool:
        """Whether the file is as it was."""
        return bool(self.stamp) and stamp_of(self.path) == self.stamp


def listed_seasons(listing: Listing) -> Iterator[ListedSeason]:
    """Every season of the folder by the shops' names, the newest first under each; no file is read further than that.

    Shops of the same name are told apart by their folders.
    """
    shops = sorted(listing.shops(), key=lambda entry: (entry.name.casefold(), entry.slug))
    times = Counter(shop.name for shop in shops)
    for shop in shops:
        name = shop.name if times[shop.name] == 1 else f"{shop.name} ({shop.slug})"
        for year in sorted(shop.years, reverse=True):
            yield ListedSeason(shop.slug, name, year)


def known_row(archive: Archive, listing: Listing, season: ListedSeason) -> ReadRow | None:
    """A season's row where the index has it and its file is as it was then."""
    facts = listing.known(season.shop, season.year)
    if facts is None:
        return None
    stamp = listing.stamp(season.shop, season.year)
    return ReadRow(season.reference, archive.path_of(season.shop, season.year), stamp, facts)


def read_row(archive: Archive, season: ListedSeason) -> ReadRow:
    """Read and score one season; a file that cannot be read says so in its line."""
    path = archive.path_of(season.shop, season.year)
    stamp, facts, listing = stamp_of(path), None, Listing(archive)
    with suppress(ReadycheckError, OSError):
        facts = listing.read(season.shop, season.year)
        listing.keep()
    return ReadRow(season.reference, path, stamp, facts)


def read_ahead(archive: Archive, season: ListedSeason) -> ReadRow:
    """`read_row`, and the season before it too: who opens it then waits for neither."""
    row = read_row(archive, season)
    with suppress(ReadycheckError, OSError):
        archive.previous(archive.read(row.path))
    return row
