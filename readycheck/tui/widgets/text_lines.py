"""A text of several lines that is as high as its lines from the first paint on."""

from __future__ import annotations

from textual.events import Key
from textual.geometry import Size
from textual.widgets import TextArea

from readycheck.tui.widgets.in_order import heed_own_key


class TextLines(TextArea):
    """Textual counts the lines once the widget has its width: the form would be painted low, then jump."""

    async def on_key(self, event: Key) -> None:
        """Its editing keys keep their place among the letters."""
        await heed_own_key(self, event)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the text; until the first layout is over, at the width that it is about to get."""
        if not self.size.width:
            cursor = 1
            self.wrapped_document.wrap(max(0, width - self.gutter_width - cursor), self.indent_width)
            self.set_reactive(TextArea.virtual_size, Size(0, self.wrapped_document.height))
        return super().get_content_height(container, viewport, width)
