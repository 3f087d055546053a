"""A form's changes as an edit of the audit document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.hours.week import Span
from readycheck.storage.document import APPEND, REMOVED, with_value
from readycheck.tui.saving import Document

Path = Sequence[str | int]


def with_changes(document: Document, path: Path, changes: Mapping[str, Any]) -> Document:
    """A new document with `changes` under `path`; a key may be dotted ("label.fi"), None takes it away."""
    for key, value in changes.items():
        document = with_value(document, (*path, *key.split(".")), plain(value))
    return document


def with_item(document: Document, path: Path, item: Mapping[str, Any]) -> Document:
    """A new document with one more item in the list at `path`; None and empty texts are left out."""
    kept = {key: plain(value) for key, value in item.items() if value not in (None, "")}
    return with_value(document, (*path, APPEND), kept)


def without(document: Document, path: Path) -> Document:
    """A new document without the value or list item at `path`."""
    return with_value(document, path, REMOVED)


def plain(value: Any) -> Any:
    """A value as TOML keeps it."""
    if value is None:
        return REMOVED
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Span) else value
