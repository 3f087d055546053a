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
from readycheck.core.results import Contribution
from readycheck.core.years.compare import compare, coverages
from readycheck.report.figures import Figures
from readycheck.report.model import Cell

COVERAGES = ("coverage/opening_hours", "coverage/faq", "coverage/contact_reasons", "coverage/january")


def run(arguments: Namespace, desk: Desk) -> int:
    """Latest scores, the change, blockers and the weakest area of each shop; the weakest shop first."""
    found = sorted(standings(desk), key=lambda shop: (_readiness(shop) is None, _readiness(shop) or 0.0))
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
    return shop.scores.readiness.score if shop.scores else None


def _change(shop: ShopStanding) -> float | None:
    """Points of the comparable core since the season before."""
    if shop.audit is None or shop.previous is None:
        return None
    return compare(shop.previous, shop.audit).improved


def _weakest(shop: ShopStanding) -> Contribution | None:
    """Where the most points are lost."""
    losses = shop.scores.readiness.losses if shop.scores else ()
    return losses[0] if losses else None


def _row(shop: ShopStanding, desk: Desk) -> tuple[Cell, ...]:
    figures, scores = Figures(desk.tr), shop.scores
    return (
        shop.name, str(shop.years[-1]), figures.score(_readiness(shop)),
        figures.share(scores.readiness.known if scores else None), figures.points(_change(shop)),
        figures.count(len(scores.blockers) if scores else None),
        _weakest_name(shop, desk) if scores else desk.tr("cannot be read"),
    )


def _weakest_name(shop: ShopStanding, desk: Desk) -> str:
    weakest = _weakest(shop)
    if weakest is None or shop.scores is None:
        return "–"
    section = shop.scores.section(weakest.id)
    return desk.tr(section.title if section else score_name(weakest.id))


def _medians(found: Sequence[ShopStanding]) -> dict[str, float | None]:
    """The middle of the shops that have each score; no shop can be told from it unless there are few."""
    values = {"readiness": [_readiness(shop) for shop in found]}
    for key in COVERAGES:
        values[key] = [coverages(shop.scores)[key].score for shop in found if shop.scores]
    known = {key: [score for score in scores if score is not None] for key, scores in values.items()}
    return {key: median(scores) if scores else None for key, scores in known.items()}


def _median_lines(found: Sequence[ShopStanding], desk: Desk) -> list[str]:
    tr, figures = desk.tr, Figures(desk.tr)
    rows = [(tr("Readiness") if key == "readiness" else tr(score_name(key)), figures.score(value))
            for key, value in _medians(found).items()]
    readable = sum(shop.scores is not None for shop in found)
    return [tr.plural("Median of one shop", "Median of {n} shops", readable), *table([], rows, desk.columns)]


def _facts(shop: ShopStanding) -> dict[str, Any]:
    scores, weakest = shop.scores, _weakest(shop)
    return {
        "shop": shop.slug, "name": shop.name, "season": shop.years[-1], "readable": scores is not None,
        "readiness": _readiness(shop), "band": scores.readiness.band if scores else None,
        "known": scores.readiness.known if scores else None, "change": _change(shop),
        "blockers": [blocker.id for blocker in scores.blockers] if scores else None,
        "weakest": weakest.id if weakest else None,
    }
