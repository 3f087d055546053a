"""`readycheck list`: the folder's shops and seasons with their latest scores."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.shops import ShopStanding, standings
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import say
from readycheck.report.figures import Figures
from readycheck.report.model import Cell


def run(arguments: Namespace, desk: Desk) -> int:
    """Print every shop; a file that cannot be read is told on standard error and does not hide the others."""
    found = standings(desk)
    if desk.json:
        desk.facts({"shops": [_facts(shop) for shop in found]})
    elif not found:
        desk.write(*wrapped(
            desk.tr("There are no shops in {folder} yet. Start one: readycheck new SHOP/YEAR. Look around: readycheck "
                    "demo.", folder=str(desk.home)), desk.columns,
        ))
    else:
        tr = desk.tr
        columns = (tr("Shop"), tr("Name"), tr("Seasons"), tr("Readiness"), tr("Known"), tr("Band"))
        desk.write(*table(columns, [_row(shop, desk) for shop in found], desk.columns, ""))
    return DONE


def _row(shop: ShopStanding, desk: Desk) -> tuple[Cell, ...]:
    figures, facts = Figures(desk.tr), shop.facts
    word = facts.standing if facts else say("cannot be read")
    score = facts.score if facts and facts.begun else None
    return (
        shop.slug, shop.name, ", ".join(map(str, shop.years)), figures.score(score),
        figures.share(facts.known if facts else None), desk.tr(word) if word else "–",
    )


def _facts(shop: ShopStanding) -> dict[str, object]:
    facts = shop.facts
    return {
        "shop": shop.slug, "name": shop.name, "seasons": list(shop.years),
        "readable": facts is not None,
        "readiness": facts.score if facts else None,
        "band": facts.band if facts else None,
        "known": facts.known if facts else None,
    }
