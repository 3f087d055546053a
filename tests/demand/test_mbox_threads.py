"""Which messages are one contact, and when it was answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demand.imports import busy, imported, written
from tests.demand.mailboxes import FRIDAY, MONDAY, mail, message, rows, threads


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
