"""Dialects are data: each shipped file is whole, known by its headings, and a new one needs no code."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.demand.formats import dialects as module
from readycheck.demand.formats.dialects import FALLBACK, choose, dialects
from readycheck.demand.options import ROLES, Kind
from readycheck.demand.words import fold_heading
from readycheck.errors import ReadycheckError
from tests.demand.imports import busy, imported, mistakes, recognised, written

SERVER = (
    "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,"
    "Attribution"
)
BROWSER = (
    "Date,Order #,Status,Customer,Customer type,Payment method,Product(s),Items sold,Coupon(s),Net sales,Attribution"
)


@pytest.mark.parametrize(("headings", "kind", "expected"), [
    (SERVER, "orders", "woocommerce"), (BROWSER, "orders", "woocommerce"),
    ("Päivämäärä,Tilaus #,Tila,Asiakas,Asiakastyyppi,Tuote(et),Myydyt tuotteet", "orders", "woocommerce"),
    ("ID,Reference,New client,Delivery,Customer,Total,Payment,Status,Date", "orders", "prestashop"),
    ("ID,Viite,Uusi asiakas,Toimitus,Asiakas,Yhteensä,Maksu,Tila,Päivämäärä", "orders", "prestashop"),
    ("ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Status", "orders", "magento"),
    ("InvoiceNo,InvoiceDate,Country", "orders", "csv"), ("Tilausnumero,Tilausaika", "orders", "csv"),
    ("Created,Beställningsnummer", "contacts", "csv"), ("whatever", "contacts", "csv"),
    ("Vastaustunnus,Kokonaisarvosana", "survey", "survey"),
    # headings in any order, any case, with others between
    ("x,LINEITEM QUANTITY,created at,Financial status,y,name", "orders", "shopify"),
])
def test_known_by_headings(headings: str, kind: Kind, expected: str) -> None:
    assert choose(map(fold_heading, headings.split(",")), kind, "auto", "f.csv").id == expected


@pytest.mark.parametrize(("headings", "time", "rows", "expected"), [
    (SERVER, 0, ["2025-11-28 00:12:41", "2025-12-01 21:03:10"], {(4, 0): 1, (0, 21): 1}),
    ("ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date", 8,
     ["2025-11-28 00:12:41", "2025-12-01 21:03:10"], {(4, 0): 1, (0, 21): 1}),
    ('ID,"Purchase Point","Purchase Date","Bill-to Name"', 2,
     ["Nov 28, 2025 12:12:41 AM", "Dec 1, 2025 21:03:10 PM"], {(4, 0): 1, (0, 21): 1}),
    ("Ordernummer;Beställningsdatum", 1, ["2025-11-28 00:12", "2025-12-01 21:03"], {(4, 0): 1, (0, 21): 1}),
])
def test_forms_that_have_no_sample_file(
    headings: str, time: int, rows: list[str], expected: dict[tuple[int, int], int], tmp_path: Path
) -> None:
    delimiter = ";" if ";" in headings else ","
    width = len(headings.split(delimiter))
    made = []
    for number, moment in enumerate(rows):
        cells = [str(number)] * width
        cells[time] = f'"{moment}"'
        made.append(delimiter.join(cells))
    assert busy(imported(written(tmp_path, "\n".join([headings, *made]) + "\n")).entry["counts"]) == expected


def test_a_draft_in_the_basket_is_no_order(tmp_path: Path) -> None:
    body = "2025-11-28 10:00,1,x,completed,x,new,x,1,,1,x\n2025-11-28 11:00,2,x,checkout-draft,x,new,x,1,,1,x\n" \
           "2025-11-28 12:00,3,x,Trash,x,new,x,1,,1,x\n2025-11-28 13:00,4,x,cancelled,x,new,x,1,,1,x\n"
    result = imported(written(tmp_path, SERVER + "\n" + body))
    assert busy(result.entry["counts"]) == {(4, 10): 1, (4, 13): 1}
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("left out by its status", 2, 3)]


@pytest.mark.parametrize("name", sorted(dialects()))
def test_every_dialect_is_whole(name: str) -> None:
    dialect = dialects()[name]
    assert dialect.id == name and dialect.kinds and dialect.name
    for kind in dialect.kinds:
        assert set(dialect.columns) & set(ROLES[kind]) - {"id"}
        assert "time" in dialect.columns or kind == "survey"
    assert set(dialect.columns) <= {role for kind in (*dialect.kinds, "contacts") for role in ROLES[kind]}
    for headings in dialect.columns.values():
        assert len(headings) == len(set(headings)) and all(headings)
    assert dialect.recognised_by or name in FALLBACK.values()


@pytest.mark.parametrize("name", sorted(name for name, d in dialects().items() if d.recognised_by))
def test_every_dialect_is_known_by_its_own_headings_and_finds_its_columns(name: str, tmp_path: Path) -> None:
    dialect = dialects()[name]
    headings = [next(iter(group)) for group in dialect.recognised_by]
    headings += [names[0] for names in dialect.columns.values() if not set(names) & set(headings)]
    assert choose(headings, dialect.kinds[0], "auto", "f.csv") == dialect
    path = written(tmp_path, ",".join(headings) + "\n")
    for kind in dialect.kinds:
        assert set(recognised(path, kind=kind).files[0].taken) == set(dialect.columns) & set(ROLES[kind])


def test_a_new_dialect_is_ten_lines_and_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dialects"
    folder.mkdir()
    for shipped in (module.HERE / "dialects").glob("*.yaml"):
        (folder / shipped.name).write_bytes(shipped.read_bytes())
    (folder / "front.yaml").write_text(
        "id: front\nname: Front\nkinds: [contacts]\nrecognised_by: [msg, thread]\n"
        "columns: {id: [thread], time: [when], channel: [type]}\nzone: utc\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "HERE", tmp_path)
    dialects.cache_clear()
    try:
        path = written(
            tmp_path, "msg,when,thread,type\n"
            "1,2025-11-28 10:00,7,chat\n2,2025-11-28 11:00,7,chat\n3,2025-11-28 12:00,8,email\n",
        )
        entry = imported(path, kind="contacts").entry
    finally:
        dialects.cache_clear()
    assert entry["source"] == "front"
    # one contact is one conversation, from UTC to Helsinki
    assert busy(entry["counts"]) == {(4, 12): 1, (4, 14): 1}


def test_a_format_can_be_forced_and_must_exist(tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Financial Status,Created at,Lineitem quantity\n1,paid,2025-11-28 10:00,1\n")
    assert recognised(path).format == "shopify"
    assert recognised(path, format="csv").format == "csv"
    with pytest.raises(ReadycheckError) as error:
        recognised(path, format="shopfy")
    assert mistakes(error.value) == ['--format: "shopfy" is not a known format. Did you mean "shopify"?']
    with pytest.raises(ReadycheckError):
        recognised(path, format="zendesk")          # known, but no export of orders


def test_files_of_two_sources_are_imported_one_by_one(tmp_path: Path) -> None:
    shopify = "Name,Financial Status,Created at,Lineitem quantity\n1,paid,2025-11-28 10:00,1\n"
    first = written(tmp_path, shopify, "a.csv")
    second = written(tmp_path, "created\n2025-11-28 10:00\n", "b.csv")
    with pytest.raises(ReadycheckError) as error:
        recognised(first, second)
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("b.csv: this is CSV, but a.csv is Shopify.")


@pytest.mark.parametrize(("columns", "words"), [
    ({"tiem": "created"}, ["--column", '"tiem"', "time"]), ({"channel": "created"}, ["--column", '"channel"']),
    ({"time": "craeted"}, ["--column", '"craeted"', 'Did you mean "created"?']),
])
def test_columns_that_are_not_there(columns: dict[str, str], words: list[str], tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, "order,created\n1,2025-11-28\n"), columns=columns)
    (sentence,) = mistakes(error.value)
    assert [word for word in words if word not in sentence] == []


def test_the_source_has_a_name(tmp_path: Path) -> None:
    path = written(tmp_path, "created\n2025-11-28\n")
    assert imported(path).entry["source"] == "csv"
    assert imported(path, source="Puhelinloki").entry["source"] == "Puhelinloki"
