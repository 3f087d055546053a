"""Sentences in lines of a terminal's width; apart from the tables, which bring the whole report with them."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns that `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, columns: int, indent: str = "", hang: str | None = None) -> list[str]:
    """`text` in lines of at most `columns`; `indent` before the first, `hang` (else the same) before the rest."""
    lines, line = [], indent
    after = indent if hang is None else hang
    empty = True
    for word in text.split(" "):
        for piece in _pieces(word, columns - width(after)):
            if not empty and width(line) + 1 + width(piece) > columns:
                lines.append(line)
                line, empty = after, True
            line, empty = (line + piece if empty else f"{line} {piece}"), False
    return [*lines, line]


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word too long for a line, cut."""
    while room > 0 and width(word) > room:
        yield word[:room]
        word = word[room:]
    yield word
