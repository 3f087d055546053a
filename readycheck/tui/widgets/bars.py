"""Bars out of block characters: the length tells, whatever the colours."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: float, width: int) -> str:
    """A bar of `share` (0–1) of `width` characters, to an eighth of one."""
    eighths = round(8 * width * min(1.0, max(0.0, share)))
    if share > 0:
        eighths = max(1, eighths)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def interval_bar(low: float, value: float, high: float, width: int) -> str:
    """A bar to `value` with the interval's ends, all shares (0–1) of `width`: ████├██──┤"""
    at_low, at_value, at_high = (round(min(1.0, max(0.0, x)) * (width - 1)) for x in (low, value, high))
    line = ["█" if n <= at_value else "─" if n <= at_high else " " for n in range(width)]
    line[at_low] = "├"
    line[at_high] = "┤"
    return "".join(line).rstrip()


def change_mark(before: float | None, after: float | None) -> str:
    """▲ up, ▼ down, = the same; nothing where one is not known."""
    if before is None or after is None:
        return ""
    return "▲" if after > before else "▼" if after < before else "="
