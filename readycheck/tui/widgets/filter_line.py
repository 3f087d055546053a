"""A line above a list: what is typed picks out rows; Enter and the arrows lead to them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message as Event

from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.widgets.line import Line


class FilterLine(Line):
    """Says so when it is left; Escape empties it first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,down,up", "leave", say("To the shops"), say("To the shops that have been found."), id="filter.leave",
            display="⏎"),
        key("escape", "drop", say("All shops"), say("Take what is typed away."), id="filter.drop", display="esc"),
    ]

    class Left(Event):
        """The list is to have the keys again."""

    def action_leave(self) -> None:
        """Keep what is typed."""
        self.post_message(self.Left())

    def action_drop(self) -> None:
        """Keep nothing."""
        self.value = ""
        self.post_message(self.Left())
