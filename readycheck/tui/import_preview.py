"""What `readycheck import --json` says, as frozen dataclasses: the mapping screen shows nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Any

from readycheck.core.limits import Packed
from readycheck.storage.decode import Mistakes, Plain, decode

GRID = Packed(count=24, rows=7)
HEAD = ("format", "format_name", "why", "source", "zone", "kept_mapping", "roles")
"""What a refusal does not say of the files either."""


@dataclass(frozen=True)
class Question:
    """What a person must answer before anything is counted: `about` is zone, dates, column, orders or file."""

    about: str
    text: str
    remedy: str = ""
    file: str = ""
    place: int | None = None


@dataclass(frozen=True)
class Refused:
    """Rows that are not counted for one cause; `text` is the whole sentence with the first one's place."""

    cause: str
    count: int
    text: str = ""


@dataclass(frozen=True)
class LookedFile:
    """One file: its headings, its first rows under all of them, and the column (from 0) of each role."""

    name: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)
    form: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    packed: bool = False
    sha256: str = ""


@dataclass(frozen=True)
class Sample:
    """A contact that the keyword rules coded: the reason, the words that told it, the redacted text."""

    reason: str
    words: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Preview:
    """One look at an import; counts are 0 while a question is open. `saved` is None after a dry run.

    `orders_text` is the sentence on the orders that contacts name.
    """

    kind: str
    format: str = ""
    format_name: str = ""
    why: str = ""
    source: str = ""
    zone: str = ""
    kept_mapping: bool = False
    files: tuple[LookedFile, ...] = ()
    roles: tuple[str, ...] = ()
    rows: int = 0
    counted: int = 0
    first: date | None = None
    last: date | None = None
    grid: Annotated[tuple[tuple[int, ...], ...], GRID] | None = None
    channels: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    uncoded: int = 0
    coded_by_rule: Mapping[str, int] = field(default_factory=dict)
    orders_text: str = ""
    rejected: tuple[Refused, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    sample: tuple[Sample, ...] = ()
    saved: bool | None = None

    def asks(self, about: str) -> Question | None:
        """The open question about this, where there is one."""
        return next((question for question in self.questions if question.about == about), None)

    def with_files_of(self, before: Preview, columns: Mapping[str, str]) -> Preview:
        """A refusal names no files: those of the look `before` it, as `columns` (heading by role) maps them now."""
        files = tuple(replace(file, columns=_mapped(file, columns)) for file in before.files)
        head = {name: getattr(before, name) for name in HEAD}
        return replace(self, files=files, **head)



def _mapped(file: LookedFile, columns: Mapping[str, str]) -> dict[str, int]:
    said = {role: file.headings.index(heading) for role, heading in columns.items() if heading in file.headings}
    return {**{role: at for role, at in file.columns.items() if role not in columns}, **said}


def read_preview(printed: bytes) -> Preview | None:
    """The command's JSON, every text made harmless; None where it is none, or only half of it."""
    try:
        data = json.loads(printed)
    except (ValueError, RecursionError):
        return None
    mistakes = Mistakes(unknown_keys=False)
    return decode(Preview, _plain(data), mistakes)


def _plain(data: Any) -> Any:
    """Without keys that say nothing; days as texts that are read for what they are."""
    if not isinstance(data, dict):
        return data
    said = {key: value for key, value in data.items() if value is not None}
    for key in ("first", "last"):
        if isinstance(said.get(key), str):
            said[key] = Plain(said[key])
    for key in ("questions", "rejected"):
        if isinstance(said.get(key), list):
            said[key] = [_plain(item) for item in said[key]]
    return said
