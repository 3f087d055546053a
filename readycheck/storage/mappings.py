"""What a person said about a shop's files, kept in its audits (`[[mappings]]`) and found there again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from readycheck.core.imported import KeptMapping
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.document import Document, with_value
from readycheck.storage.encode import encode
from readycheck.storage.files import bytes_of
from readycheck.storage.references import years_in
from readycheck.storage.toml_guard import MAX_BYTES

_KNOWN = frozenset(field.name for field in fields(KeptMapping))


def other_mappings(archive: Archive, file: AuditFile) -> Iterator[tuple[KeptMapping, ...]]:
    """What the shop's other seasons keep, the newest first; each file is read only when its turn comes."""
    own = file.audit.season.year
    for year in sorted(years_in(file.path.parent), reverse=True):
        path = file.path.with_name(f"{year}.toml")
        with suppress(ReadycheckError, OSError):  # a damaged season does not stand in an import's way
            # many seasons keep nothing, and reading a whole audit takes longer than looking for the word
            if year != own and b"mappings" in bytes_of(path, MAX_BYTES):
                yield archive.read(path).audit.mappings


def with_mapping(document: Mapping[str, Any], kept: KeptMapping, amended: KeptMapping | None = None) -> Document:
    """The document with `kept` as its newest mapping, in place of the one of its shape and of `amended`.

    Nothing changes where the same is kept already, whatever its day.
    """
    entries = list(document.get("mappings", []))
    old: Mapping[str, Any] = next((entry for entry in entries if _shape(entry) == _shape(encode(kept))), {})
    table = {**{key: value for key, value in old.items() if key not in _KNOWN}, **encode(kept)}
    if _without_day(old) == _without_day(table):
        return dict(document)
    gone = [_shape(table)] if amended is None else [_shape(table), _shape(encode(amended))]
    return with_value(document, ("mappings",), [*(each for each in entries if _shape(each) not in gone), table])


def with_mappings_of(document: Mapping[str, Any], previous: Mapping[str, Any]) -> Document:
    """The document of a new season with what an earlier one keeps."""
    return {**document, **{key: previous[key] for key in ("mappings",) if key in previous}}


def _shape(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    """Which files it is about; of one shape and source there is one mapping."""
    return tuple(entry.get(key) or None for key in ("kind", "format", "columns", "source"))


def _without_day(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "on"}
