"""The core's dataclasses back into plain data, as TOML holds it: the way back from `decode`."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from readycheck.core.hours.week import Span
from readycheck.core.limits import Packed


def encode(value: Any) -> Any:
    """Tables, lists and scalars; what equals its default, and None, is left out."""
    if isinstance(value, Span):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _table(value)
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def _table(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    packed = _packed_fields(kind)
    table = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if item is not None and item != _default(field):
            table[field.name] = packed_text(item) if field.name in packed else encode(item)
    return table


def packed_text(numbers: Any) -> Any:
    """Whole numbers as one text; rows of them as a list of texts (limits.Packed)."""
    if numbers and not isinstance(numbers[0], int):
        return [packed_text(row) for row in numbers]
    return " ".join(str(number) for number in numbers)


@cache
def _packed_fields(kind: Any) -> frozenset[str]:
    hints = typing.get_type_hints(kind, include_extras=True)
    return frozenset(
        name for name, hint in hints.items() if any(isinstance(extra, Packed) for extra in typing.get_args(hint)[1:])
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
