"""Workbooks: dates of both systems, bare numbers, titles, sheets. 28 Nov 2025 was a Friday (4), 1 Dec a Monday (0).

45989 is 28 November 2025 in the system of 1900, and 44527 in that of 1904 (1462 days less); 0.877199 of a day is
75,789.99 s, which is 21:03:10.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readycheck.demand.files.opening import open_file
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, busy, imported, mistakes, recognised
from tests.demand.measuring import taken
from tests.demand.workbooks import CLOCK, DATE, HOURS, MOMENT, Xml, formula, open_document, styled, workbook

HEADINGS = ("Tilausnumero", "Tilausaika", "Summa")


def lines(path: Path, tmp_path: Path, **options: Any) -> list[str]:
    """The copy of a workbook, line by line; the headings of times are what they are in an import of orders."""
    times = frozenset({"tilausaika", "kellonaika"})
    return open_file(path, tmp_path, 0, times=times, **options).readable.read_text(encoding="utf-8").splitlines()


def told(path: Path, **options: Any) -> str:
    """The one sentence by which a workbook is refused."""
    with pytest.raises(ReadycheckError) as error:
        recognised(path, **options)
    (sentence,) = mistakes(error.value)
    return sentence


def test_the_sample_holds_a_date_a_bare_number_and_a_finnish_text() -> None:
    result = imported(EXPORTS / "excel_orders.xlsx")
    # a date cell, Fri 28 Nov 00:12:41; 45989.877199, Fri 28 Nov 21:03:10; "1.12.2025 21.03", Monday
    assert busy(result.entry["counts"]) == {(4, 0): 1, (4, 21): 1, (0, 21): 1}
    assert (result.entry["rows"], result.entry["rejected"]) == (3, {})
    assert result.entry["counts"]["daily"] == "2 0 0 1"  # Fri, Sat, Sun, Mon
    # the formula stands in the customer's column: the order counts, and a person hears of it
    assert any("formulas without a stored value: 1;" in str(note) for note in result.notes)


@pytest.mark.parametrize(("from_1904", "day"), [(False, 45989), (True, 44527)])
def test_both_date_systems(from_1904: bool, day: int, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        HEADINGS, (1, styled(day + 0.877199, MOMENT), 2), (2, day + 0.877199, 3), (3, styled(day, DATE), 4),
    ]}, from_1904=from_1904)
    assert lines(path, tmp_path) == [
        "Tilausnumero,Tilausaika,Summa", "1,2025-11-28 21:03:10,2", "2,2025-11-28 21:03:10,3",
        "3,2025-11-28 00:00:00,4",
    ]


def test_dates_alone_have_no_hour_and_midnight_among_times_has(tmp_path: Path) -> None:
    dates = workbook(tmp_path / "dates.xlsx", {"A": [HEADINGS, (1, styled(45989, MOMENT), 0)]})
    assert imported(dates).entry["counts"]["timed"] == 0
    times = workbook(tmp_path / "times.xlsx", {"A": [
        HEADINGS, (1, styled(45989, MOMENT), 0), (2, styled(45989.5, MOMENT), 0),
    ]})
    assert busy(imported(times).entry["counts"]) == {(4, 0): 1, (4, 12): 1}


def test_a_bare_number_is_a_time_only_where_times_stand(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        ("Numero", "Lähetetty", "Summa", "Kellonaika"),
        # half of the second column are date cells; the sum and the number look like days and are none
        (45989, styled(45989.5, MOMENT), 45989.5, 0.25), (45990, 45990.25, 45990, styled(0.5, CLOCK)),
        ("045991", "45991,75", 12.5, "9.30"), (45992, styled(45992, DATE), 0.5, 0),
    ]})
    assert lines(path, tmp_path)[1:] == [
        "45989,2025-11-28 12:00:00,45989.5,06:00:00", "45990,2025-11-29 06:00:00,45990,12:00:00",
        '045991,2025-11-30 18:00:00,12.5,9.30', "45992,2025-12-01 00:00:00,0.5,00:00:00",
    ]


def test_a_number_no_calendar_has_stays_a_number(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [HEADINGS, (1, 5, 0), (2, 32873, 0), (3, 73416, 0), (4, -1, 0)]})
    # the first day taken is 1 Jan 1990 (32874), the last 31 Dec 2100 (73415)
    assert [line.split(",")[1] for line in lines(path, tmp_path)[1:]] == ["5", "32873", "73416", "-1"]


def test_cells_of_every_kind(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        ("id", "cell"), (1, 1001), (2, 0.1 + 0.2), (3, 123456789012345), (4, True), (5, False),
        (6, Xml('<c r="{at}" t="e"><v>#N/A</v></c>')), (7, styled(1.5, HOURS)), (8, "007"), (9, 'a,"b"\nc\x85d'),
        (10, formula("42")), (11, Xml('<c r="{at}" t="str"><f>A1</f><v></v></c>')), (12, -5.0), (13, "x" * 5000),
    ]})
    # 0.1 + 0.2 as a spreadsheet shows it; one and a half days are 36 hours; an empty text is a formula's value
    assert lines(path, tmp_path)[1:] == [
        "1,1001", "2,0.3", "3,123456789012345", "4,true", "5,false", "6,", "7,36:00:00", "8,007", '9,"a,""b"" c d"',
        "10,42", "11,", "12,-5", "13," + "x" * 4000,
    ]


def test_a_formula_that_nobody_worked_out_is_refused_and_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        HEADINGS, (1, styled(45989.5, MOMENT), formula()), (2, formula(), 1), (3, formula("45989.75"), 1),
        (formula(), styled(45989.5, MOMENT), 1), (formula(), styled(45989.5, MOMENT), 1),
    ]})
    result = imported(path)
    # row 3 has none in its time, rows 5 and 6 in their number; row 2 only in its sum
    assert result.entry["rejected"] == {"formula without a stored value": 3}
    assert [(refusal.line, refusal.unit) for refusal in result.rejected] == [(3, "row")]
    assert busy(result.entry["counts"]) == {(4, 12): 1, (4, 18): 1}
    assert any("formulas without a stored value: 4;" in str(note) for note in result.notes)


def test_titles_above_the_headings_and_blank_rows_keep_the_sheets_numbers(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        (None, "Tilaukset", None), (), (None, "Luotu", 45990), (None, *HEADINGS),
        (None, 1, styled(45989.5, MOMENT), 1), (), (None, 2, "pian", 1), (None, 3, styled(45989.5, MOMENT), 1),
    ]})
    result = imported(path)
    assert (result.entry["rows"], busy(result.entry["counts"])) == (3, {(4, 12): 2})
    assert [str(refusal.message()) for refusal in result.rejected] == [
        "time not readable: 1 refused, the first in a.xlsx on row 7",
    ]


def test_headings_that_nobody_knows_stand_in_the_first_full_row_of_texts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        ("Raportti", "Kauppa Oy"), ("Koodi", "Hetki", "Määrä", "Paikka", "Huomio"), (1, 45989.5, 2, "Turku", "ei"),
    ]})
    assert recognised(path).files[0].headings == ("Koodi", "Hetki", "Määrä", "Paikka", "Huomio")
    # what the person maps becomes a time's heading
    assert busy(imported(path, columns={"time": "Hetki"}).entry["counts"]) == {(4, 12): 1}


def test_when_no_row_counts_the_sheets_row_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [("Otsikko",), HEADINGS, (1, "huomenna", 2)]})
    with pytest.raises(ReadycheckError) as error:
        imported(path)
    assert mistakes(error.value)[0].startswith("a.xlsx: row 3: no row can be counted: time not readable (1).")


ORDER = (1, styled(45989.5, MOMENT), 2)
SHEETS = {"Ohje": [("Lue tämä",)], "Tilaukset": [HEADINGS, ORDER], "Tyhjä": [], "Vain otsikot": [HEADINGS]}


def test_the_only_sheet_with_a_table_is_read(tmp_path: Path) -> None:
    result = imported(workbook(tmp_path / "a.xlsx", SHEETS))
    assert busy(result.entry["counts"]) == {(4, 12): 1}
    assert "a.xlsx: the sheet Tilaukset is read" in map(str, result.notes)


def test_of_several_tables_one_must_be_named(tmp_path: Path) -> None:
    evening = (2, styled(45989.75, MOMENT), 2)
    path = workbook(tmp_path / "b.xlsx", {**SHEETS, "Vanhat & muut": [HEADINGS, evening]})
    assert told(path) == ("b.xlsx: several sheets of the workbook hold a table."
                          " Say which: --sheet NAME (Tilaukset, Vanhat & muut).")
    assert busy(imported(path, sheet="vanhat & muut ").entry["counts"]) == {(4, 18): 1}
    assert told(path, sheet="Uudet").startswith(
        'b.xlsx: the workbook has no sheet "Uudet". Its sheets are: Ohje, Tilaukset, Tyhjä, ')


def test_a_hidden_sheet_is_read_only_when_it_is_named(tmp_path: Path) -> None:
    evening = (2, styled(45989.75, MOMENT), 2)
    path = workbook(tmp_path / "a.xlsx", {"A": [HEADINGS, ORDER], "B": [HEADINGS, evening]}, hidden=["B"])
    assert busy(imported(path).entry["counts"]) == {(4, 12): 1}
    assert busy(imported(path, sheet="B").entry["counts"]) == {(4, 18): 1}
    assert "no sheet with a row of headings" in told(workbook(tmp_path / "b.xlsx", {"A": [], "B": [(1, 2)]}))


def test_what_a_file_is_called_says_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "orders.csv", {"A": [HEADINGS, ORDER]})
    assert busy(imported(path).entry["counts"]) == {(4, 12): 1}
    assert recognised(path).files[0].form == "xlsx"


@pytest.mark.parametrize("file", ["old_excel_orders.xls", "old_excel_orders_1904.xls"])
def test_old_workbooks_of_both_date_systems(file: str, tmp_path: Path) -> None:
    # a date cell and a bare number in days of the file's own system, a Finnish text; the sum 45000 is no day
    assert lines(EXPORTS / file, tmp_path)[1:] == [
        "1001,2025-11-28 00:12:41,Mäkinen,1234.5", "1002,2025-11-28 21:03:10,Testi,45000",
        "1003,1.12.2025 21.03,,-5",
    ]
    assert busy(imported(EXPORTS / file).entry["counts"]) == {(4, 0): 1, (4, 21): 1, (0, 21): 1}


def test_an_open_document(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def text(value: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    def day(value: str) -> str:
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'

    number = '<table:table-cell office:value-type="float" office:value="1001"/>'
    empty = '<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>'
    path = open_document(tmp_path / "a.ods", row(text("Tilausnumero"), text("Tilausaika"))
                         + row(number, day("2025-11-28T21:03:10")) + empty + row(text("x"), text("1.12.2025 21.03")))
    assert busy(imported(path).entry["counts"]) == {(4, 21): 1, (0, 21): 1}
    assert lines(path, tmp_path) == ["Tilausnumero,Tilausaika", "1001,2025-11-28 21:03:10", *[""] * 9,
                                     "x,1.12.2025 21.03"]


@pytest.mark.slow
def test_two_hundred_thousand_rows(tmp_path: Path) -> None:
    # a row each minute from Mon 24 Nov 2025 00:00 on (day 45985): 138 days and 1280 minutes
    row = ((f"T{n}", styled(45985 + n / 1440, MOMENT), n % 100, "Kotiinkuljetus", "Turku") for n in range(200_000))
    path = workbook(tmp_path / "a.xlsx", {"A": [(*HEADINGS, "Toimitus", "Kaupunki"), *row]})
    found = taken(path)
    counts = imported(path).entry["counts"]
    # 29 March 2026, 125 days on, has no hour from 3 to 4
    assert counts["daily"] == " ".join(["1440"] * 125 + ["1380"] + ["1440"] * 12 + ["1280"])
    # from Mon 24 Nov to 31 Jan, the end of the season, are 69 days: 7 + 31 + 31
    assert sum(busy(counts).values()) == 69 * 1440
    assert found.seconds < 20 and found.megabytes < 400
