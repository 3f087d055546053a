"""The demand of two seasons side by side, worked out by hand (DOMAIN §4)."""

from __future__ import annotations

from datetime import date
from math import erfc, exp, sqrt
from typing import Any

import pytest

from readycheck.core.years.compare import compare
from readycheck.core.years.demand_moved import Moved, RateMoved, Share
from readycheck.core.years.demand_sides import moved_demand
from readycheck.core.years.rate_moved import rate_moved
from tests.core.documents import Document, audit_of, contacts, document

SPLITS = ("channels", "reasons", "contact_hours", "order_hours")


def split(what: str, before: Document, after: Document) -> Moved:
    found = moved_demand(audit_of(before), audit_of(after))
    assert tuple(each.what for each in found) == SPLITS
    return found[SPLITS.index(what)]


def season(year: int, *, orders: Document | None = None, reasons: Document | None = None, **profile: Any) -> Document:
    """Contacts of 1 November – 31 January, one a day unless said: they do not scatter."""
    demand = {"contacts": contacts(year, **profile)} | ({"orders": orders} if orders else {})
    return document(year, demand=demand, reasons=reasons or {})


def share(found: Moved, name: str) -> Share:
    return next(each for each in found.shares if each.id == name)


def tail(z: float) -> float:
    return erfc(abs(z) / sqrt(2))


def test_channels_with_their_test_and_its_words() -> None:
    """30, 20, 50 and 20, 30, 50 of 100: χ² = 4 of 2 degrees, p = e^−2. A share's z is 0.1 / √(¼·¾·2/100) = 1.633,
    p 0.1025, three of them tried: 0.307; that of mail is z = 0: p 1."""
    found = split("channels", season(2025, channels={"chat": 30, "phone": 20, "email": 50}),
                  season(2026, channels={"chat": 20, "phone": 30, "email": 50}))
    assert (found.total_before, found.total_after, found.freedom, found.why_not) == (100, 100, 2, None)
    assert found.statistic == pytest.approx(4) and found.p == pytest.approx(exp(-2)) and found.beyond_chance is False
    assert str(found.test) == "chi-squared test of the counts"
    assert [each.id for each in found.shares] == ["chat", "phone", "email"], "most moved first, then by name"
    chat = share(found, "chat")
    assert (chat.before, chat.after, chat.share_before, chat.share_after) == (30, 20, 0.3, 0.2)
    assert chat.p == pytest.approx(3 * tail(0.1 / sqrt(0.1875 * 0.02))) and chat.beyond_chance is False
    assert share(found, "email").p == 1.0
    assert found.grid_before is None


def test_days_that_scatter_make_the_test_stricter() -> None:
    """The last seven of 35 days of each have 40 contacts, not 10: Σ(d − d₇)² = 2 · 7 · 900, Σ(d + d₇) = 2 · (21 · 20 +
    7 · 50): 12,600 / 1,540 = 8.18; the same 4 becomes 0.489."""
    days = {"daily": " ".join(["10"] * 28 + ["40"] * 7)}
    old = season(2025, channels={"a": 30, "b": 20, "c": 50}, last=date(2024, 12, 5), **days)
    new = season(2026, channels={"a": 20, "b": 30, "c": 50}, last=date(2025, 12, 5), **days)
    found = split("channels", old, new)
    assert found.statistic == pytest.approx(4 * 1540 / 12600)
    assert str(found.test) == "chi-squared test of the counts, made stricter by the day-to-day scatter (×8.2)"
    assert any("12,600 / 1,540" in str(step) for step in found.steps)


def test_a_channel_that_one_season_lacks_was_opened_or_not_imported() -> None:
    """No customer chose it by chance; mail and social media stay 4 : 1 among themselves."""
    found = split("channels", season(2025, channels={"email": 80, "social": 20, "sms": 0}),
                  season(2026, channels={"email": 48, "chat": 40, "social": 12}))
    chat, mail = share(found, "chat"), share(found, "email")
    assert (chat.before, chat.share_before, chat.share_after, chat.p, chat.beyond_chance) == (0, 0.0, 0.4, None, None)
    assert (mail.share_after, mail.p, found.p, found.freedom) == (0.48, 1.0, 1.0, 1)
    assert str(found.steps[-1]).endswith("where the others are: chat")
    assert (str(chat.why_not), mail.why_not) == ("known in one season only", None)
    assert found.days_before == (date(2024, 11, 1), date(2025, 1, 31)), "the season before the audit's own"
    alone = split("channels", season(2025, channels={"email": 100}), season(2026, channels={"email": 60, "chat": 40}))
    assert (alone.p, str(alone.why_not)) == (None, "too little is counted in both seasons to test it")


REASONS = {code: {"label": {"fi": code, "en": code.upper()}} for code in ("return", "size")}


def test_a_reason_that_one_list_lacks_moved_by_no_chance() -> None:
    """return and size stay 60 : 40 among themselves; "care" is new on the list and takes half of all."""
    care = {"care": {"label": {"fi": "hoito", "en": "Care"}}}
    old = season(2025, channels={}, reasons=REASONS) | {}
    old["demand"]["contacts"]["reasons"] = {"return": 60, "size": 40}
    new = season(2026, reasons=REASONS | care)
    new["demand"]["contacts"]["reasons"] = {"return": 60, "size": 40, "care": 100}
    found = split("reasons", old, new)
    assert (found.total_before, found.total_after) == (100, 200)
    fresh, returned = share(found, "care"), share(found, "return")
    assert (fresh.before, fresh.share_after, fresh.p, fresh.beyond_chance) == (0, 0.5, None, None)
    assert (returned.share_before, returned.share_after, returned.p) == (0.6, 0.3, 1.0)
    assert (found.p, found.freedom) == (1.0, 1)
    assert any(str(step).endswith("where the others are: Care") for step in found.steps)


def test_a_reason_that_both_lists_know_is_tested_though_nobody_had_it_then() -> None:
    old, new = season(2025, reasons=REASONS), season(2026, reasons=REASONS)
    old["demand"]["contacts"]["reasons"] = {"return": 100}
    new["demand"]["contacts"]["reasons"] = {"return": 70, "size": 30}
    assert share(split("reasons", old, new), "size").beyond_chance is True


def test_counts_that_were_typed_stand_side_by_side_untested() -> None:
    typed = document(2025, reasons={code: {"count": 50} for code in ("return", "size")})
    new = season(2026, reasons=REASONS)
    new["demand"]["contacts"]["reasons"] = {"return": 900, "size": 100}
    found = split("reasons", typed, new)
    assert (found.p, str(found.why_not)) == (None, "counts that were typed are rough: they are not tested")
    assert [(each.id, each.before, each.after, each.p) for each in found.shares] == [
        ("return", 50, 900, None), ("size", 50, 100, None)
    ]


def test_evenings_and_weekends_are_parts_beside_the_hours() -> None:
    """Weekday evenings are 16–22, weekends the whole of Saturday and Sunday. 60 at noon on Monday, then: 20 at 16 and
    at 21 on Friday, against 22 o'clock, which is none; 40 on Sunday at 17, which is a weekend and no evening."""
    old = {(0, 12): 60, (4, 16): 20, (4, 21): 20, (6, 17): 40}
    new = {(0, 12): 60, (4, 22): 40, (6, 17): 40}
    found = split("contact_hours", season(2025, cells=old), season(2026, cells=new))
    assert (found.total_before, found.total_after) == (140, 140)
    evenings, weekends = share(found, "evenings"), share(found, "weekends")
    assert (evenings.before, evenings.after, evenings.beyond_chance) == (40, 0, True)
    assert evenings.p == pytest.approx(2 * tail((40 / 140) / sqrt(40 / 280 * 240 / 280 * 2 / 140))), "of two tried"
    assert (weekends.before, weekends.after, weekends.p) == (40, 40, 1.0)
    assert {each.id for each in found.shares} == {
        "evenings", "weekends", "mon-12", "fri-16", "fri-21", "fri-22", "sun-17"
    }
    assert found.freedom == 4
    few = split("contact_hours", season(2025, cells=old | {(2, 3): 4}), season(2026, cells=new))
    assert str(share(few, "wed-3").why_not) == "too few to test"
    assert found.grid_before is not None and found.grid_before[4][16] == 20


def test_orders_by_hour_come_from_the_orders() -> None:
    def year(number: int) -> Document:
        return season(number, orders=contacts(number, cells={(0, 12): 50, (1, 12): 50}))
    found = split("order_hours", year(2025), year(2026))
    assert (found.total_before, found.p) == (100, 1.0)
    assert split("contact_hours", year(2025), year(2026)).shares == ()


def test_hours_of_other_time_zones_are_not_tested() -> None:
    """Noon in London is two in the afternoon in Helsinki: nobody ordered at another time."""
    old, new = season(2025, cells={(0, 12): 90, (1, 9): 9}), season(2026, cells={(0, 14): 90, (1, 11): 9})
    old["shop"]["timezone"] = "Europe/London"
    found = split("contact_hours", old, new)
    assert (found.p, found.beyond_chance) == (None, None) and {share.p for share in found.shares} == {None}
    assert str(found.why_not) == "hours of Europe/London and of Europe/Helsinki are not the same hours"


def test_what_one_season_lacks_is_said() -> None:
    said = [str(each.why_not) for each in moved_demand(audit_of(document(2025)), audit_of(season(2026)))]
    assert said == [
        "contacts by channel are not imported in both seasons", "contact reasons are not counted in both seasons",
        "contacts by hour are not imported in both seasons", "orders by hour are not imported in both seasons",
    ]


@pytest.mark.parametrize(("year", "profile", "said"), [
    (2025, {}, "both count the days from 2024-11-01 to 2025-01-31: a test would take the same day twice"),
    (2026, {"first": date(2025, 8, 1), "daily": " ".join(["1"] * 184)},
     "2024-11-01 – 2025-01-31 and 2025-08-01 – 2026-01-31 are not the same part of the year"),
])
def test_days_that_do_not_compare_are_not_tested(year: int, profile: Document, said: str) -> None:
    """Half of August – January is November – January: 92 of 184 days."""
    counts = {"channels": {"chat": 50, "email": 50}}
    found = split("channels", season(2025, **counts), season(year, **counts, **profile))
    assert (found.p, str(found.test), str(found.why_not)) == (None, "no test", said)
    assert [each.p for each in found.shares] == [None, None]


def test_less_than_three_weeks_do_not_tell_how_much_the_days_scatter() -> None:
    """14 days of 21 have the same weekday a week later: 28 of the two seasons."""
    def year(number: int) -> Document:
        last = date(number - 1, 11, days)
        return season(number, channels={"a": 50, "b": 50}, last=last, daily=" ".join(["9"] * days))
    days = 20
    assert str(split("channels", year(2025), year(2026)).why_not) == (
        "a test needs 21 days of counts in each season, to know how much the days scatter")
    days = 21
    assert split("channels", year(2025), year(2026)).p == 1.0


def rates(before: tuple[str, str], after: tuple[str, str]) -> RateMoved | None:
    """Contacts and orders a day over the same 92 days."""
    seasons = [
        season(year, daily=" ".join([came] * 92), orders=contacts(year, daily=" ".join([sold] * 92)))
        for year, (came, sold) in ((2025, before), (2026, after))
    ]
    return rate_moved(*map(audit_of, seasons))


def test_contacts_per_order() -> None:
    """184 on 1,840 orders, then 276: 0.1 and 0.15; z = 0.05 / √(0.125 · 2 / 1840) = 4.29."""
    found = rates(("2", "20"), ("3", "20"))
    assert found is not None
    assert (found.before, found.after, found.beyond_chance) == (0.1, pytest.approx(0.15), True)
    assert found.p == pytest.approx(tail(0.05 / sqrt(0.125 * 2 / 1840)))
    assert str(found.test) == "test of two Poisson rates"
    assert any("276 / 1,840 = 0.15000" in str(step) for step in found.steps)


def test_a_rate_that_is_not_known_or_rests_on_too_few() -> None:
    few = rates(("0", "20"), ("0", "20"))
    assert few is not None and (few.before, few.p, few.beyond_chance) == (0.0, None, None)
    assert str(few.test) == "not tested: too little is counted in both seasons to test it"
    assert rates(("2", "0"), ("2", "20")) is None


def test_a_comparison_holds_them() -> None:
    found = compare(audit_of(season(2025, channels={"a": 50, "b": 50})), audit_of(season(2026)))
    assert tuple(each.what for each in found.demand) == SPLITS and found.rate is None
