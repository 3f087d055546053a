"""Marks that stand in a reason's cell where keyword rules coded the contact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_MARK = "\x1frule "


def marks_of(reasons: Iterable[str]) -> dict[str, str]:
    """A mark by reason: a number, since cells are compared in small letters."""
    return {reason: f"{_MARK}{number}" for number, reason in enumerate(reasons)}


def is_mark(cell: str, names: Mapping[str, str]) -> bool:
    """Whether a cell is one of the marks in `names` (reason by mark): a file's own text is not."""
    return cell.startswith(_MARK) and cell in names
