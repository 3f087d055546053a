"""Plain data (from TOML or YAML) into the core's dataclasses, every mistake told with its key.

The dataclasses say what is right: their types, and what stands in `Annotated` beside them.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache, partial
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from readycheck.core.hours.week import NotASpan, Span
from readycheck.core.limits import FIRST_YEAR, LAST_YEAR, Lines, OtherTables, Packed
from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.errors import did_you_mean

T = TypeVar("T")
Path = tuple[str | int, ...]
WRONG = object()


class Plain(str):
    """An unquoted YAML scalar: text, number, date or truth, as the schema wants it."""


class Mistakes:
    """Collects mistakes by path, so that all of them are told at once."""

    def __init__(self, *, unknown_keys: bool) -> None:
        self.found: list[tuple[Path, Message, Message | None]] = []
        self.unknown_keys = unknown_keys

    def add(self, path: Path, what: Message, remedy: Message | None = None) -> Any:
        """Note a mistake; the returned WRONG stands in for the value."""
        self.found.append((path, what, remedy))
        return WRONG


def decode(kind: type[T], data: Any, mistakes: Mistakes, path: Path = ()) -> T | None:
    """`data` as a `kind`; None where mistakes were found (they are in `mistakes`)."""
    before = len(mistakes.found)
    value = reader_of(kind)(data, mistakes, path)
    return value if len(mistakes.found) == before else None


def key_text(path: Path) -> str:
    """A path as a person writes it: answers."a/b.c".owner, faq[2].title (the first is 1)."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1 or '+'}]"  # -1: an item that is yet to be appended
        else:
            plain = part.replace("-", "").replace("_", "").isalnum()
            shown = clean(part) if plain else f'"{clean(part)}"'
            text += f".{shown}" if text else shown
    return text


@cache
def fields_of(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Each field's type with its Annotated extras, and whether it must be given."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return {
        f.name: (
            hints[f.name],
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in dataclasses.fields(kind)
    }


Reader = Callable[[Any, Mistakes, Path], Any]
_READERS: dict[int, tuple[Any, Reader]] = {}  # a hint may have no hash; kept beside its reader, its id stays its own


def reader_of(hint: Any) -> Reader:
    """What reads the data of a type hint; made once, because asking a hint what it is takes longer than reading."""
    known = _READERS.get(id(hint))
    if known is None:
        known = _READERS[id(hint)] = hint, _made(hint, ())
    return known[1]


def _made(hint: Any, extras: tuple[Any, ...]) -> Reader:
    origin = get_origin(hint)
    if origin is typing.Annotated:
        inner, *more = get_args(hint)
        return _made(inner, (*extras, *more))
    if origin in (Union, types.UnionType):
        return _made(next(arg for arg in get_args(hint) if arg is not type(None)), extras)
    for extra in extras:
        if isinstance(extra, Packed):
            return partial(_packed, extra)
    plain, limits = _plain(hint, origin, extras), [extra for extra in extras if hasattr(extra, "complaint")]
    return partial(_checked, plain, limits) if limits else plain


def _plain(hint: Any, origin: Any, extras: tuple[Any, ...]) -> Reader:
    if dataclasses.is_dataclass(hint) and hint is not Span:
        return partial(_table, hint)
    if origin is tuple:
        return partial(_list, get_args(hint)[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return partial(_mapping, *get_args(hint))
    if origin is Literal:
        return partial(_choice, get_args(hint))
    if hint is str:
        return partial(_text, any(isinstance(extra, Lines) for extra in extras))
    return _as_it_is if hint is Any else _SCALARS[hint]


def _as_it_is(data: Any, mistakes: Mistakes, path: Path) -> Any:
    return data


def _checked(plain: Reader, limits: Iterable[Any], data: Any, mistakes: Mistakes, path: Path) -> Any:
    """Read a value and hold it against what stands beside its type."""
    value = plain(data, mistakes, path)
    if value is WRONG:
        return value
    for limit in limits:
        told = limit.complaint(value)
        if told is not None:
            return mistakes.add(path, told, getattr(limit, "remedy", None))
    return value


def _table(kind: Any, data: Any, mistakes: Mistakes, path: Path) -> Any:
    if not isinstance(data, Mapping):
        return mistakes.add(path, say("must be a table of keys, not {found}.", found=_found(data)))
    fields = fields_of(kind)
    rest = _rest_of(kind)
    values: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for key, item in data.items():
        if key in fields and key != rest:
            values[key] = reader_of(fields[key][0])(item, mistakes, (*path, key))
        elif rest is not None and isinstance(item, Mapping):
            others[key] = item
        elif mistakes.unknown_keys:
            mistakes.add((*path, key), *unknown_key(key, fields))
    for name, (_, required) in fields.items():
        if required and name not in data:
            mistakes.add(path, say("the key \"{name}\" is missing.", name=name), say("Add it."))
    if rest is not None:
        values[rest] = reader_of(fields[rest][0])(others, mistakes, path)
    if any(value is WRONG for value in values.values()) or any(
        required and name not in values for name, (_, required) in fields.items()
    ):
        return WRONG
    return kind(**values)


@cache
def _rest_of(kind: Any) -> str | None:
    """The field that takes every table which no other field names."""
    takers = (name for name, (hint, _) in fields_of(kind).items()
              if any(isinstance(extra, OtherTables) for extra in get_args(hint)[1:]))
    return next(takers, None)


def unknown_key(key: str, known: Iterable[str]) -> tuple[Message, Message]:
    """What is wrong with a key that a table does not have, and the remedy."""
    return say("is not a known key."), did_you_mean(
        key, known, say("Known here: {known}.", known=", ".join(known))
    )


def _list(item_hint: Any, data: Any, mistakes: Mistakes, path: Path) -> Any:
    if not isinstance(data, list | tuple):
        return mistakes.add(path, say("must be a list, not {found}.", found=_found(data)))
    read = reader_of(item_hint)
    items = tuple(read(item, mistakes, (*path, n)) for n, item in enumerate(data))
    return WRONG if any(item is WRONG for item in items) else items


def _mapping(key_hint: Any, item_hint: Any, data: Any, mistakes: Mistakes, path: Path) -> Any:
    if not isinstance(data, Mapping):
        return mistakes.add(path, say("must be a table of keys, not {found}.", found=_found(data)))
    read_key, read = reader_of(key_hint), reader_of(item_hint)
    made = {
        read_key(key, mistakes, (*path, str(key))): read(item, mistakes, (*path, str(key)))
        for key, item in data.items()
    }
    return WRONG if any(key is WRONG or item is WRONG for key, item in made.items()) else made


def _choice(choices: tuple[Any, ...], data: Any, mistakes: Mistakes, path: Path) -> Any:
    if isinstance(data, str) and data in choices:
        return str(data)
    allowed = ", ".join(str(choice) for choice in choices)
    return mistakes.add(path, say("must be one of {allowed}, not {found}.", allowed=allowed, found=_found(data)))


def _text(lines: bool, data: Any, mistakes: Mistakes, path: Path) -> Any:
    if isinstance(data, str):
        return clean(str(data), lines=lines)
    what = say("must be a text, not {found}.", found=_found(data))
    return mistakes.add(path, what, say("Put it in quotes."))


def _packed(form: Packed, data: Any, mistakes: Mistakes, path: Path) -> Any:
    if form.rows is None:
        return _numbers(form, data, mistakes, path)
    if not isinstance(data, list | tuple) or len(data) != form.rows:
        return mistakes.add(path, say("must be a list of {rows} texts of numbers.", rows=form.rows))
    rows = tuple(_numbers(form, row, mistakes, (*path, n)) for n, row in enumerate(data))
    return WRONG if any(row is WRONG for row in rows) else rows


def _numbers(form: Packed, data: Any, mistakes: Mistakes, path: Path) -> Any:
    parts = data.split() if isinstance(data, str) else None
    if parts is None or not all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        return mistakes.add(path, say("must be whole numbers with spaces between them, in quotes."))
    if form.count is not None and len(parts) != form.count:
        return mistakes.add(
            path, say("must hold {count} numbers, not {found}.", count=form.count, found=len(parts))
        )
    return tuple(int(part) for part in parts)


def _read(data: Any, reader: Callable[[str], Any]) -> Any:
    """An unquoted YAML scalar read as what is wanted; anything else, or what cannot be, as it is."""
    if isinstance(data, Plain):
        with suppress(ValueError, KeyError, OverflowError):
            return reader(data)
    return data


def _integer(data: Any, mistakes: Mistakes, path: Path) -> Any:
    data = _read(data, int)
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    return mistakes.add(path, say("must be a whole number, not {found}.", found=_found(data)))


def _number(data: Any, mistakes: Mistakes, path: Path) -> Any:
    data = _read(data, lambda text: int(text) if text.lstrip("-").isdigit() else float(text))
    # nan and the infinities would pass every limit and spoil every sum
    if isinstance(data, int | float) and not isinstance(data, bool) and abs(data) < 1e15:
        return data
    return mistakes.add(path, say("must be a number, not {found}.", found=_found(data)))


def _boolean(data: Any, mistakes: Mistakes, path: Path) -> Any:
    data = _read(data, {"true": True, "false": False}.__getitem__)
    if isinstance(data, bool):
        return data
    return mistakes.add(path, say("must be true or false, not {found}.", found=_found(data)))


def _date(data: Any, mistakes: Mistakes, path: Path) -> Any:
    data = _read(data, date.fromisoformat)
    if isinstance(data, date) and not isinstance(data, datetime):
        if FIRST_YEAR <= data.year <= LAST_YEAR:  # a date near the calendar's end breaks every sum of days
            return data
        what = say("must be between {first} and {last}, not {found}.",
                   first=str(FIRST_YEAR), last=str(LAST_YEAR), found=str(data))
        return mistakes.add(path, what)
    return mistakes.add(path, say("must be a date such as 2026-11-27, not {found}.", found=_found(data)))


def _moment(data: Any, mistakes: Mistakes, path: Path) -> Any:
    data = _read(data, datetime.fromisoformat)
    if isinstance(data, datetime) and data.tzinfo is not None and FIRST_YEAR <= data.year <= LAST_YEAR:
        return data
    what = say("must be a time with its offset, such as 2026-11-27T14:05:00+02:00, not {found}.", found=_found(data))
    return mistakes.add(path, what)


def _span(data: Any, mistakes: Mistakes, path: Path) -> Any:
    if not isinstance(data, str):
        what = say("must be a span such as \"08:00-16:00\", not {found}.", found=_found(data))
        return mistakes.add(path, what)
    try:
        return Span.parse(clean(data))
    except NotASpan as error:
        return mistakes.add(path, error.message)


def _found(data: Any) -> str | Message:
    """What stands there, short enough for a sentence."""
    if isinstance(data, Mapping | list | tuple):
        return say("a table") if isinstance(data, Mapping) else say("a list")
    if data is None:
        return say("nothing")
    text = str(data).lower() if isinstance(data, bool) else clean(str(data))
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


_SCALARS: dict[Any, Callable[[Any, Mistakes, Path], Any]] = {
    int: _integer, float: _number, bool: _boolean, date: _date, datetime: _moment, Span: _span,
}
