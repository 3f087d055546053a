"""What a save notes about itself at the end of the file: its number, how much it holds, a hash of what stands above.

`[saved]` is no part of the audit. `body` is the SHA-256 of every byte before the empty line above `[saved]`, those
from the first line `[[checklists]]` on before the others: they are most of a file, and an edit need not hash them anew.
`items` counts the entries of the top level's tables and lists. A file without `[saved]` is as good.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from readycheck.core.message import Message, say

KEY = "saved"
EARLIER = 16
"""So many states that a file comes from are noted, the newest."""
_MARKED = re.compile("[0-9a-f]{16}")
_MARK = b"\n[saved]\n"
_LISTS = b"[[checklists]]\n"


@dataclass(frozen=True)
class Stamp:
    """As it stands in a file: `body` is "sha256:" and hex digits.

    `earlier` are the marks of states that this one comes from (ancestors.py), oldest first; most files have none.
    """

    revision: int
    items: int
    body: str
    earlier: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The state's hash in short."""
        return self.body.removeprefix("sha256:")[:16]


def taken_out(document: dict[str, Any]) -> Stamp | None:
    """Take the stamp out of a document that was just read. A table of somebody else's by that name stays."""
    found = document.get(KEY)
    kinds = {"revision": int, "items": int, "body": str}
    if not isinstance(found, dict) or {key: type(found[key]) for key in found if key != "earlier"} != kinds:
        return None
    earlier = found.get("earlier", [])
    if not isinstance(earlier, list) or not all(isinstance(mark, str) and _MARKED.fullmatch(mark) for mark in earlier):
        return None
    return Stamp(**{**document.pop(KEY), "earlier": tuple(earlier)})


def noted(data: bytes) -> Stamp | None:
    """The stamp at the end of a file's bytes; None where there is none, or nothing that can be read."""
    at = data.rfind(_MARK)
    try:
        return taken_out(tomllib.loads(data[at:].decode())) if at >= 0 else None
    except (ValueError, RecursionError):
        return None


def stamped(
    above: list[bytes], document: Mapping[str, Any], before: Stamp | None, end: bytes
) -> tuple[bytes, Stamp | None]:
    """The whole file for the text of `document` in pieces, after that of `before`; no stamp where its name is taken."""
    if KEY in document:
        return b"".join([*above, end]), None
    revision, earlier = (before.revision + 1, before.earlier) if before else (1, ())
    stamp = Stamp(revision, items_in(document), _hash(above), earlier)
    return b"".join([*above, _text(stamp), end]), stamp


def untouched(data: bytes, stamp: Stamp, end: bytes) -> bytes | None:
    """The text above the stamp, where the file is byte for byte as it was saved; else None."""
    at = data.rfind(_MARK)
    if at < 0 or data[at:] != _text(stamp) + end:
        return None
    lists = data.find(b"\n" + _LISTS, 0, at) + 1 or at
    if _hash([data[:lists], data[lists:at]]) == stamp.body:
        return data[:at]
    # the first files with a stamp: the text in its own order, and the empty line
    return data[:at] if f"sha256:{hashlib.sha256(data[:at + 1]).hexdigest()}" == stamp.body else None


def told(stamp: Stamp, document: Mapping[str, Any]) -> Message:
    """What a person is told of a file that somebody changed since it was saved."""
    now = items_in(document)
    if now == stamp.items:
        return say("The file was changed by hand since readycheck saved it. That is kept.")
    return say("The file was changed by hand since readycheck saved it (items now: {now}, then: {then}). That is kept.",
               now=now, then=stamp.items)


def items_in(document: Mapping[str, Any]) -> int:
    """The entries of the tables and lists of the top level, together."""
    return sum(len(value) for value in document.values() if isinstance(value, dict | list))


def _text(stamp: Stamp) -> bytes:
    lines = f'revision = {stamp.revision}\nitems = {stamp.items}\nbody = "{stamp.body}"\n'
    if stamp.earlier:
        lines += "earlier = [{}]\n".format(", ".join(f'"{mark}"' for mark in stamp.earlier))
    return _MARK + lines.encode()


def _hash(above: list[bytes]) -> str:
    lists = above[-1] if above[-1].startswith(_LISTS) else b""
    found = _begun(lists).copy()
    found.update(b"".join(above[:-1] if lists else above))
    return f"sha256:{found.hexdigest()}"


@lru_cache(maxsize=4)
def _begun(lists: bytes) -> hashlib._Hash:
    return hashlib.sha256(lists)
