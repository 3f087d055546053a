"""Files that are no CSV, known by their first bytes, and what to do with each."""

from __future__ import annotations

from readycheck.core.message import Message, say

_AS_CSV = say("Open it in a spreadsheet program and save it as CSV (UTF-8).")
_EXPORT_CSV = say("Export it as CSV instead.")
_MAGIC: tuple[tuple[bytes, Message, Message], ...] = (
    (b"PK\x03\x04", say("this is an Excel workbook or another packed file, not a CSV table."), _AS_CSV),
    (b"\xd0\xcf\x11\xe0", say("this is an old Excel or Office file, not a CSV table."), _AS_CSV),
    (b"\x1f\x8b", say("this is a packed file (gzip), not a table."), say("Unpack it first.")),
    (b"%PDF", say("this is a PDF document, not a table."), _EXPORT_CSV),
    (b"\x89PNG", say("this is a picture, not a table."), _EXPORT_CSV),
    (b"\xff\xd8\xff", say("this is a picture, not a table."), _EXPORT_CSV),
    (b"GIF8", say("this is a picture, not a table."), _EXPORT_CSV),
    (b"SQLite format 3", say("this is a database, not a table."), _EXPORT_CSV),
    (b"PAR1", say("this is a Parquet file, not a CSV table."), _EXPORT_CSV),
)
_OPENINGS: tuple[tuple[bytes, Message, Message], ...] = (
    (b"{", say("this is a JSON file, not a CSV table."), _EXPORT_CSV),
    *((opening, say("this is a JSON file, not a CSV table."), _EXPORT_CSV) for opening in (b"[{", b"[[", b'["')),
    (b"<", say("this is a web page or an XML file, not a CSV table."), _EXPORT_CSV),
    (b"From ", say("this is a mailbox, not a CSV table."),
     say("Export the messages' dates as CSV, a row for each conversation.")),
    *((header, say("this is an e-mail message, not a table."), _EXPORT_CSV) for header in (
        b"Received: ", b"Return-Path: ", b"Delivered-To: ", b"From: ", b"To: ", b"Subject: ", b"Message-ID: ",
        b"MIME-Version: ", b"Date: ",
    )),
)
_TEXT_CONTROLS = b"\t\n\r\f"
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
MOST_CONTROLS = 0.05


def not_a_table(head: bytes) -> tuple[Message, Message] | None:
    """What a file is, by its first bytes, and how to mend it; None where it may be a table in text."""
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            return what, remedy
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    squeezed = start[:1] + start[1:].lstrip() if start.startswith(b"[") else start
    for opening, what, remedy in _OPENINGS:
        if squeezed.startswith(opening):
            return what, remedy
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > MOST_CONTROLS * len(head):
        return say("this is not a table: it holds bytes that no text has."), _EXPORT_CSV
    return None
