"""Names of keys as a person writes them, and as Textual knows them."""

from __future__ import annotations

import string

from textual.binding import Binding
from textual.keys import Keys, key_to_character

MODIFIERS = ("ctrl", "alt", "shift")
_OTHER_NAMES = {
    "esc": "escape", "del": "delete", "ins": "insert", "return": "enter", "pgup": "pageup", "pgdn": "pagedown",
    "page_up": "pageup", "page_down": "pagedown", "bksp": "backspace", "control": "ctrl",
}
_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}  # most terminals cannot tell these apart


def _name_of(sign: str) -> str:
    """Textual's name for a sign: "question_mark" for "?", a letter or digit for itself."""
    return "comma" if sign == "," else next(iter(Binding.make_bindings([Binding(sign, "")]))).key


_NAMES = {key.value for key in Keys if "+" not in key.value and not key.value.startswith("<")}
SIGNS = {_name_of(sign): sign for sign in string.punctuation}
"""The sign that a person writes, by Textual's name for its key."""
_NAMES |= set(SIGNS)


def canonical(written: str) -> str | None:
    """The key that is meant ("Ctrl+S", "?", "N", "esc", "shift+n"), by Textual's name; None where there is none."""
    *before, last = [written] if len(written) == 1 else written.split("+")
    modifiers = {_OTHER_NAMES.get(word.strip().casefold(), word.strip().casefold()) for word in before}
    base = _base(last.strip() or " ")
    if base is None or not modifiers <= set(MODIFIERS):
        return None
    if modifiers == {"shift"} and len(base) == 1 and base.isalpha():
        return base.upper()  # a terminal sends the capital
    if modifiers and len(base) == 1:
        base = base.lower()
    named = "+".join([*(name for name in ("alt", "ctrl", "shift") if name in modifiers), base])
    return _SAME_BYTE.get(named, named)


def _base(word: str) -> str | None:
    if len(word) == 1:
        return "space" if word in " ␣" else _name_of(word) if word.isprintable() else None
    name = _OTHER_NAMES.get(word.casefold(), word.casefold())
    return name if name in _NAMES else None


def types_a_sign(key: str) -> bool:
    """Whether the key writes something into a field."""
    return (key_to_character(key) or "\0").isprintable()
