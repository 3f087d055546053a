"""Shops, or a group without its shops, into the model that the report's renderers write: one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from readycheck.core.group import READINESS, GroupFigure, group_figures, shareable, told
from readycheck.core.message import say
from readycheck.core.portfolio import KINDS, Kind, Order, PortfolioShop
from readycheck.errors import wrong
from readycheck.i18n import Translator
from readycheck.report.figures import Figures
from readycheck.report.model import Block, Paragraph, Report, Section, Table
from readycheck.report.portfolio.words import (
    ORDER_NAMES,
    change,
    discretion,
    group_table,
    legend,
    method,
    next_due,
    why,
)

ON_A_PAGE = 10
"""Shops: with the group's table below them they fit a page of A4, even where names take two lines."""
NAMED = 40
"""Shops in all; those that the table has no room for are named under it, in a few lines."""
GRAVEST = 3
"""Reasons that are told of each; the CSV form has all."""
OF_THE_GROUP = (READINESS, "coverage/opening_hours", "coverage/faq", "coverage/contact_reasons", "coverage/january")
"""What that table tells: readiness and the four coverages; the other forms have the rest."""
COUNTED: tuple[Kind, ...] = ("ready", "nearly", "not-ready", "not-started", "blockers", "overdue")


@dataclass(frozen=True)
class Portfolio:
    """The shops as they were sorted and picked out, for one reader on one day."""

    shops: tuple[PortfolioShop, ...]
    order: Order
    tr: Translator
    today: date

    @property
    def group(self) -> tuple[GroupFigure, ...]:
        """The group's figures, unrounded: for the consultant's own eyes."""
        return group_figures(shop.need.season for shop in self.shops if shop.need.season is not None)

    @property
    def shareable(self) -> tuple[GroupFigure, ...]:
        """What of them may be handed on; ReadycheckError where the group is too small for any of it."""
        found = shareable(self.group)
        if not found or found[0].id != READINESS:
            raise wrong(
                say("of a group of fewer than five shops with a readiness nothing is written without names: each would "
                    "be recognised."),
                say("Take in more shops or folders, or filter less."),
            )
        return found


def page(portfolio: Portfolio) -> Report:
    """Which shops first and why, then the group."""
    tr, shops = portfolio.tr, portfolio.shops
    first = shops[0] if shops else None
    headline = tr("No shops.") if first is None else f"{first.name}: {why(first, tr, GRAVEST)}"
    shown = tuple(each for each in portfolio.group if each.id in OF_THE_GROUP)
    group = Section("group", tr("The group"), (group_table(shown, tr, decimals=1), Paragraph(method(tr), "note")))
    sections = (Section("shops", tr("In this order: {order}", order=ORDER_NAMES[portfolio.order]), _shops(portfolio)),)
    return _report(portfolio, tr("Shops side by side"), headline, (counts(portfolio),),
                   (*sections, group) if shops else sections)


def group_page(portfolio: Portfolio) -> Report:
    """The group's figures alone; no name, no season, no file."""
    tr, figures = portfolio.tr, portfolio.shareable
    table = group_table(figures, tr, decimals=0)
    notes = Paragraph(method(tr), "note"), Paragraph(discretion(tr), "note")
    return _report(portfolio, tr("A group of shops"), tr(told(figures[0]) or ""), (),
                   (Section("group", tr("The group"), (table, *notes)),))


def counts(portfolio: Portfolio) -> str:
    """How many shops are of which kind, those kinds that there are."""
    tr, going_on = portfolio.tr, [shop for shop in portfolio.shops if not shop.need.over]
    found = [(kind, sum(map(KINDS[kind], going_on))) for kind in COUNTED]
    told = [_counted(kind, n, tr) for kind, n in found if n]
    over, unread = len(portfolio.shops) - len(going_on), sum(shop.need.season is None for shop in portfolio.shops)
    told += [tr("{n} whose season is over", n=over)] if over else []
    told += [tr("{n} that cannot be read", n=unread)] if unread else []
    return f"{tr.plural('One shop', '{n} shops', len(portfolio.shops))}: {', '.join(told)}." if told else ""


def _counted(kind: Kind, n: int, tr: Translator) -> str:
    words = {
        "ready": tr("{n} ready", n=n), "nearly": tr("{n} nearly ready", n=n), "not-ready": tr("{n} not ready", n=n),
        "not-started": tr("{n} not started", n=n), "blockers": tr("{n} with blockers", n=n),
        "overdue": tr("{n} with overdue actions", n=n),
    }
    return words[kind]


def _shops(portfolio: Portfolio) -> tuple[Block, ...]:
    tr, figures = portfolio.tr, Figures(portfolio.tr)
    rows = tuple(
        (f"* {shop.name}" if shop.marked else shop.name, figures.score(shop.readiness),
         change(shop.need, tr), next_due(shop.need, tr), why(shop, tr, GRAVEST))
        for shop in portfolio.shops[:ON_A_PAGE]
    )
    columns = (tr("Shop"), tr("Readiness"), tr("Change"), tr("Next due"), tr("Why"))
    more = [Paragraph(line, "note") for line in _further(portfolio)]
    signs = legend(portfolio.shops[:ON_A_PAGE], tr)
    more += [Paragraph(signs, "note")] if signs else []
    return (Table(tr("The shops"), columns, rows), *more) if rows else ()


def _further(portfolio: Portfolio) -> Iterator[str]:
    """The shops that the table has no room for, in their order, with their readiness."""
    tr, figures = portfolio.tr, Figures(portfolio.tr)
    named = [f"{shop.name} {figures.score(shop.readiness).text}" for shop in portfolio.shops[ON_A_PAGE:NAMED]]
    left = len(portfolio.shops) - NAMED
    if named:
        yield tr("After these: {shops}.", shops=", ".join(named))
    if left > 0:
        yield tr.plural("One more shop is in the CSV and JSON forms.", "{n} more shops are in the CSV and JSON forms.",
                        left)


def _report(
    portfolio: Portfolio, title: str, headline: str, summary: tuple[str, ...], sections: tuple[Section, ...]
) -> Report:
    """The model is of one season; what it has for that alone stays empty, and is in neither of the two forms."""
    tr, nothing = portfolio.tr, Figures(portfolio.tr).score(None)
    return Report(
        tr.lang, "", 0, portfolio.today, tr("Season readiness"), title, headline, summary,
        tr("Made with readycheck on {day}.", day=portfolio.today), nothing, None, nothing, sections,
    )


