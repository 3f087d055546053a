"""The portfolio for programs: JSON facts and CSV lines, unrounded, one for each shop or each figure of the group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readycheck.core.group import GroupFigure
from readycheck.core.need import Need
from readycheck.core.portfolio import PortfolioShop
from readycheck.report.csv_file import Value, field
from readycheck.report.portfolio.build import Portfolio
from readycheck.report.portfolio.words import why

SHOP_COLUMNS = (
    "shop", "name", "folder", "season", "readiness", "band", "known", "change", "blockers", "weakest", "next_due",
    "overdue", "peak", "marked", "why",
)
GROUP_COLUMNS = ("id", "n", "lower", "median", "upper")


def facts_of(portfolio: Portfolio) -> dict[str, Any]:
    """The shops in their order, then the group."""
    return {
        "shops": [_shop(shop) for shop in portfolio.shops],
        "medians": {each.id: each.median for each in portfolio.group},
        "group": _group(portfolio.group),
    }


def group_facts(portfolio: Portfolio) -> dict[str, Any]:
    """What may be handed on; ReadycheckError where that is nothing."""
    return {"group": _group(portfolio.shareable)}


def shops_csv(portfolio: Portfolio) -> str:
    """A line for each shop under a header."""
    return _csv(SHOP_COLUMNS, (_line(shop, portfolio) for shop in portfolio.shops))


def group_csv(portfolio: Portfolio) -> str:
    """A line for each score of the group."""
    return _csv(GROUP_COLUMNS, ((each.id, each.n, each.lower, each.median, each.upper)
                                for each in portfolio.shareable))


def _csv(columns: tuple[str, ...], lines: Iterable[tuple[Value, ...]]) -> str:
    return "".join(",".join(map(field, line)) + "\r\n" for line in (columns, *lines))


def _group(figures: Iterable[GroupFigure]) -> list[dict[str, Any]]:
    return [
        {"id": each.id, "n": each.n, "lower": each.lower, "median": each.median, "upper": each.upper}
        for each in figures
    ]


def _shop(shop: PortfolioShop) -> dict[str, Any]:
    need, season = shop.need, shop.need.season
    return {
        "shop": shop.slug, "name": shop.name, "folder": shop.place, "season": shop.year,
        "readable": season is not None, "readiness": shop.readiness, "band": season.band if season else None,
        "known": season.known if season else None, "change": _change(need),
        "blockers": list(season.blockers) if season else None, "weakest": season.weakest if season else None,
        "next_due": need.next_due.isoformat() if need.next_due else None, "overdue": need.overdue,
        "peak": season.peak.isoformat() if season else None, "marked": shop.marked,
        "why": [str(reason) for reason in need.reasons],
    }


def _change(need: Need) -> float | None:
    return None if need.change is None else need.change[1] - need.change[0]


def _line(shop: PortfolioShop, portfolio: Portfolio) -> tuple[Value, ...]:
    facts = _shop(shop)
    facts["blockers"] = None if facts["blockers"] is None else len(facts["blockers"])
    facts["why"], facts["marked"] = why(shop, portfolio.tr), int(shop.marked)
    return tuple(facts[column] for column in SHOP_COLUMNS)
