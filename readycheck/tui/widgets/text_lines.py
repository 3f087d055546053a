"""A text of several lines that is as high as its lines from the first paint on."""

from __future__ import annotations

from typing import Any

from textual.geometry import Size
from textual.widgets import TextArea

from readycheck.tui.widgets.line import bind_as_elsewhere


class TextLines(TextArea):
    """Textual's, with keys known from elsewhere, and no jump.

    Textual counts the lines once the widget has its width: the form would be painted low, then jump.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bind_as_elsewhere(
            self, ctrl_a="select_all", ctrl_home="to_start", ctrl_end="to_end",
            ctrl_shift_home="to_start(True)", ctrl_shift_end="to_end(True)",
        )

    def action_to_start(self, select: bool = False) -> None:
        """To the first letter."""
        self.move_cursor((0, 0), select=select)

    def action_to_end(self, select: bool = False) -> None:
        """Behind the last letter."""
        self.move_cursor(self.document.end, select=select)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the text; until the first layout is over, at the width that it is about to get."""
        if not self.size.width:
            cursor = 1
            self.wrapped_document.wrap(max(0, width - self.gutter_width - cursor), self.indent_width)
            self.set_reactive(TextArea.virtual_size, Size(0, self.wrapped_document.height))
        return super().get_content_height(container, viewport, width)
