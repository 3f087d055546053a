"""The five answers with their keys; the one that is given is marked."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.message import Message as Event
from textual.style import Style
from textual.widgets import Static

from readycheck.core.audit import AnswerValue
from readycheck.core.message import Message, say
from readycheck.i18n import Lang, Translator
from readycheck.tui.keys import shown_key
from readycheck.tui.widgets.put import put

KEYS: Mapping[Lang, Mapping[AnswerValue, str]] = {
    "fi": {"yes": "k", "partly": "o", "no": "e", "unknown": "?", "na": "-"},
    "en": {"yes": "y", "partly": "p", "no": "n", "unknown": "?", "na": "-"},
}
LABELS: Mapping[AnswerValue, Message] = {
    "yes": say("Yes"), "partly": say("Partly"), "no": say("No"), "unknown": say("Don't know"),
    "na": say("Does not concern us…"),
}
ROWS: tuple[tuple[AnswerValue, ...], ...] = (("yes", "partly", "no"), ("unknown", "na"))
WIDE = 76


class AnswerBar(Static):
    """Posts Chosen when an answer is clicked; the keys are the screen's."""

    DEFAULT_CSS = """
    AnswerBar { height: auto; margin: 1 0; link-style: none; link-color: $foreground; }
    """

    class Chosen(Event):
        """An answer was clicked."""

        def __init__(self, value: AnswerValue) -> None:
            super().__init__()
            self.value = value

    def __init__(self, tr: Translator) -> None:
        super().__init__(markup=False)
        self._tr = tr
        self._given: AnswerValue | None = None

    def show_answer(self, given: AnswerValue | None) -> None:
        """Mark the answer that is given, if any."""
        self._given = given
        self._lay_out()

    def on_resize(self) -> None:
        """One row where it fits, else two."""
        self._lay_out()

    def action_choose(self, value: AnswerValue) -> None:
        """Pass a click on."""
        self.post_message(self.Chosen(value))

    def _lay_out(self) -> None:
        rows = (sum(ROWS, ()),) if self.size.width >= WIDE else ROWS
        put(self, Content("\n").join(Content("   ").join(map(self._drawn, row)) for row in rows))

    def _drawn(self, value: AnswerValue) -> Content:
        given = value == self._given
        usual = KEYS[self._tr.lang][value]
        identifier = f"answer.{value}" + (f".{self._tr.lang}" if usual.isalpha() else "")
        pressed = shown_key(self.app, identifier, usual)
        text = f"({'●' if given else ' '}) {pressed} {self._tr(LABELS[value])}"
        click = Style.from_meta({"@click": f"choose('{value}')"})
        return Content.styled(text, "bold reverse" if given else "").stylize(click)
