"""One line of the shops' list: what a season's file says in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.names import BAND_NAMES
from readycheck.core.scoring import score
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive


@dataclass(frozen=True)
class ShopRow:
    """The cells that need the file to be read."""

    readiness: str
    known: str
    answered: str
    blockers: str

    def cells(self) -> dict[str, str]:
        """The texts by column."""
        return {
            "readiness": self.readiness, "known": self.known, "answered": self.answered, "blockers": self.blockers,
        }


def shop_row(archive: Archive, reference: str, tr: Translator) -> ShopRow:
    """Read and score one season; a file that cannot be read says so in its line."""
    try:
        scores = score(archive.open(reference).audit)
    except (ReadycheckError, OSError):
        return ShopRow(tr("⚠ cannot be read"), "", "", "")
    readiness = scores.readiness
    band = tr(BAND_NAMES[readiness.band]) if readiness.band else ""
    asked = [q for section in scores.sections for q in section.questions if q.applicable]
    return ShopRow(
        f"{tr.number(readiness.score, 0)} {band}", tr.percent(readiness.known),
        f"{sum(1 for q in asked if q.claim is not None)}/{len(asked)}", str(len(scores.blockers)),
    )
