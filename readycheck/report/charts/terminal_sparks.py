"""A score season by season in as many characters, all on the scale from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence

BLOCKS, ASCII = "▁▂▃▄▅▆▇█", "_.:-=+*#"
GAP, CUT = "·", "/"
ASCII_GAP = " "


def spark(values: Sequence[float | None], breaks: Sequence[bool], *, ascii_only: bool = False) -> str:
    """A column for each season; a dot where there is none, a stroke where the list changed."""
    levels, gap = (ASCII, ASCII_GAP) if ascii_only else (BLOCKS, GAP)
    signs = [gap if value is None else levels[_level(value)] for value in values]
    cuts = ["", *(CUT if cut else "" for cut in breaks)]
    return "".join(cut + sign for cut, sign in zip(cuts, signs, strict=True))


def _level(value: float) -> int:
    """0…7 by eighths of the scale."""
    return min(max(int(value * 8 / 100), 0), 7)
