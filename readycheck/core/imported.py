"""What an audit remembers of imports: what each brought, and what a person said about such files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from readycheck.core.limits import Count, NotBlank

Kind = Literal["orders", "contacts", "survey"]


@dataclass(frozen=True)
class ImportedFile:
    """A file that was read: its name without folders, and the SHA-256 of its bytes."""

    name: str
    sha256: str = ""


@dataclass(frozen=True)
class ImportEntry:
    """What one import brought; its own counts let the next one of this source replace it.

    `first_at` and `last_at` are the first and last moment in the shop's time, with their offset, to the minute.
    """

    kind: Kind
    source: str
    files: tuple[ImportedFile, ...] = ()
    rows: Count = 0
    first: date | None = None
    last: date | None = None
    on: date | None = None
    rejected: Mapping[str, Count] = field(default_factory=dict)
    counts: Mapping[str, Any] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True)
class KeptMapping:
    """What a person said about files of one shape, so that the next ones need not be asked about.

    The shape: the `format` that their headings show, and all headings in `columns` (by the part that each plays;
    an empty heading leaves the part out). `read_as` is the format that was chosen instead, where one was.
    """

    kind: Kind
    format: Annotated[str, NotBlank()]
    columns: Mapping[str, str] = field(default_factory=dict)
    read_as: str = ""
    timezone: str = ""
    dates: Literal["", "dmy", "mdy"] = ""
    channel: str = ""
    source: str = ""
    on: date | None = None
