"""Which signs the terminal has: told once, for the app and for what the commands print."""

from __future__ import annotations

from collections.abc import Mapping

SWITCH = "READYCHECK_ASCII"
BLOCK = "█"
UTF_8 = "utf-8"
ASCII = "ascii"
FEW_SIGNS = ("linux", "dumb", "vt52", "vt100", "vt102", "vt220", "ansi", "cons25")
"""Terminals whose font has letters but not the marks and blocks, whatever their encoding says."""


def terminal_encoding(stream: str | None, environ: Mapping[str, str]) -> str:
    """The encoding that the stream and the locale tell of.

    Python writes UTF-8 in the C locale; a person who names that locale has a terminal of ASCII, though. Where no
    locale is named at all (a container, a bare ssh) the terminal is taken to be one of UTF-8, as Python does.
    """
    named = next((environ[name] for name in ("LC_ALL", "LANG") if environ.get(name)), "")
    if named in ("C", "POSIX") and environ.get("PYTHONUTF8") != "1" and "PYTHONIOENCODING" not in environ:
        return ASCII
    return stream or UTF_8


def ascii_signs(encoding: str, environ: Mapping[str, str]) -> bool:
    """Whether charts and marks are drawn in ASCII: READYCHECK_ASCII says so (0: never), else what the terminal has."""
    asked = environ.get(SWITCH, "")
    if asked:
        return asked != "0"
    return not can_write(BLOCK, encoding) or environ.get("TERM", "") in FEW_SIGNS


def can_write(text: str, encoding: str) -> bool:
    """Whether the encoding has these characters."""
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
