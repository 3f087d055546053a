"""A picture of characters as a widget: the theme's colours come on top of marks that tell themselves apart."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from readycheck.report.charts.terminal_canvas import Line


class Drawn(Widget):
    """Shows what `draw` gives for the size that there is; texts are put on the screen as they are, never markup."""

    COMPONENT_CLASSES = {
        "drawn--need", "drawn--short", "drawn--plan", "drawn--band", "drawn--saved", "drawn--backlog", "drawn--axis",
        "drawn--text", "drawn--lag", "drawn--late", "drawn--median",
    }
    DEFAULT_CSS = """
    Drawn {
        width: 1fr; height: auto;
        & > .drawn--need, & > .drawn--lag { color: $primary; }
        & > .drawn--short { color: $error; }
        & > .drawn--plan, & > .drawn--median { color: $text; text-style: bold; }
        & > .drawn--band, & > .drawn--text { color: $text; }
        & > .drawn--saved { color: $accent; text-style: bold; }
        & > .drawn--backlog, & > .drawn--late { color: $secondary; }
        & > .drawn--axis { color: $text-muted; }
    }
    """
    LINES = 12
    """The height where the style sheet says `auto`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._drawn_for: Size | None = None

    def draw(self, width: int, height: int) -> tuple[Line, ...]:
        """The picture in so many characters and lines."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew: there is something else to show."""
        self._drawn_for = None
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the picture likes to be."""
        return self.LINES

    def render_line(self, y: int) -> Strip:
        """A line of the picture in the theme's colours."""
        if self._drawn_for != self.size:
            self._lines, self._drawn_for = self.draw(self.size.width, self.size.height), self.size
        segments = [Segment(text, self._style(name)) for text, name in self._lines[y]] if y < len(self._lines) else []
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"drawn--{name}") if name else self.rich_style
