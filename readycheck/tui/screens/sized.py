"""The classes that a screen has by the terminal's size."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def take_size(screen: Screen[Any]) -> None:
    """Give a new screen the classes of its breakpoints, before its widgets are made.

    Textual gives them at the first resize, when all is laid out and painted: it would all be styled, laid out and
    painted once more.
    """
    size = screen.app.size
    wide, high = screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS
    for length, breakpoints in ((size.width, wide), (size.height, high)):
        reached = [each for each in breakpoints or () if each[0] <= length]
        if reached:
            screen.add_class(max(reached)[1], update=False)
