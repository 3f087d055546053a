"""What is different between two states of an audit, item by item as `merge` knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from readycheck.storage.document import REMOVED
from readycheck.storage.merge import SMALLEST, WHOLE, Path, is_list_of_tables, same
from readycheck.storage.merge_lists import by_name, named_by, origins


@dataclass(frozen=True)
class Difference:
    """An item's value `before` and `after`; REMOVED where it was or is not there."""

    path: Path
    before: Any
    after: Any


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every item that is not the same, in the order of `after`, what is gone last."""
    return tuple(_found(before, after, ()))


def _found(before: Any, after: Any, path: Path) -> list[Difference]:
    if same(before, after):
        return []
    if len(path) < SMALLEST and path not in WHOLE:
        if _tables(before, after):
            was, now = ({} if side is REMOVED else side for side in (before, after))
            keys = [*now, *(key for key in was if key not in now)]
            return [each for key in keys
                    for each in _found(was.get(key, REMOVED), now.get(key, REMOVED), (*path, key))]
        if len(path) == 1 and all(is_list_of_tables(side) or side is REMOVED for side in (before, after)):
            was_list, now_list = ([] if side is REMOVED else side for side in (before, after))
            return _in_lists(was_list, now_list, path)
    return [Difference(path, before, after)]


def _tables(before: Any, after: Any) -> bool:
    """Whether to look inside: an answer that is new is told as one, and so is one that has gone."""
    sides = [side for side in (before, after) if side is not REMOVED]
    return all(isinstance(side, Mapping) for side in sides) and (len(sides) == 2 or not _has_values(sides[0]))


def _has_values(table: Mapping[str, Any]) -> bool:
    return not all(isinstance(value, Mapping) for value in table.values())


def _in_lists(was: list[Any], now: list[Any], path: Path) -> list[Difference]:
    names = named_by(path[0])
    named = by_name(was, names), by_name(now, names)
    if named[0] is not None and named[1] is not None:
        return _named(named[0], named[1], path)
    from_was = origins(was, now)
    found = [
        Difference((*path, n), REMOVED if origin is None else was[origin], item)
        for n, (item, origin) in enumerate(zip(now, from_was, strict=True)) if origin is None or was[origin] != item
    ]
    return found + [Difference((*path, n), item, REMOVED) for n, item in enumerate(was) if n not in from_was]


def _named(was: Mapping[str, Any], now: Mapping[str, Any], path: Path) -> list[Difference]:
    keys = [*now, *(key for key in was if key not in now)]
    return [
        each for key in keys for each in (
            _found(was[key], now[key], (*path, key)) if key in was and key in now
            else [Difference((*path, key), was.get(key, REMOVED), now.get(key, REMOVED))]
        )
    ]
