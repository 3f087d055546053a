"""The columns of the list of shops beside their names: what fits, by how it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.shop_view import View

SEASON, BLOCKERS = ("season", say("Season"), 6), ("blockers", say("Blockers"), 3)
READINESS, KNOWN = ("readiness", say("Readiness"), 17), ("known", say("Known"), 5)
CHANGE, DUE = ("change", say("Change"), 6), ("due", say("Next due"), 8)
Columns = Sequence[tuple[str, Message, int]]
"""Identifier, heading and least width in characters."""
ANSWERED = ("answered", say("Answered"), 7)
# a shop's name needs the room that longer headings would take; ✖ is a blocker's mark everywhere
YEAR, MARKED_BLOCKERS = ("season", say("Year"), 4), ("blockers", say("✖"), 3)
BY_SEASON: Columns = (YEAR, READINESS, KNOWN, ANSWERED, MARKED_BLOCKERS)
BY_SEASON_WIDE: Columns = (SEASON, READINESS, KNOWN, ANSWERED, BLOCKERS)
BY_SHOP: Columns = (READINESS, CHANGE, MARKED_BLOCKERS, DUE)
BY_SHOP_WIDE: Columns = (SEASON, READINESS, KNOWN, CHANGE, BLOCKERS, DUE, ("weakest", say("Weakest"), 22))
WIDE = 110  # characters of the terminal


@dataclass(frozen=True)
class Column:
    """A column with its heading in the person's language, as wide as that at least."""

    id: str
    heading: str
    width: int


def columns_of(view: View, room: int, tr: Translator) -> list[Column]:
    """Those of a view in a terminal of so many characters."""
    narrow, wide = (BY_SEASON, BY_SEASON_WIDE) if view.by_season else (BY_SHOP, BY_SHOP_WIDE)
    columns = wide if room >= WIDE else narrow
    headed = ((identifier, tr(heading), width) for identifier, heading, width in columns)
    return [Column(identifier, heading, max(width, cell_len(heading))) for identifier, heading, width in headed]
