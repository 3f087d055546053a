"""`readycheck portfolio`: all shops of the folder side by side, and their medians without names."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from statistics import median
from typing import Any

from readycheck.commands.desk import Desk
from readycheck.commands.shops import ShopStanding, standings
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.core.names import score_name
from readycheck.report.figures import Figures
from readycheck.report.model import Cell
from readycheck.storage.season_facts import SeasonFacts

COVERAGES = ("coverage/opening_hours", "coverage/faq", "coverage/contact_reasons", "coverage/january")


def run(arguments: Namespace, desk: Desk) -> int:
    """Latest scores, the change, blockers and the weakest area of each shop; the weakest shop first."""
    found = sorted(standings(desk, changes=True), key=lambda shop: (_readiness(shop) is None, _readiness(shop) or 0.0))
    if desk.json:
        desk.facts({"shops": [_facts(shop) for shop in found], "medians": _medians(found)})
        return DONE
    if not found:
        desk.write(desk.tr("There are no shops in {folder} yet.", folder=str(desk.home)))
        return DONE
    tr = desk.tr
    columns = (tr("Shop"), tr("Season"), tr("Readiness"), tr("Known"), tr("Change"), tr("Blockers"), tr("Weakest"))
    desk.write(*table(columns, [_row(shop, desk) for shop in found], desk.columns, ""), "", *_median_lines(found, desk))
    return DONE


def _readiness(shop: ShopStanding) -> float | None:
    return shop.facts.score if shop.facts else None


def _row(shop: ShopStanding, desk: Desk) -> tuple[Cell, ...]:
    figures, facts = Figures(desk.tr), shop.facts
    return (
        shop.name, str(shop.years[-1]), figures.score(_readiness(shop)),
        figures.share(facts.known if facts else None), figures.points_between(*(shop.change or (None, None))),
        figures.count(len(facts.blockers) if facts else None),
        _weakest_name(facts, desk) if facts else desk.tr("cannot be read"),
    )


def _weakest_name(facts: SeasonFacts, desk: Desk) -> str:
    if facts.weakest is None:
        return "–"
    return desk.tr(facts.weakest_title or score_name(facts.weakest))


def _medians(found: Sequence[ShopStanding]) -> dict[str, float | None]:
    """The middle of the shops that have each score; no shop can be told from it unless there are few."""
    values = {"readiness": [_readiness(shop) for shop in found]}
    for key in COVERAGES:
        values[key] = [shop.facts.coverages[key] for shop in found if shop.facts]
    known = {key: [score for score in scores if score is not None] for key, scores in values.items()}
    return {key: median(scores) if scores else None for key, scores in known.items()}


def _median_lines(found: Sequence[ShopStanding], desk: Desk) -> list[str]:
    tr, figures = desk.tr, Figures(desk.tr)
    rows = [(tr("Readiness") if key == "readiness" else tr(score_name(key)), figures.score(value))
            for key, value in _medians(found).items()]
    readable = sum(shop.facts is not None for shop in found)
    return [tr.plural("Median of one shop", "Median of {n} shops", readable), *table([], rows, desk.columns)]


def _facts(shop: ShopStanding) -> dict[str, Any]:
    facts = shop.facts
    improved = None if shop.change is None else shop.change[1] - shop.change[0]
    return {
        "shop": shop.slug, "name": shop.name, "season": shop.years[-1], "readable": facts is not None,
        "readiness": _readiness(shop), "band": facts.band if facts else None,
        "known": facts.known if facts else None, "change": improved,
        "blockers": list(facts.blockers) if facts else None,
        "weakest": facts.weakest if facts else None,
    }
