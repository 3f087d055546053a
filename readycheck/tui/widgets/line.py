"""One line that is typed in."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input


def bind_as_elsewhere(field: Widget, **actions: str) -> None:
    """Keys of a text field that most people know from other programs, in place of what Textual binds them to."""
    for name, action in actions.items():
        pressed = name.replace("_", "+")
        field._bindings.key_to_bindings[pressed] = [Binding(pressed, action, show=False)]


class Line(Input):
    """Textual's, but Ctrl+A marks all."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bind_as_elsewhere(self, ctrl_a="select_all")
