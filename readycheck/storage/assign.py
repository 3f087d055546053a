"""`set KEY=VALUE`: a text becomes what its key holds, after the types of the audit."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from readycheck.core.audit import Audit
from readycheck.core.hours.typed import typed_spans
from readycheck.core.hours.week import NotASpan, Span
from readycheck.core.limits import OtherTables, Packed
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.core.written import written_day
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.decode import fields_of, key_text, unknown_key
from readycheck.storage.document import APPEND, REMOVED, Document, parse_key, with_value
from readycheck.storage.merge_lists import free_action_id

TRUE, FALSE = {"true", "yes", "kyllä", "1"}, {"false", "no", "ei", "0"}
# the first = that stands in no quoted part of the key
_ASSIGNMENT = re.compile(r"""((?:"(?:[^"\\]|\\.)*+"|'[^']*+'|[^="'])*+)=(.*)""", re.DOTALL)
Path = tuple[str | int, ...]


def assign(document: Mapping[str, Any], assignment: str) -> Document:
    """The document with `KEY=VALUE` done; lists by comma, an empty value takes the key away.

    ReadycheckError for a key that no audit has. A value of the wrong kind is left to `audit_of`, which
    tells what is wanted.
    """
    found = _ASSIGNMENT.fullmatch(assignment)
    if found is None:
        raise wrong(say("\"{text}\" has no =.", text=clean(assignment)[:80]), say("Write it as KEY=VALUE."))
    path, text = parse_key(found[1]), found[2].strip()
    hint = _hint(path)
    if text and path[:2] == ("actions", APPEND) and path[2:] != ("id",):
        # nobody types an id, and no other table has one that its file needs
        document = with_value(document, ("actions", APPEND, "id"), free_action_id(document.get("actions", [])))
        path = ("actions", len(document["actions"]) - 1, *path[2:])
    return with_value(document, path, _value(hint, text, path, _country(document)) if text else REMOVED)


def _hint(path: Path) -> Any:
    """The type of what stands at a path of the audit file."""
    hint: Any = Audit
    for depth, part in enumerate(path):
        hint = _inside(_bare(hint), part, path[:depth])
    return hint


def _inside(hint: Any, part: str | int, above: Path) -> Any:
    if isinstance(part, int):
        if get_origin(hint) is tuple:
            return get_args(hint)[0]
        raise wrong(say("is no list."), say("Write the key without [n]."), key=key_text(above))
    if _is_table_type(hint):
        return _field(hint, part, above)
    origin = get_origin(hint)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return get_args(hint)[1]
    if origin is tuple:
        raise wrong(say("is a list."), say("Write {key}[1] for its first, {key}[+] for a new one.",
                                           key=key_text(above)), key=key_text(above))
    raise wrong(say("holds a value, so it has no key \"{key}\".", key=clean(part)), key=key_text(above))


def _field(kind: Any, name: str, above: Path) -> Any:
    fields = fields_of(kind)
    if name in fields:
        return fields[name][0]
    others = next((hint for hint, _ in fields.values() if _takes_others(hint)), None)
    if others is not None:
        return get_args(_bare(others))[1]
    raise ReadycheckError(Problem(*unknown_key(name, fields), key=key_text((*above, name))))


def _is_table_type(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint) and hint is not Span


def _takes_others(hint: Any) -> bool:
    return any(isinstance(extra, OtherTables) for extra in get_args(hint)[1:])


def _bare(hint: Any) -> Any:
    """A type without Annotated and None."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return _bare(next(arg for arg in get_args(hint) if arg is not type(None)))
    return hint


def _value(hint: Any, text: str, path: Path, country: str) -> Any:
    packed = get_origin(hint) is Annotated and any(isinstance(extra, Packed) for extra in get_args(hint)[1:])
    bare = _bare(hint)
    if packed or bare is str or bare is Span or get_origin(bare) is Literal:
        return text
    if get_origin(bare) is tuple and not _is_table_type(get_args(bare)[0]):
        return _list(get_args(bare)[0], text, path, country)
    readers: dict[Any, Callable[[str], Any]] = {
        int: _integer, float: _number, bool: _boolean, date: partial(_date, country=country),
    }
    reader = readers.get(bare)
    if reader is None:
        raise _no_value(bare, path)
    with suppress(ValueError):
        return reader(text)
    return text


def _list(hint: Any, text: str, path: Path, country: str) -> list[Any]:
    if hint is Span:
        with suppress(NotASpan):  # the file's own check says in which of them the mistake is
            return [str(span) for span in typed_spans(text)]
    return [_value(hint, part.strip(), path, country) for part in text.split(",") if part.strip()]


def _country(document: Mapping[str, Any]) -> str:
    """The shop's, which says in what order day and month are written."""
    shop = document.get("shop")
    return str(shop.get("country", "")) if isinstance(shop, Mapping) else ""


def _no_value(hint: Any, path: Path) -> ReadycheckError:
    key = key_text(path)
    if _is_table_type(hint):
        remedy = say("Set one of its keys: {keys}.", keys=", ".join(fields_of(hint)))
    elif get_origin(hint) is tuple:
        name = next(iter(fields_of(get_args(hint)[0])))
        remedy = say("Write {key}[1].{name} for its first, {key}[+].{name} for a new one.", key=key, name=name)
    else:
        remedy = say("Set one of its keys: {key}.NAME=VALUE.", key=key)
    return wrong(say("is a table or list, not a value."), remedy, key=key)


def _integer(text: str) -> int:
    return int(text.replace("\u2212", "-"))


def _number(text: str) -> float | int:
    plain = text.replace("\u2212", "-").replace(",", ".").replace("\u00a0", "").replace(" ", "")
    return int(plain) if re.fullmatch(r"-?\d+", plain) else float(plain)


def _boolean(text: str) -> bool:
    if text.lower() in TRUE | FALSE:
        return text.lower() in TRUE
    raise ValueError(text)


def _date(text: str, country: str) -> date:
    day = written_day(text, country=country)
    if day is None:
        raise ValueError(text)
    return day
