"""`readycheck schema`: what the JSON of a command holds, as a JSON schema."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import did_you_mean, wrong

FOLDER = Path(__file__).parents[1] / "schemas"
COMMON, LOCAL = "common.json#/$defs/", "#/$defs/"
"""What several schemas need stands in one file; what is printed stands alone."""


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the schema of this name, or the names that there are."""
    if arguments.name is None:
        for name in names():
            desk.write(f"{name:20}{_of(name)['title']}")
    else:
        desk.raw(json.dumps(schema(arguments.name), ensure_ascii=False, indent=1) + "\n")
    return DONE


def names() -> list[str]:
    """The commands that print JSON; a hyphen stands before an option that prints something else."""
    return sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "common")


def schema(name: str) -> dict[str, Any]:
    """The schema (draft 2020-12), with all that it refers to in it; ReadycheckError where there is none."""
    known = names()
    if name not in known:
        there = say("There are: {known}.", known=", ".join(known))
        raise wrong(say("\"{name}\" prints no JSON.", name=clean(name)[:80]), did_you_mean(name, known, there))
    found, common = _of(name), _of("common")["$defs"]
    needed: dict[str, Any] = {}
    _gather(found, common, needed)
    made: dict[str, Any] = _own({**found, **({"$defs": needed} if needed else {})})
    return made


def _of(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return made


def _gather(node: Any, common: dict[str, Any], needed: dict[str, Any]) -> None:
    """What a node refers to, and what that does."""
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _gather(child, common, needed)
    name = node.get("$ref", "").removeprefix(COMMON) if isinstance(node, dict) else ""
    if name and name not in needed:
        needed[name] = common[name]
        _gather(common[name], common, needed)


def _own(node: Any) -> Any:
    """The same with references into itself."""
    if isinstance(node, dict):
        return {key: value.replace(COMMON, LOCAL) if key == "$ref" else _own(value) for key, value in node.items()}
    return [_own(item) for item in node] if isinstance(node, list) else node
