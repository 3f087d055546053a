"""Channels and reasons: one name for each, their own where unknown, none where a cell says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readycheck.demand.importer import recognise
from readycheck.demand.words import channel_of, fold, reason_names, reason_of
from tests.demand.imports import CODES, SEASON, imported, recognised, written


@pytest.mark.parametrize(("text", "channel"), [
    ("Mail", "email"), ("E-mail", "email"), ("EMAIL", "email"), (" sähköposti ", "email"), ("E-post", "email"),
    ("Chat", "chat"), ("Live Chat", "chat"), ("Messaging", "chat"), ("Phone", "phone"), ("Puhelin", "phone"),
    ("Voice", "phone"), ("Phone call (inbound)", "phone"), ("Telefon", "phone"), ("Facebook Post", "social"),
    ("instagram", "social"), ("Web form", "form"), ("yhteydenottolomake", "form"), ("Portal", "form"),
    ("Myymälä, Kamppi", "myymala-kamppi"), ("marketplace", "marketplace"), ("Käynti \x1b[31m", "kaynti-31m"),
    ("", None), ("-", None), ("n/a", None), ("Muu", None), ("other", None), ("Övrigt", None), ("  ", None),
])
def test_the_name_of_a_channel(text: str, channel: str | None) -> None:
    assert channel_of(text) == channel


@pytest.mark.parametrize(("text", "reason"), [
    ("where-is-my-order", "where-is-my-order"), ("Where is my order", "where-is-my-order"),
    ("MISSÄ TILAUKSENI ON", "where-is-my-order"), ("where_is_my_order", "where-is-my-order"),
    ("tracking", "where-is-my-order"), ("Spårning", "where-is-my-order"), ("retur", "return"), ("Palautus", "return"),
    ("paketti", "paketti"),                      # a keyword of two reasons names neither
    ("tracking number missing", "tracking-number-missing"), ("Kokovaihto", "kokovaihto"),
    ("Muu syy", None), ("none", None), ("", None), ("--", None),
])
def test_the_id_of_a_reason(text: str, reason: str | None) -> None:
    assert reason_of(text, reason_names(CODES)) == reason


def test_folding() -> None:
    assert fold(" E-Mail_(Ä)\u00a0½ ") == "e mail ä 1 2"


def counts_of(tmp_path: Path, rows: str) -> dict[str, Any]:
    head = "ticket,created,channel,reason\n"
    counts: dict[str, Any] = imported(written(tmp_path, head + rows), kind="contacts").entry["counts"]
    return counts


def test_counts_by_name_over_all_rows(tmp_path: Path) -> None:
    counts = counts_of(
        tmp_path,
        "1,2025-11-28 10:00,Mail,tracking\n2,2025-11-28 11:00,sähköposti,Missä tilaukseni on\n"
        "3,2025-06-01,puhelin,palautus\n"          # outside the season and without an hour: counted all the same
        "4,2025-11-28 12:00,,muu\n5,2025-11-28 13:00,Kioski,\n6,soon,Mail,tracking\n",
    )
    assert counts["channels"] == {"email": 2, "kioski": 1, "phone": 1}
    assert counts["reasons"] == {"where-is-my-order": 2, "return": 1}
    assert (counts["with_channel"], counts["uncoded"], counts["timed"]) == (4, 2, 4)
    total = sum(map(int, counts["daily"].split()))
    assert total == 5 == sum(counts["reasons"].values()) + counts["uncoded"]


def test_contacts_without_such_columns_are_uncoded(tmp_path: Path) -> None:
    counts = imported(written(tmp_path, "created\n2025-11-28\n2025-11-29\n"), kind="contacts").entry["counts"]
    assert (counts["channels"], counts["reasons"], counts["uncoded"], counts["with_channel"]) == ({}, {}, 2, 0)


def test_columns_can_be_chosen_and_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, "created,channel,reason,Laji [list]\n2025-11-28,Mail,x,Palautus\n")
    chosen = imported(path, kind="contacts", columns={"reason": "laji", "channel": ""}).entry["counts"]
    assert (chosen["channels"], chosen["reasons"]) == ({}, {"return": 1})


@pytest.mark.parametrize(("cell", "why"), [
    ("maija.testi@example.fi", "an e-mail address"), ("040 123 4567", "a phone number"),
    ("+358 (0)40-1234567", "a phone number"), ("131052-308T", "identity code"), ("010594Y9032", "identity code"),
    ("FI21 1234 5600 0007 85", "long number"),
    ("Hei, tilasin viikko sitten villasukat enkä ole saanut niitä vieläkään", "free text"),
])
@pytest.mark.parametrize("role", ["channel", "reason"])
def test_a_column_that_points_at_people_is_refused(role: str, cell: str, why: str, tmp_path: Path) -> None:
    path = written(tmp_path, f'created,{role}\n2025-11-28,Palautus\n2025-11-28,"{cell}"\n')
    recognition = recognised(path, kind="contacts")
    (question,) = recognition.questions
    sentence = str(question.message())
    assert sentence.startswith(f'export.csv: line 3: the column "{role}" holds ') and why in sentence
    shown = " ".join([sentence, *map(str, recognition.lines)])
    assert cell not in shown
    # without the column the rest can be imported
    assert imported(path, kind="contacts", columns={role: ""}).entry["counts"]["daily"] == "2"


@pytest.mark.parametrize("heading", ["Requester", "Asiakas", "Customer name", "Lähettäjä", "NAMN"])
def test_a_column_of_people_is_refused_by_its_heading(heading: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"created,{heading}\n2025-11-28,x\n")
    (question,) = recognised(path, kind="contacts", columns={"reason": heading}).questions
    assert f'the column "{heading}" holds people' in str(question.message())


@pytest.mark.parametrize(("names", "rows", "refused"), [
    (40, 400, False), (41, 400, True),     # at most forty names
    (15, 20, False), (16, 20, True),       # of twenty rows or more, at most three in four their own
    (19, 19, False), (1200, 1200, True),
])
def test_too_many_names_are_cases_and_not_kinds(names: int, rows: int, refused: bool, tmp_path: Path) -> None:
    cells = [f"syy {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(names)]
    body = "".join(f"2025-11-28,{cells[number % names]}\n" for number in range(rows))
    recognition = recognised(written(tmp_path, "created,reason\n" + body), kind="contacts")
    assert ["too many different values" in str(q.message()) for q in recognition.questions] == [True] * refused


def test_the_shipped_reasons_are_known_without_being_given(tmp_path: Path) -> None:
    path = written(tmp_path, "created,reason\n2025-11-28,Missä tilaukseni on\n2025-11-28,refund\n2025-11-28,spårning\n")
    recognition = recognise([path], "contacts", shop_timezone="Europe/Helsinki", season=SEASON)
    assert recognition.found["reason"] == {"where-is-my-order": 2, "refund": 1}


def test_known_names_do_not_count_as_many(tmp_path: Path) -> None:
    body = "2025-11-28,Palautus\n2025-11-28,retur\n2025-11-28,muu\n" * 10
    assert recognised(written(tmp_path, "created,reason\n" + body), kind="contacts").questions == ()


def test_a_told_channel_takes_every_contact(tmp_path: Path) -> None:
    """A phone log has no column for its channel: the person says it once, and a column is not looked at."""
    log = tmp_path / "log.csv"
    log.write_text("id,created,channel\n1,2025-11-28 10:00,chat\n2,2025-11-28 11:00,\n3,2025-11-29 12:00,email\n")
    counts = imported(log, kind="contacts", channel="Puhelin").entry["counts"]
    assert counts["channels"] == {"phone": 3}
    assert counts["with_channel"] == 3
