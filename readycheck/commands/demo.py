"""`readycheck demo`: a made-up shop with two seasons, in the app or printed."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from readycheck.commands.compare import told as compared
from readycheck.commands.desk import Desk
from readycheck.commands.open import show
from readycheck.commands.report import write_report
from readycheck.commands.score_text import told as scored
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.demo.folder import SHOP, demo_archive


def run(arguments: Namespace, desk: Desk) -> int:
    """Make the shop where it is missing; then the app, or without a terminal its scores on paper."""
    archive = demo_archive(desk.home, lang=desk.tr.lang, fresh=arguments.fresh)
    there = replace(desk, home=archive.home)
    if desk.at_a_terminal() and not arguments.print_only:
        return show(there, SHOP)
    season, before = Season.open(there, SHOP), Season.open(there, f"{SHOP}/2025")
    desk.write(season.title, "", *scored(season))
    desk.write(*compared(season, before))
    path = archive.home / "shops" / SHOP / f"{season.audit.season.year}-report.html"
    write_report(season, before, path)
    desk.write(desk.tr("The report is here: {path}", path=str(path)))
    return DONE
