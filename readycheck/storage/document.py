"""The audit document: a plain nested dict, as TOML gives it. Every change makes a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from readycheck.core.audit import FORMAT, Audit
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.again import read_again, read_audit
from readycheck.storage.decode import Mistakes, key_text
from readycheck.storage.stamp import Stamp, noted, stamped, taken_out, untouched
from readycheck.storage.texts import Texts, pieces, texts_of
from readycheck.storage.toml_guard import MAX_BYTES, MAX_PARTS, check_toml, parse_toml

Document = dict[str, Any]
REMOVED = object()
APPEND = -1
_HEAD = "# readycheck – edit by hand as you like; comments are not kept / kommentit eivät säily tallennuksessa"
_END = "# end of file / tiedoston loppu"
_FIRST_LINE = f"{_HEAD}\n".encode()
_LAST_LINES = f"\n{_END}\n".encode()


def parse_document(data: bytes, file: str) -> Document:
    """The document in an audit file's bytes, as `parse_saved`."""
    return parse_saved(data, file)[0]


def parse_saved(data: bytes, file: str) -> tuple[Document, Stamp | None]:
    """The document in an audit file's bytes and what its save noted. A cut file is refused, though it may parse."""
    document = parse_toml(data, file)
    # a later format may end otherwise: that it is newer is then the thing to tell
    if document.get("format", FORMAT) != FORMAT:
        return document, None
    lines = data.decode("utf-8-sig").splitlines()
    ours = lines[0].startswith(_HEAD.split(" –")[0]) or (not document and _HEAD.startswith(lines[0]))
    if ours and _END not in lines:
        raise wrong(
            say("is damaged: its end is missing."),
            say("If you took the last line out yourself, put it back: {line}", line=_END),
            file=file,
        )
    return document, taken_out(document)


def dump_document(document: Mapping[str, Any]) -> bytes:
    """A file's bytes without a note of the save: as a person or another program would hand it on."""
    return b"".join([*above_stamp(texts_of(document, {})[0]), _LAST_LINES])


def above_stamp(texts: Texts) -> list[bytes]:
    """A file's text up to what its save notes, in pieces: its head line and the tables."""
    return [_FIRST_LINE, *pieces(table.text for table in texts.values())]


def with_stamp(
    above: list[bytes], document: Mapping[str, Any], before: Stamp | None
) -> tuple[bytes, Stamp | None]:
    """The whole file for the text of `document`, and what it notes of this save, which follows `before`."""
    return stamped(above, document, before, _LAST_LINES)


def as_saved(data: bytes, stamp: Stamp | None) -> bytes | None:
    """The tables' text, where nobody has changed a byte since the save that noted `stamp`."""
    above = untouched(data, stamp, _LAST_LINES) if stamp else None
    return above.removeprefix(_FIRST_LINE) if above is not None else None


def intact(data: bytes) -> bool:
    """Whether these bytes are to the last one what a save wrote; nothing above its note is parsed."""
    stamp = noted(data)
    return stamp is not None and as_saved(data, stamp) is not None


def check_again(data: bytes, texts: Texts, anew: Iterable[bytes], file: str) -> None:
    """Parse what a save will write: the `anew` texts, for the others were in the file; all of it where it is long.

    ReadycheckError as `parse_document`.
    """
    long = len(data) > MAX_BYTES or sum(table.parts for table in texts.values()) > MAX_PARTS
    written = data if long else b"".join(pieces(anew))
    if written:  # what only takes something out writes no new text
        check_toml(written, file)


def audit_of(
    document: Mapping[str, Any], file: str, before: tuple[Mapping[str, Any], Audit] | None = None
) -> Audit:
    """The document as typed values; a ReadycheckError with every mistake in it.

    What an edit left as it was in the document `before` is taken from its audit.
    """
    _known_format(document, file)
    mistakes = Mistakes(unknown_keys=False)
    audit = read_audit(document, mistakes) if before is None else read_again(document, *before, mistakes)
    if audit is None or mistakes.found:
        raise ReadycheckError(
            *(Problem(what, remedy, file, key=key_text(path)) for path, what, remedy in mistakes.found)
        )
    return audit


def _known_format(document: Mapping[str, Any], file: str) -> None:
    found = document.get("format")
    if found == FORMAT:
        return
    name, _, version = FORMAT.rpartition("/")
    newer = re.fullmatch(re.escape(name) + r"/(\d{1,9})", found) if isinstance(found, str) else None
    if newer and int(newer[1]) > int(version):
        what = say("is of a newer format ({found}) than this program knows ({known}).",
                   found=clean(str(found)), known=FORMAT)
        raise wrong(what, say("Update readycheck; the file is left as it is."), file=file, key="format")
    raise wrong(
        say("is not a readycheck audit file: it has no format = \"{known}\".", known=FORMAT),
        say("If it is one, add that line at its head."), file=file,
    )


def with_value(document: Mapping[str, Any], path: Sequence[str | int], value: Any) -> Document:
    """A new document with `value` at `path` (a list's item by index, APPEND for a new one).

    REMOVED takes the key away; tables on the way are made; what is not on the way is shared.
    """
    changed: Document = _placed(document, tuple(path), value, ())
    return changed


def _placed(node: Any, path: tuple[str | int, ...], value: Any, above: tuple[str | int, ...]) -> Any:
    if not path:
        return value
    if isinstance(path[0], int):
        return _placed_in_list(node, path, value, above)
    if not isinstance(node, Mapping) and node is not REMOVED:
        raise wrong(say("is not a table, so it has no key \"{key}\".", key=path[0]), key=key_text(above))
    table = dict(node) if isinstance(node, Mapping) else {}
    item = _placed(table.get(path[0], REMOVED), path[1:], value, (*above, path[0]))
    if item is not REMOVED:
        table[path[0]] = item
        return table
    table.pop(path[0], None)
    return REMOVED if node is REMOVED else table


def _placed_in_list(node: Any, path: tuple[str | int, ...], value: Any, above: tuple[str | int, ...]) -> Any:
    if not isinstance(node, list) and node is not REMOVED:
        raise wrong(say("is no list."), say("Write the key without [n]."), key=key_text(above))
    items = list(node) if isinstance(node, list) else []
    index = len(items) if path[0] == APPEND else int(path[0])
    if not 0 <= index <= len(items):
        raise wrong(say("has no item {n}; it has {count}.", n=index + 1, count=len(items)), key=key_text(above))
    item = _placed(items[index] if index < len(items) else REMOVED, path[1:], value, (*above, index))
    items[index:index + 1] = [] if item is REMOVED else [item]
    return REMOVED if node is REMOVED and not items else items


_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^\s."\'\[\]=]+)')
_ITEM = re.compile(r"\[(?:([1-9]\d{0,8})|\+)\]")


def parse_key(text: str) -> tuple[str | int, ...]:
    """A dotted key as a path: `answers."a/b.c".note`, `faq[2].title` (1 is the first), `faq[+]`."""
    rest = text.strip()
    parts: list[str | int] = []
    while rest or not parts:
        item = _ITEM.match(rest) if parts else None
        if item is not None:
            parts.append(int(item[1]) - 1 if item[1] else APPEND)
            rest = rest[item.end():]
            continue
        if parts and not rest.startswith("."):
            raise _no_key(text)
        name = _NAME.match(rest, 1 if parts else 0)
        if name is None:
            raise _no_key(text)
        parts.append(re.sub(r"\\(.)", r"\1", name[1]) if name[1] is not None else name[2] or name[3] or "")
        rest = rest[name.end():]
    return tuple(parts)


def _no_key(text: str) -> ReadycheckError:
    return wrong(
        say("\"{key}\" is no key.", key=clean(text)[:80]),
        say("Write it as hours.chat.mon, faq[1].title or answers.\"list/section.question\".note."),
    )
