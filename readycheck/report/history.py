"""The seasons before the one that is reported: what its trend is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from readycheck.core.audit import Audit
from readycheck.core.results import Scores
from readycheck.core.years.trend import Trend, trend
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive
from readycheck.storage.references import years_in

Read = tuple[Audit, Scores | None]
"""A season that is read already, with its scores where they are known."""


def trend_up_to(archive: Archive, folder: Path, read: Mapping[int, Read]) -> Trend | None:
    """The trend of a shop's seasons in `folder` up to the newest of those `read`; None where there are not three."""
    known = dict(read)
    for year in years_in(folder):
        if year < max(read) and year not in known:
            with suppress(ReadycheckError):  # a trend goes without a season that cannot be read: `verify` tells of it
                known[year] = archive.read(folder / f"{year}.toml").audit, None
    if len(known) < 3:
        return None
    return trend([audit for audit, _ in known.values()], [scores for _, scores in known.values()])
