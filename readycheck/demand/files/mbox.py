"""Mailboxes (Gmail Takeout, Thunderbird, Apple Mail) as tables: a message a row, without names, addresses and text."""

from __future__ import annotations

import csv
import re
from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from pathlib import Path

from readycheck.core.message import say
from readycheck.demand.files.copies import one_line
from readycheck.demand.files.mail_body import first_text
from readycheck.demand.files.mail_folders import RECEIVED, SENT, folder_of
from readycheck.demand.files.mail_headers import Headers, decoded, headers_of, is_mail, split_head
from readycheck.demand.files.mail_threads import NEVER, Threads, first_replies
from readycheck.demand.files.mail_times import came_at, sent_at, utc_second
from readycheck.demand.files.mbox_messages import messages
from readycheck.demand.files.text import Origin, TextFile, copied_table
from readycheck.errors import wrong

HEADINGS = ("Thread", "First reply", "Date", "Folder", "Channel", "Subject", "Text")
LONGEST_HEAD, LONGEST_BODY = 1 << 16, 1 << 18
LONGEST_SUBJECT, LONGEST_TEXT = 500, 4_000
MOST_MESSAGES = 500_000
UNREADABLE = "?"
_LONG_NUMBER = re.compile(r"\d{5}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_mbox(origin: Origin) -> TextFile:
    """The messages of a mailbox as rows; the column Folder tells those that are no customer's ("sent", "spam" …).

    Messages of one thread share a number in Thread, in all files of an import; First reply is when the first
    answer went out from the same mailbox. Texts only where they were asked for. ReadycheckError when there are no
    messages, or too many.
    """
    rows = origin.copy.with_suffix(".messages")
    box = _Mailbox(origin)
    with rows.open("w", encoding="utf-8", errors="replace", newline="") as file:
        for number, message in enumerate(messages(origin, LONGEST_HEAD + LONGEST_BODY * origin.texts)):
            if number == MOST_MESSAGES:
                raise wrong(say("the mailbox holds more than half a million messages."), say("Export a shorter time."),
                            file=origin.name)
            box.write(message, file)
    if not box.folders:
        raise wrong(say("this mailbox holds no messages."), say("Export it again as mbox."), file=origin.name)
    box.finish(rows, origin.copy)
    origin.progress.rows(len(box.folders))
    rows.unlink()
    notes = () if box.labelled else (say(
        "{file}: this mailbox does not say which messages the shop sent; sent mail must be left out of the export",
        file=origin.name,
    ),)
    return replace(copied_table(origin, "mbox", "message", -1), notes=notes)


class _Mailbox:
    """What is known of each message so far, in a few bytes each, while the rows themselves are on disk."""

    def __init__(self, origin: Origin) -> None:
        self._texts, self._threads, self._seconds = origin.texts, Threads(origin.copy.name), array("q")
        self.folders: list[str] = []
        self.labelled = False

    def write(self, message: bytes, file: TextIOWrapper) -> None:
        """The next message's row, but for its thread and answer; a message without any header makes an empty one."""
        border, _, rest = message.partition(b"\n")
        head, _ = split_head(rest)
        headers, real = headers_of(head), is_mail(head)
        moment = (sent_at(headers.get("date", "")) or came_at(border.decode("ascii", "replace"))) if real else None
        self._threads.add(headers)
        self._seconds.append(NEVER if moment is None else utc_second(moment))
        self.folders.append(folder_of(headers) if real else "")
        self.labelled = self.labelled or "x-gmail-labels" in headers
        text = [_words(first_text(rest)[:LONGEST_TEXT])] if self._texts else []
        csv.writer(file, lineterminator="\n").writerow([*self._cells(headers, moment), *text])

    def _cells(self, headers: Headers, moment: datetime | None) -> tuple[str, ...]:
        """Date, folder, channel and subject of the message that came last."""
        written = moment.isoformat(sep=" ") if moment else UNREADABLE if "date" in headers else ""
        folder, subject = self.folders[-1], _words(decoded(headers.get("subject", ""))[:LONGEST_SUBJECT])
        return written, folder, "email" if folder else "", subject

    def finish(self, rows: Path, copy: Path) -> None:
        """The copy: each row with its thread and the thread's first answer before it."""
        threads = self._threads.of_messages()
        names = self._threads.names()
        replies = first_replies(threads, self._seconds, self.folders, RECEIVED, SENT)
        width = len(HEADINGS) if self._texts else len(HEADINGS) - 1
        with rows.open(encoding="utf-8", newline="\n") as lines, copy.open("w", encoding="utf-8", newline="") as file:
            file.write(",".join(HEADINGS[:width]) + "\n")
            for line, thread, folder in zip(lines, threads, self.folders, strict=True):
                file.write(f"{names[thread]},{_iso(replies[thread])},{line}" if folder else f",,{line}")


def _words(text: str) -> str:
    """A text on one line, without addresses and long numbers: what it is about can be told without them."""
    return one_line(" ".join(word for word in text.split() if "@" not in word and not _LONG_NUMBER.search(word)))


def _iso(second: int) -> str:
    return "" if second == NEVER else (_EPOCH + timedelta(seconds=second)).strftime("%Y-%m-%d %H:%M:%SZ")
