"""`readycheck report`: the report of a season, in the form that the file's ending says."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from readycheck.commands.compare_what import compared_as
from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.core.years.compare import compare
from readycheck.core.years.trend import Trend
from readycheck.errors import wrong
from readycheck.report.build import build
from readycheck.report.history import Read, trend_up_to
from readycheck.report.renderers import RENDERERS, rendered
from readycheck.storage.references import is_year


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
    """Of the shop's seasons up to this one, where the one it is compared with is among them."""
    folder = season.file.path.parent
    if before is None or before.file.path.parent != folder:
        return None
    read: dict[int, Read] = {each.audit.season.year: (each.audit, each.scores) for each in (season, before)}
    return trend_up_to(season.desk.archive, folder, read)
