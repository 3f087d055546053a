"""Shops side by side: the orders they can stand in, and the kinds that can be picked out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readycheck.core.group import readiness_of
from readycheck.core.need import Need

Order = Literal["need", "score", "change", "due", "name", "known", "blockers"]
Kind = Literal["blockers", "not-started", "not-ready", "nearly", "ready", "fell", "overdue", "due", "marked"]


@dataclass(frozen=True)
class PortfolioShop:
    """A shop by its newest season. `name` tells it from the others, `place` is whatever finds it again."""

    name: str
    slug: str
    year: int
    need: Need
    marked: bool = False
    place: str = ""

    @property
    def readiness(self) -> float | None:
        """0–100; None where nobody has begun, or nothing can be read."""
        return readiness_of(self.need.season)


Key = tuple[bool, float | str]


def _known(value: float | None, sign: int = 1) -> Key:
    """What is not known stands last."""
    return value is None, 0.0 if value is None else sign * value


def _due(shop: PortfolioShop) -> Key:
    return _known(shop.need.next_due.toordinal() if shop.need.next_due else None)


def _blockers(shop: PortfolioShop) -> Key:
    return _known(len(shop.need.season.blockers) if shop.need.season else None, -1)


ORDERS: Mapping[Order, Callable[[PortfolioShop], Collection[object]]] = {
    "need": lambda shop: shop.need.key,
    "score": lambda shop: _known(shop.readiness),
    "change": lambda shop: _known(shop.need.improved),
    "due": _due,
    "name": lambda shop: (),
    "known": lambda shop: _known(shop.need.season.known if shop.need.season else None),
    "blockers": _blockers,
}
"""The weakest, the one that fell most, the earliest date, the least known and the most blocked come first."""


def _band(band: str) -> Callable[[PortfolioShop], bool]:
    return lambda shop: shop.need.season is not None and shop.need.season.begun and shop.need.season.band == band


KINDS: Mapping[Kind, Callable[[PortfolioShop], bool]] = {
    "blockers": lambda shop: bool(shop.need.season and shop.need.season.blockers),
    "not-started": lambda shop: shop.need.season is not None and not shop.need.season.begun,
    "not-ready": _band("not_ready"),
    "nearly": _band("nearly"),
    "ready": _band("ready"),
    "fell": lambda shop: shop.need.fell,
    "overdue": lambda shop: bool(shop.need.overdue),
    "due": lambda shop: shop.need.due_soon is not None,
    "marked": lambda shop: shop.marked,
}


def ordered(shops: Iterable[PortfolioShop], order: Order) -> list[PortfolioShop]:
    """The shops in an order, those that are alike in it by name; what cannot be read last, but for the names."""
    key = ORDERS[order]
    return sorted(shops, key=lambda shop: (
        shop.need.season is None and order != "name", key(shop), shop.name.casefold(), shop.slug, shop.place,
    ))


def picked(shops: Iterable[PortfolioShop], kinds: Collection[Kind], typed: str = "") -> list[PortfolioShop]:
    """The shops that are of all these kinds and have all words that were typed in their names."""
    words = [folded(word) for word in typed.split()]
    return [
        shop for shop in shops
        if all(KINDS[kind](shop) for kind in kinds)
        and (not words or all(word in folded(f"{shop.name} {shop.slug}") for word in words))
    ]


def folded(text: str) -> str:
    """Small letters without their dots and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def told_apart(shops: Sequence[tuple[str, str, str]]) -> list[str]:
    """Names of (name, slug, folder): alone where only one has it, else with the slug, else with the folder too."""
    names, slugs = Counter(name for name, _, _ in shops), Counter((name, slug) for name, slug, _ in shops)
    return [
        name if names[name] == 1 else f"{name} ({slug})" if slugs[name, slug] == 1 else f"{name} ({folder}/{slug})"
        for name, slug, folder in shops
    ]

