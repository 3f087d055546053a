"""The five answers with their keys; the one that is given is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
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
GAP = "   "


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
        """One row where it fits, else two, else as many as it takes."""
        self._lay_out()

    def action_choose(self, value: AnswerValue) -> None:
        """Pass a click on."""
        self.post_message(self.Chosen(value))

    def _lay_out(self) -> None:
        width = self.size.width or self.app.size.width  # not known yet: comes again with the first size
        rows = [[self._drawn(value) for value in row] for row in ROWS]
        one = [option for row in rows for option in row]
        if _width(one) <= width:
            rows = [one]
        elif max(map(_width, rows)) > width:
            rows = _wrapped(one, width)
        put(self, Content("\n").join(Content(GAP).join(row) for row in rows))

    def _drawn(self, value: AnswerValue) -> Content:
        given = value == self._given
        usual = KEYS[self._tr.lang][value]
        identifier = f"answer.{value}" + (f".{self._tr.lang}" if usual.isalpha() else "")
        pressed = shown_key(self.app, identifier, usual)
        text = f"({'●' if given else ' '}) {pressed} {self._tr(LABELS[value])}"
        click = Style.from_meta({"@click": f"choose('{value}')"})
        return Content.styled(text, "bold reverse" if given else "").stylize(click)


def _width(row: Sequence[Content]) -> int:
    return sum(cell_len(each.plain) for each in row) + len(GAP) * (len(row) - 1)


def _wrapped(options: Sequence[Content], width: int) -> list[list[Content]]:
    """Rows that fit: an option's mark, key and word stay together."""
    rows: list[list[Content]] = [[]]
    for option in options:
        if rows[-1] and _width([*rows[-1], option]) > width:
            rows.append([])
        rows[-1].append(option)
    return rows
