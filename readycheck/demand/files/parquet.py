"""Parquet: a child process writes its simple columns as CSV.

In a child although DuckDB runs in this process too: its Parquet reader believes lengths that stand in the file, so
one made for it can crash or exhaust the process, which must not be the one that holds an audit. It costs 0.2 s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from readycheck.core.message import Message, say
from readycheck.demand.files.sandbox import MEGABYTE, Limits, answer_of, refusal
from readycheck.demand.files.text import Origin, TextFile, copied_table

MEMORY, MEMORY_PER_BYTE = 220 * MEGABYTE, 10
_REFUSED: Mapping[str, tuple[Message, Message]] = {
    "damaged": (say("this Parquet file is damaged or cut short."), say("Export it again, or as CSV.")),
    "no columns": (say("this Parquet file has no column of plain values."), say("Export it as CSV instead.")),
}


def read_parquet(origin: Origin) -> TextFile:
    """The file's columns of simple types; ReadycheckError when it cannot be read safely."""
    request = {"path": str(origin.path.resolve()), "copy": str(origin.copy.resolve())}
    limits = Limits.of(origin.path, memory=MEMORY, per_byte=MEMORY_PER_BYTE)
    answer = answer_of("parquet_rows", request, origin.copy, limits, origin.progress)
    refused = refusal(answer, _REFUSED, origin.name)
    if refused is not None:
        raise refused
    text = copied_table(origin, "parquet", "record", shift=-1)
    left_out = say("{file}: columns that hold lists or other parts are left out: {count}", file=origin.name,
                   count=answer["left_out"])
    return replace(text, notes=(left_out,)) if answer["left_out"] else text
