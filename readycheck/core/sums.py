"""Counts of several sources added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key")


def added(tables: Iterable[Mapping[Key, int]]) -> dict[Key, int]:
    """The counts of all tables, name by name, in the order in which the names come."""
    total: dict[Key, int] = {}
    for table in tables:
        for key, count in table.items():
            total[key] = total.get(key, 0) + count
    return total
