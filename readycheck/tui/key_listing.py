"""All keys of the app as rows to be read and as a keys.toml to be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.key_names import SIGNS
from readycheck.tui.key_registry import uses
from readycheck.tui.keymap import Keymap


@dataclass(frozen=True)
class Row:
    """One thing to do: `keys` as they are written in keys.toml, `label` and `tip` translated.

    `fixed`: the keys belong together and cannot be changed. `changed`: keys.toml has given it these keys.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    tip: str
    fixed: bool
    changed: bool


def rows(keymap: Keymap, tr: Translator) -> Iterator[Row]:
    """What can be done everywhere first, then screen by screen; twice where two screens say it in other words."""
    for identifier, variants in sorted(uses().items(), key=lambda item: ("." in item[0], item[0])):
        said: dict[tuple[str, str], list[str]] = {}
        for use in variants:
            said.setdefault((use.label, use.tip), []).extend(use.keys)
        for (label, tip), keys in said.items():
            now = keymap.wanted.get(identifier, tuple(dict.fromkeys(keys)))
            yield Row(
                identifier, tuple(SIGNS.get(key, key) for key in now), tr(label), tr(tip),
                fixed=any(use.fixed for use in variants), changed=identifier in keymap.wanted,
            )


def as_toml(keymap: Keymap, path: Path, tr: Translator) -> str:
    """A keys.toml in which every line is there and only those hold that are in force already."""
    head = [
        tr(say("Keys of readycheck's app. The app reads them from this file: {path}", path=str(path))),
        tr(say("Take the # away from a line and write another key into it; several with commas between them.")),
        tr(say("A key is a character or a name: {names}.", names='"x", "?", "f5", "ctrl+s", "delete", "space"')),
    ]
    listed: dict[str, Row] = {}
    for row in rows(keymap, tr):
        if not row.fixed:
            listed.setdefault(row.id, row)
    lines = [f"# {line}" for line in head]
    for _, room in groupby(listed.values(), lambda row: row.id.rpartition(".")[0].partition(".")[0]):
        lines += ["", *map(_line, room)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    """Quoted, as one id may begin with all of another."""
    value = json.dumps(",".join(row.keys) if "," not in row.keys else list(row.keys), ensure_ascii=False)
    setting = f"{'' if row.changed else '#'}{json.dumps(row.id)} = {value}"
    return f"{setting:<38} # {row.label}: {row.tip}"
