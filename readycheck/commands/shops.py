"""Every shop of the folder with its newest season's scores, for `list` and `portfolio`."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.commands.desk import Desk
from readycheck.core.audit import Audit
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile


@dataclass(frozen=True)
class ShopStanding:
    """A shop's newest season; without `audit` and `scores` its file cannot be read. `previous`: the one before."""

    slug: str
    name: str
    years: tuple[int, ...]
    audit: Audit | None
    scores: Scores | None
    previous: Audit | None


def standings(desk: Desk) -> tuple[ShopStanding, ...]:
    """All shops by slug; what is wrong with a damaged file goes to standard error."""
    archive = desk.archive
    found = []
    for entry in archive.shops():
        file = _read(desk, archive, f"{entry.slug}/{entry.years[-1]}")
        before = archive.previous(file) if file else None
        audit = file.audit if file else None
        found.append(ShopStanding(
            entry.slug, entry.name, entry.years, audit, score(audit) if audit else None,
            before.audit if before else None,
        ))
    return tuple(found)


def _read(desk: Desk, archive: Archive, reference: str) -> AuditFile | None:
    try:
        return archive.open(reference)
    except ReadycheckError as error:
        for problem in error.problems:
            desk.progress(desk.tr(problem.message()))
        return None
