"""The seasons of a folder as lists show them: out of the index, and out of the files that it does not know."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.storage.references import ShopEntry, name_in, shop_entries
from readycheck.storage.season_facts import SeasonFacts, facts_from, facts_of, in_points
from readycheck.storage.season_index import Key, Kind, SeasonIndex, stamp_of

if TYPE_CHECKING:
    from readycheck.storage.archive import Archive, AuditFile

CoreChange = tuple[float, float]
"""The comparable core of two seasons, 0–100, the earlier first: who shows it says how much that is in points."""
AT_ONCE = 100
"""So many seasons are read before they are kept: what was read before Ctrl+C need not be read again."""


class Listing:
    """One look at a folder: what the index knew as it began, each file compared with it when it is asked for.

    What is read is kept for the next one, at the latest by `keep`.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._shops = os.path.join(archive.home, "shops")  # noqa: PTH118 - a Path for each of 5,000 files takes longer
        self._index = SeasonIndex(archive.aside.folder)
        self._read: dict[Kind, list[tuple[Key, str, str]]] = {}

    def shops(self) -> tuple[ShopEntry, ...]:
        """Every shop with its seasons, by slug, as `Archive.shops`; files that are as they were are not opened."""
        entries = shop_entries(self._archive.home, self._name)
        there = {(entry.slug, year) for entry in entries for year in entry.years}
        gone = self._kept.keys() - there
        if gone:
            self._index.drop(gone)
        return entries

    def known(self, shop: str, year: int) -> SeasonFacts | None:
        """A season's facts, where its file is as it was when they were kept."""
        stamp, told = self._kept.get((shop, year), ("", ""))
        return facts_from(told) if stamp and stamp == self.stamp(shop, year) else None

    def facts(self, shop: str, year: int) -> SeasonFacts:
        """A season's facts, read from its file where they are not known; ReadycheckError where it cannot be."""
        return self.known(shop, year) or self.read(shop, year)

    def read(self, shop: str, year: int) -> SeasonFacts:
        """A season's facts from its file; ReadycheckError where it cannot be read."""
        path, stamp = self._archive.path_of(shop, year), self.stamp(shop, year)
        facts = facts_of(name_in(path), self._archive.read(path).audit)
        if stamp == self.stamp(shop, year):  # else somebody wrote it meanwhile, and nobody knows what was read
            self._keep("facts", (shop, year), stamp, facts.text())
        return facts

    def keep(self) -> None:
        """Let the next listing know what this one read."""
        for kind, rows in self._read.items():  # but not of a shop that was forgotten meanwhile
            self._index.put(kind, [row for row in rows if self.stamp(*row[0])])
        self._read.clear()

    def _keep(self, kind: Kind, key: Key, stamp: str, told: str) -> None:
        rows = self._read.setdefault(kind, [])
        rows.append((key, stamp, told))
        if len(rows) >= AT_ONCE:
            self.keep()

    def change(self, shop: str, year: int, years: tuple[int, ...]) -> CoreChange | None:
        """The comparable core in the newest readable season before and in this one; None where there is none.

        ReadycheckError where the season itself cannot be read.
        """
        known = self.known_change(shop, year, years)
        if known is not None:
            return known[0]
        stamp = self.stamps(shop, _until(year, years))
        file = self._archive.read(self._archive.path_of(shop, year))
        change = _change(self._archive.previous(file), file)
        self._keep("change", (shop, year), stamp, "" if change is None else " ".join(map(repr, change)))
        return change

    def known_change(self, shop: str, year: int, years: tuple[int, ...]) -> tuple[CoreChange | None] | None:
        """What `change` says, alone in a tuple, where it can be told without reading a file."""
        kept, told = self._changes.get((shop, year), ("", ""))
        return _told(told) if kept and kept == self.stamps(shop, _until(year, years)) else None

    def stamps(self, shop: str, years: Iterable[int]) -> str:
        """The stamps of several seasons' files now."""
        return " ".join([self.stamp(shop, year) for year in years])

    def stamp(self, shop: str, year: int) -> str:
        """The file's stamp now."""
        return stamp_of(f"{self._shops}{os.sep}{shop}{os.sep}{year}.toml")

    @cached_property
    def _kept(self) -> dict[Key, tuple[str, str]]:
        return self._index.rows("facts")

    @cached_property
    def _changes(self) -> dict[Key, tuple[str, str]]:
        return self._index.rows("change")

    def _name(self, path: Path) -> str:
        shop, year = path.parent.name, int(path.stem)
        facts = self.known(shop, year)
        return facts.name if facts else name_in(path)


def _until(year: int, years: tuple[int, ...]) -> list[int]:
    """A season's year and those before it, in order."""
    return [each for each in sorted(years) if each <= year]


def _told(text: str) -> tuple[CoreChange | None] | None:
    """A change as it was kept; None where nobody kept such a thing."""
    if not text:
        return (None,)
    with suppress(ValueError):
        before, after = map(float, text.split())
        if in_points(before) and in_points(after):
            return ((before, after),)
    return None


def _change(before: AuditFile | None, file: AuditFile) -> CoreChange | None:
    from readycheck.core.scoring import score
    from readycheck.core.years.headline import headline

    if before is None:
        return None
    found = headline(score(before.audit), score(file.audit))
    return None if found.before is None or found.after is None else (found.before, found.after)
