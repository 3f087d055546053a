"""What has been typed, chosen and marked in a window, to be put into widgets of the same kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from readycheck.tui.widgets.choice import Choice

HOLDS = {
    "Input": ("value", "selection"), "TextArea": ("text", "selection"), "Choice": ("value",),
    "Ticks": ("chosen", "line"), "OptionList": ("highlighted",),
}
"""Attributes by the kind of widget."""
Held = Sequence[tuple[Any, ...]]


def held_in(screen: Screen[Any]) -> Held:
    """What every widget of these kinds holds, from the top."""
    return [tuple(getattr(widget, name) for name in names) for widget, names in _holding(screen)]


def put_back(screen: Screen[Any], held: Held) -> None:
    """Put it back without a word about it: nothing has changed for the person."""
    with screen.prevent(Input.Changed, Choice.Chosen):
        for (widget, names), values in zip(_holding(screen), held, strict=True):
            for name, value in zip(names, values, strict=True):
                setattr(widget, name, value)


def _holding(screen: Screen[Any]) -> list[tuple[Widget, tuple[str, ...]]]:
    found = []
    for widget in screen.query(Widget):
        names = next((names for kind, names in HOLDS.items() if kind in widget._css_type_names), None)
        if names is not None:
            found.append((widget, names))
    return found
