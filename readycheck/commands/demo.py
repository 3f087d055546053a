"""`readycheck demo`: a made-up shop with three seasons, in the app or printed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readycheck.commands.compare import told as compared
from readycheck.commands.desk import Desk
from readycheck.commands.open import show
from readycheck.commands.report import write_report
from readycheck.commands.score_text import told as scored
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.deadlines import is_open
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.demo.seasons import SEASONS
from readycheck.report.figures import Figures


def run(arguments: Namespace, desk: Desk) -> int:
    """Make the shop where it is missing; then the app, or without a terminal its scores on paper."""
    archive = demo_archive(desk.home, lang=desk.tr.lang, fresh=arguments.fresh)
    there = replace(desk, home=archive.home)
    if desk.at_a_terminal() and not arguments.print_only:
        return show(there, SHOP)
    seasons = [Season.open(there, f"{SHOP}/{year}") for year in sorted(SEASONS)]
    before, season = seasons[-2:]
    desk.write(season.title, "", *_story(seasons), "", *scored(season))
    desk.write(*compared(season, before))
    path = archive.home / "shops" / SHOP / f"{season.audit.season.year}-report.html"
    write_report(season, before, path)
    desk.write(desk.tr("The report is here: {path}", path=str(path)))
    return DONE


def _story(seasons: Sequence[Season]) -> Iterator[str]:
    """The seasons in two sentences: how ready the shop was in each, and what it has promised every time in vain."""
    desk, last = seasons[-1].desk, seasons[-1]
    figures = Figures(desk.tr)
    told = " → ".join(f"{season.audit.season.year}: {figures.score(season.scores.readiness.score).text}"
                     for season in seasons)
    yield from wrapped(desk.tr("Readiness season by season: {seasons}", seasons=told), desk.columns)
    open_in_all = set.intersection(*(_open(season) for season in seasons))
    for action in last.audit.actions:
        if action.id in open_in_all:
            text = desk.tr("Promised every season and still not done: {action}.", action=action.title)
            yield from wrapped(text, desk.columns)


def _open(season: Season) -> set[str]:
    return {action.id for action in season.audit.actions if is_open(action)}
