"""What an import brings: counts for the audit file, and what to tell the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from readycheck.core.message import Message
from readycheck.demand.personal import kept_name
from readycheck.demand.recognition import Recognition
from readycheck.demand.rows.causes import Rejected, by_cause


@dataclass(frozen=True)
class ImportResult:
    """`entry` is one `[[imports]]` table of the audit file: counts only, no cell of the files.

    Its `counts` are a `[demand.…]` table of this source alone, or how many gave each answer of a survey
    (core.survey.SurveyCounts).
    """

    entry: dict[str, Any]
    rejected: tuple[Rejected, ...]
    notes: tuple[Message, ...]


def entry_of(
    recognition: Recognition, counts: Mapping[str, Any], rows: int, rejected: Sequence[Rejected], today: date,
    first_at: datetime | None = None, last_at: datetime | None = None,
) -> dict[str, Any]:
    """The `[[imports]]` table: what was read, and what it counted, with the first and last instant where known."""
    instants = {"first_at": first_at, "last_at": last_at}
    span = {key: counts[key] for key in ("first", "last") if key in counts}
    span |= {key: at for key, at in instants.items() if at is not None}
    return {
        "kind": recognition.kind, "source": recognition.source,
        "files": [{"name": kept_name(file.name), "sha256": file.sha256} for file in recognition.files],
        "rows": rows, **span, "on": today, "rejected": by_cause(rejected), "counts": dict(counts),
    }
