"""Which part of a JSON value is a list of records, told by records.yaml and by what a record looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from readycheck.demand.files.json_values import Doubled
from readycheck.demand.words import HERE, fold, read_data

DEEPEST_WRAPPER, LONGEST_KNOWN = 3, 100
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}")


@dataclass(frozen=True)
class Keys:
    """Folded keys: of lists of records, of records themselves, of what people wrote, of moments."""

    lists: tuple[str, ...]
    wrappers: tuple[str, ...]
    record: frozenset[str]
    bodies: frozenset[str]
    moments: frozenset[str]


@cache
def keys() -> Keys:
    """records.yaml, read once."""
    data = {name: tuple(map(fold, words)) for name, words in read_data(HERE / "records.yaml").items()}
    return Keys(data["lists"], data["wrappers"], *(frozenset(data[name]) for name in ("record", "bodies", "moments")))


def folded(key: str) -> str:
    """A key folded; the usual short ones are known again."""
    return _known(key) if len(key) <= LONGEST_KNOWN else fold(key)


@lru_cache(maxsize=2000)
def _known(key: str) -> str:
    return fold(key)


def listed(value: Any, *, alone: bool, depth: int = DEEPEST_WRAPPER) -> list[Any] | None:
    """The records that a value holds in a list; None where it is a record itself, or nothing of the kind.

    `alone`: nothing else is in the file; a date beside a list is then the export's, not a record's.
    """
    if isinstance(value, list):
        return value if any(isinstance(item, dict) for item in value) else None
    if not isinstance(value, dict) or isinstance(value, Doubled) or not depth:
        return None
    if not keys().record.isdisjoint(map(folded, value)):
        return None
    inside = {folded(key): inner for key, inner in value.items() if isinstance(inner, dict | list)}
    if not inside:
        return None
    dated = has_date(value)
    for key in keys().lists if dated and not alone else keys().lists + keys().wrappers:
        if isinstance(found := inside.get(key), list):
            return found
    return None if dated else _inside(value, inside, alone=alone, depth=depth - 1)


def _inside(value: Mapping[str, Any], inside: Mapping[str, Any], *, alone: bool, depth: int) -> list[Any] | None:
    """The longest list of objects in an object that no usual key names; an object alone in its wrapper."""
    found = [listed(inner, alone=alone, depth=depth) for inner in inside.values()]
    best = max((records for records in found if records is not None), key=len, default=None)
    if best is None and len(value) == 1 and isinstance(only := next(iter(inside.values())), dict):
        return [only]
    return best


def has_date(value: Mapping[str, Any]) -> bool:
    """Whether a value of an object itself begins like a date."""
    return any(isinstance(cell, str) and _DATE.match(cell) for cell in value.values())
