"""TOML from anywhere: what would stop or fool the parser is refused before it is parsed."""

from __future__ import annotations

import operator
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.shared import changed_keys

_HALF = re.compile("[\ud800-\udfff]")
MAX_BYTES = 1_000_000   # an audit with its five checklists is a fifth of this
MAX_PARTS = 50_000      # tables and dots in all: a second of the parser's time
MAX_DEPTH = 32          # brackets within brackets; tomllib recurses for each
MAX_KEY_PARTS = 12      # a.b.c: 64 KB of them takes tomllib 18 s and 3.9 GB
# An unclosed string runs to the end: one pass whatever the text, and nothing behind it escapes the guard.
_STRINGS_AND_COMMENTS = re.compile(
    r'"""(?:[^"\\]++|\\.?|"{1,2}(?!"))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\.?)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)


def parse_toml(data: bytes, file: str) -> dict[str, Any]:
    """The document in `data`; a ReadycheckError, one sentence, for whatever is wrong with it."""
    made: dict[str, Any] = plain(check_toml(data, file), file)
    return made


def check_toml(data: bytes, file: str) -> dict[str, Any]:
    """The same with its texts as they stand there, for what only has to be readable."""
    text = _text(data, file)
    complaint = _shape(text)
    if complaint is not None:
        raise wrong(complaint, _GUARDED, file=file)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(error, text, file) from None
    except (ValueError, RecursionError, OverflowError):
        raise wrong(say("holds a value that cannot be read."), _DAMAGED, file=file) from None


_GUARDED = say("No audit looks like this; the file is left as it is.")
_DAMAGED = say("It is left as it is; `readycheck verify --repair` looks for the newest whole copy.")


def _text(data: bytes, file: str) -> str:
    """The text of a file that is neither empty, nor huge, nor something else than UTF-8."""
    if len(data) > MAX_BYTES:
        raise wrong(say("is larger than {mb:g} MB.", mb=MAX_BYTES / 1e6), _GUARDED, file=file)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise wrong(say("is damaged: there is nothing in it."), _DAMAGED, file=file)
    if b"\0" in data:
        raise wrong(say("is damaged: it holds zero bytes."), _DAMAGED, file=file)
    try:
        # an editor may have put a byte order mark at the head; tomllib would stop at it
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if error.reason == "unexpected end of data":
            raise _cut(line, file) from None
        raise wrong(say("is not UTF-8."), _ENCODING, file=file, line=line) from None


_ENCODING = say(
    "It is left as it is. It may be Windows-1252: open it as that and save it as UTF-8,"
    " or let `readycheck verify --repair` do it."
)


def _shape(text: str) -> Message | None:
    """What makes the document impossible to parse in good time, seen without its strings."""
    bare = _STRINGS_AND_COMMENTS.sub("q", text)
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", bare):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            return say("is nested too deeply (over {limit} levels).", limit=MAX_DEPTH)
    if bare.count(".") + 4 * bare.count("\n[") > MAX_PARTS:
        return say("holds too many tables and keys.")
    if any(part.count(".") >= MAX_KEY_PARTS for part in re.split(r"[=,\[\]{}\n]", bare)):
        return say("holds a key of over {limit} parts.", limit=MAX_KEY_PARTS)
    return None


def _cut(line: int, file: str) -> ReadycheckError:
    return wrong(say("is damaged: it ends in the middle."), _DAMAGED, file=file, line=line)


def _unreadable(error: tomllib.TOMLDecodeError, text: str, file: str) -> ReadycheckError:
    """tomllib's complaint with its line; at the very end of the file it was cut."""
    told = str(error)
    found = re.search(r"\(at line (\d+), column \d+\)", told)
    line = int(found[1]) if found else text.count("\n") + 1
    if found is None:
        return _cut(line, file)
    reason = told[: found.start()].strip()
    return wrong(say("is no TOML here ({reason}).", reason=reason), _DAMAGED, file=file, line=line)


def parts_in(text: bytes) -> int:
    """No fewer parts than `parse_toml` counts in a text: what stands in strings counts here too."""
    return text.count(b".") + 4 * (text.count(b"\n[") + 1)


def plain(value: Any, file: str, known: Any = None) -> Any:
    """`value` as a TOML file can hold it: line ends as \\n, no half characters, whole numbers of 64 bits.

    What needs no change stays the same object. `known` was looked at before: what is the same there is left as it is.
    """
    if value is known and value is not None:
        return value
    if isinstance(value, str):
        # a name typed on a command line may hold bytes that are no text
        fit = "\r" not in value and (value.isascii() or not _HALF.search(value))
        return value if fit else _HALF.sub("\ufffd", value.replace("\r\n", "\n"))
    if isinstance(value, Mapping):
        return _plain_table(value, file, known if isinstance(known, dict) else {})
    if isinstance(value, list | tuple):
        items = [plain(item, file) for item in value]
        return value if isinstance(value, list) and all(map(operator.is_, items, value)) else items
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise wrong(say("holds a number that is too large."), _GUARDED, file=file)
    return value


def _plain_table(table: Mapping[Any, Any], file: str, known: dict[Any, Any]) -> dict[Any, Any]:
    changed = changed_keys(table, known) if known else list(table)
    made = {key: plain(table[key], file, known.get(key)) for key in changed}
    if all(key in known or plain(key, file) is key for key in changed):
        fixed = {key: value for key, value in made.items() if value is not table[key]}
        return table if isinstance(table, dict) and not fixed else {**table, **fixed}
    return {plain(key, file): made.get(key, value) for key, value in table.items()}
