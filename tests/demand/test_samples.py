"""The sample exports, counted by hand. 28 Nov 2025 was a Friday (weekday 4), 1 Dec 2025 a Monday (0)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, busy, imported, mistakes, recognised, written

FRIDAY_AND_MONDAY = {(4, 0): 1, (0, 21): 1}  # Fri 28 Nov 00:12 and Mon 1 Dec 21:03


@pytest.mark.parametrize(("file", "source", "rows"), [
    ("shopify_orders_full.csv", "shopify", 4),                 # #1001 in three rows (one without a time), #1002
    ("shopify_orders_short_2025.csv", "shopify", 2),           # 61 columns, names without #
    ("woocommerce_core_analytics_browser.csv", "woocommerce", 2),
    ("excel_fi_cp1252_semicolon.csv", "csv", 2),
])
def test_two_orders_on_friday_and_monday(file: str, source: str, rows: int) -> None:
    entry = imported(EXPORTS / file).entry
    counts = entry["counts"]
    assert (entry["source"], entry["rows"], entry["rejected"]) == (source, rows, {})
    assert busy(counts) == FRIDAY_AND_MONDAY
    # Fri, Sat, Sun, Mon: 1 0 0 1
    assert (counts["first"], counts["last"], counts["daily"]) == (date(2025, 11, 28), date(2025, 12, 1), "1 0 0 1")
    assert (counts["timed"], counts["grid_of"]) == (2, "season")


def test_an_order_with_its_total_on_two_rows_is_one_order() -> None:
    counts = imported(EXPORTS / "woocommerce_advanced_order_export.csv").entry["counts"]
    assert (busy(counts), counts["daily"]) == ({(4, 0): 1}, "1")


def test_finnish_excel_with_a_mark_nbsp_and_klo() -> None:
    # 28.11. 0.12; 1.12. 21.03; 1.12. klo 21.03
    counts = imported(EXPORTS / "excel_fi_utf8bom_semicolon.csv").entry["counts"]
    assert busy(counts) == {(4, 0): 1, (0, 21): 2}
    assert counts["daily"] == "1 0 0 2"


def test_the_line_sep_is_obeyed_and_is_no_row() -> None:
    entry = imported(EXPORTS / "excel_sep_line.csv").entry
    assert (entry["rows"], busy(entry["counts"])) == (1, {(4, 0): 1})


def test_an_ambiguous_date_is_asked_and_never_chosen() -> None:
    path = EXPORTS / "woocommerce_webtoffee.csv"
    with pytest.raises(ReadycheckError) as error:
        imported(path)
    (sentence,) = mistakes(error.value)
    assert "9/6/2016" in sentence and "--dates" in sentence
    # 9 June 2016 was a Thursday, 6 September 2016 a Tuesday; first is the earlier of the two orders
    assert imported(path, date_order="dmy").entry["first"] == date(2016, 6, 9)
    assert imported(path, date_order="mdy").entry["first"] == date(2016, 9, 6)


def test_unverified_headings_are_not_guessed_and_can_be_mapped() -> None:
    path = EXPORTS / "mycashflow_orders_UNVERIFIED.csv"
    with pytest.raises(ReadycheckError) as error:
        imported(path)
    (sentence,) = mistakes(error.value)
    assert "--column time=" in sentence and "OrderDate" in sentence
    assert "Tilausaika" in sentence                            # what was looked for
    # 10001: Fri 28 Nov 14:05; 10002: Mon 1 Dec 21:03
    mapped = imported(path, columns={"time": "OrderDate", "id": "OrderID"}).entry["counts"]
    assert busy(mapped) == {(4, 14): 1, (0, 21): 1}


@pytest.mark.parametrize(("file", "name"), [
    ("zendesk_full_export.csv", "Zendesk"), ("freshdesk_tickets.csv", "Freshdesk"),
])
def test_a_help_desk_that_does_not_tell_its_zone_is_asked(file: str, name: str) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(EXPORTS / file, kind="contacts")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith(f"{file}: {name} ") and "--timezone" in sentence


@pytest.mark.parametrize(("zone", "expected"), [
    # Fri 19 Dec 22:41 and Sat 27 Dec 10:00; from UTC they are Sat 20 Dec 00:41 and Sat 27 Dec 12:00
    ("Europe/Helsinki", {(4, 22): 1, (5, 10): 1}),
    ("UTC", {(5, 0): 1, (5, 12): 1}),
])
def test_zendesk_contacts_with_channel_and_reason(zone: str, expected: Any) -> None:
    counts = imported(EXPORTS / "zendesk_full_export.csv", kind="contacts", timezone=zone).entry["counts"]
    assert busy(counts) == expected
    assert counts["channels"] == {"chat": 1, "email": 1}
    assert (counts["reasons"], counts["uncoded"], counts["with_channel"]) == ({"toimitus": 1}, 1, 2)


    # 4343 was answered after 612 minutes (25 of them in business hours); 4344 has a blank, which is no answer and no 0
    assert counts["responses"]["email"]["median_s"] == 36_720
    assert counts["responses"]["chat"] == {"n": 0, "unanswered": 1}


def test_freshdesk_contacts() -> None:
    counts = imported(EXPORTS / "freshdesk_tickets.csv", kind="contacts", timezone="Europe/Helsinki").entry["counts"]
    # ticket 101: Fri 19 Dec 22:41:10; ticket 102: Sat 27 Dec 10:00; no type tells why
    assert busy(counts) == {(4, 22): 1, (5, 10): 1}
    assert (counts["channels"], counts["uncoded"]) == ({"email": 1, "form": 1}, 2)
    # 101 was answered on Sat 20 Dec 09:06:10, 10 h 25 min later
    assert counts["responses"]["email"]["median_s"] == 10 * 3600 + 25 * 60
    assert counts["responses"]["form"] == {"n": 0, "unanswered": 1}


@pytest.mark.parametrize(("zone", "expected"), [
    # 123: Fri 19 Dec 20:41:41; 124: Sat 27 Dec 08:00; read as UTC two hours later each
    ("Europe/Helsinki", {(4, 20): 1, (5, 8): 1}), ("UTC", {(4, 22): 1, (5, 10): 1}),
])
def test_gorgias_is_asked_for_its_zone(zone: str, expected: Any) -> None:
    path = EXPORTS / "gorgias_tickets_api.json"
    with pytest.raises(ReadycheckError) as error:
        imported(path, kind="contacts")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("gorgias_tickets_api.json: Gorgias ") and "--timezone" in sentence
    counts = imported(path, kind="contacts", timezone=zone).entry["counts"]
    assert (busy(counts), counts["channels"]) == (expected, {"chat": 1, "email": 1})


def test_the_hours_when_clocks_change() -> None:
    result = imported(EXPORTS / "dst_edges.csv")
    counts = result.entry["counts"]
    # row 1 does not exist; rows 2 (first of the two), 3 and 4 are 26 Oct 03:30; row 5 is 31 Dec 23:59, row 6 1 Jan
    assert result.entry["rejected"] == {"time does not exist": 1}
    assert [(refusal.count, refusal.line) for refusal in result.rejected] == [(1, 2)]
    assert any("clocks show twice: 1;" in str(note) for note in result.notes)
    daily = counts["daily"].split()
    assert (daily[0], daily[66], daily[67], len(daily)) == ("3", "1", "1", 68)  # 26 Oct + 66 days is 31 Dec
    # the grid is of the season 1 Nov – 31 Jan: Wed 31 Dec 23 h and Thu 1 Jan 0 h
    assert busy(counts) == {(2, 23): 1, (3, 0): 1}


def test_an_export_of_orders_is_no_export_of_contacts() -> None:
    with pytest.raises(ReadycheckError) as error:
        recognised(EXPORTS / "shopify_orders_full.csv", kind="contacts")
    (sentence,) = mistakes(error.value)
    assert "Shopify" in sentence and "import orders" in sentence


@pytest.mark.parametrize("kind", ["orders", "contacts"])
@pytest.mark.parametrize(("file", "words"), [
    # remarks above the headings are none; an hour and a sum are no order and no contact
    ("ga4_hour_UNVERIFIED.csv", ["a row for each order or contact", "Created at", "Hour, Sessions"]),
    ("osm_opening_hours.json", ["a row for each order or contact", "Created at", "value"]),
    ("order_confirmation_ok.eml", ["one e-mail message", "as mbox"]),
    ("site_jsonld_ok.html", ["web page", "Looked for: orders, contacts"]),
])
def test_what_is_no_export_is_told_so_with_what_was_looked_for(file: str, words: list[str], kind: Any) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(EXPORTS / file, kind=kind)
    (sentence,) = mistakes(error.value)
    assert sentence.startswith(f"{file}: ") and [word for word in words if word not in sentence] == []


@pytest.mark.parametrize(("content", "words"), [
    (b"%PDF-1.7\nx", ["PDF", "Looked for"]),
    (b"Hei! Kiitos viestist\xc3\xa4si.\nTerveisin Maija", ["no table", "Created at"]),
    (b"[2025-11-28 10:00:01] INFO started\n[2025-11-28 10:00:02] INFO done\n", ["no table", "Created at"]),
    (b"Nov 28 10:00:01 host sshd[1]: started\nNov 28 10:00:02 host sshd[1]: done\n", ["no table", "Created at"]),
    (b"2025-11-28 10:00:01 started\n2025-11-28 10:00:02 done\n", ["data, not headings"]),
])
def test_texts_and_logs_are_no_export(content: bytes, words: list[str], tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, content, "file.log"), kind="contacts")
    (sentence,) = mistakes(error.value)
    assert [word for word in words if word not in sentence] == []
