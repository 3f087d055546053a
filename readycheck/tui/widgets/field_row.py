"""One line of a form: the label, and what it is typed or chosen in."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from readycheck.i18n import Translator
from readycheck.tui.fields import Field, shown, typed
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.ticks import Ticks


class FieldRow(Horizontal):
    """Holds one Field; `read` gives its value, or raises NotTyped."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto; width: 1fr;
        & > .label { width: 27; padding: 0 1 0 0; }
        & > Input { width: 1fr; }
        & > TextArea { width: 1fr; height: auto; min-height: 1; max-height: 8; }
    }
    """

    def __init__(self, field: Field, value: Any, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.field = field
        self._value = value
        self._tr = tr

    def compose(self) -> ComposeResult:
        yield Static(Content(self._tr(self.field.label)), classes="label")
        yield self._control()

    def _control(self) -> Widget:
        names = {value: self._tr(name) for value, name in self.field.options.items()}
        match self.field.kind:
            case "choice":
                return Choice(names, self._value)
            case "lines":
                return _text_area(self._value or "")
            case "many":
                return Ticks(names, self._value or ())
        hint = self._tr(self.field.hint) if self.field.hint else ""
        return Input(shown(self.field.kind, self._value, self._tr), placeholder=hint, compact=True)

    @property
    def control(self) -> Widget:
        """The widget that is typed or chosen in."""
        return self.children[1]

    def read(self) -> Any:
        """The value as it stands; None when empty."""
        match self.field.kind:
            case "choice":
                return self.query_one(Choice).value
            case "lines":
                from textual.widgets import TextArea

                return self.query_one(TextArea).text.strip() or None
            case "many":
                return self.query_one(Ticks).value
        return self._typed(self.query_one(Input).value)

    def _typed(self, text: str) -> Any:
        # what was not touched comes back as it was, however it is rounded for the eye
        if text == shown(self.field.kind, self._value, self._tr):
            return self._value
        return typed(self.field.kind, text, self._tr, getattr(self.app, "today", None))


def _text_area(text: str) -> Widget:
    """Loaded when a form asks for it: it costs start-up time."""
    from textual.widgets import TextArea

    return TextArea(text, compact=True, tab_behavior="focus", soft_wrap=True)

