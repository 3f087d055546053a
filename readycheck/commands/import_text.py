"""What an import counted and refused, for a person: the same facts whatever the source, figures under each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from readycheck.core.message import Message, say
from readycheck.demand.importer import ImportResult, Recognition
from readycheck.i18n import Translator

COUNTED: Mapping[str, Message] = {
    "orders": say("orders counted"), "contacts": say("contacts counted"), "survey": say("answers counted"),
}


_MERGED = say("rows with an id that was there already: {count}; an id counts once").text
"""The note that the figures tell already."""


def counted(entry: Mapping[str, Any]) -> int:
    """How many items an `[[imports]]` entry counts."""
    counts = entry["counts"]
    return sum(map(int, counts["daily"].split())) if "daily" in counts else int(counts["n"])


def closing(found: Recognition, result: ImportResult, tr: Translator) -> Iterator[str]:
    """The source and its time, the figures, what was refused with the place of the first, and the notes.

    What `found` told already is not told again.
    """
    entry = result.entry
    source = tr("{format}, source “{source}”", format=found.format_name, source=found.source)
    if "first" in entry:
        source = tr("{source}: {first} – {last}", source=source, first=entry["first"], last=entry["last"])
    yield source
    figures = [
        (say("rows read"), entry["rows"]), (COUNTED[found.kind], counted(entry)),
        (say("rows whose id was there already"), found.merged),
        (say("rows refused"), sum(refusal.count for refusal in result.rejected)),
    ]
    yield from _aligned([(tr(name), tr.number(figure, 0)) for name, figure in figures[:2]
                         + [(name, figure) for name, figure in figures[2:] if figure]])
    yield from ("    " + tr(refusal.message()) for refusal in result.rejected)
    yield from ("  " + tr(note) for note in result.notes if note not in found.recognised and note.text != _MERGED)


def _aligned(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Names to the left, figures to the right."""
    names, figures = (max(map(len, column)) for column in zip(*rows, strict=True))
    return (f"  {name:<{names}}  {figure:>{figures}}" for name, figure in rows)
