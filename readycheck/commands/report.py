"""`readycheck report`: the report of a season, in the form that the file's ending says."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from readycheck.commands.compare_what import compared_as, is_year
from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.core.years.compare import compare
from readycheck.core.years.trend import Trend, trend
from readycheck.errors import ReadycheckError, wrong
from readycheck.report.build import build
from readycheck.report.renderers import RENDERERS, rendered
from readycheck.storage.references import years_in


def run(arguments: Namespace, desk: Desk) -> int:
    """Write it whole or not at all, and say where it is."""
    path = output_path(arguments.output, RENDERERS)
    season = Season.open(desk, arguments.shop)
    write_report(season, _before(season, arguments.against), path)
    desk.write(desk.tr("The report is here: {path}", path=str(path)))
    return DONE


def write_report(season: Season, before: Season | None, path: Path) -> None:
    """The report of `season` against the season before, in the form that `path` ends in."""
    desk, previous = season.desk, None if before is None else before.audit
    comparison = None if before is None else compare(before.audit, season.audit, before.scores, season.scores)
    sides = None if before is None else compared_as(before, season)
    report = build(season.audit, season.scores, comparison, previous, desk.tr.lang, desk.today, season.shop, sides,
                   _trend(season, before))
    write_file(path, rendered(report, path.suffix.lower()))


def _before(season: Season, against: str | None) -> Season | None:
    """What to compare with: a year of the shop, or any audit; else the season before, None where there is none."""
    desk = season.desk
    if against is None:
        found = desk.archive.previous(season.file)
        return Season(desk, found) if found else None
    if not is_year(against):
        return Season.open(desk, against)
    path = season.file.path.with_name(f"{against}.toml")
    if not path.is_file():
        raise wrong(say("{shop} has no audit of {year}.", shop=season.shop, year=against), key="--against")
    return Season(desk, desk.archive.read(path))


def _trend(season: Season, before: Season | None) -> Trend | None:
    """Of the shop's seasons up to this one, where the one it is compared with is among them and there are three."""
    here, this = season.file.path.parent, season.audit.season.year
    if before is None or before.file.path.parent != here:
        return None
    known = {this: season, before.audit.season.year: before}
    years = {*known, *(year for year in years_in(here) if year < this)}
    for year in years - known.keys():
        with suppress(ReadycheckError):  # the trend goes without a season that cannot be read: `verify` tells of it
            known[year] = Season(season.desk, season.desk.archive.read(here / f"{year}.toml"))
    if len(known) < 3:
        return None
    return trend([each.audit for each in known.values()], [each.scores for each in known.values()])
