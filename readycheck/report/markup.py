"""HTML and SVG as text: everything that is written goes through `tag`, which escapes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

Attribute = str | float | None


class Drawn(str):
    """Markup that is already escaped."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: Attribute) -> Drawn:
    """`<name …>children</name>`; plain texts among the children are escaped, Drawn ones kept.

    `class_` is written as class, underscores in other names as hyphens; numbers to two decimals; None not at all.
    """
    inside = "".join([child if isinstance(child, Drawn) else escape(child) for child in children])
    if not attributes:
        return Drawn(f"<{name}>{inside}</{name}>")
    written = "".join([
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    ])
    return Drawn(f"<{name}{written}>{inside}</{name}>")


def lines(pieces: Iterable[str]) -> Drawn:
    """Pieces of markup under each other, for who reads the file's text; plain texts are escaped."""
    return Drawn("\n".join([piece if isinstance(piece, Drawn) else escape(piece) for piece in pieces]))


def block(name: str, /, *children: str, **attributes: Attribute) -> Drawn:
    """`tag` with each child on a line of its own."""
    return tag(name, Drawn("\n"), lines(children), Drawn("\n"), **attributes)


@lru_cache
def _name(key: str) -> str:
    return key if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else plain(value)


@lru_cache(maxsize=2048)  # a picture's rows and columns stand at the same few places
def plain(value: float) -> str:
    """A coordinate: at most two decimals, none that say nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
