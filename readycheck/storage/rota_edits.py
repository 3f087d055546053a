"""A suggested rota as an edit of the document: hours by date on top of what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readycheck.core.staffing.rota import RotaSuggestion
from readycheck.storage.document import Document, with_value


def with_rota(document: Mapping[str, Any], suggestion: RotaSuggestion) -> Document:
    """The document with the suggested hours added to `plan.extra`; one without days changes nothing.

    A plan without hours gets an empty table: it is then a plan, and January staffing has a score.
    """
    changed = dict(document)
    for day in suggestion.days:
        path = ("plan", "extra", day.day.isoformat())
        before = changed.get("plan", {}).get("extra", {}).get(path[-1], 0)
        changed = with_value(changed, path, before + day.hours)
    if suggestion.days and "hours" not in changed["plan"]:
        changed = with_value(changed, ("plan", "hours"), {})
    return changed
