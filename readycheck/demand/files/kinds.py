"""What a file is, by its first bytes; and what to tell of one that no reader takes."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message, say

_AS_CSV = say("Open it in a spreadsheet program and save it as CSV (UTF-8).")
_EXPORT_CSV = say("Export it as CSV instead.")
_JSON = say("this is a JSON file, not a CSV table.")
_EMAIL = say("this is an e-mail message, not a table.")


@dataclass(frozen=True)
class FileKind:
    """One kind of file that is no CSV: the name by which opening.py finds its reader, and how it is refused."""

    id: str
    what: Message
    remedy: Message = _EXPORT_CSV


_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"PK\x03\x04", FileKind("zip", say("this is an Excel workbook or another packed file, not a CSV table."),
                             _AS_CSV)),
    (b"\xd0\xcf\x11\xe0", FileKind("ole", say("this is an old Excel or Office file, not a CSV table."), _AS_CSV)),
    (b"\x1f\x8b", FileKind("gzip", say("this is a packed file (gzip), not a table."), say("Unpack it first."))),
    (b"%PDF", FileKind("pdf", say("this is a PDF document, not a table."))),
    (b"\x89PNG", FileKind("picture", say("this is a picture, not a table."))),
    (b"\xff\xd8\xff", FileKind("picture", say("this is a picture, not a table."))),
    (b"GIF8", FileKind("picture", say("this is a picture, not a table."))),
    (b"SQLite format 3", FileKind("database", say("this is a database, not a table."))),
    (b"PAR1", FileKind("parquet", say("this is a Parquet file, not a CSV table."))),
)
_OPENINGS: tuple[tuple[bytes, FileKind], ...] = (
    *((opening, FileKind("json", _JSON)) for opening in (b"{", b"[{", b"[[", b'["')),
    (b"<", FileKind("markup", say("this is a web page or an XML file, not a CSV table."))),
    (b"From ", FileKind("mbox", say("this is a mailbox, not a CSV table."),
                        say("Export the messages' dates as CSV, a row for each conversation."))),
    *((header, FileKind("email", _EMAIL)) for header in (
        b"Received: ", b"Return-Path: ", b"Delivered-To: ", b"From: ", b"To: ", b"Subject: ", b"Message-ID: ",
        b"MIME-Version: ", b"Date: ",
    )),
)
_NO_TEXT = FileKind("binary", say("this is not a table: it holds bytes that no text has."))
_TEXT_CONTROLS = b"\t\n\r\f"
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
MOST_CONTROLS = 0.05
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def kind_of(head: bytes) -> FileKind | None:
    """What a file is, by its first bytes; None where it may be a table in text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    codec = utf16(head)
    return _kind_of_text(head.decode(codec, "replace").encode() if codec else head)


def _kind_of_text(head: bytes) -> FileKind | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    squeezed = start[:1] + start[1:].lstrip() if start.startswith(b"[") else start
    for opening, kind in _OPENINGS:
        if squeezed.startswith(opening):
            return kind
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return _NO_TEXT if controls > MOST_CONTROLS * len(head) else None


def utf16(head: bytes) -> str | None:
    """The codec of a UTF-16 text: by its mark, else by the zero in every other byte; None: it is another."""
    for mark, codec in _UTF16_MARKS.items():
        if head.startswith(mark):
            return codec
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > 0.4 * len(zeros) and len(zeros) > 1:
            return codec
    return None
