"""Workbooks (.xlsx, .ods, .xls): a child process writes one sheet as CSV, and says what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.demand.files.sandbox import MEGABYTE, Limits, answer_of, refusal
from readycheck.demand.files.text import Origin, TextFile, copied_table

MEMORY, MEMORY_PER_BYTE = 140 * MEGABYTE, 60
_SAVE_AGAIN = say("Open it in a spreadsheet program and save it again.")
_REFUSED: Mapping[str, tuple[Message, Message]] = {
    "damaged": (say("this is not a readable Excel workbook: it is damaged, cut short or something else."),
                _SAVE_AGAIN),
    "password": (say("the workbook is protected with a password."), say("Save it without one.")),
    "binary": (say("this is a binary Excel workbook (.xlsb)."), say("Save it as .xlsx or CSV.")),
    "no workbook": (say("this is a packed file (zip) that is not a workbook."), say("Unpack it first.")),
    "declarations": (say("the workbook holds declarations (a DTD) that no spreadsheet program writes."), _SAVE_AGAIN),
    "wide": (say("the sheet reaches to cell {cell}, and at most {most} columns are read."),
             say("Delete whatever is next to the table.")),
    "long": (say("the sheet has row numbers that no sheet has."), _SAVE_AGAIN),
    "no table": (say("the workbook has no sheet with a row of headings and rows below it."),
                 say("Export it again, or name a hidden sheet: --sheet NAME.")),
    "which sheet": (say("several sheets of the workbook hold a table."), say("Say which: --sheet NAME ({sheets}).")),
    "no such sheet": (say("the workbook has no sheet \"{sheet}\"."), say("Its sheets are: {sheets}.")),
}


def read_workbook(origin: Origin) -> TextFile:
    """One sheet of the workbook; ReadycheckError when it cannot be read safely, or its sheet must be named."""
    request = {"path": str(origin.path.resolve()), "copy": str(origin.copy.resolve()), "sheet": origin.sheet,
               "times": sorted(origin.times)}
    limits = Limits.of(origin.path, memory=MEMORY, per_byte=MEMORY_PER_BYTE)
    answer = answer_of("workbook_rows", request, origin.copy, limits, origin.progress)
    refused = refusal(answer, _REFUSED, origin.name)
    if refused is not None:
        raise refused
    text = copied_table(origin, "xlsx", "row", answer["shift"])
    return replace(text, notes=tuple(_notes(origin.name, answer)))


def _notes(name: str, answer: Mapping[str, Any]) -> list[Message]:
    notes = []
    if answer["sheets"] != 1:
        notes.append(say("{file}: the sheet {sheet} is read", file=name, sheet=clean(answer["sheet"])))
    if answer["formulas"]:
        notes.append(say("{file}: formulas without a stored value: {count}; open and save it in a spreadsheet program",
                         file=name, count=answer["formulas"]))
    return notes
