"""The sparring session: two people before one screen, asked blind, then talking about where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from readycheck.core.audit import Answer
from readycheck.core.message import say
from readycheck.core.next_step import NextStep
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.core.sparring import (
    AgendaItem,
    Asked,
    agenda,
    asked,
    blind_state,
    may_be_seen,
    minutes_by_section,
    progress,
)
from readycheck.i18n import Translator
from readycheck.tui import sparring_text as words
from readycheck.tui.keys import key_of
from readycheck.tui.question_text import question_numbers
from readycheck.tui.screens.answering import answer_keys
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.sparring_moves import MOVE_KEYS, SparringMoves
from readycheck.tui.screens.sparring_private import PRIVATE_KEYS, SparringPrivate
from readycheck.tui.screens.sparring_state import Sitting
from readycheck.tui.screens.sparring_tools import TALK_KEYS, SparringTools
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.section_clock import SectionClock
from readycheck.tui.widgets.sparring_card import SparringCard


class SparringScreen(SparringMoves, SparringPrivate, SparringTools, AuditScreen):
    """One question, or the agenda as a list; the section's clock above either."""

    PLACE = "sparring"
    hides_answers = True
    CSS_PATH = ["base.tcss", "sparring.tcss"]  # type: ignore[assignment]  # Textual takes both
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (words.WIDE, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*answer_keys(), *MOVE_KEYS, *PRIVATE_KEYS, *TALK_KEYS]
    _shown: tuple[Any, Any, bool] | None = None
    questions: Sequence[Asked] = ()
    items: Sequence[AgendaItem] = ()
    numbers: Mapping[str, str] = {}
    _order: list[Asked]

    def compose_body(self) -> ComposeResult:
        yield Static("", id="head", markup=False)
        with Horizontal(id="time"):
            yield SectionClock(self.tr)
            yield Static("", id="mine", markup=False)
        with Horizontal(id="ask"):
            with VerticalScroll(id="sections", can_focus=False):
                yield Static("", id="section-lines", markup=False)
            yield SparringCard(self.tr)
        with Vertical(id="talk"):
            yield Static("", id="legend", markup=False)
            yield Rows(id="agenda")
            yield Static("", id="detail", markup=False)

    def on_mount(self) -> None:
        """Go on where the sitting was left, else at the first question that wants an answer."""
        self.open_private()
        self.look()
        if not self.sitting.question:
            self.go_on_asking()
        super().on_mount()
        self.take_keys()

    # what is looked at

    @property
    def sitting(self) -> Sitting:
        """How the sitting stands."""
        kept: Sitting = self.session.places.get(self.PLACE, Sitting())
        return kept

    def now(self, **changes: Any) -> None:
        """Let the sitting stand otherwise."""
        self.session.places[self.PLACE] = replace(self.sitting, **changes)

    @property
    def order(self) -> list[Asked]:
        """Every question that concerns the shop, with its section."""
        self.look()
        return self._order

    @property
    def present(self) -> int:
        """The open question's index in `order`."""
        wanted = self.sitting.question
        return next((n for n, (_, q) in enumerate(self.order) if q.id == wanted), 0)

    @property
    def here(self) -> tuple[SectionScore, QuestionScore, Answer]:
        """The open question, its section, what was answered."""
        section, q = self.order[self.present]
        return section, q, self.given(q)

    @property
    def seen(self) -> bool:
        """Whether what was answered to the open question may be shown."""
        return bool(self.order) and may_be_seen(self.here[2])

    def given(self, q: QuestionScore) -> Answer:
        """What has been answered to a question."""
        return self.session.audit.answers.get(q.id, Answer())

    def look(self) -> None:
        """Work out questions and agenda, where the audit, its scores or the choice of questions are new."""
        now = self.session.audit, self.session.scores, self.sitting.heavy
        if self._shown is None or any(a is not b for a, b in zip(now, self._shown, strict=True)):
            self._shown = now
            self.numbers = question_numbers(now[1])
            self._order = list(asked(now[0], now[1]))
            self.questions = asked(now[0], now[1], heavy=now[2])
            self.items = agenda(now[0], now[1])

    # showing

    def show_again(self) -> None:
        """The head too tells no score while an answer is hidden: its change would tell what was said."""
        answers = self.session.audit.answers.values()
        hidden = any(blind_state(answer) != "nobody" and not may_be_seen(answer) for answer in answers)
        self.query_one(AuditHeader).show_session(self.session, hidden=hidden)
        self.show_audit()

    def show_next(self) -> None:
        """What comes next on the whole way is not told here: it too would tell of hidden answers."""

    @property
    def steps_left(self) -> tuple[NextStep, ...]:
        """None that could be found here, for the same reason."""
        return ()

    def show_audit(self) -> None:
        """Progress, clock, and the question or the agenda."""
        self.look()
        at = progress(self.session.audit, self.questions, self.items)
        self.query_one("#head", Static).update(words.head_text(self.sitting.heavy, at, self.tr))
        listing = self.sitting.listing
        self.query_one("#ask").display, self.query_one("#talk").display = not listing, listing
        if not self.order:
            self.query_one("#head", Static).update(self.tr(say("This audit holds no questions.")))
            return
        self.tend_clock()
        noted = bool(self.notes.general) if listing else self.here[1].id in self.notes.notes
        self.query_one("#mine", Static).update(words.private_mark(noted, self.tr))
        if listing:
            self._show_agenda()
        else:
            self._show_card()
        self.refresh_bindings()

    def _show_agenda(self) -> None:
        table = self.query_one(Rows)
        if table.row_count and not table.size.width:
            return  # not laid out yet: cells would be cut to nothing
        wide = self.size.width >= words.WIDE
        rows = words.rows(self.items, self.numbers, self.tr, wide)
        table.show_rows(words.columns(self.tr, wide), rows)
        chosen = self.item(table.chosen or "") if rows else None
        text = self.tr(say("Nothing to talk about yet: both answer first ({key}).",
                           key=key_of("sparring.agenda", "a"))) if chosen is None else (
            words.detail_text(chosen, self.numbers[chosen.score.id], self.tr))
        self.query_one("#detail", Static).update(text)
        self.query_one("#legend", Static).update(words.legend_text(self.tr) if rows else "")

    def _show_card(self) -> None:
        section, q, answer = self.here
        card, tr, number = self.query_one(SparringCard), self.tr, self.numbers[q.id]
        if may_be_seen(answer):
            card.show_both(section, q, number, answer, self.item(q.id), self.session.scores)
        else:
            card.show_hidden(section, q, number, answer, self.sitting.voice)
        before = self.session.scores.question(self.sitting.told)
        told = before is not None and may_be_seen(self.given(before))
        card.show_told(words.told_text(before, self.given(before), tr) if before and told else "")
        self.query_one("#section-lines", Static).update(words.sections_text(
            self.session.audit, self.questions, self.items, self.notes.seconds, self.planned(), section.id, tr,
        ))

    def planned(self) -> dict[str, float]:
        """Each section's planned minutes."""
        return dict(minutes_by_section(self.questions, self.items, self.notes.planned_minutes))

    def item(self, question: str) -> AgendaItem | None:
        """A question's place on the agenda."""
        return next((item for item in self.items if item.score.id == question), None)

    def on_resize(self) -> None:
        """Columns take the width there is."""
        self.later(self.show_audit)

    async def speak(self, tr: Translator) -> None:
        """Time that is being taken runs on."""
        self.keep_time()
        await super().speak(tr)
        self.take_keys()

    def take_keys(self) -> None:
        """Keys go to what is in sight."""
        (self.query_one(Rows) if self.sitting.listing else self.query_one(SparringCard)).focus()

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        if self.sitting.listing and event.key != self.sitting.question:
            self.now(question=event.key)
            self.show_audit()

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        self.open_item(event.key)
