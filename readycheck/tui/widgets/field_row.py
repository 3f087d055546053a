"""One line of a form: the label, and what it is typed or chosen in."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from readycheck.core.text import clean
from readycheck.i18n import Translator
from readycheck.tui.fields import YES_NO, Field, shown, typed
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.line import Line
from readycheck.tui.widgets.ticks import Ticks


class FieldRow(Horizontal):
    """Holds one Field; `read` gives its value, or raises NotTyped."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto; width: 1fr;
        & > .label { width: 27; padding: 0 1 0 0; }
        & > Input { width: 1fr; }
        & > TextArea { width: 1fr; height: auto; min-height: 1; max-height: 8; }
        &.-alone { layout: vertical; & > .label { width: 1fr; } & > TextArea { max-height: 14; } }
    }
    """

    def __init__(
        self, field: Field, value: Any, tr: Translator, *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
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
                return Choice(names, self._value, answers=_answers(self.field, self._tr.lang))
            case "lines":
                return _text_area(self._value or "")
            case "many":
                return Ticks(names, self._value or ())
        hint = self._tr(self.field.hint) if self.field.hint else ""
        return Line(shown(self.field.kind, self._value, self._tr), placeholder=hint, compact=True)

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

    @property
    def half_typed(self) -> Any:
        """What stands in the control, taken or not, as JSON holds it: a text, or positions among the options."""
        options = list(self.field.options)
        match self.field.kind:
            case "choice":
                value = self.query_one(Choice).value
                return options.index(value) if value in options else None
            case "lines":
                from textual.widgets import TextArea

                return self.query_one(TextArea).text
            case "many":
                return [n for n, value in enumerate(options) if value in self.query_one(Ticks).value]
        return self.query_one(Input).value

    def type_again(self, half_typed: Any) -> None:
        """Put back what stood there; what does not fit the control is left out."""
        options = list(self.field.options)
        match self.field.kind, half_typed:
            case "choice", int(n) if 0 <= n < len(options):
                self.query_one(Choice).value = options[n]
            case "lines", str(text):
                from textual.widgets import TextArea

                self.query_one(TextArea).load_text(clean(text, lines=True))
            case "many", [*numbers]:
                self.query_one(Ticks).chosen = frozenset(options[n] for n in numbers if n in range(len(options)))
            case "choice" | "many" | "lines", _:
                pass
            case _, str(text):
                line = self.query_one(Input)
                line.value = clean(text)
                line.action_select_all()  # as on any way into a line: what is typed takes its place

    def write_on(self) -> None:
        """Where a text of several lines goes on: at its end."""
        if self.takes_enter:
            from textual.widgets import TextArea

            area = self.query_one(TextArea)
            area.move_cursor(area.document.end)

    @property
    def takes_enter(self) -> bool:
        """Whether Enter is a part of what is typed: a text of several lines."""
        return self.field.kind == "lines"

    def begin_line(self) -> None:
        """A new line in a text of several, instead of what is marked there."""
        from textual.widgets import TextArea

        area = self.query_one(TextArea)
        area.replace("\n", *area.selection)

    def _typed(self, text: str) -> Any:
        # what was not touched comes back as it was, however it is rounded for the eye
        if text == shown(self.field.kind, self._value, self._tr):
            return self._value
        session = getattr(self.app, "session", None)
        country = session.audit.shop.country if session is not None else ""
        return typed(self.field.kind, text, self._tr, getattr(self.app, "today", None), country)


def _answers(field: Field, lang: str) -> dict[tuple[str, str], Any]:
    """What the letters of yes and no mean among the options, where these are yes and no."""
    return {("yes", lang): True, ("no", lang): False} if field.options.get(True) == YES_NO[True] else {}


def _text_area(text: str) -> Widget:
    """Loaded when a form asks for it: it costs start-up time."""
    from readycheck.tui.widgets.text_lines import TextLines

    return TextLines(text, compact=True, tab_behavior="focus", soft_wrap=True)

