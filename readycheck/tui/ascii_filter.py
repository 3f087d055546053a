"""The app on a terminal without the signs it draws with: every sign another one of the same width."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from rich.cells import split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from readycheck.signs import can_write

# the charts' signs become what report.charts.terminal_canvas.ASCII draws with
_SIGNS = {
    ".": "·░▁▂…∙", ":": "▃▄┊▒", "#": "▅▆▇█◕■▓▀", "=": "━═", "-": "─–−—‐╌◔╶╴", "/": "╱", "|": "│╷╵▏▎▍▌▋▊▉▐▕┃║",
    "+": "┿├┤┬┴┼╭╮╰╯┌┐└┘◑✓✔±", "o": "○☆", "*": "●★•", "^": "▲↑⇧", "v": "▼▾↓", ">": "▸▶→›⏵", "<": "◀←‹◂", "x": "✗✕×",
    "X": "✖", "!": "⚠", "_": "␣▔", "'": "’‘′", '"': "“”„»«", "E": "⏎", "S": "§Σ", "N": "№", "~": "≠≈",
    " ": "\u00a0\u202f\u2009",
}
_TABLE = {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}
_KEYS = {
    "↑↓": "up/down", "←→": "left/right", "⏎": "enter", "␣": "space", "⇧": "shift+", "↑": "up", "↓": "down", "←": "left",
    "→": "right",
}


def key_in_words(display: str) -> str:
    """A key's sign as its name: "^" alone would be read as ctrl."""
    for sign, name in _KEYS.items():
        display = display.replace(sign, name)
    return display


class AsciiSigns(LineFilter):
    """Marks and charts in ASCII; letters stay where `encoding` has them, else they lose their accents."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, cell for cell."""
        return [
            segment if segment.text.isascii() else Segment(plain(segment.text, self._encoding), *segment[1:])
            for segment in segments
        ]


@lru_cache(4096)
def plain(text: str, encoding: str) -> str:
    """`text` without the signs that are missing; as many cells wide as before."""
    signs, _ = split_graphemes(text)
    return "".join(_one(text[start:end], width, encoding) for start, end, width in signs)


@cache
def _one(sign: str, width: int, encoding: str) -> str:
    """A sign's stand-in, with the marks that stand on it; "?" for each cell of one that has none."""
    if sign.isascii():
        return sign
    if len(sign) == 1 and ord(sign) in _TABLE:
        return _TABLE[ord(sign)]
    kind = unicodedata.category(sign[0])
    if (kind[0] == "L" or kind in ("Sc", "No")) and can_write(sign, encoding):
        return sign
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if width == 1 and kind[0] == "L" and base.isascii() else "?" * width
