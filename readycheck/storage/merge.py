"""Two people's edits of one audit, put together by item: what both changed is told, never decided in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from readycheck.storage.document import REMOVED
from readycheck.storage.merge_lists import by_name, named_by, origins, origins_beside, same_actions

Path = tuple[str | int, ...]
# A voice, a weekday, a setting: smaller than that, two halves would make an item that nobody meant.
SMALLEST = 3
WHOLE = {("demand", "contacts"), ("demand", "orders"), ("confirmation",)}


@dataclass(frozen=True)
class Clash:
    """An item that both changed, each to something else; REMOVED is an item that is not there.

    `path` leads to it: an item of a list by its name where it has one, else by its place in the state before; then it
    is the whole item, for places move.
    """

    path: Path
    before: Any
    ours: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """`document` holds every edit of both, and theirs of each of the `clashes`."""

    document: dict[str, Any]
    clashes: tuple[Clash, ...] = ()


def merge(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    """`theirs` with what `ours` changed since `base`; an empty base takes all that either has."""
    run = _Run()
    document: dict[str, Any] = run.merged((base, ours, theirs), ())
    return Merged(document, tuple(run.clashes))


class _Run:
    """One merging: what it comes to is returned, the clashes are gathered."""

    def __init__(self) -> None:
        self.clashes: list[Clash] = []

    def merged(self, sides: tuple[Any, Any, Any], path: Path) -> Any:
        base, ours, theirs = sides
        if same(ours, base) or same(ours, theirs):
            return theirs
        if same(theirs, base):
            return ours
        if len(path) < SMALLEST and path not in WHOLE and REMOVED not in (ours, theirs):
            if all(isinstance(side, Mapping) or side is REMOVED for side in sides):
                return self._tables(sides, path)
            if len(path) == 1 and all(is_list_of_tables(side) or side is REMOVED for side in sides):
                return self._lists(sides, path)
        self.clashes.append(Clash(path, base, ours, theirs))
        return theirs

    def _tables(self, sides: Sequence[Any], path: Path) -> dict[str, Any]:
        base, ours, theirs = ({} if side is REMOVED else side for side in sides)
        made = {
            key: self.merged((base.get(key, REMOVED), ours.get(key, REMOVED), theirs.get(key, REMOVED)), (*path, key))
            for key in [*theirs, *(key for key in ours if key not in theirs)]
        }
        return {key: value for key, value in made.items() if value is not REMOVED}

    def _lists(self, sides: Sequence[Any], path: Path) -> list[Any]:
        """Items by their name where they have one, else by what became of each; theirs in order, new ones last."""
        lists = [[] if side is REMOVED else list(side) for side in sides]
        if path[0] == "actions":
            lists = same_actions(*lists)
        named = [by_name(side, named_by(path[0])) for side in lists]
        if None not in named:
            return list(self._tables(named, path).values())
        base, ours, theirs = lists
        from_ours = origins(base, ours)
        from_theirs = origins_beside(base, ours, from_ours, theirs)
        ours_now = {origin: item for origin, item in zip(from_ours, ours, strict=True) if origin is not None}
        theirs_now = {origin: item for origin, item in zip(from_theirs, theirs, strict=True) if origin is not None}
        for gone in sorted(ours_now.keys() - theirs_now.keys()):
            self._item((base[gone], ours_now[gone], REMOVED), (*path, gone))
        made = [
            item if origin is None else self._item((base[origin], ours_now.get(origin, REMOVED), item), (*path, origin))
            for item, origin in zip(theirs, from_theirs, strict=True)
        ]
        new = _without([item for item, origin in zip(ours, from_ours, strict=True) if origin is None],
                       [item for item, origin in zip(theirs, from_theirs, strict=True) if origin is None])
        return [item for item in made if item is not REMOVED] + new

    def _item(self, sides: tuple[Any, Any, Any], path: Path) -> Any:
        """An item that is known by its place alone: where a part of it clashes, it is the whole of it that does."""
        run = _Run()
        made = run.merged(sides, path)
        if run.clashes:
            ours = made
            for clash in run.clashes:
                ours = clash.ours if clash.path == path else _with_part(ours, clash.path[-1], clash.ours)
            self.clashes.append(replace(run.clashes[0], path=path, before=sides[0], ours=ours, theirs=made))
        return made


def same(one: Any, other: Any) -> bool:
    """Whether two values are one: nan, in a table that is none of ours, is not equal to itself."""
    return bool(one == other or (one != one and other != other))


def _with_part(item: Mapping[str, Any], key: str | int, value: Any) -> dict[str, Any]:
    changed = dict(item) | {str(key): value}
    return {name: part for name, part in changed.items() if part is not REMOVED}


def is_list_of_tables(side: Any) -> bool:
    """Whether its items are merged one by one."""
    return isinstance(side, list) and all(isinstance(item, Mapping) for item in side)


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """The items that the others have not, each of theirs counted once."""
    left, rest = [], list(others)
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            left.append(item)
    return left
