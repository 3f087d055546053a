"""Text that came from a file or a person is data: made harmless here, once, for every sink."""

from __future__ import annotations

import re
import unicodedata

_BIDI_AND_ZERO_WIDTH = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f"
# ZWJ and ZWNJ stay: emoji and some scripts need them; tab and newline are handled by the caller's wish.
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI_AND_ZERO_WIDTH}\u2028\u2029\ud800-\udfff]")
_MAX_MARKS = 4
QUOTED = 24  # characters


def clean(text: str, *, lines: bool = False) -> str:
    """`text` without control, bidi-override and zero-width characters (each becomes U+FFFD).

    Newlines become spaces unless `lines`; runs of combining marks are capped at four.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not lines:
        text = text.replace("\n", " ")
    text = _UNSAFE.sub("\ufffd", text)
    return text if text.isascii() else _cap_marks(text)


def _cap_marks(text: str) -> str:
    """Stacked combining marks overflow a terminal line: keep the first few."""
    if not any(map(unicodedata.combining, text)):  # as nearly every text has none, and this is three times as fast
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MAX_MARKS:
            kept.append(char)
    return "".join(kept)


def quoted(text: str) -> str:
    """What was typed, or how it begins: somebody may have pasted a whole letter, and the reason stands behind it."""
    text = " ".join(text.split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED - 1]}…"


def slug(name: str, fallback: str = "shop") -> str:
    """A folder name `[a-z0-9-]{1,40}` made from a shop's name; never a reserved or empty one."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:40].strip("-")
    reserved = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
    if not made or made in reserved:
        return f"{fallback}-{made}" if made else fallback
    return made
