"""Mailboxes counted by hand: sent mail in many languages, times, borders, subjects and texts."""

from __future__ import annotations

import base64
from email.header import Header
from pathlib import Path

import pytest

from readycheck.demand.files import mbox_messages
from readycheck.demand.files.mbox import read_mbox
from readycheck.demand.files.text import Origin
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, busy, imported, mistakes, recognised, written
from tests.demand.mailboxes import BORDER, FRIDAY, MONDAY, PARTS, PLAIN, QP, mail, message, parted, rows


def test_the_sample_of_gmail_counted_by_hand() -> None:
    result = imported(EXPORTS / "gmail_takeout.mbox", kind="contacts")
    counts = result.entry["counts"]
    # message 1: Fri 19 Dec 2025 22:41:17 +0200; message 2 is the shop's answer in the same thread, and no contact
    assert (result.entry["rows"], busy(counts), counts["channels"]) == (2, {(4, 22): 1}, {"email": 1})
    assert (result.entry["rejected"], result.entry["source"]) == ({}, "mbox")
    # answered Sat 09:06:08: 1 h 18 min 43 s to midnight and 9 h 6 min 8 s after it
    assert counts["responses"]["email"]["median_s"] == 4723 + 32768
    assert not any("sent mail must be left out" in str(note) for note in result.notes)


@pytest.mark.parametrize("labels", [
    "Inbox,Unread", "Saapuneet,Avattu", "Sent items from Finland", "Asiakaspalvelu/Sent", '"Sent, later"',
])
def test_labels_of_mail_that_came(labels: str, tmp_path: Path) -> None:
    assert [row["Folder"] for row in rows(tmp_path, mail(1, FRIDAY, f"X-Gmail-Labels: {labels}"))] == ["received"]


@pytest.mark.parametrize(("labels", "folder"), [
    ("Inbox,Sent", "sent"), ("SENT", "sent"), ("Lähetetyt", "sent"), ("Skickat,Öppnat", "sent"), ("Gesendet", "sent"),
    ("Messages archivés,Envoyés", "sent"), ("Envoyé", "sent"), ("Enviados", "sent"), ("Posta inviata", "sent"),
    ("Verzonden", "sent"), ("Wysłane", "sent"), ("Sendt", "sent"), ("Saadetud", "sent"), ("Отправленные", "sent"),
    ("Spam", "spam"), ("Roskaposti,Lukematon", "spam"), ("Skräppost", "spam"), ("Roskakori", "trash"),
    ("Papierkorb", "trash"), ("Papperskorgen", "trash"), ("Luonnokset", "draft"), ("Utkast", "draft"),
    ("Entwürfe", "draft"), ("Brouillons", "draft"),
    ("Chat", "chat"), ('"Sent"', "sent"), ("Inbox, Sent ", "sent"), ("Sent,Trash", "sent"), ("Sent,Draft", "draft"),
])
def test_labels_in_many_languages(labels: str, folder: str, tmp_path: Path) -> None:
    whole = f"=?UTF-8?B?{base64.b64encode(labels.encode()).decode()}?="
    for header in (labels, Header(labels, "utf-8", 40).encode(), whole):
        content = mail(1, FRIDAY, f"X-Gmail-Labels: {header}")
        assert [row["Folder"] for row in rows(tmp_path, content)] == [folder]


def test_a_label_torn_apart_in_the_middle_of_a_letter(tmp_path: Path) -> None:
    # ä is C3 A4, and stands in two encoded words on two lines
    content = mail(1, FRIDAY, "X-Gmail-Labels: =?UTF-8?Q?L=C3?=\n =?UTF-8?Q?=A4hetetyt,Avattu?=")
    assert rows(tmp_path, content)[0]["Folder"] == "sent"


def test_only_what_customers_sent_is_counted(tmp_path: Path) -> None:
    labels = ("Inbox", "Sent", "Spam", "Trash", "Drafts", "Chat", "Inbox")
    content = "".join(mail(n, FRIDAY, f"X-GM-THRID: {n}", f"X-Gmail-Labels: {label}") for n, label in enumerate(labels))
    result = imported(written(tmp_path, content, "box.mbox"), kind="contacts")
    assert busy(result.entry["counts"]) == {(4, 22): 2}
    # messages 2 to 6, each in a thread of its own
    (refused,) = result.rejected
    assert (refused.cause, refused.count, refused.line, refused.unit) == ("left out by its status", 5, 2, "message")



OWN, LINE = "2025-11-28 22:12:41+02:00", "2025-12-19 20:41:17+00:00"


@pytest.mark.parametrize(("date", "expected"), [
    ("Fri, 28 Nov 2025 22:12:41 +0200", OWN), ("28 November 2025 22:12:41 +0200", OWN),
    ("Fri, 28 Nov 25 22:12:41 +0200", OWN), ("Fri, 28 Nov 2025 22:12:41 +0200 (EET)", OWN),
    ("28 Nov 2025 22:12:41 -0500", "2025-11-28 22:12:41-05:00"),
    ("28 Nov 2025 22:12 +0200", "2025-11-28 22:12:00+02:00"),
    ("Fri, 28 Nov 2025 22:12:41 GMT", "2025-11-28 22:12:41+00:00"),
    ("Fri, 28 Nov 2025 22:12:41 EST", "2025-11-28 22:12:41-05:00"),
    ("Fri, 28 Nov 2025 22:12:60 +0200", "2025-11-28 22:12:59+02:00"),
    ("Fri, 28 Nov 2025 22:12:41", "2025-11-28 22:12:41"),
    # nothing that can be read: the mailbox's own line, which is UTC
    ("32 Foo 99999999999999999999", LINE), ("", LINE), ("Fri, 31 Nov 2025 22:12:41 +0200", LINE),
    ("Fri, 28 Nov 2025 25:12:41 +0200", LINE), ("Fri, 28 Nov 2025 22:12:41 +9999", LINE),
])
def test_times(date: str, expected: str, tmp_path: Path) -> None:
    assert rows(tmp_path, message(f"Date: {date}"))[0]["Date"] == expected


@pytest.mark.parametrize(("border", "expected"), [
    ("From maija Fri Nov 28 20:12:41 2025", "2025-11-28 20:12:41+00:00"),
    ("From maija Fri Nov 28 22:12:41 +0200 2025", "2025-11-28 22:12:41+02:00"),
    ("From maija Sun Nov  2 20:12:41 UTC 2025", "2025-11-02 20:12:41+00:00"),
    # Thunderbird writes there when it stored the message, which is no time of the message
    ("From - Fri Nov 28 20:12:41 2025", ""), ("From maija", ""), ("From maija someday", ""),
])
def test_the_line_before_a_message_without_a_date(border: str, expected: str, tmp_path: Path) -> None:
    assert rows(tmp_path, message("Subject: x", border=border))[0]["Date"] == expected


def test_messages_without_any_time_are_refused_by_cause(tmp_path: Path) -> None:
    lone = "From -"
    content = mail(1) + message("Subject: x", border=lone) + message("Date: 32 Foo", border=lone) \
        + message("Date: Fri, 28 Nov 1980 10:00:00 +0000", border=lone) + message(border=f"{BORDER}\n", body="no head")
    result = imported(written(tmp_path, content, "box.mbox"), kind="contacts")
    assert {(r.cause, r.count, r.line) for r in result.rejected} == {
        ("time missing", 1, 2), ("time not readable", 1, 3), ("time before 1990", 1, 4),
        ("message empty or not readable", 1, 5),
    }
    assert busy(result.entry["counts"]) == {(4, 22): 1}


def test_times_move_into_the_shops_zone(tmp_path: Path) -> None:
    # Fri 22:12 in New York is Sat 05:12 in Helsinki
    content = mail(1, "Fri, 28 Nov 2025 22:12:41 -0500")
    assert busy(imported(written(tmp_path, content, "box.mbox"), kind="contacts").entry["counts"]) == {(5, 5): 1}


def test_where_messages_begin(tmp_path: Path) -> None:
    body = "\n".join(["From the start:", "", "From here on", "it goes well.", ">From a line", ">>From two",
                      "x From 17@xxx Fri Dec 19 20:41:17 +0000 2025", "", "From 8:30 we are open in 2025"])
    content = mail(1, FRIDAY, body=body) + mail(2, MONDAY)
    found = rows(tmp_path, content, texts=True)
    assert len(found) == 2
    assert found[0]["Text"].startswith("From the start: From here on it goes well. From a line >From two x From ")
    # no empty line before the border, Windows line breaks, a mark at the beginning, no date in the border
    assert len(rows(tmp_path, content.replace("\n\n\nFrom ", "\nFrom "))) == 2
    assert len(rows(tmp_path, content.replace("\n", "\r\n"))) == 2
    assert len(rows(tmp_path, "\ufeff\n" + content)) == 2
    assert len(rows(tmp_path, message("Subject: a", border="From a") + message("X-Y: b", border="From b"))) == 2


@pytest.mark.parametrize("chunk", [1025, 1400, 2047, 5000])
def test_borders_are_found_wherever_a_chunk_ends(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "".join(mail(n, FRIDAY, "Subject: " + "s" * (n % 37), body="b" * (n * 7 % 901)) for n in range(300))
    path = written(tmp_path, content, "box.mbox")
    origin = Origin(path, path.name, tmp_path / "0.csv")
    whole = list(mbox_messages.messages(origin, 1 << 20))
    monkeypatch.setattr(mbox_messages, "CHUNK", chunk)
    assert list(mbox_messages.messages(origin, 1 << 20)) == whole
    assert (len(whole), "".join(piece.decode() for piece in whole)) == (300, content)
    assert [len(piece) for piece in mbox_messages.messages(origin, 100)] == [min(len(piece), 100) for piece in whole]


@pytest.mark.parametrize(("header", "expected"), [
    ("Subject: =?UTF-8?Q?Miss=C3=A4_paketti=3F?=", "Missä paketti?"), ("SUBJECT: Missä\n paketti", "Missä paketti"),
    ("Subject: =?utf-8?q?a=0D=0ABcc:_x=1B]52;c;QQ=3D=3D=1B=5C?=", "a Bcc: x ]52;c;QQ== \\"),
    ("Subject: =?iso-8859-1?Q?2=962_arkip=E4iv=E4=E4?=", "2–2 arkipäivää"), ("Subject: =?nope?Q?=C3=A4?=", "ä"),
    ("Subject: =?zlib_codec?B?QUJD?=", "ABC"), ("Subject: =?idna?Q?" + "a" * 3000 + "?=", "a" * 500),
    ("Subject: =?utf-8?B?!!!!?=", ""), ("Subject: =?utf-8?Q?a?= =?utf-8?Q?b?= c", "ab c"),
    ("Subject: Tilaus 1001 maija.testi@example.fi +358401234567", "Tilaus 1001"), ("X-Subject: no", ""),
])
def test_subjects(header: str, expected: str, tmp_path: Path) -> None:
    assert rows(tmp_path, mail(1, FRIDAY, header))[0]["Subject"] == expected


@pytest.mark.parametrize(("headers", "body", "expected"), [
    ([], "Missä pakettini on?", "Missä pakettini on?"), ([PLAIN, QP], "Miss=C3=A4 =\npaketti", "Missä paketti"),
    (["Content-Type: text/plain; charset=iso-8859-1", QP], "2=962 =E4", "2–2 ä"),
    (["Content-Transfer-Encoding: base64"], base64.b64encode("Hei äiti".encode()).decode(), "Hei äiti"),
    (["Content-Type: text/html"], "<style>p{}</style><p>Hei&nbsp;<b>sinä</b></p>", "Hei sinä"),
    ([PARTS], parted("Content-Type: text/html\n\n<p>html</p>", f"{PLAIN}\n\nteksti"), "teksti"),
    ([PARTS], parted("Content-Type: image/png\n\nxxxx", "Content-Type: text/html\n\n<p>html</p>"), "html"),
    ([PARTS], parted(f"{PLAIN}\nContent-Disposition: attachment; filename=x\n\nliite", f"{PLAIN}\n\nteksti"),
     "teksti"),
    ([PARTS], parted("Content-Type: multipart/alternative; boundary=\"b 12\"\n\n--b 12\n\nsisin\n--b 12--"), "sisin"),
    ([PARTS], parted("\nteksti ilman otsakkeita"), "teksti ilman otsakkeita"),
    ([PARTS], "nothing of the kind", ""), (["Content-Type: application/pdf"], "xxxx", ""),
    ([], "Soita 0401234567 tai maija@example.fi heti", "Soita tai heti"), ([], "x " * 9000, "x " * 1999 + "x"),
])
def test_the_first_text_where_it_was_asked_for(headers: list[str], body: str, expected: str, tmp_path: Path) -> None:
    content = mail(1, FRIDAY, *headers, body=body)
    assert rows(tmp_path, content, texts=True)[0]["Text"].strip() == expected
    assert "Text" not in rows(tmp_path, content)[0]


def test_no_name_address_or_text_reaches_the_copy(tmp_path: Path) -> None:
    people = ("Maija", "Testi", "maija.testi", "example", "asiakaspalvelu", "tästä", "Vastaus", "a1@", "16618289176745")
    origin = Origin(EXPORTS / "gmail_takeout.mbox", "x", tmp_path / "0.csv")
    copy = read_mbox(origin).readable.read_text(encoding="utf-8")
    assert [person for person in people if person in copy] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.csv"]


def test_a_mailbox_without_labels_says_what_it_cannot_know(tmp_path: Path) -> None:
    lines = [str(line) for line in recognised(written(tmp_path, mail(1), "Inbox"), kind="contacts").lines]
    assert [line for line in lines if "sent mail must be left out of the export" in line]
    assert "Inbox: Mailbox (mbox) (recognised by what is in the file); mbox" in lines


def test_mail_that_thunderbird_has_deleted_is_left_out(tmp_path: Path) -> None:
    flags = ("0001", "0009", "8008", "zz")
    found = rows(tmp_path, "".join(mail(n, FRIDAY, f"X-Mozilla-Status: {flag}") for n, flag in enumerate(flags)))
    assert [row["Folder"] for row in found] == ["received", "trash", "trash", "received"]


@pytest.mark.parametrize("start", [
    "Received: by x\n", "DKIM-Signature: a\n b\nX-Y: z\n", "Content-Type: text/plain\n", "",
])
def test_a_message_alone_is_no_mailbox(start: str, tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        recognised(written(tmp_path, f"{start}From: a@b.fi\nDate: {FRIDAY}\n\nHei\n", "x.eml"), kind="contacts")
    assert mistakes(error.value) == [
        "x.eml: this is one e-mail message, not a mailbox. Export the whole mailbox as mbox.",
    ]


def test_orders_are_not_looked_for_in_mail() -> None:
    with pytest.raises(ReadycheckError) as error:
        recognised(EXPORTS / "gmail_takeout.mbox")
    assert "import contacts" in mistakes(error.value)[0]
