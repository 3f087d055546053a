"""The audit document: a plain nested dict, as TOML gives it. Every change makes a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from readycheck.core.audit import FORMAT, Audit
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.checks import audit_problems
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.toml_guard import parse_toml

Document = dict[str, Any]
REMOVED = object()
APPEND = -1
_HEAD = "# readycheck – edit by hand as you like; comments are not kept / kommentit eivät säily tallennuksessa"
_END = "# end of file / tiedoston loppu"
_ORDER = {field.name: place for place, field in enumerate(fields(Audit))}
_FIRST, _LAST = -1, len(_ORDER)
_CHECKLISTS = b"\n[[checklists]]\n"
_LAST_LINES = f"\n{_END}\n".encode()


def parse_document(data: bytes, file: str) -> Document:
    """The document in an audit file's bytes. A cut file is refused, though its first part may parse."""
    document = parse_toml(data, file)
    lines = data.decode("utf-8-sig").splitlines()
    # a later format may end otherwise: that it is newer is then the thing to tell
    known = document.get("format", FORMAT) == FORMAT
    if known and lines[0].startswith(_HEAD.split(" –")[0]) and _END not in lines:
        raise wrong(
            say("is damaged: its end is missing."),
            say("If you took the last line out yourself, put it back: {line}", line=_END),
            file=file,
        )
    return document


def dump_document(document: Mapping[str, Any]) -> bytes:
    """The file's bytes: what a person looks for first stands first, unknown keys and checklists last."""
    import tomli_w

    order = {**_ORDER, "format": _FIRST, "checklists": _LAST + 1}
    sorted_document = dict(sorted(document.items(), key=lambda item: order.get(item[0], _LAST)))
    return f"{_HEAD}\n{tomli_w.dumps(sorted_document)}\n{_END}\n".encode()


def dump_again(document: Mapping[str, Any], before: Mapping[str, Any], data: bytes) -> bytes:
    """The same for a document whose file held `before` as `data`.

    Checklists are most of a file, and nothing but an edit by hand changes them: they stay as they stand there.
    """
    checklists = document.get("checklists", [])
    tail = _checklists_at_end(data, len(checklists)) if repr(checklists) == repr(before.get("checklists")) else b""
    if not tail:
        return dump_document(document)
    head = dump_document({key: value for key, value in document.items() if key != "checklists"})
    return head.removesuffix(_LAST_LINES) + tail


def _checklists_at_end(data: bytes, count: int) -> bytes:
    """A file's end from its first checklist on, where all `count` of them and nothing else stand there; else empty.

    A person may have put other tables between them, or a text of several lines that looks like one.
    """
    _, mark, rest = data.partition(_CHECKLISTS)
    tail = mark + rest
    headers = [line for line in tail.split(b"\n") if line.lstrip().startswith(b"[")]
    only = all(line.startswith((b"[[checklists", b"[checklists")) for line in headers)
    whole = tail.count(_CHECKLISTS) == count and tail.endswith(_LAST_LINES)
    return tail if only and whole and b'"""' not in tail and b"'''" not in tail else b""


def check_again(data: bytes, known: bytes, file: str) -> None:
    """Parse what was dumped. Checklists that stand likewise in `known`, parsed before, are left out.

    ReadycheckError as `parse_document`.
    """
    head, mark, tail = data.partition(_CHECKLISTS)
    same = mark and known.endswith(mark + tail)
    parse_document(head + _LAST_LINES if same else data, file)


def audit_of(
    document: Mapping[str, Any], file: str, before: tuple[Mapping[str, Any], Audit] | None = None
) -> Audit:
    """The document as typed values; a ReadycheckError with every mistake in it.

    Tables that are as they were in the document `before` are taken from its audit.
    """
    _known_format(document, file)
    mistakes = Mistakes(unknown_keys=False)
    kept = {} if before is None else _unchanged(document, *before)
    audit = decode(Audit, {key: value for key, value in document.items() if key not in kept}, mistakes)
    if audit is not None:
        audit = replace(audit, **kept)
        audit_problems(audit, mistakes)
    if audit is None or mistakes.found:
        raise ReadycheckError(
            *(Problem(what, remedy, file, key=key_text(path)) for path, what, remedy in mistakes.found)
        )
    return audit


def _unchanged(document: Mapping[str, Any], old: Mapping[str, Any], audit: Audit) -> dict[str, Any]:
    """The audit's values of tables that are the same; those without a default are cheap and always read."""
    return {
        name: getattr(audit, name) for name in _ORDER
        if name not in ("shop", "season", "format") and name in document and _same(document[name], old.get(name))
    }


def _same(now: Any, before: Any) -> bool:
    """An edit shares what it does not touch; repr tells 1 from 1.0 and true, which == does not."""
    return now is before or repr(now) == repr(before)


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
