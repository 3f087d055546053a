"""A mailbox cut into its messages, of which only the beginning is held: a gigabyte takes no more room than a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readycheck.demand.files.text import CHUNK, Origin

LOOKAHEAD = 1 << 10
_OVERLAP = 16
_BLANK = b"\xef\xbb\xbf \t\r\n"
_DATED = re.compile(
    rb"From [^\n]{0,300}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +[A-Z][a-z]{2} +\d{1,2} +\d{1,2}:\d\d(?::\d\d)?\b"
    rb"[^\n]{0,30}\b\d{4}\b"
)
_BEFORE_HEADER = re.compile(
    rb"(?:(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,300}\n>?(?:X-|Return-|Received|Delivered|From|To|Cc|Bcc|Subject|Date"
    rb"|Message-|MIME-|Content-|Status|DKIM|Auth|ARC-|Reply-|Sender|In-Reply|References|Thread|List-|Precedence)"
    rb"[!-9;-~]{0,60}[ \t]*[: ]", re.IGNORECASE,
)


def messages(origin: Origin, kept: int) -> Iterator[bytes]:
    """The first `kept` bytes of each message, its "From " line first; nothing where the file begins otherwise."""
    with origin.path.open("rb") as file:
        rest = file.read(CHUNK).lstrip(_BLANK)
        if not rest.startswith(b"From "):
            return
        held, start, chunk = b"", 0, b"-"
        while chunk:
            chunk = file.read(CHUNK)
            origin.progress.done(len(chunk))
            rest += chunk
            end = len(rest) - LOOKAHEAD if chunk else len(rest)
            for border in _borders(rest, end):
                yield _grown(held, rest, start, border, kept)
                held, start = b"", border
            # what is near the end may be the beginning of a border, and is looked at again
            cut = max(start, end - _OVERLAP) if chunk else len(rest)
            held, rest, start = _grown(held, rest, start, cut, kept), rest[cut:], 0
        yield held


def _borders(text: bytes, end: int) -> Iterator[int]:
    """Where messages begin, but for the first: at a dated line, or at any other between an empty one and a header."""
    found = text.find(b"\nFrom ", 0, end)
    while found >= 0:
        if _DATED.match(text, found + 1) or _BEFORE_HEADER.match(text, found + 1):
            yield found + 1
        found = text.find(b"\nFrom ", found + 1, end)


def _grown(held: bytes, text: bytes, start: int, end: int, kept: int) -> bytes:
    """What is held of a message and what follows of it, as far as it is kept."""
    return held + text[start:min(end, start + kept - len(held))] if len(held) < kept else held
