"""The line above the keys: what comes next and how one gets there, and how much is answered."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.core.next_step import NextStep
from readycheck.core.results import Scores
from readycheck.core.sections import answered
from readycheck.i18n import Translator
from readycheck.tui.widgets.put import put

GAP = 2
KEYS = {"import": "import", "report": "report"}
"""Steps that are no screen, with the id of their key."""


class NextLine(Static):
    """One line; a click goes where its key goes. Nothing until it is told what comes next."""

    DEFAULT_CSS = """
    NextLine {
        height: 1; padding: 0 1; display: none; background: $surface; color: $foreground;
        link-style: none; link-color: $foreground;
    }
    """

    def __init__(self, tr: Translator) -> None:
        super().__init__(markup=False)
        self._tr = tr
        self._next = Content("")
        self._answered = ""
        self._told: tuple[NextStep, str] | None = None

    def show_step(self, step: NextStep, scores: Scores, pressed: Mapping[str, str]) -> None:
        """What comes next; `pressed` are keys by the ids of their bindings."""
        now = step, self._tr(answered_text(scores))
        if now == self._told:
            return
        self._told, self._answered = now, now[1]
        way = pressed.get(KEYS.get(step.place, f"go.{step.place}")) or pressed.get("go.more")
        what = self._tr(step.what) + (f" ({way})" if way and not step.question else "")
        if step.place:
            lead = (f"{pressed.get('next', '')} {self._tr(say('Next:'))}", "bold $accent")
            self._next = Content.assemble(lead, f" {what}").stylize(Style.from_meta({"@click": "screen.next"}))
        else:
            self._next = Content(f"✓ {what}")
        self.display = True
        self._lay_out()

    def on_resize(self) -> None:
        """What is answered stands at the right end."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.size.width
        room = width - cell_len(self._answered) - GAP
        if room < 1:
            return  # comes again with the first size
        shown = self._next
        if cell_len(shown.plain) > room:
            shown = shown[: len(set_cell_size(shown.plain, room - 1).rstrip())].append("…")
        gap = " " * (width - cell_len(shown.plain) - cell_len(self._answered))
        put(self, shown.append(gap + self._answered))


def answered_text(scores: Scores) -> Message:
    """How many of the questions that concern the shop have an answer."""
    done, asked = answered(scores)
    return say("{done}/{asked} answered", done=done, asked=asked)
