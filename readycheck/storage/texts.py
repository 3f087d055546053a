"""A document's tables as texts of their own: an edit encodes what it touched, and nothing else.

A document shares with the one before it whatever an edit left alone, so a value that is the very same object has the
very same text. Every answer has a text of its own, because answers are what is edited.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from readycheck.core.audit import Audit
from readycheck.storage.shared import begins_with, changed_keys
from readycheck.storage.toml_guard import parts_in

ANSWERS = "answers"
_ORDER = {"format": -1, **{field.name: place for place, field in enumerate(fields(Audit)) if field.name != "format"}}
_UNKNOWN, _LAST = len(_ORDER), len(_ORDER) + 1
_KEY = rb'(?:"(?:[^"\\\n]|\\.)*"|[A-Za-z0-9_-]+)'
_HEADER = re.compile(rb"^\[\[?(" + _KEY + rb")(?:\.(" + _KEY + rb"))?[^\n]*\]$", re.MULTILINE)


class Table(NamedTuple):
    """A value of the top level and its text; for the answers also each one's.

    `parts` is no less than what the guard of all that is read counts in the text.
    """

    value: Any
    text: bytes
    parts: int
    each: Texts = {}


Texts = Mapping[str, Table]
"""By key, in the file's order."""


def in_order(document: Mapping[str, Any]) -> dict[str, Any]:
    """What a person looks for first stands first, unknown keys and checklists last."""
    places = {key: _LAST if key == "checklists" else _ORDER.get(key, _UNKNOWN) for key in document}
    return {key: document[key] for key in sorted(document, key=places.__getitem__)}


def texts_of(document: Mapping[str, Any], known: Texts) -> tuple[Texts, list[bytes]]:
    """Every table's text, taken from `known` where its value is the same object; and the texts that are new."""
    made: dict[str, Table] = {}
    anew: list[bytes] = []
    for key, value in in_order(document).items():
        found = known.get(key)
        if found is None or found.value is not value:
            one_by_one = _answers_of(document) if key == ANSWERS else {}
            found = _answers(one_by_one, found, anew) if one_by_one else _new(value, anew, key)
        made[key] = found
    return made, anew


def _answers(value: dict[str, Any], known: Table | None, anew: list[bytes]) -> Table:
    before, each = (known.value, known.each) if known is not None and known.each else ({}, {})
    new = {question: _new(value[question], anew, ANSWERS, question) for question in changed_keys(value, before)}
    if begins_with(value, before):
        return _together(value, {**each, **new})
    return _together(value, {question: new.get(question) or each[question] for question in value})


def _together(value: dict[str, Any], each: Texts) -> Table:
    texts = b"\n".join([table.text for table in each.values()])
    return Table(value, texts, sum([table.parts for table in each.values()]), each)


def _answers_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The answers where each is a table, else none."""
    value = document.get(ANSWERS)
    return value if isinstance(value, dict) and set(map(type, value.values())) == {dict} else {}


def _new(value: Any, anew: list[bytes], *place: str) -> Table:
    import tomli_w

    document = value
    for key in reversed(place):
        document = {key: document}
    text = tomli_w.dumps(document).encode()
    anew.append(text)
    return Table(value, text, parts_in(text))


def pieces(texts: Iterable[bytes]) -> list[bytes]:
    """What makes one TOML text of them, put together: values without a header first, as TOML wants it."""
    bare: list[bytes] = []
    tables: list[bytes] = []
    for text in texts:
        (tables if text[:1] == b"[" else bare).append(text)
    if not bare:
        return [part for text in tables for part in (b"\n", text)][1:]
    return [*bare, *(part for text in tables for part in (b"\n", text))]


def cut_up(above: bytes, document: Mapping[str, Any]) -> Texts:
    """The texts out of a file's text that was made of them, whose values are in `document`; none where in doubt.

    Only for a file that is known to be untouched: its lines that begin with a bracket are all headers.
    """
    if b'"""' in above or b"'''" in above:
        return {}
    inner = _answers_of(document)
    starts = [(_place(found, inner), found.start()) for found in _HEADER.finditer(above)]
    firsts = [start for n, start in enumerate(starts) if not n or start[0] != starts[n - 1][0]]
    # between two texts stands an empty line
    ends = [*(start - 1 for _, start in firsts[1:]), len(above)]
    texts = {place: above[start:end] for (place, start), end in zip(firsts, ends, strict=True)}
    if len(texts) < len(firsts) or not all(key in document and (not rest or rest[0] in inner) for key, *rest in texts):
        return {}
    made = {place[0]: Table(document[place[0]], text, parts_in(text)) for place, text in texts.items() if not place[1:]}
    each = {place[1]: Table(inner[place[1]], text, parts_in(text)) for place, text in texts.items() if place[1:]}
    return {**made, ANSWERS: _together(inner, each)} if each.keys() == inner.keys() and each else made


def _place(header: re.Match[bytes], inner: Mapping[str, Any]) -> tuple[str, ...]:
    key = _name(header[1])
    return (key, _name(header[2])) if key == ANSWERS and inner and header[2] is not None else (key,)


def _name(key: bytes) -> str:
    text = key.decode()
    if text[0] != '"':
        return text
    return text[1:-1] if "\\" not in text else next(iter(tomllib.loads(f"{text} = 0")))
