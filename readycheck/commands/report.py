"""`readycheck report`: the report of a season, in the form that the file's ending says."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.core.years.compare import compare
from readycheck.errors import wrong
from readycheck.report.build import build
from readycheck.report.renderers import RENDERERS, rendered


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
    comparison = None if previous is None else compare(previous, season.audit)
    report = build(season.audit, season.scores, comparison, previous, desk.tr.lang, desk.today, season.shop)
    write_file(path, rendered(report, path.suffix.lower()))


def _before(season: Season, year: int | None) -> Season | None:
    """The season to compare with: of that year, else the one before; None where there is none."""
    desk = season.desk
    if year is None:
        found = desk.archive.previous(season.file)
        return Season(desk, found) if found else None
    path = season.file.path.with_name(f"{year}.toml")
    if not path.is_file():
        raise wrong(say("{shop} has no audit of {year}.", shop=season.shop, year=str(year)), key="--against")
    return Season(desk, desk.archive.read(path))
