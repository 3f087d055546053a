"""How the list of shops is looked at: in which order, which of them, and the group's line at the foot."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readycheck.core.group import readiness_figure, told
from readycheck.core.message import Message
from readycheck.core.need import Need
from readycheck.core.portfolio import Kind, Order, PortfolioShop, ordered, picked
from readycheck.tui.shop_rows import ListedSeason, ReadRow

ROUND: tuple[Order, ...] = ("name", "need", "score", "change", "due", "blockers", "known")
"""The orders, as `s` goes round them."""


@dataclass(frozen=True)
class View:
    """By name, every season stands in the list; in the other orders each shop by its newest one."""

    order: Order = "name"
    only: Kind | None = None
    typed: str = ""

    @property
    def by_season(self) -> bool:
        """Whether all seasons stand there."""
        return self.order == "name"

    @property
    def filtered(self) -> bool:
        """Whether some shops are left out."""
        return self.only is not None or bool(self.typed.strip())

    @property
    def next_order(self) -> Order:
        """The one after this, round the end."""
        return ROUND[(ROUND.index(self.order) + 1) % len(ROUND)]


def arranged(
    seasons: Sequence[ListedSeason], read: Mapping[str, ReadRow], view: View, marks: Collection[str], today: date
) -> list[ListedSeason]:
    """The seasons that stand in the list, in their order; shops whose file is not read yet stand last."""
    if view.by_season and not view.filtered:
        return list(seasons)
    newest = {season.reference: season for season in seasons if season.newest}
    shops = [_shop(season, read.get(season.reference), season.shop in marks, today) for season in newest.values()]
    found = picked(shops, () if view.only is None else (view.only,), view.typed)
    if view.by_season:
        slugs = {shop.slug for shop in found}
        return [season for season in seasons if season.shop in slugs]
    return [newest[shop.place] for shop in ordered(found, view.order)]


def _shop(season: ListedSeason, read: ReadRow | None, marked: bool, today: date) -> PortfolioShop:
    need = Need(None, None, today) if read is None else read.need
    return PortfolioShop(season.name, season.shop, season.year, need, marked, season.reference)


def group_line(shown: Iterable[ListedSeason], read: Mapping[str, ReadRow]) -> Message | None:
    """Median and quartiles of the shops that stand in the list; None where there is only one."""
    rows = (read.get(season.reference) for season in shown if season.newest)
    figure = readiness_figure(row.facts for row in rows if row is not None and row.facts is not None)
    return told(figure) if figure.n > 1 else None
