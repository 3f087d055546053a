"""JSON and NDJSON as tables: a record a row, its keys as dotted headings, one record held at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.demand.files.copies import Copy
from readycheck.demand.files.json_cells import Cells
from readycheck.demand.files.json_lists import has_date, keys
from readycheck.demand.files.json_records import Walk
from readycheck.demand.files.json_values import Window
from readycheck.demand.files.kinds import utf16
from readycheck.demand.files.text import Origin, TextFile, copied_table
from readycheck.demand.words import fold
from readycheck.errors import ReadycheckError, wrong

_HEAD = 1 << 12


def read_json(origin: Origin) -> TextFile:
    """The records of a JSON file as rows: "via.channel" is a heading, tags are joined by commas.

    Taken: a list, a list in a wrapper, a record or a page on each line, pages one after another. What is no
    object, and an object that has a key twice, becomes an empty row. ReadycheckError when the file is cut off, is
    no JSON, or holds no list of records.
    """
    with origin.path.open("rb") as file:
        codec = utf16(file.read(_HEAD)) or "utf-8"
    walk, objects = _copied(origin, codec, None)
    if not objects and walk.others:
        # a long list under nobody's usual key: the longest of them, on a second way through the file
        walk, objects = _copied(origin, codec, max(walk.others, key=lambda key: walk.others[key]))
    if not objects or (isinstance(walk.lone, dict) and not _is_record(walk.lone)):
        raise _no_records(origin.name, empty=walk.lists > 0 and not walk.window.record)
    several = walk.values > 1 or walk.lone is not None
    encoding = say("UTF-8") if codec == "utf-8" else say("UTF-16")
    return copied_table(origin, "ndjson" if several else "json", "record", -1, encoding)


def _copied(origin: Origin, codec: str, wanted: str | None) -> tuple[Walk, int]:
    """Every record written to the copy, and how many of them were objects."""
    walk = Walk(Window(origin, codec), wanted)
    cells = Cells(texts=origin.texts, times=origin.times)
    objects = 0
    with Copy(origin.copy) as copy:
        for record in walk.records():
            row = cells.of(record) if isinstance(record, dict) else None
            copy.write(row or ())
            objects += row is not None
        copy.finish(cells.headings or ["–"])
    origin.progress.rows(copy.rows)
    return walk, objects


def _is_record(lone: Mapping[str, Any]) -> bool:
    """Whether the only object of a file is one record, and not a page of settings."""
    return has_date(lone) or not keys().record.isdisjoint(map(fold, lone))


def _no_records(name: str, *, empty: bool) -> ReadycheckError:
    if empty:
        return wrong(say("the list of records is empty."), say("Export a longer time."), file=clean(name))
    return wrong(
        say("this JSON file holds no list of records; a list of tickets, contacts or orders was looked for, or one"
            " of them on each line."),
        say("Export the tickets, contacts or orders themselves."), file=clean(name),
    )
