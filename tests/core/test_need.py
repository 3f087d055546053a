"""Which shop comes first, by made-up shops whose signs are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from readycheck.core.need import Need
from readycheck.core.portfolio import PortfolioShop, ordered, picked, told_apart
from readycheck.core.results import Band

TODAY = date(2026, 10, 20)
PEAK = date(2026, 11, 27)  # 11 days of October, 27 of November


@dataclass(frozen=True)
class Season:
    score: float | None = 90.0
    band: Band | None = "ready"
    known: float = 1.0
    begun: bool = True
    blockers: tuple[str, ...] = ()
    coverages: Mapping[str, float | None] = field(default_factory=dict)
    due: tuple[date, ...] = ()
    peak: date = PEAK
    ends: date = date(2027, 1, 31)
    weakest: str | None = None
    weakest_title: None = None


GOOD = Season()
LAST_YEAR = Season(40.0, "not_ready", blockers=("a/b",), peak=date(2025, 11, 28), ends=date(2026, 1, 31))
NEXT_YEAR = Season(10.0, "not_ready", peak=date(2027, 11, 26), ends=date(2028, 1, 31))
WEAK = Season(30.0, "not_ready")
SHOPS: dict[str, Need] = {
    "blocked": Need(Season(88.0, "nearly", blockers=("a/b", "path/pay")), None, TODAY),
    "late": Need(Season(due=(TODAY - timedelta(days=1),)), None, TODAY),
    "not begun": Need(Season(0.0, "not_ready", 0.0, begun=False), None, TODAY),
    "weak": Need(WEAK, None, TODAY),
    "weak but sooner": Need(replace(WEAK, score=55.0, peak=PEAK - timedelta(days=10)), None, TODAY),
    "fell": Need(GOOD, (95.0, 90.0), TODAY),
    "due soon": Need(Season(due=(TODAY + timedelta(days=14),)), None, TODAY),
    "nearly": Need(Season(80.0, "nearly"), None, TODAY),
    "good": Need(Season(due=(TODAY + timedelta(days=15),)), (90.4, 90.0), TODAY),
    "next year's": Need(NEXT_YEAR, None, TODAY),
    "over": Need(LAST_YEAR, None, TODAY),
    "damaged": Need(None, None, TODAY),
}


def shops(needs: Mapping[str, Need]) -> list[PortfolioShop]:
    return [PortfolioShop(name, name.replace(" ", "-"), 2026, need) for name, need in needs.items()]


def names(found: list[PortfolioShop]) -> list[str]:
    return [shop.name for shop in found]


def test_the_gravest_sign_first() -> None:
    assert names(ordered(reversed(shops(SHOPS)), "need")) == [
        "blocked", "late", "weak but sooner", "not begun", "weak", "fell", "due soon", "nearly", "good",
        "next year's", "over", "damaged",
    ]


def test_two_signs_come_before_one_of_them_however_low_the_score() -> None:
    both = Need(Season(80.0, "nearly", blockers=("a/b",), due=(TODAY - timedelta(days=9),)), None, TODAY)
    one = Need(Season(5.0, "not_ready", blockers=("a/b", "a/c", "a/d")), None, TODAY)
    assert names(ordered(shops({"one": one, "both": both}), "need")) == ["both", "one"]


@pytest.mark.parametrize(("who", "why"), [
    ("blocked", ["2 blockers", "nearly ready (88)", "38 days to the peak"]),
    ("late", ["one action overdue", "38 days to the peak"]),
    ("not begun", ["not started", "38 days to the peak"]),
    ("weak", ["not ready (30)", "38 days to the peak"]),
    ("fell", ["fell back by 5.0 points", "38 days to the peak"]),
    ("due soon", ["an action is due in 14 days", "38 days to the peak"]),
    ("good", ["38 days to the peak"]),
    ("next year's", ["the peak is 402 days away", "not ready (10)"]),
    ("over", ["the season is over: begin the next one"]),
    ("damaged", ["cannot be read"]),
])
def test_why_is_said_in_the_order_of_the_rule(who: str, why: list[str]) -> None:
    assert [str(reason) for reason in SHOPS[who].reasons] == why


def test_nearly_ready_is_the_slightest_sign_and_is_told_last() -> None:
    need = Need(Season(80.0, "nearly", due=(TODAY,)), (85.0, 80.0), TODAY)
    assert [str(reason) for reason in need.reasons] == [
        "fell back by 5.0 points", "an action is due today", "nearly ready (80)", "38 days to the peak",
    ]


def test_dates_past_and_to_come() -> None:
    due = (TODAY - timedelta(days=3), TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=2))
    need = Need(Season(due=due), None, TODAY)
    assert (need.overdue, need.next_due, need.due_soon) == (2, due[0], TODAY)
    assert [str(reason) for reason in need.reasons][:2] == ["2 actions overdue", "an action is due today"]


def test_dates_of_a_season_that_is_over_press_nobody() -> None:
    need = Need(replace(LAST_YEAR, due=(date(2025, 11, 1),)), None, TODAY)
    assert (need.overdue, need.next_due, need.due_soon) == (0, None, None)


def test_the_change_is_the_difference_of_what_is_shown() -> None:
    """60.04 → 59.06 stands there as 60.0 → 59.1: nine tenths, and no fall of a point."""
    need = Need(GOOD, (60.04, 59.06), TODAY)
    assert need.improved == pytest.approx(-0.9) and not need.fell


def test_the_other_orders() -> None:
    three = {
        "a": Need(Season(70.0, known=0.5, blockers=("x/y",)), (60.0, 70.0), TODAY),
        "b": Need(Season(40.0, known=0.9, due=(date(2026, 11, 1),)), None, TODAY),
        "c": Need(Season(90.0, known=0.7, due=(date(2026, 10, 1),), blockers=("x/y", "x/z")), (90.0, 80.0), TODAY),
        "d": Need(None, None, TODAY),
    }
    found = shops(three)
    assert {order: "".join(names(ordered(found, order))) for order in ("score", "change", "due", "known", "blockers",
                                                                      "name")} == {
        "score": "bacd", "change": "cabd", "due": "cbad", "known": "acbd", "blockers": "cabd", "name": "abcd",
    }


def test_kinds_narrow_one_another() -> None:
    found = shops(SHOPS)
    assert names(picked(found, ["blockers"])) == ["blocked", "over"]
    assert names(picked(found, ["not-ready", "blockers"])) == ["over"]
    assert names(picked(found, ["not-started"])) == ["not begun"]
    assert names(picked(found, ["overdue"])) == ["late"] and names(picked(found, ["fell"])) == ["fell"]
    assert names(picked(found, ["due"])) == ["due soon"]
    assert names(picked(found, ["nearly"])) == ["blocked", "nearly"]
    assert names(picked([replace(found[0], marked=True), found[1]], ["marked"])) == ["blocked"]


def test_words_that_are_typed_are_found_in_the_names() -> None:
    yarn = PortfolioShop("Lähetyskauppa Ömän", "lahetys", 2026, SHOPS["good"])
    assert picked([yarn], [], "ka oman") == [yarn] and picked([yarn], [], "kissa") == []


def test_names_are_told_apart_as_far_as_they_must() -> None:
    assert told_apart([("Meri", "meri", "a"), ("Villa", "villa", "a"), ("Meri", "meri-2", "a"), ("Suo", "suo", "a"),
                       ("Suo", "suo", "b")]) == [
        "Meri (meri)", "Villa", "Meri (meri-2)", "Suo (a/suo)", "Suo (b/suo)",
    ]
