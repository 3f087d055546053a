"""The lines of the shops' list: which seasons there are, and what each one's file says in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive

NOT_READ = dict.fromkeys(("readiness", "known", "answered", "blockers"), "…")
Stamp = tuple[int, int] | None
"""When a file was written last (ns) and how long it is; None where there is none."""


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


@dataclass(frozen=True)
class ShopRow:
    """What the cells say that need the file to be read; without `answered` it could not be."""

    score: float | None = None
    standing: Message | None = None
    begun: bool = True
    known: float | None = None
    answered: tuple[int, int] | None = None
    blockers: int = 0

    def cells(self, tr: Translator) -> dict[str, str]:
        """The texts by column."""
        if self.answered is None:
            return {**dict.fromkeys(NOT_READ, ""), "readiness": tr(say("⚠ cannot be read"))}
        done, asked = self.answered
        word = tr(self.standing) if self.standing else ""
        return {
            "readiness": f"{tr.number(self.score, 0)} {word}" if self.begun else word,
            "known": tr.percent(self.known), "answered": f"{done}/{asked}", "blockers": str(self.blockers),
        }


@dataclass(frozen=True)
class ReadRow:
    """A season's row, and its file with the stamp from before it was read."""

    reference: str
    path: Path
    stamp: Stamp
    row: ShopRow

    @property
    def holds(self) -> bool:
        """Whether the file is as it was."""
        return self.stamp is not None and stamp_of(self.path) == self.stamp


def listed_seasons(archive: Archive) -> Iterator[ListedSeason]:
    """Every season of the folder by the shops' names, the newest first under each; from the files' heads alone."""
    for shop in sorted(archive.shops(), key=lambda entry: entry.name.casefold()):
        for year in sorted(shop.years, reverse=True):
            yield ListedSeason(shop.slug, shop.name, year)


def stamp_of(path: Path) -> Stamp:
    """The file's stamp now."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def read_row(archive: Archive, season: ListedSeason) -> ReadRow:
    """Read and score one season; a file that cannot be read says so in its line."""
    path = archive.path_of(season.shop, season.year)
    stamp = stamp_of(path)
    try:
        row = _scored(archive, path)
    except (ReadycheckError, OSError):
        row = ShopRow()
    return ReadRow(season.reference, path, stamp, row)


def read_ahead(archive: Archive, season: ListedSeason) -> ReadRow:
    """`read_row`, and the season before it too: who opens it then waits for neither."""
    row = read_row(archive, season)
    with suppress(ReadycheckError, OSError):
        archive.previous(archive.read(row.path))
    return row


def _scored(archive: Archive, path: Path) -> ShopRow:
    # imported in the thread that scores: the list is painted before the rules are loaded
    from readycheck.core.scoring import score
    from readycheck.core.sections import answered
    from readycheck.core.standing import begun, standing

    scores = score(archive.read(path).audit)
    readiness = scores.readiness
    return ShopRow(
        readiness.score, standing(scores), begun(scores), readiness.known, answered(scores), len(scores.blockers),
    )
