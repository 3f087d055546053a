"""The sections of all checklists, each with how far it is and its score."""

from __future__ import annotations

from functools import lru_cache
from textwrap import wrap

from textual import on
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readycheck.core.audit import Audit
from readycheck.core.results import Scores, SectionScore
from readycheck.i18n import Translator

MARKS = "○◔◑◕●"
WIDE = 30


class SectionList(OptionList):
    """Posts Chosen when a section is come to by arrow keys or mouse; Entered when it is confirmed."""

    class Chosen(Event):
        """The section that is marked now."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    class Entered(Event):
        """A section was confirmed: on to its questions."""

    def __init__(self, tr: Translator) -> None:
        super().__init__(markup=False, compact=True)
        self._tr = tr
        self._drawn: dict[str, str] = {}
        self._drawn_of: tuple[Scores, int] | None = None
        self._shown: tuple[Audit, Scores, str] | None = None

    def show_scores(self, audit: Audit, scores: Scores, present: str) -> None:
        """Draw every section; `present` is the one that is open."""
        self._shown = (audit, scores, present)
        if not self.size.width:
            return  # comes again with the first size
        if self._drawn_of is None or self._drawn_of[0] is not scores or self._drawn_of[1] != self.size.width:
            self._draw(audit, scores)
        if present in self._drawn:
            self.highlighted = self.get_option_index(present)

    def _draw(self, audit: Audit, scores: Scores) -> None:
        drawn = {section.id: self._line(n, section) for n, section in enumerate(scores.sections, 1)}
        if list(drawn) != list(self._drawn):
            self._fill(audit, drawn)
        else:
            for identifier, line in drawn.items():
                if line != self._drawn[identifier]:
                    self.replace_option_prompt(identifier, Content(line))
        self._drawn, self._drawn_of = drawn, (scores, self.size.width)

    def on_resize(self) -> None:
        """Titles and figures take the width there is."""
        if self._shown is not None:
            self.show_scores(*self._shown)

    def _fill(self, audit: Audit, drawn: dict[str, str]) -> None:
        self.clear_options()
        for checklist in audit.checklists:
            title = Content.styled(self._tr(checklist.title), "bold")
            self.add_option(Option(title, id=f"checklist:{checklist.id}", disabled=True))
            for section in checklist.sections:
                identifier = f"{checklist.id}/{section.id}"
                self.add_option(Option(Content(drawn[identifier]), id=identifier))

    def _line(self, n: int, section: SectionScore) -> str:
        asked = sum(1 for question in section.questions if question.applicable)
        mark = progress_mark(section.answered, asked)
        figure = _flag(section) + self._tr.number(section.score, 0).rjust(3)
        if self.size.width >= WIDE:
            figure = f"{section.answered}/{asked}".rjust(5) + figure.rjust(6)
        room = self.scrollable_content_region.width - len(figure) - 3
        first, *more = _wrapped(n, self._tr(section.title), max(8, room))
        return "\n".join([f"{mark} {first.ljust(room)} {figure}", *(f"  {line}" for line in more)])

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.has_focus and event.option.id is not None:
            self.post_message(self.Chosen(event.option.id))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id is not None:
            self.post_message(self.Chosen(event.option.id))
            self.post_message(self.Entered())


@lru_cache(maxsize=256)
def _wrapped(n: int, title: str, room: int) -> tuple[str, ...]:
    """A numbered title in lines; asked for again with every answer."""
    return tuple(wrap(f"{n} {title}", room, subsequent_indent=" " * len(f"{n} "))) or ("",)


def _flag(section: SectionScore) -> str:
    """✖ a blocker in the section, ⚠ an answer that the data contradicts."""
    if any(question.blocker for question in section.questions):
        return "✖"
    return "⚠" if any(question.contradicted for question in section.questions) else " "


def progress_mark(done: int, of: int) -> str:
    """○ nothing done, ◔ less than half, ◑ half and more, ◕ nearly all, ● all."""
    if not of or done >= of:
        return MARKS[-1]
    return MARKS[0] if not done else MARKS[1 + min(2, done * 3 // of)]
