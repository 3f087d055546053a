"""Which two audits the app compares: any two seasons of the shop, or any file; read and compared in a thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readycheck.core.audit import Audit
from readycheck.core.message import Message
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.trend import Trend, trend
from readycheck.errors import ReadycheckError
from readycheck.report.side_names import Side, sides_of
from readycheck.report.sides import Sides
from readycheck.storage.references import short_name, years_in
from readycheck.tui.saving import Document
from readycheck.tui.session import Session

Pair = tuple[Path, Path]
"""The files of the two, the earlier season first."""
MOST = 14
"""So many characters a side's name takes in the head of a column."""


@dataclass(frozen=True)
class Compared:
    """Two audits held against each other, what they are called on the screen, and the document of the earlier."""

    found: Comparison
    before: Audit
    after: Audit
    sides: Sides
    earlier: Document

    @property
    def heads(self) -> tuple[str, str]:
        """The sides' names as they stand above a column."""
        before, after = (name if len(name) <= MOST else f"{name[:8]}…{name[-5:]}" for name in self.sides.names)
        return before, after


def season_path(session: Session, year: int) -> Path:
    """The file of a season of this shop."""
    return session.path if year == session.audit.season.year else session.path.with_name(f"{year}.toml")


def seasons_of(session: Session) -> list[int]:
    """The shop's seasons, the open one among them, in order."""
    return sorted({*years_in(session.path.parent), session.audit.season.year})


def last_two(session: Session) -> Pair | None:
    """The open season and the one before it, of the first the one after it; None where there is one only."""
    years = seasons_of(session)
    later = max(years.index(session.audit.season.year), 1)
    return (season_path(session, years[later - 1]), season_path(session, years[later])) if len(years) > 1 else None


def with_file(session: Session, path: Path) -> Pair:
    """A file beside the open audit, the later season last; of one season the open audit is last. ReadycheckError."""
    other, _ = _read(session, path)
    return (session.path, path) if other.season.year > session.audit.season.year else (path, session.path)


def _read(session: Session, path: Path) -> tuple[Audit, Document]:
    """What is in a file; of the open audit what stands on the screen. ReadycheckError."""
    if path == session.path:
        return session.audit, session.document
    file = session.archive.read(path)
    return file.audit, file.document


def compared(session: Session, pair: Pair) -> Compared | Message:
    """The two held against each other, or why that cannot be done."""
    try:
        (before, earlier), (after, _) = (_read(session, path) for path in pair)
    except ReadycheckError as error:
        return error.problems[0].message()
    one, other = (_side(session, path, audit) for path, audit in zip(pair, (before, after), strict=True))
    sides = sides_of(one, other) or Sides(one.year, other.year)
    found = compare(before, after, between=session.archive.between(*pair))
    return Compared(found, before, after, sides, earlier)


def _side(session: Session, path: Path, audit: Audit) -> Side:
    return Side(path, audit, short_name(session.archive.home, path, audit.shop.name))


def audits_of(session: Session) -> list[Audit]:
    """The shop's seasons in order; damaged ones are left out."""
    audits = []
    for year in seasons_of(session):
        with suppress(ReadycheckError):
            audits.append(_read(session, season_path(session, year))[0])
    return audits


def trend_of(session: Session) -> Trend | None:
    """The shop's seasons in a line; None where there are fewer than two."""
    audits = audits_of(session)
    return trend(audits) if len(audits) > 1 else None
