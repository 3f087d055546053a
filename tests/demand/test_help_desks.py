"""Exports of help desks and shops as they vary: other columns, other capitals, other order, other languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readycheck.demand.formats.dialects import dialects
from readycheck.demand.formats.listing import format_rows
from readycheck.i18n import Translator
from tests.demand.imports import busy, imported, recognised, written
from tests.demand.test_dialects import BROWSER, SERVER

# Fri 28 Nov 2025 10:00, Mon 1 Dec 21:03 in Helsinki, where no other time is said
FRIDAY, MONDAY = "2025-11-28 10:00", "2025-12-01 21:03"
INTERCOM = "message_id,message_type,message_created_at,message_author_type,message_author_name,conversation_tags," \
           "conversation_id,conversation_first_response_at,message_body\n"


def contacts(folder: Path, content: str, name: str = "export.csv", **options: Any) -> dict[str, Any]:
    entry = imported(written(folder, content, name), kind="contacts", **options).entry
    return {**entry["counts"], "source": entry["source"], "rejected": entry["rejected"]}


def test_zendesk_with_custom_fields_in_other_order_and_capitals(tmp_path: Path) -> None:
    content = "TAGS,Yhteydenoton syy [list],Muuta [txt],created AT,Ticket Type,via,requester,ID,Status\n" \
              f"x,Palautus,,{FRIDAY},,Web,Maija,1,open\ny,,,{MONDAY},,Facebook,Ville,2,Deleted\n"
    counts = contacts(tmp_path, content, timezone="Europe/Helsinki")
    assert (counts["source"], busy(counts), counts["channels"]) == ("zendesk", {(4, 10): 1}, {"form": 1})
    assert (counts["reasons"], counts["rejected"]) == ({"return": 1}, {"left out by its status": 1})


def test_freshdesk_with_the_columns_that_somebody_chose(tmp_path: Path) -> None:
    content = f"Status;Created Time;Ticket Id;Type;Initial Response Time;Source\nOpen;{FRIDAY};7;Vaihto;{MONDAY};Chat\n"
    counts = contacts(tmp_path, content, timezone="Europe/Helsinki")
    assert (counts["source"], busy(counts), counts["reasons"]) == ("freshdesk", {(4, 10): 1}, {"vaihto": 1})
    # Fri 10:00 to Mon 21:03 are 3 days, 11 hours and 3 minutes
    assert counts["responses"]["chat"]["median_s"] == 3 * 86400 + 11 * 3600 + 3 * 60


@pytest.mark.parametrize(("extra", "expected"), [
    ({}, {(4, 12): 1}), ({"from_agent": False, "spam": False}, {(4, 12): 1}),
    ({"messages": [{"body_text": "hei", "created_datetime": "2020-01-01T00:00:00"}]}, {(4, 12): 1}),
])
def test_gorgias_counts_what_customers_began(extra: dict[str, Any], expected: Any, tmp_path: Path) -> None:
    ticket = {"created_datetime": "2025-11-28T10:00:00.5", "via": "email", "channel": "email", "id": 1, **extra}
    others = [{**ticket, "id": 2, "from_agent": True}, {**ticket, "id": 3, "spam": True}]
    page = json.dumps({"object": "list", "meta": {"next_cursor": None}, "data": [ticket, *others]})
    counts = contacts(tmp_path, page, timezone="UTC")
    assert (counts["source"], busy(counts), counts["rejected"]) == ("gorgias", expected, {"left out by its status": 2})


def test_zendesk_pages_of_an_incremental_export(tmp_path: Path) -> None:
    def page(*tickets: dict[str, Any]) -> str:
        return json.dumps({"end_time": 1764360761, "end_of_stream": False, "count": 1000, "tickets": tickets}) + "\n"

    ticket = {"id": 1, "created_at": "2025-11-28T08:00:00Z", "via": {"channel": "native_messaging"}, "status": "open"}
    gone = {"id": 2, "created_at": "2025-11-28T08:00:00Z", "via": {"channel": "web"}, "status": "deleted"}
    counts = contacts(tmp_path, page(ticket) + page({**ticket, "status": "solved"}, gone), "tickets.json")
    # a ticket comes again whenever it changes; it counts once
    assert (busy(counts), counts["channels"], counts["rejected"]) == \
        ({(4, 10): 1}, {"chat": 1}, {"left out by its status": 1})


def test_zendesk_in_both_forms_is_one_source(tmp_path: Path) -> None:
    table = contacts(tmp_path, f"Id,Requester,Via,Ticket type,Created at\n1,M,Mail,,{FRIDAY}\n", timezone="UTC")
    record = {"id": 1, "created_at": "2025-11-28T08:00:00Z", "via": {"channel": "email"}}
    assert table["source"] == contacts(tmp_path, json.dumps([record]))["source"] == "zendesk"


def test_intercom_counts_conversations_that_customers_began(tmp_path: Path) -> None:
    rows = [
        # 7: a customer begins on Fri 08:00 UTC, the shop answers, the customer writes again
        "1,conversation_message,2025-11-28 08:00:00,user,Maija,palautus,7,2025-11-28 08:10:00,hei",
        "2,comment,2025-11-28 08:10:00,admin,Ville,palautus,7,2025-11-28 08:10:00,hei",
        "3,comment,2025-12-01 19:03:00,user,Maija,palautus,7,2025-11-28 08:10:00,hei",
        # 8: the shop begins, a customer replies
        "4,conversation_message,2025-11-28 09:00:00,admin,Ville,,8,,tarjous",
        "5,comment,2025-11-28 11:00:00,user,Maija,,8,,ei kiitos",
        # 9: a lead begins on Mon 19:03 UTC; a robot answers, which is no answer of the shop
        "6,conversation_message,2025-12-01 19:03:00,lead,,,9,,hei", "7,comment,2025-12-01 19:03:05,bot,,,9,,hei",
    ]
    counts = contacts(tmp_path, INTERCOM + "\n".join(rows) + "\n")
    assert (counts["source"], busy(counts)) == ("intercom", {(4, 10): 1, (0, 21): 1})
    assert counts["rejected"] == {"left out by its status": 1}
    # rows that do not say what begins a conversation: its first message of a customer does
    others = "\n".join(row.replace("conversation_message", "comment") for row in rows)
    assert busy(contacts(tmp_path, INTERCOM + others + "\n")) == {(4, 10): 1, (4, 13): 1, (0, 21): 1}


@pytest.mark.parametrize("mark", ["", "'"])
def test_woocommerce_of_server_and_browser_with_marks_before_formulas(mark: str, tmp_path: Path) -> None:
    server = f"{SERVER}\n{FRIDAY}:41,{mark}1001,10.00,completed,{mark}=Maija,new,{mark}+1x,1,{mark}-A,5,{mark}@x\n"
    browser = f"{BROWSER}\n{mark}2025-12-01T21:03:10,1002,refunded,{mark}=Ville,returning,Paytrail,,0,,{mark}-5,x\n"
    assert busy(imported(written(tmp_path, server)).entry["counts"]) == {(4, 10): 1}
    assert busy(imported(written(tmp_path, browser)).entry["counts"]) == {(0, 21): 1}


@pytest.mark.parametrize("content", [
    "Tiketti;Saapunut;Kanava;Yhteydenoton syy;Otsikko;Tunnisteet;Viesti\n"
    "1;28.11.2025 klo 10.00;Sähköposti;Palautus;x;y;z\n",
    "Ärendenummer;Skapad;Kanal;Kontaktorsak;Ämne;Taggar;Meddelande\n1;2025-11-28 10.00;E-post;Retur;x;y;z\n",
    "Case number,Opened,Channel,Contact reason,Subject,Tags,Message\n1,28 November 2025 10:00,E-mail,Return,x,y,z\n",
])
def test_spreadsheets_in_three_languages(content: str, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    counts = imported(path, kind="contacts").entry["counts"]
    assert (busy(counts), counts["channels"], counts["reasons"]) == ({(4, 10): 1}, {"email": 1}, {"return": 1})
    (file,) = recognised(path, kind="contacts").files
    assert {"subject", "tags", "text"} <= set(file.taken)


@pytest.mark.parametrize("remarks", ["# Tilaukset\n", "# -----\n#\n# Kauppa; Oy, \"x\n\n#!a\n", "sep=;\n# x\n"])
def test_remarks_above_the_headings_keep_the_line_numbers(remarks: str, tmp_path: Path) -> None:
    result = imported(written(tmp_path, f"{remarks}Tilausnumero;Tilausaika\n1;28.11.2025 10.00\n2;soon\n"))
    assert busy(result.entry["counts"]) == {(4, 10): 1}
    assert [refused.line for refused in result.rejected] == [remarks.count("\n") + 3]


@pytest.mark.parametrize("headings", ["#;Tilausaika", "# Tilaus;Tilausaika", "#1;Tilausaika"])
def test_headings_that_begin_with_a_number_sign_are_headings(headings: str, tmp_path: Path) -> None:
    assert busy(imported(written(tmp_path, f"{headings}\n1;28.11.2025 10.00\n")).entry["counts"]) == {(4, 10): 1}


def test_the_formats_are_listed_with_how_they_are_known() -> None:
    rows = {row.id: row for row in format_rows()}
    assert set(rows) == set(dialects()) and not any("cash" in name for name in rows)
    zendesk = rows["zendesk"]
    assert (zendesk.name, zendesk.zone, zendesk.forms) == ("Zendesk", "ask", ("csv", "xlsx", "parquet"))
    assert zendesk.headings == ("Id", "Requester", "Via", "Ticket type", "Created at")
    assert (rows["mbox"].forms, rows["zendesk-json"].forms, rows["zendesk-json"].zone) == \
        (("mbox",), ("json", "ndjson"), "utc")
    assert [row.id for row in format_rows()][-2:] == ["csv", "survey"]
    assert [str(line) for line in rows["shopify"].lines()] == [
        "Shopify: orders", "CSV, Excel, Parquet; times carry their own offset",
        "recognised by the headings Name, Financial Status, Created at, Lineitem quantity",
    ]
    assert [Translator("fi")(line) for line in rows["mbox"].lines()] == [
        "Sähköpostilaatikko (mbox): yhteydenotot", "mbox; ajoissa on oma aikaero", "tunnistettu tiedoston sisällöstä",
    ]
