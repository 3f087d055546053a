"""Figures that a person sees, rounded as at school: a half goes away from zero (12.5 → 13, 64.5 % → 65 %).

Only what is shown is rounded here; what is calculated and JSON's figures stay as they are.
"""

from __future__ import annotations

from typing import Any

GRAIN = 4e-15
"""Of a value: so little that fifteen digits do not show it, and more than binary fractions lose of a decimal half."""


def over_the_half(value: float) -> float:
    """The value a grain further from zero, so that `format`, which rounds a half to even, rounds it away from zero.

    0.285 is 0.28499… as a binary fraction: it too is a half to the person who reads the figure.
    """
    return value * (1 + GRAIN)


def rounded(value: float, decimals: int = 0) -> float:
    """The value as `decimals` decimals show it."""
    return round(over_the_half(value), decimals)


def formatted(value: Any, format_spec: str) -> str:
    """A field of a sentence: `format`, with a figure's halves away from zero."""
    return format(over_the_half(value) if isinstance(value, float) and format_spec else value, format_spec)


def shown_change(before: float, after: float, decimals: int = 1) -> float:
    """The change between two figures that stand with so many decimals, so that it is their difference to the reader."""
    return round(rounded(after, decimals) - rounded(before, decimals), decimals)


def reaches(value: float, least: float) -> bool:
    """Whether a figure is no lower than a limit, both to a decimal: what is judged is what the reader sees.

    84.96 is shown as 85.0 and reaches 85; 84.94 is shown as 84.9 and does not.
    """
    return rounded(value, 1) >= rounded(least, 1)
