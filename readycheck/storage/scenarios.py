"""What-ifs kept by name: a trial as the assignments that make it, and those tried upon the audit as it then is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from readycheck.core.message import say
from readycheck.core.plan import Scenario
from readycheck.core.text import clean
from readycheck.errors import did_you_mean, wrong
from readycheck.storage.assign import assign
from readycheck.storage.document import REMOVED, Document, with_value

TABLES = ("plan", "staffing", "hours")
"""What a trial may change."""
_BARE = re.compile(r"""[^\s."'\[\]=]+""")
_A_WEEK = "2000-W01=0"
_MISSING = object()
Kept = TypeVar("Kept")


def apply_scenario(document: Mapping[str, Any], scenario: Scenario | Sequence[str]) -> Document:
    """The document with the scenario's changes done, one after the other; ReadycheckError for a key no audit has.

    As with `assign`, a value of the wrong kind is left to `audit_of`.
    """
    changed = dict(document)
    for change in scenario.changes if isinstance(scenario, Scenario) else scenario:
        changed = assign(changed, change)
    return changed


def changes_between(document: Mapping[str, Any], draft: Mapping[str, Any]) -> tuple[str, ...]:
    """The `KEY=VALUE` assignments in plan, staffing and hours that make `draft` out of `document`.

    What `draft` has no more is "KEY=". An empty list or table is as good as none, but for planned and opening hours.
    """
    return tuple(
        change for table in TABLES
        for change in _changes((table,), document.get(table, _MISSING), draft.get(table, _MISSING))
    )


def keep_scenario(document: Mapping[str, Any], name: str, changes: Sequence[str], note: str = "") -> Document:
    """The document with these changes kept under `name`; one that has the name already is replaced."""
    table = {"changes": list(changes), **({"note": note} if note else {})}
    return with_value(document, ("scenarios", clean(name).strip()), table)


def drop_scenario(document: Mapping[str, Any], name: str) -> Document:
    """The document without that scenario; ReadycheckError where it keeps none of the name."""
    kept = {clean(key): key for key in document.get("scenarios", {})}  # a typed audit knows the cleaned name
    key = kept_scenario(kept, name)[1]
    return with_value(document, ("scenarios",) if len(kept) == 1 else ("scenarios", key), REMOVED)


def kept_scenario(kept: Mapping[str, Kept], name: str) -> tuple[str, Kept]:
    """The name as it is kept, and what is kept under it; ReadycheckError where there is none, with those like it."""
    wanted = clean(name).strip()
    if wanted in kept:
        return wanted, kept[wanted]
    otherwise = say("Kept here: {names}.", names=", ".join(kept)) if kept else say("None is kept.")
    raise wrong(say("there is no scenario \"{name}\".", name=wanted[:60]), did_you_mean(wanted, kept, otherwise))


def _changes(path: tuple[str | int, ...], old: Any, new: Any) -> Iterator[str]:
    """The assignments at and under a path."""
    if new is _MISSING:
        if old is not _MISSING:
            yield f"{_key(path)}="
    elif isinstance(new, Mapping):
        yield from _of_table(path, old, new)
    elif isinstance(new, list) and any(isinstance(item, Mapping) for item in (*new, *_listed(old))):
        yield from _of_list(path, _listed(old), new)
    elif old != new and not (old is _MISSING and new == []):
        yield f"{_key(path)}={_text(new)}"


def _of_table(path: tuple[str | int, ...], old: Any, new: Mapping[str, Any]) -> Iterator[str]:
    before = old if isinstance(old, Mapping) else {}
    inside = [
        change for key in dict.fromkeys((*before, *new))
        for change in _changes((*path, key), before.get(key, _MISSING), new.get(key, _MISSING))
    ]
    # one of nothing but empty lists is as good as empty
    yield from inside if inside or old is not _MISSING else _empty(path)


def _empty(path: tuple[str | int, ...]) -> Iterator[str]:
    """A table made and emptied again, as no assignment makes an empty one.

    A plan of no hours is not the same as no plan, a channel that is never open not the same as no channel.
    """
    inside = _A_WEEK if path == ("plan", "hours") else "live=false" if path[0] == "hours" and len(path) == 2 else ""
    if inside:
        yield f"{_key(path)}.{inside}"
        yield f"{_key(path)}.{inside.partition('=')[0]}="


def _of_list(path: tuple[str | int, ...], old: list[Any], new: list[Any]) -> Iterator[str]:
    """Of tables, such as exceptions: item by item; what is too many goes from the end, so that places stay."""
    for place, item in enumerate(new):
        yield from _changes((*path, place), old[place] if place < len(old) else _MISSING, item)
    for place in range(len(old) - 1, len(new) - 1, -1):
        yield f"{_key((*path, place))}="


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _key(path: tuple[str | int, ...]) -> str:
    """A path as `parse_key` reads it back."""
    first, *rest = (f"[{part + 1}]" if isinstance(part, int) else _name(part) for part in path)
    return first + "".join(part if part.startswith("[") else f".{part}" for part in rest)


def _name(part: str) -> str:
    if _BARE.fullmatch(part):
        return part
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _text(value: Any) -> str:
    """A value as `assign` reads it back; an empty list is as good as none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    return str(value)
