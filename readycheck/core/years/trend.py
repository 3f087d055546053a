"""Three seasons and more as one line for each score (DOMAIN §4)."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.checklist import LocalText


@dataclass(frozen=True)
class TrendLine:
    """A score, 0–100, season by season; None where it is not known or was not asked.

    `breaks` and `steps` lie between the seasons, one fewer: whether the two figures do not compare because the list
    changed, and the change over what both seasons have (None where nothing compares). No `title`: a score that
    `core.names.score_name` names by its `id`.
    """

    id: str
    title: LocalText | None
    values: tuple[float | None, ...]
    breaks: tuple[bool, ...]
    steps: tuple[float | None, ...]


@dataclass(frozen=True)
class Trend:
    """Seasons in order with their lines: the readiness score first, then what it is made of, then the rest.

    `list_changed` lies between the seasons: what of the headline's change is the checklist's.
    """

    seasons: tuple[int, ...]
    lines: tuple[TrendLine, ...]
    list_changed: tuple[float | None, ...]
