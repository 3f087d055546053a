"""The window that shows what a version of a checklist changes, and takes it up or leaves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.audit import Answer
from readycheck.core.editions.answers import Earlier
from readycheck.core.editions.effect import score_moves
from readycheck.core.editions.told import (
    Part,
    answers_told,
    asked_told,
    change_told,
    earlier_told,
    headline,
    scores_told,
)
from readycheck.core.message import say
from readycheck.core.results import Scores
from readycheck.i18n import Translator
from readycheck.storage.editions import TakenUp
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog, Title


class PartsScreen(Dialog[bool]):
    """Headings and their lines, to be read; a kind of it gives them in `parts`."""

    CSS_PATH = ["dialog.tcss", "checklists.tcss"]  # type: ignore[assignment]  # Textual takes both

    def parts(self) -> Iterable[Part]:
        """What stands there."""
        return ()

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for part in self.parts():
                yield Static(Content.styled(self.tr(part.title), "bold"), markup=False)
                for line, under in part.lines:
                    yield Static(Content(self.tr(line)), classes="line", markup=False)
                    for each in under:
                        yield Static(Content.styled(self.tr(each), "$secondary"), classes="under", markup=False)


class EarlierScreen(PartsScreen):
    """The answers that stay with earlier versions of a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,enter", "cancel", say("Close"), say("Close this window."), id="close", display="esc"),
    ]

    def __init__(self, tr: Translator, title: Title, copies: Sequence[Earlier[Answer]]) -> None:
        super().__init__(tr, title)
        self._copies = copies

    def parts(self) -> Iterable[Part]:
        """Each copy."""
        return map(earlier_told, self._copies)


class EditionScreen(PartsScreen):
    """Answers True where it is to be taken up; what it does to answers and score stands first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "take", say("Take it up"), say("Use this version in the audit; undo brings the earlier one back."),
            id="edition.take"),
        key("escape", "cancel", say("Leave it"), say("Close this window and change nothing."), id="close"),
    ]

    def __init__(self, tr: Translator, found: TakenUp, scores: tuple[Scores, Scores]) -> None:
        super().__init__(tr, headline(found.kept, found.offered))
        self._found = found
        self._moves = score_moves(*scores)

    def parts(self) -> Iterator[Part]:
        """Answers, score, then what changes or is asked."""
        found = self._found
        if found.change is not None and found.change.older:
            yield Part(say("This is an earlier version than the audit's."))
        yield answers_told(found.kept, found.offered, found.answers)
        yield scores_told(self._moves, found.change)
        if found.change is not None:
            yield from change_told(found.change)
        elif found.offered is not None:
            yield from asked_told(found.offered)

    def action_take(self) -> None:
        """Take it up."""
        self.dismiss(True)
