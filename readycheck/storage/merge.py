"""Two people's edits of one audit, put together where they touched different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.message import say
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.decode import Path, key_text

_MISSING = object()
# A voice, a weekday, a setting: smaller than that, two halves would make an item that nobody meant.
_SMALLEST = 3
_WHOLE = {("demand", "contacts"), ("demand", "orders"), ("confirmation",)}
_NAMED_BY = {
    "faq": ("title",), "actions": ("id",), "checklists": ("id",), "stages": ("stage",),
    "imports": ("kind", "source"), "mappings": ("kind", "format", "columns", "source"),
}


def merge(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], file: str) -> dict[str, Any]:
    """`theirs` with what `ours` changed since `base`; ReadycheckError where both changed one item."""
    merged: dict[str, Any] = _merged((base, ours, theirs), (), file)
    return merged


def _merged(sides: tuple[Any, Any, Any], path: Path, file: str) -> Any:
    base, ours, theirs = sides
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if len(path) < _SMALLEST and path not in _WHOLE:
        if all(isinstance(side, Mapping) or side is _MISSING for side in sides) and _MISSING not in (ours, theirs):
            return _tables(sides, path, file)
        if len(path) == 1 and all(_is_list_of_tables(side) or side is _MISSING for side in sides):
            return _lists(sides, path, file)
    raise _both_changed(path, file)


def _both_changed(path: Path, file: str) -> ReadycheckError:
    what = say("was changed here and, meanwhile, in the file too.")
    remedy = say("Nothing was written. Read the file again and make the change again.")
    return wrong(what, remedy, file=file, key=key_text(path))


def _tables(sides: Sequence[Any], path: Path, file: str) -> dict[str, Any]:
    base, ours, theirs = ({} if side is _MISSING else side for side in sides)
    made = {
        key: _merged((base.get(key, _MISSING), ours.get(key, _MISSING), theirs.get(key, _MISSING)), (*path, key), file)
        for key in [*theirs, *(key for key in ours if key not in theirs)]
    }
    return {key: value for key, value in made.items() if value is not _MISSING}


def _is_list_of_tables(side: Any) -> bool:
    return isinstance(side, list) and all(isinstance(item, Mapping) for item in side)


def _lists(sides: Sequence[Any], path: Path, file: str) -> list[Any]:
    """List items as tables by their name where they have one, else by place; new ones come last."""
    base, ours, theirs = ([] if side is _MISSING else list(side) for side in sides)
    named = [_by_name(side, _NAMED_BY.get(str(path[0]), ())) for side in (base, ours, theirs)]
    if None not in named:
        return list(_tables(named, path, file).values())
    count = len(base)
    if min(len(ours), len(theirs)) < count:
        raise _both_changed(path, file)  # where items were taken out, places say nothing
    kept = [
        _merged((base[n], ours[n], theirs[n]), (*path, n), file) for n in range(count)
    ]
    return kept + theirs[count:] + [item for item in ours[count:] if item not in theirs[count:]]


def _by_name(items: list[Any], names: tuple[str, ...]) -> dict[str, Any] | None:
    """The items by what tells them apart; None where that does not."""
    named = {" / ".join(str(item.get(name, "")) for name in names): item for item in items}
    return named if names and len(named) == len(items) else None
