"""Which seasons stand in the list, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from readycheck.core.need import Need
from readycheck.i18n import Translator
from readycheck.storage.season_facts import SeasonFacts
from readycheck.tui.shop_rows import ListedSeason, ReadRow, cells
from readycheck.tui.shop_view import ROUND, View, arranged, group_line

TODAY = date(2026, 10, 20)
FACTS = SeasonFacts(
    "", 70.0, "nearly", 0.5, True, 3, 4, (), "coverage/faq", None, {}, (), date(2026, 11, 27), date(2027, 1, 31),
)
SEASONS = [
    ListedSeason("a", "Aamu", 2026, (2025,)), ListedSeason("a", "Aamu", 2025, newest=False),
    ListedSeason("b", "Lähetys", 2026), ListedSeason("c", "Cirkus", 2026),
]


def row(reference: str, facts: SeasonFacts | None, change: tuple[float, float] | None = None) -> ReadRow:
    season = next((each for each in SEASONS if each.reference == reference), ListedSeason("x", "X", 2026))
    return ReadRow(season, "1:1:1:1", Need(facts, change, TODAY), facts, whole=True)


READ = {each.reference: each for each in (
    row("a/2026", replace(FACTS, due=(date(2026, 10, 1), date(2026, 12, 1))), (75.0, 70.0)),
    row("a/2025", replace(FACTS, score=20.0)),
    row("b/2026", replace(FACTS, score=40.0, band="not_ready", blockers=("x/y",))),
)}


def shown(view: View, marks: frozenset[str] = frozenset()) -> list[str]:
    return [season.reference for season in arranged(SEASONS, READ, view, marks, TODAY)]


def test_by_name_every_season_else_each_shop_by_its_newest_and_the_unread_last() -> None:
    assert shown(View()) == ["a/2026", "a/2025", "b/2026", "c/2026"]
    assert shown(View("need")) == ["b/2026", "a/2026", "c/2026"]
    assert shown(View("due")) == shown(View("change")) == ["a/2026", "b/2026", "c/2026"]


def test_what_is_typed_or_of_a_kind_picks_out_shops() -> None:
    assert shown(View(typed="aam")) == ["a/2026", "a/2025"]
    assert shown(View("score", typed="lahe")) == ["b/2026"]
    assert shown(View(only="overdue")) == ["a/2026", "a/2025"]
    assert shown(View("score", only="marked"), frozenset({"c"})) == ["c/2026"]


def test_the_orders_go_round() -> None:
    view, seen = View(), []
    for _ in ROUND:
        seen.append(view.order)
        view = replace(view, order=view.next_order)
    assert view == View() and seen[:2] == ["name", "need"] and len(set(seen)) == len(ROUND) == 7


def test_the_group_has_each_shop_once() -> None:
    """70 and 40: the season before does not count, nor does what is not read."""
    line = group_line(SEASONS, READ)
    assert str(line) == "Readiness, 2 shops: median 55, the middle half 40–70"
    assert group_line(SEASONS[:2], READ) is None


def test_a_shops_line_beside_the_others() -> None:
    told = cells(READ["a/2026"], Translator("en"), beside_others=True)
    assert (told["change"], told["due"], told["weakest"]) == ("\u22125.0", "1\u00a0Oct\u00a0!", "FAQ")
    assert cells(READ["a/2026"], Translator("fi"), beside_others=False)["due"] == "…"
    assert cells(row("x/2026", None), Translator("en"), beside_others=True)["due"] == ""
