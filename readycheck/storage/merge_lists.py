"""Which item of a list is which, once somebody has changed the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import Any

_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "faq": ("title",), "actions": ("id",), "checklists": ("id",), "stages": ("stage",),
    "imports": ("kind", "source"), "mappings": ("kind", "format", "columns", "source"),
}
_UNTYPED = re.compile(r"a\d+", re.ASCII)
Item = Mapping[str, Any]


def named_by(table: object) -> tuple[str, ...]:
    """The keys that tell the items of a list of tables apart; none where their places do."""
    return _NAMED_BY.get(str(table), ())


def name_of(item: Item, names: Sequence[str]) -> str:
    """What an item is called among the others."""
    return " / ".join(str(item.get(name, "")) for name in names)


def by_name(items: Sequence[Item], names: Sequence[str]) -> dict[str, Item] | None:
    """The items by what tells them apart; None where that does not."""
    named = {name_of(item, names): item for item in items}
    return named if names and len(named) == len(items) else None


def same_actions(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> list[list[Item]]:
    """The three lists with ids by which an action is the same one in all of them; `theirs` keeps its own.

    The ids that nobody types go a1, a2, …: two people who each add an action mean two, and one of the two gets another
    id when they are merged. Who sent it still has it under the first.
    """
    known = _named_as(theirs, base)
    return [known, _kept_apart(known, _named_as(known, ours), theirs), list(theirs)]


def _named_as(other: Sequence[Item], side: Sequence[Item]) -> list[Item]:
    """`side`, in which an action that `other` has under another id, and not under its own, is called as there."""
    moved = _other_ids(other, side)
    staying, made = [item for item in side if _id(item) not in moved], list[Item]()
    for item in side:
        name = moved.get(_id(item), _id(item))
        if name in moved.values() and _id(item) not in moved:  # another one is called so now
            name = free_action_id([*other, *staying, *made])
        made.append(item if name == _id(item) else {**item, "id": name})
    return made


def _other_ids(other: Sequence[Item], side: Sequence[Item]) -> dict[str, str]:
    """Id in `side` → id in `other`, of actions known by their titles alone."""
    there = {_id(item): item.get("title") for item in other if _UNTYPED.fullmatch(_id(item))}
    here = {_id(item): item.get("title") for item in side if _UNTYPED.fullmatch(_id(item))}
    moved: dict[str, str] = {}
    for own, title in here.items():
        names = [name for name in there if there[name] == title and here.get(name) != title]
        if there.get(own) != title and len(names) == 1 and names[0] not in moved.values():
            moved[own] = names[0]
    return moved


def _kept_apart(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> list[Item]:
    """`ours`, in which a new action has another id where theirs has a new one under the same.

    One that theirs has already under another id, from a merging before, is that one.
    """
    known, there = {_id(item) for item in base}, {_id(item): item for item in theirs}
    new = [item for item in theirs if _id(item) not in known]
    made: list[Item] = []
    for item in ours:
        other = there.get(_id(item), item) if _UNTYPED.fullmatch(_id(item)) and _id(item) not in known else item
        if item.get("title") != other.get("title"):
            again = (_id(each) for each in new if {**each, "id": ""} == {**item, "id": ""})
            item = {**item, "id": next(again, "") or free_action_id([*base, *ours, *theirs, *made])}
        made.append(item)
    return made


def _id(item: Item) -> str:
    return name_of(item, ("id",))


def free_action_id(actions: Iterable[Item]) -> str:
    """An id that none of these actions has: a1, a2, …"""
    taken = {action.get("id") for action in actions}
    return next(name for name in (f"a{number}" for number in count(1)) if name not in taken)


def origins(base: Sequence[Item], side: Sequence[Item]) -> list[int | None]:
    """For each item of `side` the place of the one in `base` that it is, changed or not; None for a new one."""
    found: list[int | None] = [None] * len(side)
    signs = [sign(item) for item in base], [sign(item) for item in side]
    for _, first, last, start, end in SequenceMatcher(None, *signs, autojunk=False).get_opcodes():
        if last - first <= end - start:  # fewer are left: nobody knows which
            for at, other in zip(range(first, last), range(start, end), strict=False):
                found[other] = at if _alike(base[at], side[other]) else None
    return found


def origins_beside(
    base: Sequence[Item], ours: Sequence[Item], from_ours: Sequence[int | None], theirs: Sequence[Item]
) -> list[int | None]:
    """`origins` of `theirs`: an item that stands in both is one, so that what was merged once is known again."""
    found: list[int | None] = [None] * len(theirs)
    left = list(zip((sign(item) for item in ours), from_ours, strict=True))
    agreed = set()
    for n, item in enumerate(theirs):
        same = next((pair for pair in left if pair[0] == sign(item)), None)
        if same is not None:
            left.remove(same)
            agreed.add(n)
            found[n] = same[1]
    open_base = [n for n in range(len(base)) if n not in {found[n] for n in agreed}]
    rest = [n for n in range(len(theirs)) if n not in agreed]
    for n, origin in zip(rest, origins([base[n] for n in open_base], [theirs[n] for n in rest]), strict=True):
        found[n] = None if origin is None else open_base[origin]
    return found


def sign(item: Item) -> str:
    """The same for items that hold the same."""
    return repr(sorted(item.items(), key=lambda pair: str(pair[0])))


def _alike(item: Item, other: Item) -> bool:
    """Whether one may have become the other: at least half of what either holds is in both."""
    keys = item.keys() | other.keys()
    same = [key for key in keys if key in item and key in other and item[key] == other[key]]
    return 2 * len(same) >= len(keys)
