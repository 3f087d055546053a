"""Mailboxes counted by hand: threads, sent mail in many languages, times, borders, and mail made to break a reader."""

from __future__ import annotations

import base64
import csv
import time
from email.header import Header
from pathlib import Path

import pytest

from readycheck.demand.files import mbox_messages
from readycheck.demand.files.mbox import read_mbox
from readycheck.demand.files.text import Origin
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, HOSTILE, busy, imported, mistakes, recognised, written
from tests.demand.measuring import SECONDS, taken

# 28 Nov 2025 was a Friday (weekday 4), 1 Dec a Monday (0)
FRIDAY, MONDAY = "Fri, 28 Nov 2025 22:12:41 +0200", "Mon, 01 Dec 2025 21:03:10 +0200"
BORDER = "From 17@xxx Fri Dec 19 20:41:17 +0000 2025"


def message(*headers: str, body: str = "Hei", border: str = BORDER) -> str:
    return "\n".join([border, *headers, "", body, "", ""])


def mail(number: int, date: str = FRIDAY, *headers: str, body: str = "Hei") -> str:
    return message(f"Message-ID: <{number}@b.fi>", f"Date: {date}", *headers, body=body)


def rows(folder: Path, content: str | bytes, *, texts: bool = False) -> list[dict[str, str]]:
    path = written(folder, content, "box.mbox")
    table = read_mbox(Origin(path, path.name, folder / "0.csv", texts=texts))
    with table.readable.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def threads(folder: Path, content: str) -> list[list[int]]:
    """Which messages (from 0) share a thread."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows(folder, content)):
        found.setdefault(row["Thread"], []).append(number)
    return list(found.values())


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


def test_a_thread_is_one_contact_at_its_first_message(tmp_path: Path) -> None:
    content = "".join([
        mail(2, MONDAY, "X-GM-THRID: 7", "X-Gmail-Labels: Inbox"),
        mail(1, FRIDAY, "X-GM-THRID: 7", "X-Gmail-Labels: Inbox"),
        mail(3, MONDAY, "X-GM-THRID: 8", "X-Gmail-Labels: Inbox"),
    ])
    result = imported(written(tmp_path, content, "box.mbox"), kind="contacts")
    assert busy(result.entry["counts"]) == {(4, 22): 1, (0, 21): 1}


@pytest.mark.parametrize(("headers", "expected"), [
    # by what each answers to, in any order
    (["", "In-Reply-To: <0@b.fi>", "In-Reply-To: <1@b.fi>", ""], [[0, 1, 2], [3]]),
    (["In-Reply-To: <1@b.fi>", "In-Reply-To: <2@b.fi>", "", ""], [[0, 1, 2], [3]]),
    (["References: <9@b.fi> <8@b.fi>", "References: <9@b.fi>\n <7@b.fi>", "", "In-Reply-To: <8@b.fi>"],
     [[0, 1, 3], [2]]),
    # Gmail's own number before all else
    (["X-GM-THRID: 1", "X-GM-THRID: 2\nIn-Reply-To: <0@b.fi>", "X-GM-THRID: 1", "in-reply-to: <1@b.fi>"],
     [[0, 2], [1, 3]]),
    (["References: ", "In-Reply-To: not an id", "In-Reply-To: not an id", "In-Reply-To: <[foo"], [[0], [1, 2], [3]]),
])
def test_threads(headers: list[str], expected: list[list[int]], tmp_path: Path) -> None:
    assert threads(tmp_path, "".join(mail(n, FRIDAY, header) for n, header in enumerate(headers))) == expected


def test_messages_without_ids_are_contacts_of_their_own_and_doubled_ones_are_one(tmp_path: Path) -> None:
    assert threads(tmp_path, 3 * message(f"Date: {FRIDAY}")) == [[0], [1], [2]]
    assert threads(tmp_path, 3 * mail(1)) == [[0, 1, 2]]


def test_threads_go_on_in_other_files_and_messages_without_ids_do_not(tmp_path: Path) -> None:
    first = written(tmp_path, mail(1) + mail(5) + message(f"Date: {FRIDAY}"), "a.mbox")
    answers = mail(2, MONDAY, "References: <1@b.fi>") + mail(3, MONDAY, "References: <1@b.fi> <2@b.fi>") \
        + mail(4, MONDAY, "In-Reply-To: <5@b.fi>")
    second = written(tmp_path, answers + message(f"Date: {MONDAY}"), "b.mbox")
    # threads of 1 and 5 and a message without an id on Friday; on Monday only another message without an id is new
    assert busy(imported(first, second, kind="contacts").entry["counts"]) == {(4, 22): 3, (0, 21): 1}


def test_the_first_answer_after_the_first_question(tmp_path: Path) -> None:
    def at(hour: int, label: str) -> str:
        return mail(hour, f"Fri, 28 Nov 2025 {hour:02}:00:00 +0200", "X-GM-THRID: 1", f"X-Gmail-Labels: {label}")

    content = at(15, "Sent") + at(8, "Sent") + at(12, "Inbox") + at(10, "Inbox") + at(13, "Lähetetyt")
    # the 8 o'clock message is older than any question; asked at 10, answered at 13, which is 11 UTC
    assert {row["First reply"] for row in rows(tmp_path, content)} == {"2025-11-28 11:00:00Z"}
    assert rows(tmp_path, at(10, "Inbox") + at(8, "Sent"))[0]["First reply"] == ""


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


PLAIN = "Content-Type: text/plain; charset=utf-8"
QP = "Content-Transfer-Encoding: quoted-printable"
PARTS = "Content-Type: multipart/mixed; boundary=\"b 1\""


def parted(*parts: str) -> str:
    return "".join(f"--b 1\n{part}\n" for part in parts) + "--b 1--"


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


SAMPLES = sorted(path.name for path in HOSTILE.glob("eml_*.eml"))


def box_of(folder: Path, *names: str) -> Path:
    """A mailbox of messages that were made to break a reader."""
    raw = (BORDER.encode() + b"\n" + (HOSTILE / name).read_bytes() + b"\n\n" for name in names)
    return written(folder, b"".join(raw), "box.mbox")


def test_there_are_hostile_samples() -> None:
    assert len(SAMPLES) == 9


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_hostile_messages_take_two_seconds_and_200_megabytes_at_most(name: str, tmp_path: Path) -> None:
    found = taken(box_of(tmp_path, name), "contacts").within()
    # the one without any header is no message; of the others the border tells when they came
    assert found.refused is False
    assert any("message empty or not readable" in line for line in found.told) == (name == "eml_no_headers.eml")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for line in found.told for char in line)


def test_hostile_messages_in_one_mailbox_with_their_texts(tmp_path: Path) -> None:
    path = box_of(tmp_path, *SAMPLES)
    began = time.process_time()
    table = read_mbox(Origin(path, path.name, tmp_path / "0.csv", texts=True))
    assert time.process_time() - began < SECONDS
    content = table.readable.read_text(encoding="utf-8")
    assert len(content.splitlines()) == 1 + len(SAMPLES)
    assert "Toimitusaika 2 pv" in content and not any(sign in content for sign in ("\x1b", "\r", "http", "bashrc", "<"))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["0.csv", "box.mbox"]


BOMBS = {
    "a header of ten megabytes": mail(1, FRIDAY, "Subject: " + "x" * 10_000_000),
    "a million folded lines": mail(1, FRIDAY, "References: <a@b>" + "\n <a@b>" * 1_000_000),
    "encoded words": mail(1, FRIDAY, "X-Gmail-Labels: " + "=?utf-8?b?U2VudCw=?= " * 100_000),
    "quotes": mail(1, FRIDAY, 'X-Gmail-Labels: "' + ',"' * 500_000),
    "borders": "From x\n" * 500_000,
    "small messages": "From x\nSubject: y\n\n" * 20_000,
    "one line": BORDER + "\n" + "x" * 20_000_000,
    "no end of parts": mail(1, FRIDAY, "Content-Type: multipart/mixed; boundary=b", body="--b\n\n" * 500_000),
    "tags": mail(1, FRIDAY, "Content-Type: text/html", body="<style" * 300_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, BOMBS[name], "box.mbox")
    assert taken(path, "contacts").within().told
    began = time.process_time()
    read_mbox(Origin(path, path.name, tmp_path / "0.csv", texts=True))
    assert time.process_time() - began < SECONDS


@pytest.mark.slow
def test_a_big_mailbox_in_constant_memory(tmp_path: Path) -> None:
    path, attached = tmp_path / "big.mbox", base64.encodebytes(bytes(range(256)) * 400).decode()
    with path.open("w", encoding="utf-8") as file:
        for number in range(2_000):
            body = parted(f"{PLAIN}\n\nHei", f"\n{attached}")
            file.write(mail(number, FRIDAY, f"X-GM-THRID: {number // 2}", PARTS, body=body))
    found = taken(path, "contacts")
    assert path.stat().st_size > 270_000_000 and any(line == "channels: e-mail 1,000" for line in found.told)
    # at least 30 MB a second
    assert found.seconds < 9 and found.megabytes < 200
