"""`readycheck portfolio`: all shops side by side, who needs one first, and the group's figures without names."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.folders import Folder, folders_of, shop_in
from readycheck.commands.output import output_path, write_file
from readycheck.commands.shops import standings
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import say
from readycheck.core.need import Need
from readycheck.core.portfolio import PortfolioShop, ordered, picked, told_apart
from readycheck.errors import wrong
from readycheck.report.figures import Figures
from readycheck.report.model import Cell
from readycheck.report.portfolio.build import Portfolio, counts, group_page, page
from readycheck.report.portfolio.facts import facts_of, group_csv, group_facts, shops_csv
from readycheck.report.portfolio.words import (
    CANNOT_BE_READ,
    change,
    discretion,
    group_table,
    legend,
    method,
    next_due,
    weakest,
    why,
)
from readycheck.report.renderers import RENDERERS, rendered
from readycheck.storage.marks import Marks

FIRST = 3
"""Shops whose reasons stand in words above the table."""


def run(arguments: Namespace, desk: Desk) -> int:
    """Latest scores, the change, blockers, the weakest area and the next due date of each shop."""
    path = None if arguments.output is None else output_path(arguments.output, RENDERERS)
    folders = folders_of(desk, arguments.folders)
    _mark(folders, arguments, desk)
    found = ordered(picked(_shops(folders, desk), arguments.only), arguments.sort)
    portfolio = Portfolio(tuple(found), arguments.sort, desk.tr, desk.today)
    if path is not None:
        write_file(path, _file(portfolio, path, anonymous=arguments.anonymous))
    if desk.json:
        desk.facts(group_facts(portfolio) if arguments.anonymous else facts_of(portfolio))
    elif path is not None:
        desk.write(desk.tr("It is here: {path}", path=str(path)))
    elif arguments.anonymous:
        desk.write(*_group(portfolio, desk, anonymous=True))
    elif found:
        desk.write(*_lines(portfolio, desk))
    else:
        desk.write(_nothing(folders, arguments, desk))
    return DONE


def _mark(folders: Sequence[Folder], arguments: Namespace, desk: Desk) -> None:
    """Every shop is found before one mark is changed."""
    wanted = [shop_in(folders, reference) for reference in arguments.mark]
    unwanted = [shop_in(folders, reference) for reference in arguments.unmark]
    try:
        for folder, slug in wanted:
            Marks(folder.archive.aside).mark([slug])
        for folder, slug in unwanted:
            Marks(folder.archive.aside).unmark([slug])
    except OSError as error:
        raise wrong(say("marks cannot be kept ({reason}).", reason=error.strerror or str(error)),
                    file=str(error.filename or "")) from error


def _shops(folders: Sequence[Folder], desk: Desk) -> list[PortfolioShop]:
    found = [(folder, each) for folder in folders for each in standings(desk, folder.archive, changes=True)]
    names = told_apart([(each.name, each.slug, folder.name) for folder, each in found])
    marked = {folder.name: Marks(folder.archive.aside).read() for folder in folders}
    return [
        PortfolioShop(name, each.slug, each.years[-1], Need(each.facts, each.change, desk.today),
                      each.slug in marked[folder.name], folder.name)
        for name, (folder, each) in zip(names, found, strict=True)
    ]


def _file(portfolio: Portfolio, path: Path, *, anonymous: bool) -> bytes:
    ending = path.suffix.lower()
    if ending == ".csv":
        return (group_csv if anonymous else shops_csv)(portfolio).encode()
    if ending == ".json":
        facts = (group_facts if anonymous else facts_of)(portfolio)
        return (json.dumps(facts, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    return rendered((group_page if anonymous else page)(portfolio), ending)


def _nothing(folders: Sequence[Folder], arguments: Namespace, desk: Desk) -> str:
    if arguments.only:
        return desk.tr("No shop is of this kind.")
    return desk.tr("There are no shops in {folder} yet.",
                   folder=", ".join(str(folder.archive.home) for folder in folders))


def _lines(portfolio: Portfolio, desk: Desk) -> list[str]:
    """Who comes first in words, all of them in a table, the group."""
    tr = desk.tr
    told = counts(portfolio)
    lines = [*wrapped(told, desk.columns), ""] if told else []
    if portfolio.order == "need" and len(portfolio.shops) > 1:
        lines += [tr("Who needs you first:")]
        for place, shop in enumerate(portfolio.shops[:FIRST], 1):
            lines += wrapped(f"{place}. {shop.name}: {why(shop, tr)}", desk.columns, "  ", "     ")
        lines.append("")
    seasons = len({shop.year for shop in portfolio.shops}) > 1
    columns = (tr("Shop"), *([tr("Season")] if seasons else []), tr("Readiness"), tr("Known"), tr("Change"),
               tr("Blockers"), tr("Next due"), tr("Weakest"))
    rows = [_row(shop, desk, seasons=seasons) for shop in portfolio.shops]
    lines += [*table(columns, rows, desk.columns, ""), "", *_spaced(legend(portfolio.shops, tr))]
    return [*lines, *_group(portfolio, desk, anonymous=False)]


def _row(shop: PortfolioShop, desk: Desk, *, seasons: bool) -> tuple[Cell, ...]:
    tr, figures, need = desk.tr, Figures(desk.tr), shop.need
    season, lost = need.season, weakest(need)
    return (
        f"* {shop.name}" if shop.marked else shop.name, *([str(shop.year)] if seasons else []),
        figures.score(shop.readiness), figures.share(season.known if season else None), change(need, tr),
        figures.count(len(season.blockers) if season else None), next_due(need, tr),
        tr(lost) if season else tr(CANNOT_BE_READ),
    )


def _spaced(line: str) -> list[str]:
    return [line, ""] if line else []


def _group(portfolio: Portfolio, desk: Desk, *, anonymous: bool) -> list[str]:
    tr, figures = desk.tr, portfolio.shareable if anonymous else portfolio.group
    readable = figures[0].n
    if not readable:
        return []
    shown = group_table(figures, tr, decimals=0 if anonymous else 1)
    notes = [method(tr), discretion(tr)] if anonymous else [method(tr)] if readable > 1 else []
    return [
        tr.plural("Median of one shop", "Medians and quartiles of {n} shops", readable),
        *table(shown.columns, shown.rows, desk.columns),
        *(line for note in notes for line in wrapped(note, desk.columns, "  ")),
    ]
