"""The days from order to contact, counted by hand; and a made-up shop against a plain loop."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from readycheck.demand.formats.columns import find_columns
from readycheck.demand.formats.dialects import dialects
from readycheck.demand.options import ImportOptions
from tests.demand.imports import EXPORTS, imported, written
from tests.demand.lags.linked import ORDER_ROWS, contacts_in, lags_of, linked, orders_in

HELSINKI = ZoneInfo("Europe/Helsinki")


def test_days_are_those_of_the_shops_calendar(tmp_path: Path) -> None:
    """Ordered on 28 November at 23.30: ten past midnight is the day after, 23.50 the day itself, 22.00 before it."""
    rows = ["29.11.2025 0.10;1001", "28.11.2025 23.50;1001", "28.11.2025 22.00;1001", "27.11.2025 12.00;1001",
            "27.1.2026 12.00;1001", "28.1.2026 12.00;1001", "1.12.2025 9.00;7777", "1.12.2025 9.00;"]
    result = linked(contacts_in(tmp_path, rows), orders_in(tmp_path))
    # 27 January is 60 days later, 28 January 61
    assert lags_of(result) == {0: 2, 1: 1, 60: 1}
    assert result.entry["counts"]["linked"] == 6 and sum(map(int, result.entry["counts"]["daily"].split())) == 8


MOMENTS = [
    # 22:30 UTC is 00:30 of the next day in Helsinki, where the contact comes on the same day
    ("2025-11-28T22:30:00Z", "2025-11-29 12:00", 0),
    ("2025-11-28 23:30:00 +0200", "2025-12-01T22:10:00Z", 4),
    ("2025-11-28 17:30:00 -0500", "2025-12-02 00:40", 3),
    # the night of 26 October has 25 hours: 20:59 UTC is 23:59 of the 25th, 22:01 UTC is of the day after or two after
    ("2025-10-25T20:59:00Z", "2025-10-25T22:01:00Z", 1),
    ("2025-10-25T20:59:00Z", "2025-10-26T22:01:00Z", 2),
    # and that of 30 March has 23: 22:01 UTC is 00:01 of the 30th, 21:01 UTC of the 30th is 00:01 of the 31st
    ("2025-03-29T22:01:00Z", "2025-04-05T20:59:00Z", 6),
    ("2025-03-29T22:01:00Z", "2025-04-05T21:01:00Z", 7),
]


def test_offsets_and_clock_changes(tmp_path: Path) -> None:
    lines = "".join(f"{number},{order}\n" for number, (order, _, _) in enumerate(MOMENTS))
    orders = orders_in(tmp_path, f"Order ID,Order date\n{lines}")
    rows = [f"{contact},{number}" for number, (_, contact, _) in enumerate(MOMENTS)]
    contacts = contacts_in(tmp_path, rows, "Created at,Order number")
    assert lags_of(linked(contacts, orders)) == Counter(lag for _, _, lag in MOMENTS)


def test_days_are_those_of_the_shops_own_zone(tmp_path: Path) -> None:
    orders = orders_in(tmp_path, "Order ID,Order date\n1001,2025-11-28T22:30:00Z\n")
    contacts = contacts_in(tmp_path, ["2025-11-29T12:00:00Z,1001"], "Created at,Order number")
    assert lags_of(linked(contacts, orders, zone="America/New_York")) == {1: 1}


def test_an_order_of_several_lines_and_files_is_of_its_first_day(tmp_path: Path) -> None:
    lines = orders_in(tmp_path, "Tilausnumero;Tilausaika\n1001;3.12.2025 9.00\n1001;2.12.2025 9.00\n#1001;5.12.2025\n")
    again = orders_in(tmp_path, "Order ID,Order date\n1001,2025-12-01\n2002,2025-12-04 10:00\n", "more.csv")
    contacts = contacts_in(tmp_path, ["6.12.2025 9.00;1001", "6.12.2025 9.00;2002"])
    assert lags_of(linked(contacts, lines)) == {4: 1}
    assert lags_of(linked(contacts, lines, again)) == {5: 1, 2: 1}
    assert lags_of(linked(contacts, again, lines, again)) == {5: 1, 2: 1}


def test_of_several_orders_the_earliest_of_the_last_sixty_days_counts(tmp_path: Path) -> None:
    old = "Tilausnumero;Tilausaika\n900;1.9.2025 10.00\n" + ORDER_ROWS.partition("\n")[2]
    rows = [
        "10.12.2025 9.00;1001, 1002",        # 12 and 9 days
        "10.12.2025 9.00;900, 1002, 1003",   # 100, 9 and 5 days
        "3.12.2025 9.00;1002 1003",          # 2 days, and an order that came later
        "30.11.2025 9.00;1002, 1003",        # both came later: linked only
        "10.12.2025 9.00;900 / 7777",        # 100 days: linked only
        "10.12.2025 9.00;7777, 8888",        # neither is known
        "10.12.2025 9.00;1002, 1002",
    ]
    result = linked(contacts_in(tmp_path, rows), orders_in(tmp_path, old))
    assert lags_of(result) == {12: 1, 9: 2, 2: 1} and result.entry["counts"]["linked"] == 6


def test_a_contact_of_several_rows_counts_once_at_its_earliest_time(tmp_path: Path) -> None:
    rows = [
        "1;10.12.2025 9.00;1001", "1;9.12.2025 9.00;", "1;12.12.2025 9.00;1001",   # 9 December: 11 days
        "2;10.12.2025 9.00;1002", "2;11.12.2025 9.00;1003",                        # 10 December: 9 and 5 days
        "3;never;1001", "3;8.12.2025 9.00;",                                       # the refused row brings nothing
        "4;8.12.2025 9.00;1003",
    ]
    result = linked(contacts_in(tmp_path, rows, "Tiketti;Luotu;Tilausnro"), orders_in(tmp_path))
    assert lags_of(result) == {11: 1, 9: 1, 3: 1} and result.entry["counts"]["linked"] == 3


def test_contacts_about_one_order_are_no_one_contact(tmp_path: Path) -> None:
    """An order's number is no contact's own, whatever else the table holds."""
    rows = ["9.12.2025 9.00;1001", "10.12.2025 9.00;1001"]
    assert lags_of(linked(contacts_in(tmp_path, rows), orders_in(tmp_path))) == {11: 1, 12: 1}
    both = contacts_in(tmp_path, [f"5;{row}" for row in rows], "Ticket ID;Luotu;Order number")
    result = linked(both, orders_in(tmp_path))
    assert lags_of(result) == {11: 1} and result.entry["counts"]["daily"] == "1"


@pytest.mark.parametrize("heading", [
    "Tilausnumero", "Tilausnro", "Tilaus", "TILAUS NRO", "Order number", "Order ID", "Order", "order_id", "Order #",
    "Ordernummer", "Beställningsnummer", "Beställning", "Order number [txt]",
])
def test_headings_of_order_numbers(heading: str) -> None:
    headings = ["Luotu", heading, "Kanava"]
    assert find_columns(headings, dialects()["csv"], "contacts", ImportOptions(), "a.csv").by_role == {
        "time": 0, "order": 1, "channel": 2,
    }
    assert find_columns(headings, dialects()["csv"], "orders", ImportOptions(), "a.csv").by_role == {"time": 0, "id": 1}


def test_any_column_can_be_said_to_hold_the_orders(tmp_path: Path) -> None:
    contacts = contacts_in(tmp_path, ["30.11.2025 9.00;1001"], "Luotu;Ostos")
    assert lags_of(linked(contacts, orders_in(tmp_path), columns={"order": "Ostos"})) == {2: 1}


def test_a_help_desks_own_field_holds_the_order(tmp_path: Path) -> None:
    """Zendesk's tickets of 19 and 27 December with a field of the shop's; Shopify's orders of 28 Nov and 1 Dec."""
    lines = (EXPORTS / "zendesk_full_export.csv").read_text(encoding="utf-8").splitlines()
    added = [f"{line},{cell}" for line, cell in zip(lines, ("Tilausnumero [txt]", "#1044", "#1045"), strict=True)]
    result = linked(written(tmp_path, "\n".join(added) + "\n"), EXPORTS / "shopify_orders_short_2025.csv",
                    timezone="Europe/Helsinki")
    assert result.entry["source"] == "zendesk" and lags_of(result) == {21: 1, 26: 1}


def test_tickets_as_json(tmp_path: Path) -> None:
    tickets = '{"id": 1, "created_at": "2025-12-09T20:30:00Z", "via": {"channel": "email"}, "order_number": 1002}\n'
    counts = linked(written(tmp_path, tickets, "t.ndjson"), orders_in(tmp_path)).entry["counts"]
    assert counts["lags"].split()[8] == "1" and counts["channels"] == {"email": 1}


def shop(chance: random.Random) -> tuple[dict[str, datetime], list[tuple[str, datetime, list[str]]]]:
    """1,500 orders over a year, some in several lines; 4,000 rows of contacts, some of them of one contact."""
    start = datetime(2025, 2, 1, tzinfo=UTC)
    orders = {f"{prefix}{n}": start + timedelta(minutes=chance.randrange(330 * 1440))
              for n in range(1, 751) for prefix in ("", "LK-")}
    names = [*orders]
    rows = []
    for _ in range(4000):
        named = chance.choices([*names, "9999", "LK-0"], k=chance.choice([0, 1, 1, 1, 1, 2, 3]))
        base = orders.get(named[0], start) if named else start + timedelta(days=chance.randrange(300))
        moment = base + timedelta(minutes=chance.choice([chance.randrange(-4000, 4000), chance.randrange(90 * 1440)]))
        rows.append((str(chance.randrange(2500)), moment, named))
    return orders, rows


def written_number(chance: random.Random, name: str) -> str:
    return chance.choice(["", "", "#", "Tilaus ", "nro ", "Order #"]) + chance.choice([name, name.lower()])


def written_time(chance: random.Random, moment: datetime) -> str:
    local = moment.astimezone(HELSINKI)
    wall = f"{local.day}.{local.month}.{local.year} {local.hour}.{local:%M}"
    there_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if there_twice or chance.random() < 0.5 else wall


def expected(orders: dict[str, datetime], rows: list[tuple[str, datetime, list[str]]]) -> tuple[dict[int, int], int]:
    """A plain loop: every contact once, at its earliest time, by the oldest of its orders of the last sixty days."""
    contacts = defaultdict(list)
    for id, moment, named in rows:
        contacts[id].append((moment, named))
    lags, known = Counter[int](), 0
    for group in contacts.values():
        day = min(moment for moment, _ in group).astimezone(HELSINKI).date()
        days = [(day - orders[name].astimezone(HELSINKI).date()).days
                for _, named in group for name in named if name in orders]
        known += bool(days)
        within = [lag for lag in days if 0 <= lag <= 60]
        lags.update([max(within)] if within else [])
    return dict(lags), known


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_made_up_shop_against_a_plain_loop(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    orders, rows = shop(chance)
    lines = [(name, moment + timedelta(minutes=later)) for name, moment in orders.items()
             for later in ([0] if chance.random() < 0.7 else [0, chance.randrange(9000)])]
    chance.shuffle(lines)
    halves = [
        orders_in(tmp_path, "Order number;Created at\n" + "".join(
            f"{written_number(chance, name)};{written_time(chance, moment)}\n" for name, moment in part
        ), f"orders{n}.csv") for n, part in enumerate((lines[::2], lines[1::2]))
    ]
    cells = [f"{id};{written_time(chance, moment)};" + chance.choice([", ", " / ", " "]).join(
        written_number(chance, name) for name in named) for id, moment, named in rows]
    result = linked(contacts_in(tmp_path, cells, "Ticket ID;Created at;Order number"), *halves)
    lags, known = expected(orders, rows)
    assert lags_of(result) == lags and result.entry["counts"]["linked"] == known
    assert len(lags) > 55, "lags of all kinds are there"
    # without the orders the same contacts count the same
    alone = imported(tmp_path / "tickets.csv", kind="contacts").entry["counts"]
    assert {**alone, "lags": result.entry["counts"]["lags"], "linked": known} == result.entry["counts"]


def test_contacts_over_a_year_ahead_are_refused_in_the_lags_too(tmp_path: Path) -> None:
    """An order of tomorrow year and the contact after it: read again once the day of the import is known."""
    orders = orders_in(tmp_path, "Tilausnumero;Tilausaika\n1;1.12.2027 9.00\n2;1.12.2025 9.00\n")
    result = linked(contacts_in(tmp_path, ["3.12.2027 9.00;1", "3.12.2025 9.00;2"]), orders)
    assert lags_of(result) == {2: 1} and result.entry["counts"]["linked"] == 1
    assert result.entry["rejected"] == {"time over a year ahead": 1}
