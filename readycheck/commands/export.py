"""`readycheck export`: a season, or all of a shop's, in one file for somebody else to take in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from readycheck import __version__
from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.report.handover_words import read_me
from readycheck.storage.archive import AuditFile
from readycheck.storage.handover import hand_over, handed, in_the_way
from readycheck.storage.references import years_in


def run(arguments: Namespace, desk: Desk) -> int:
    """Write it whole or not at all, and say where it is."""
    path = output_path(arguments.output, (".zip",))
    season = Season.open(desk, arguments.shop)
    files = _seasons(season, all_of_them=arguments.all)
    if not arguments.force:
        _not_over_something_else(path, season)
    written = write_handover(season, files, path)
    if desk.json:
        desk.facts({"file": str(path), "shop": season.shop, "seasons": list(written)})
    else:
        desk.write(desk.tr("{shop} ({years}): {path}", shop=season.audit.shop.name,
                           years=", ".join(map(str, written)), path=str(path)))
        desk.write(desk.tr("Whoever gets it takes it in with: {command}", command=f"readycheck take {path.name}"))
    return DONE


def write_handover(season: Season, files: tuple[AuditFile, ...], path: Path) -> tuple[int, ...]:
    """Write the seasons that are handed over; their years."""
    desk = season.desk
    years = tuple(sorted(file.audit.season.year for file in files))
    texts = read_me(season.audit.shop.name, years, desk.tr)
    write_file(path, hand_over(desk.archive, files, season.shop, __version__, texts))
    handed(desk.archive, files)
    return years


def _seasons(season: Season, *, all_of_them: bool) -> tuple[AuditFile, ...]:
    """The one that is meant, or every one of the shop; a damaged one is told, not left out in silence."""
    folder = season.file.path.parent
    if not all_of_them or not season.file.path.stem.isdecimal():
        return (season.file,)
    return tuple(season.desk.archive.read(folder / f"{year}.toml") for year in years_in(folder))


def _not_over_something_else(path: Path, season: Season) -> None:
    """A file that is there is replaced where nothing would be lost by it."""
    what = in_the_way(season.desk.archive, season.file, season.shop, path)
    if what is not None:
        raise wrong(what, say("Take it in first, or give another name; --force replaces it."), file=str(path))
