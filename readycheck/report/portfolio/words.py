"""What the portfolio's figures are called, and a shop's cells: the same on the terminal, on the page and in the app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readycheck.core.group import QUARTERS_FROM, GroupFigure, figure_name
from readycheck.core.message import Message, say
from readycheck.core.names import score_name
from readycheck.core.need import Need
from readycheck.core.portfolio import Kind, Order, PortfolioShop
from readycheck.i18n import Translator
from readycheck.report.figures import Figures
from readycheck.report.model import Table
from readycheck.report.numbers import Number

ORDER_NAMES: Mapping[Order, Message] = {
    "need": say("who needs you first"), "score": say("lowest readiness first"), "change": say("fell most first"),
    "due": say("next due date first"), "name": say("by name"), "known": say("least known first"),
    "blockers": say("most blockers first"),
}
KIND_NAMES: Mapping[Kind, Message] = {
    "blockers": say("with blockers"), "not-started": say("not started"), "not-ready": say("not ready"),
    "nearly": say("nearly ready"), "ready": say("ready"), "fell": say("fell back"),
    "overdue": say("with overdue actions"), "due": say("due within two weeks"),
    "marked": say("marked"),
}
CANNOT_BE_READ = say("cannot be read")


def weakest(need: Need) -> Message | str:
    """Where the newest season loses the most points; a dash where it loses none, is not begun or cannot be read."""
    season = need.season
    if season is None or not season.begun or season.weakest is None:
        return "–"
    title = season.weakest_title
    return say("{name}", name=title) if title else score_name(season.weakest)


def why(shop: PortfolioShop, tr: Translator, most: int | None = None) -> str:
    """Why it stands where it stands, the gravest first, `most` of them; a dash where nothing presses."""
    return ", ".join(tr(reason) for reason in shop.need.reasons[:most]) or "–"


def change(need: Need, tr: Translator) -> Number:
    """The change over the comparable core, as `compare` shows it."""
    return Figures(tr).points_between(*(need.change or (None, None)))


def next_due(need: Need, tr: Translator) -> str:
    """The earliest date agreed on, with a mark where it is past."""
    day = need.next_due
    if day is None:
        return "–"
    shown = tr.day_and_month(day).replace(" ", "\u00a0")  # a date is not broken over two lines
    return f"{shown}\u00a0!" if day < need.on else shown


def legend(shops: Iterable[PortfolioShop], tr: Translator) -> str:
    """What the signs beside names and dates mean, where any stands there."""
    shown = tuple(shops)
    signs = [tr("* marked")] if any(shop.marked for shop in shown) else []
    signs += [tr("! overdue")] if any(shop.need.overdue for shop in shown) else []
    return "   ".join(signs)


def group_table(figures: tuple[GroupFigure, ...], tr: Translator, *, decimals: int) -> Table:
    """Each score's shops, median and quartiles; a dash where there are too few."""
    def shown(value: float | None) -> Number:
        return Number(value, tr.number(value, decimals), "points")

    return Table(
        tr("Medians and quartiles"),
        (tr("Score"), tr("Shops"), tr("Lower quartile"), tr("Median"), tr("Upper quartile")),
        tuple(
            (tr(figure_name(each.id)), Figures(tr).count(each.n), shown(each.lower), shown(each.median),
             shown(each.upper)) for each in figures if each.n
        ),
    )


def method(tr: Translator) -> str:
    """How the quartiles are found."""
    return tr("Each shop by its newest season. A quartile is the median of the half below or above the middle shop, "
              "which is in neither.")


def discretion(tr: Translator) -> str:
    """What is left out so that no shop shows."""
    return tr("Whole points; a score that fewer than five shops have is left out, and quartiles of fewer than {n}.",
              n=QUARTERS_FROM)
