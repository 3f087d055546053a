"""Two people's edits of one audit, put together where they touched different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.message import say
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.decode import Path, key_text

GivenWay = list[Path]
"""The items in which this side gives way to the other, put here as they are found."""
_MISSING = object()
# A voice, a weekday, a setting: smaller than that, two halves would make an item that nobody meant.
_SMALLEST = 3
_WHOLE = {("demand", "contacts"), ("demand", "orders"), ("confirmation",)}
_NAMED_BY = {
    "faq": ("title",), "actions": ("id",), "checklists": ("id",), "stages": ("stage",),
    "imports": ("kind", "source"), "mappings": ("kind", "format", "columns", "source"),
}


class BothChanged(ReadycheckError):
    """Both sides changed one item."""


def merge(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], file: str,
    given_way: GivenWay | None = None,
) -> dict[str, Any]:
    """`theirs` with what `ours` changed since `base`.

    Where both changed one item: BothChanged; with `given_way`, theirs stands and the item's path is put there.
    """
    merged: dict[str, Any] = _merged((base, ours, theirs), (), (file, given_way))
    return merged


Clash = tuple[str, GivenWay | None]
"""The file to name where both changed one item, and who is to give way."""


def _merged(sides: tuple[Any, Any, Any], path: Path, clash: Clash) -> Any:
    base, ours, theirs = sides
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if len(path) < _SMALLEST and path not in _WHOLE:
        if all(isinstance(side, Mapping) or side is _MISSING for side in sides) and _MISSING not in (ours, theirs):
            return _tables(sides, path, clash)
        if len(path) == 1 and all(_is_list_of_tables(side) or side is _MISSING for side in sides):
            return _lists(sides, path, clash)
    return _of_both(theirs, path, clash)


def _of_both(theirs: Any, path: Path, clash: Clash) -> Any:
    file, given_way = clash
    if given_way is not None:
        given_way.append(path)
        return theirs
    what = say("was changed here and, meanwhile, in the file too.")
    remedy = say("Nothing was written. Read the file again and make the change again.")
    raise BothChanged(*wrong(what, remedy, file=file, key=key_text(path)).problems)


def _tables(sides: Sequence[Any], path: Path, clash: Clash) -> dict[str, Any]:
    base, ours, theirs = ({} if side is _MISSING else side for side in sides)
    made = {
        key: _merged((base.get(key, _MISSING), ours.get(key, _MISSING), theirs.get(key, _MISSING)), (*path, key), clash)
        for key in [*theirs, *(key for key in ours if key not in theirs)]
    }
    return {key: value for key, value in made.items() if value is not _MISSING}


def _is_list_of_tables(side: Any) -> bool:
    return isinstance(side, list) and all(isinstance(item, Mapping) for item in side)


def _lists(sides: Sequence[Any], path: Path, clash: Clash) -> list[Any]:
    """List items as tables by their name where they have one, else by place; new ones come last."""
    base, ours, theirs = ([] if side is _MISSING else list(side) for side in sides)
    named = [_by_name(side, _NAMED_BY.get(str(path[0]), ())) for side in (base, ours, theirs)]
    if None not in named:
        return list(_tables(named, path, clash).values())
    count = len(base)
    if min(len(ours), len(theirs)) < count:
        # where items were taken out, places say nothing
        return list(_of_both(theirs, path, clash))
    kept = [
        _merged((base[n], ours[n], theirs[n]), (*path, n), clash) for n in range(count)
    ]
    return kept + theirs[count:] + [item for item in ours[count:] if item not in theirs[count:]]


def _by_name(items: list[Any], names: tuple[str, ...]) -> dict[str, Any] | None:
    """The items by what tells them apart; None where that does not."""
    named = {" / ".join(str(item.get(name, "")) for name in names): item for item in items}
    return named if names and len(named) == len(items) else None
