"""Units of durations as headings tell them: "Vasteaika (min)", "First reply time in minutes"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readycheck.demand.formats.dialects import ReplyUnit
from readycheck.demand.words import fold

_UNITS: Mapping[ReplyUnit, tuple[str, ...]] = {
    "seconds": ("s", "sec", "secs", "second", "seconds", "sek", "sekunti", "sekuntia", "sekunteina", "sekund",
                "sekunder"),
    "minutes": ("min", "mins", "minute", "minutes", "minuutti", "minuuttia", "minuutteina", "minut", "minuter"),
    "hours": ("h", "hr", "hrs", "hour", "hours", "tunti", "tuntia", "tunteina", "tim", "timme", "timmar"),
    "clock": ("hh", "hhmmss"),
}
_TOLD = re.compile(r"\s*\(([^()]{1,12})\)$")


def unit_named(text: str) -> ReplyUnit | None:
    """The first unit that a heading names: "minutes within business hours" are minutes."""
    words = fold(text).split()
    return next((unit for word in words for unit, names in _UNITS.items() if word in names), None)


def without_unit_words(folded: str) -> str:
    """A folded heading without its unit: "vasteaika min" → "vasteaika"."""
    units = {name for names in _UNITS.values() for name in names} | {"in", "i", "mm", "ss"}
    return " ".join(word for word in folded.split() if word not in units)


def told_unit(wanted: str) -> tuple[str, ReplyUnit | None]:
    """A column as a person named it, and the unit told after it: "Vasteaika (min)"."""
    found = _TOLD.search(wanted.strip())
    unit = unit_named(found[1]) if found else None
    return (wanted.strip()[: found.start()], unit) if found and unit else (wanted.strip(), None)
