"""What a file is, by its first bytes; and what to tell of one that no reader takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readycheck.core.message import Message, say

_NO_TABLE = say("this is not a table.")
_LOOKED_FOR = say("Looked for: orders, contacts or survey answers, exported as CSV, Excel, JSON, Parquet or mbox.")


@dataclass(frozen=True)
class FileKind:
    """One kind of file that is no CSV: the name by which opening.py finds its reader, and how it is refused."""

    id: str
    what: Message = _NO_TABLE
    remedy: Message = _LOOKED_FOR


_PICTURE = FileKind("picture", say("this is a picture, not a table."))
_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"PK\x03\x04", FileKind("zip")),
    (b"\xd0\xcf\x11\xe0", FileKind("ole")),
    (b"\x1f\x8b", FileKind("gzip")),
    (b"PAR1", FileKind("parquet")),
    (b"%PDF", FileKind("pdf", say("this is a PDF document, not a table."))),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE),
    (b"SQLite format 3", FileKind("database", say("this is a database, not a table."))),
)
_HEADER = rb"[!-9;-~]{1,60}[ \t]*:"
_EMAIL = FileKind("email", say("this is one e-mail message, not a mailbox."), say("Export the whole mailbox as mbox."))
_TEXTS: tuple[tuple[re.Pattern[bytes], FileKind], ...] = (
    (re.compile(rb"\{|\[\s*(?:[\[{\]\"]|null\b)"), FileKind("json")),
    (re.compile(rb"<"), FileKind("markup", say("this is a web page or an XML file, not a table."))),
    # a table may begin with a heading such as "From date": a mailbox has a clock on that line, or a header below it
    (re.compile(rb"From [^\n]{0,300}(?:\d:\d\d|\n>?" + _HEADER + rb")"), FileKind("mbox")),
    (re.compile(rb"(?:Received|Return-Path|Delivered-To|From|To|Subject|Message-ID|MIME-Version|Date|Content-Type): ",
                re.IGNORECASE), _EMAIL),
    (re.compile(rb"(?:(?!From|Date)" + _HEADER + rb"[^\n]*\n(?:[ \t][^\n]*\n)*){1,200}(?:From|Date): ",
                re.IGNORECASE), _EMAIL),
)
"""What the text of a file begins with, after a mark and blanks."""

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
    for opening, kind in _TEXTS:
        if opening.match(start):
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
