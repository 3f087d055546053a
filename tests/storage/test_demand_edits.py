"""Imports into an audit: sources add up, the same source is replaced, the same files change nothing."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from readycheck.storage.checklists import reason_codes
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.edits import with_demand
from tests.core.documents import Document, grid
from tests.storage.shops import audit, told


def entry(kind: str, source: str, counts: Document, **keys: Any) -> Document:
    return {"kind": kind, "source": source, "files": [{"name": f"{source}.csv", "sha256": "0" * 64}],
            "on": date(2026, 10, 1), "counts": counts, **keys}


def orders(source: str, first: date, daily: str, cells: dict[tuple[int, int], int], **keys: Any) -> Document:
    days = len(daily.split())
    counts = {"first": first, "last": date.fromordinal(first.toordinal() + days - 1), "daily": daily,
              "grid": grid(cells), "grid_of": "season", **keys}
    return entry("orders", source, counts)


WEB = orders("web", date(2025, 11, 3), "3 0 5", {(0, 9): 3, (2, 23): 5}, timed=8)
SHOP = orders("shop", date(2025, 11, 1), "1 1 2", {(5, 12): 1, (6, 12): 1, (0, 9): 2}, timed=4)
HELP = entry("contacts", "help", {
    "first": date(2025, 12, 1), "last": date(2025, 12, 2), "daily": "4 6", "grid": grid({(0, 8): 4, (1, 8): 6}),
    "timed": 10, "with_channel": 9, "channels": {"chat": 5, "email": 4},
    "reasons": {"return": 3, "own-code": 2}, "uncoded": 5,
}, rejected={"time not readable": 2})


def orders_of(document: Document) -> Document:
    found: Document = document["demand"]["orders"]
    return found


def test_one_source_is_its_own_profile_with_its_entry() -> None:
    document = with_demand(audit(), WEB)
    assert document["imports"] == [WEB]
    assert orders_of(document) == {
        "grid_of": "season", "first": date(2025, 11, 3), "last": date(2025, 11, 5), "daily": "3 0 5",
        "grid": grid({(0, 9): 3, (2, 23): 5}), "timed": 8,
    }
    assert parse_document(dump_document(document), "a") == document


def test_sources_add_up_day_by_day_and_hour_by_hour() -> None:
    document = with_demand(with_demand(audit(), WEB), SHOP)
    # 1 Nov 1, 2 Nov 1, 3 Nov 2 of the shop; 3 Nov 3, 4 Nov 0, 5 Nov 5 of the web shop
    assert orders_of(document) == {
        "grid_of": "season", "first": date(2025, 11, 1), "last": date(2025, 11, 5), "daily": "1 1 5 0 5",
        "grid": grid({(0, 9): 5, (2, 23): 5, (5, 12): 1, (6, 12): 1}), "timed": 12,
    }
    assert orders_of(with_demand(with_demand(audit(), SHOP), WEB)) == orders_of(document)
    orders_typed = audit_of(document, "a").orders
    assert orders_typed is not None and orders_typed.total == 12


def test_the_same_source_again_replaces_what_it_brought() -> None:
    newer = orders("web", date(2025, 11, 3), "7", {(0, 10): 7}, timed=7)
    document = with_demand(with_demand(with_demand(audit(), WEB), SHOP), newer)
    assert document["imports"] == [newer, SHOP]
    assert orders_of(document)["daily"] == "1 1 9"
    assert orders_of(document)["timed"] == 11
    assert orders_of(document)["grid"] == grid({(0, 10): 7, (5, 12): 1, (6, 12): 1, (0, 9): 2})


def test_the_same_files_again_change_nothing_whatever_the_day() -> None:
    document = with_demand(with_demand(audit(), WEB), SHOP)
    kept = deepcopy(document)
    assert with_demand(document, {**WEB, "on": date(2026, 10, 9)}) == document == kept


def test_a_source_with_instants_in_the_season_hides_the_hours_of_one_without() -> None:
    before = orders("old", date(2025, 8, 1), "9", {(4, 20): 9}, grid_of="all")
    assert orders_of(with_demand(audit(), before))["grid_of"] == "all"
    assert orders_of(with_demand(audit(), before))["grid"] == grid({(4, 20): 9})
    both = orders_of(with_demand(with_demand(audit(), before), SHOP))
    assert both["grid_of"] == "season"
    assert both["grid"] == SHOP["counts"]["grid"], "only what was counted inside the season"
    assert both["daily"].split()[0] == "9" and both["first"] == date(2025, 8, 1)
    late = orders("late", date(2026, 3, 1), "2", {(6, 1): 2}, grid_of="all")
    assert orders_of(with_demand(with_demand(audit(), before), late))["grid"] == grid({(4, 20): 9, (6, 1): 2})


def test_contacts_add_channels_reasons_and_refusals() -> None:
    phone = entry("contacts", "phone", {
        "first": date(2025, 12, 1), "last": date(2025, 12, 1), "daily": "2", "grid": grid({(0, 8): 2}),
        "timed": 2, "with_channel": 2, "channels": {"phone": 1, "chat": 1}, "reasons": {"return": 1}, "uncoded": 1,
    }, rejected={"time not readable": 1, "no id": 4})
    found = with_demand(with_demand(audit(), HELP), phone)["demand"]["contacts"]
    assert found == {
        "grid_of": "season", "first": date(2025, 12, 1), "last": date(2025, 12, 2), "daily": "6 6",
        "grid": grid({(0, 8): 6, (1, 8): 6}), "timed": 12, "with_channel": 11,
        "channels": {"chat": 6, "email": 4, "phone": 1}, "reasons": {"return": 4, "own-code": 2}, "uncoded": 6,
        "rejected": {"time not readable": 3, "no id": 4},
    }


def contacts(source: str, **counts: Any) -> Document:
    return entry("contacts", source, {
        "first": date(2025, 12, 1), "last": date(2025, 12, 1), "daily": "9", "grid": grid({(0, 8): 9}), "timed": 9,
        **counts,
    })


def lags(**days: int) -> str:
    """61 counts by day: `lags(d0=2, d60=1)`."""
    return " ".join(str(days.get(f"d{day}", 0)) for day in range(61))


def test_lags_add_up_and_go_with_the_source_that_brought_them() -> None:
    desk = contacts("desk", lags=lags(d0=2, d9=1), linked=4)
    shop = contacts("shop", lags=lags(d9=5, d60=1), linked=6)
    both = with_demand(with_demand(with_demand(audit(), desk), shop), HELP)
    found = both["demand"]["contacts"]
    assert (found["lags"], found["linked"]) == (lags(d0=2, d9=6, d60=1), 10)
    read = audit_of(both, "a").contacts
    assert read is not None and (read.lags[9], len(read.lags), read.linked) == (6, 61, 10)
    # the desk again, with other lags; then without its orders
    other = with_demand(both, contacts("desk", lags=lags(d1=1), linked=1))
    assert other["demand"]["contacts"]["lags"] == lags(d1=1, d9=5, d60=1)
    without = with_demand(both, contacts("desk"))["demand"]["contacts"]
    assert (without["lags"], without["linked"]) == (lags(d9=5, d60=1), 6)
    none = with_demand(with_demand(audit(), desk), contacts("desk"))["demand"]["contacts"]
    assert "lags" not in none and "linked" not in none


def test_usual_reasons_get_their_names_and_a_shops_own_stay_as_they_are() -> None:
    own = {"return": {"label": {"fi": "Oma nimi"}, "self_service": False}}
    (usual,) = [code for code in reason_codes().reasons if code.id == "return"]
    named = with_demand(audit(), HELP, reason_codes())["reasons"]
    assert named == {"return": {"label": {"fi": usual.label.fi, "en": usual.label.en},
                                "self_service": usual.self_service, "after_sales": usual.after_sales}}
    assert with_demand(audit(reasons=own), HELP, reason_codes())["reasons"] == own
    assert "reasons" not in with_demand(audit(), HELP)


def test_orders_and_contacts_are_kept_apart_and_unknown_keys_stay() -> None:
    document = audit(demand={"orders": {**orders_of(with_demand(audit(), WEB)), "mine": 1}, "other": 2},
                     imports=[{**WEB, "seen": True}])
    changed = with_demand(with_demand(document, SHOP), HELP)
    assert changed["demand"]["other"] == 2
    assert changed["demand"]["orders"]["mine"] == 1
    assert changed["demand"]["orders"]["daily"] == "1 1 5 0 5"
    assert changed["demand"]["contacts"]["daily"] == "4 6"
    assert changed["imports"] == [{**WEB, "seen": True}, SHOP, HELP]


def test_a_survey_fills_the_service_and_its_next_one_takes_back_what_it_no_longer_says() -> None:
    typed = {"chat": {"target_s": 60}, "handled": 0.9}
    first = entry("survey", "nps tool", {"nps": 40.0, "csat": 0.9, "n": 12})
    document = with_demand(audit(service=typed), first)
    assert document["service"] == {**typed, "nps": 40.0, "csat": 0.9, "n": 12}
    document["service"]["csat"] = 0.95
    again = with_demand(document, entry("survey", "nps tool", {"fcr": 0.8, "n": 30}))
    assert again["service"] == {**typed, "csat": 0.95, "fcr": 0.8, "n": 30}, "what a person has changed stays"
    assert "demand" not in again


def test_an_earlier_import_that_cannot_be_read_is_told_by_its_source() -> None:
    broken = audit(imports=[{"kind": "orders", "source": "old", "counts": {"first": "x"}}])
    assert told(lambda: with_demand(broken, WEB)) == (
        'imports: the counts of the earlier import "old" cannot be read. Import that source\'s files again.'
    )
