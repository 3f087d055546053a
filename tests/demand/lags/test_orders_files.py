"""The orders' files beside an import of contacts: how they are read, what is told of them, what stands in the way."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest

from readycheck.core.audit import Season
from readycheck.core.imported import KeptMapping
from readycheck.demand.importer import ImportOptions, ImportResult, Kept, Recognition, recognise, run_import
from readycheck.errors import ReadycheckError
from readycheck.i18n import Lang, Translator
from tests.demand.imports import CODES, EXPORTS, SEASON, TODAY, imported, mistakes, recognised, written
from tests.demand.lags.linked import contacts_in, lags_of, linked, orders_in

ROWS = ["30.11.2025 9.00;1001", "3.12.2025 9.00;1002", "1.12.2025 9.00;"]


def told(brought: Recognition | ImportResult, lang: Lang = "en") -> list[str]:
    """What is said of it."""
    lines = brought.lines if isinstance(brought, Recognition) else brought.notes
    return [Translator(lang)(line) for line in lines]


def asked(*orders: Path, contacts: Path, **rest: object) -> list[str]:
    """The questions of an import of contacts, in English."""
    found = recognised(contacts, kind="contacts", orders=orders, **rest)  # type: ignore[arg-type]
    with pytest.raises(ReadycheckError):
        run_import(found, today=TODAY)
    return [str(question.message()) for question in found.questions]


def test_what_the_orders_file_was_taken_for_is_told(tmp_path: Path) -> None:
    shopify = EXPORTS / "shopify_orders_short_2025.csv"
    own = orders_in(tmp_path, "Tilausnumero;Tilausaika\n1001;28.11.2025 23.30\n;1.12.2025 9.00\n1003;soon\n")
    lines = told(recognised(contacts_in(tmp_path, ROWS), kind="contacts", orders=(shopify, own)))
    assert "tickets.csv: columns: time = Luotu, order = Tilausnro" in lines
    assert "shopify_orders_short_2025.csv: Shopify; orders by the column “Name”: 2 (28 Nov 2025 – 1 Dec 2025)" in lines
    assert "orders.csv: CSV; orders by the column “Tilausnumero”: 1 (28 Nov 2025 – 28 Nov 2025)" in lines
    assert "orders.csv: rows without an order number or a time that can be read: 2" in lines
    assert "orders.csv: times without an offset: assumed to be the shop's, Europe/Helsinki" in lines


@pytest.mark.parametrize(("rows", "english", "finnish"), [
    (["30.11.2025 9.00;1001", "3.12.2025 9.00;1002", "8.12.2025 9.00;1003"],
     "3 contacts name a known order; half came within 2 days",
     "3 yhteydenottoa koskee tunnettua tilausta; puolet tuli 2 päivän kuluessa"),
    (["29.11.2025 9.00;1001", "1.12.2025 19.00;1002", "6.12.2025 9.00;1003", "1.12.2025 9.00;1003"],
     "4 contacts name a known order, 3 of them within 60 days after it; of these, half came by the day after the order",
     "4 yhteydenottoa koskee tunnettua tilausta, niistä 3 tuli 60 päivän kuluessa siitä; näistä puolet tuli viimeistään"
     " tilausta seuraavana päivänä"),
    (["28.11.2025 23.40;1001", "28.11.2025 23.50;1001"],
     "2 contacts name a known order; half came on the day of the order",
     "2 yhteydenottoa koskee tunnettua tilausta; puolet tuli tilauspäivänä"),
    (["7.12.2025 9.00;1001"], "one contact names a known order; it came 9 days after the order",
     "yksi yhteydenotto koskee tunnettua tilausta; se tuli 9 päivää tilauksen jälkeen"),
    (["7.11.2025 9.00;1001"], "one contact names a known order; none came within 60 days after it",
     "yksi yhteydenotto koskee tunnettua tilausta; yksikään ei tullut 60 päivän kuluessa siitä"),
    (["7.11.2025 9.00;"], "no contact has an order number, so the days from order to contact are not counted",
     "yhdelläkään yhteydenotolla ei ole tilausnumeroa, joten päiviä tilauksesta yhteydenottoon ei lasketa"),
])
def test_what_came_of_it_is_said_in_one_sentence(rows: list[str], english: str, finnish: str, tmp_path: Path) -> None:
    result = linked(contacts_in(tmp_path, rows), orders_in(tmp_path))
    assert told(result)[0] == english and told(result, "fi")[0] == finnish


def test_no_number_that_matches_is_a_warning_and_no_number_is_shown(tmp_path: Path) -> None:
    result = linked(contacts_in(tmp_path, [*ROWS, "1.12.2025 9.00;9001"]),
                    orders_in(tmp_path, "Viite;Order ID;Order date\n77;501;2025-11-28\n78;502;2025-11-29\n"))
    assert told(result)[0].startswith(
        "contacts with an order number: 3, orders read by the column “Order ID”: 2; none of them match, so the days"
        " from order to contact are not counted"
    )
    assert "lags" not in result.entry["counts"] and result.entry["counts"]["timed"] == 4
    assert not any(number in line for line in told(result) for number in ("1001", "1002", "9001", "501", "502"))


def test_without_the_orders_the_column_is_only_named(tmp_path: Path) -> None:
    result = imported(contacts_in(tmp_path, ROWS), kind="contacts")
    assert "lags" not in result.entry["counts"] and "linked" not in result.entry["counts"]
    could = "order numbers are there: with the orders' file too (--orders), the days from order to contact are counted"
    assert could in told(result)
    assert could not in told(imported(contacts_in(tmp_path, ROWS, "Luotu;Huomio"), kind="contacts"))
    assert could not in told(imported(orders_in(tmp_path)))


def test_numbers_leave_the_files_nowhere(tmp_path: Path) -> None:
    rows = [f"{id};30.11.2025 9.0{id % 10};{n}" for id, n in enumerate(("#70011", "Tilaus 70012", "70011, 70012"))]
    contacts = contacts_in(tmp_path, rows, "Ticket ID;Luotu;Order number")
    orders = orders_in(tmp_path, "Tilausnumero;Tilausaika\n70011;28.11.2025 9.00\n70012;28.11.2025 9.00\n")
    found = recognised(contacts, kind="contacts", orders=(orders,))
    result = run_import(found, today=TODAY)
    assert lags_of(result) == {2: 3}
    kept = json.dumps({**result.entry, "files": []}, default=str)
    said = [*told(found), *told(result), *told(found, "fi"), *(cell for row in found.files[0].rows for cell in row)]
    assert not any(number in text for text in (kept, *said) for number in ("7001", "70012"))
    assert pickle.loads(pickle.dumps(found)) == found


# what stands in the way


def test_orders_are_looked_up_for_contacts_only(tmp_path: Path) -> None:
    orders = orders_in(tmp_path)
    with pytest.raises(ReadycheckError) as error:
        recognised(orders, orders=(orders,))
    assert mistakes(error.value) == [
        '--orders: only contacts are looked up among orders. Leave it out, or use "import contacts".'
    ]


def test_contacts_that_name_no_order_are_asked_about(tmp_path: Path) -> None:
    contacts = contacts_in(tmp_path, ROWS, "Luotu;Ostos")
    assert asked(orders_in(tmp_path), contacts=contacts) == [
        "tickets.csv: no column with the number of the order was recognised. Say which it is: --column order=HEADING."
        " The headings are: Luotu, Ostos."
    ]


WRONG = [
    ("Tilausaika;Summa\n1.12.2025 10.00;5\n", "no column with order numbers was recognised. Import it as orders first,"
     " and say which column is the id: that holds here too."),
    ("Summa;Tilausnumero\n10;5\n", "no column with the time was recognised; looked for was a row for each order or"
     " contact, with its time under a heading such as Created at, Order date, Tilausaika, Beställningsdatum. Import it"
     " as orders first: what you say of it there holds here too."),
    ("Tilausnumero;Tilausaika\n5;9/6/2025 10:00\n", "dates such as 9/6/2016 can be read in two ways, and no row settles"
     " it. Import it as orders first: what you say of it there holds here too."),
    ("Tilausnumero;Tilausaika\n", "no row has an order number and a time that can be read. Import it as orders first,"
     " and say which column is the id: that holds here too."),
    ("Tilausnumero;Tilausaika\n;1.12.2025\n7;soon\n", "no row has an order number and a time that can be read. Import"
     " it as orders first, and say which column is the id: that holds here too."),
    ("Ticket ID,Created time,Source,Product,First response status\n1,2025-12-01 10:00,Email,,\n",
     "this export holds something else: Freshdesk, contacts. Give here what the web shop exports of its orders."),
]


def test_what_is_wrong_with_orders_files_is_told_of_each(tmp_path: Path) -> None:
    orders = [orders_in(tmp_path, content, f"{number}.csv") for number, (content, _) in enumerate(WRONG)]
    assert asked(*orders, contacts=contacts_in(tmp_path, ROWS)) == [
        f"{number}.csv: --orders: {sentence}" for number, (_, sentence) in enumerate(WRONG)
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    binary = written(tmp_path, b"\x00\x01\x02\xff\x00", "b.csv")
    questions = asked(tmp_path / "none.csv", binary, contacts=contacts_in(tmp_path, ROWS, "Luotu;Ostos"))
    assert [question.partition(". ")[0] for question in questions] == [
        "tickets.csv: no column with the number of the order was recognised",
        "none.csv: --orders: there is no such file",
        "b.csv: --orders: this is not a table: it holds bytes that no text has",
    ]


# what was said of such files when they were imported as orders


def kept(on: date = date(2026, 9, 1), **said: object) -> KeptMapping:
    shape = {"columns": {"time": "When", "id": "No"}, "format": "csv"}
    return KeptMapping(**{"kind": "orders", "on": on, **shape, **said})  # type: ignore[arg-type]


def remembered(folder: Path, rows: list[str], *mappings: KeptMapping, seasons: bool = False) -> Recognition:
    """Contacts beside orders whose headings say nothing; what was kept stands in the audit, or in other seasons'."""
    orders = written(folder, "When;No;x\n9/6/2025 23:30;1001;1\n", "orders.csv")
    memory = Kept((), iter([mappings])) if seasons else Kept(mappings)
    return recognise(
        [contacts_in(folder, rows)], "contacts", shop_timezone="Europe/Helsinki", season=SEASON, kept=memory,
        options=ImportOptions(orders=(orders,)), reason_codes=CODES,
    )


@pytest.mark.parametrize("seasons", [False, True])
def test_orders_are_read_as_was_said_of_them(seasons: bool, tmp_path: Path) -> None:
    """23:30 on 9 June in New York is 6:30 of the 10th in Helsinki; with the month second it is 6 September."""
    rows = ["12.6.2025 9.00;1001", "10.9.2025 9.00;1001"]
    dmy = remembered(tmp_path, rows, kept(dates="dmy", timezone="America/New_York"), seasons=seasons)
    assert lags_of(run_import(dmy, today=TODAY)) == {2: 1}
    mdy = remembered(tmp_path, rows, kept(dates="mdy"), seasons=seasons)
    assert lags_of(run_import(mdy, today=TODAY)) == {4: 1}
    assert "orders.csv: as you said last time: time = When, id = No, dates with the month first" in told(mdy)


def test_of_several_sources_what_was_said_last_holds(tmp_path: Path) -> None:
    rows = ["10.9.2025 9.00;1001"]
    found = remembered(
        tmp_path, rows, kept(dates="dmy", source="old", on=date(2026, 1, 1)), kept(dates="mdy", source="new"),
    )
    assert lags_of(run_import(found, today=TODAY)) == {4: 1}


def test_the_time_zone_of_the_contacts_is_not_the_orders(tmp_path: Path) -> None:
    """23.30 on 28 November is the shop's; the contact of 22.30 UTC on the 29th is of the 30th in Helsinki."""
    result = linked(contacts_in(tmp_path, ["29.11.2025 22.30;1001"]), orders_in(tmp_path), timezone="UTC")
    assert lags_of(result) == {2: 1}


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    """Contacts of next year but one are looked at again when the day of the import is known."""
    orders = orders_in(tmp_path)
    found = recognised(contacts_in(tmp_path, ["1.12.2028 9.00;1001", *ROWS]), kind="contacts", orders=(orders,),
                       season=Season(2026, SEASON.starts, SEASON.ends))
    orders_in(tmp_path, "Tilausnumero;Tilausaika\n1;1.12.2025\n")
    with pytest.raises(ReadycheckError) as error:
        run_import(found, today=TODAY)
    assert mistakes(error.value) == ["orders.csv: a file changed while it was being read. Try again."]
