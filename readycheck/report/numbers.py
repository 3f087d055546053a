"""Figures and dates of a report: the value as it is, and the text that a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal[
    "points", "share", "contacts", "orders", "hours", "seconds", "days", "count", "nps", "weight"
]


@dataclass(frozen=True)
class Number:
    """A figure: `value` unrounded (None: not known; a share is 0–1), `text` as a person reads it."""

    value: float | None
    text: str
    unit: Unit

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Day:
    """A date, and as a person reads it."""

    value: date | None
    text: str

    def __str__(self) -> str:
        return self.text
