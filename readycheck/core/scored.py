"""A figure with its reasons: what every score has."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A figure with its reasons. `applicable` False: there is nothing to score, and that is right so."""

    score: float | None
    missing: tuple[Message, ...] = ()
    applicable: bool = True
    steps: tuple[Message, ...] = ()
