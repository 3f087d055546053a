"""A text into its place at the least cost: a layout goes over the whole screen, and most texts need none."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


def put(place: Static, what: Visual) -> None:
    """Show `what`; laid out anew only where the height changes, or the width follows the text."""
    before, size, width, rules = place.content, place.content_size, place.styles.width, cast("RulesMap", place.styles)
    if isinstance(what, Content) and isinstance(before, Content) and what.is_same(before):
        return
    fits = size.width and not (width and width.is_auto) and what.get_height(rules, size.width) == size.height
    place.update(what, layout=not fits)
