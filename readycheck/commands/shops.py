"""Every shop of a folder with its newest season's figures, for `list` and `portfolio`."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.commands.desk import Desk
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive
from readycheck.storage.listing import CoreChange, Listing
from readycheck.storage.season_facts import SeasonFacts


@dataclass(frozen=True)
class ShopStanding:
    """A shop's newest season; without `facts` its file cannot be read.

    `change`: the comparable core in the season before and in this one, 0–100, where that was asked for.
    """

    slug: str
    name: str
    years: tuple[int, ...]
    facts: SeasonFacts | None
    change: CoreChange | None = None


def standings(desk: Desk, archive: Archive | None = None, *, changes: bool = False) -> tuple[ShopStanding, ...]:
    """All shops by slug, of the desk's own folder unless another is given; a damaged file goes to standard error.

    Only files that changed since the last look are read.
    """
    listing = Listing(archive or desk.archive)
    found = []
    try:
        for entry in listing.shops():
            facts, change, newest = None, None, entry.years[-1]
            try:
                facts = listing.facts(entry.slug, newest)
                change = listing.change(entry.slug, newest, entry.years) if changes else None
            except ReadycheckError as error:
                for problem in error.problems:
                    desk.progress(desk.tr(problem.message()))
            found.append(ShopStanding(entry.slug, entry.name, entry.years, facts, change))
    finally:
        listing.keep()
    return tuple(found)
