"""What can be done beside answering: note, evidence, action, voice, the data behind, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from readycheck.core.audit import Answer
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import suggested_due
from readycheck.core.message import Message, say
from readycheck.core.names import measure_name
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.document import REMOVED, with_value
from readycheck.storage.merge_lists import free_action_id
from readycheck.tui.changes import with_item
from readycheck.tui.fields import Field, Kind
from readycheck.tui.keys import key, key_of
from readycheck.tui.measured import IMPORT, place_of, scored_of
from readycheck.tui.question_text import VOICES, capital
from readycheck.tui.saving import Document
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.reading import ReadingScreen, ScoresScreen
from readycheck.tui.screens.registry import BY_ID
from readycheck.tui.widgets.score_board import board

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen


# m, l, t, d and v stand beside what they are about in the question itself; a wide screen shows the scores
TOOL_KEYS = (
    key("s", "scores", say("Scores"), say("What readiness is made up of, and where there is most to gain."),
        id="question.scores", show=False),
    key("c", "conflict", say("Next conflict"),
        say("To the next answer that the data contradicts, or that owner and consultant see differently."),
        id="question.conflict", show=False),
    key("m", "note", say("Note"), say("Write a note on this question."), id="question.note"),
    key("l", "evidence", say("Evidence"), say("Links and files that show it, one per line."),
        id="question.evidence", show=False),
    key("t", "to_do", say("To do"), say("Turn the remedy into an action: who does it, by when."),
        id="question.action", show=False),
    key("h", "observe", say("Observation"), say("Write down what went well or was hard with this, for next year."),
        id="question.observation", show=False),
    key("d", "data", say("Data"), say("The arithmetic behind the measured figure, or where to get it."),
        id="question.data", show=False),
    key("v", "voice", say("Voice"), say("Answer as the owner, as the consultant, or what was agreed."),
        id="question.voice", show=False),
    key("a", "shop", say("Shop and season"), say("Name, country, time zone, first and last day of the season."),
        id="question.shop", show=False),
)
ACTION_FIELDS = (
    Field("title", say("What will be done"), "lines", needed=True),
    Field("owner", say("Who does it")),
    Field("due", say("By when"), "date"),
    Field("fallback", say("Instead, if too late"), "lines"),
)


class QuestionTools(Base):
    """A part of the question screen; needs its `order`, `present`, `given`, `voice`."""

    if TYPE_CHECKING:
        @property
        def order(self) -> list[tuple[SectionScore, QuestionScore]]:
            """Every question with its section."""

        @property
        def present(self) -> int:
            """The open question's index in `order`."""

        def given(self, q: QuestionScore) -> Answer:
            """What has been answered to a question."""

        def go_to_question(self, identifier: str) -> None:
            """Open a question."""

    def with_value(self, path: Sequence[str | int], value: object) -> Document:
        """The document with one value changed."""
        return with_value(self.session.document, path, value)

    def ask_text(
        self, label: Message, text: str, then: Callable[[str], Document], *,
        note: Message | None = None, needed: bool = False, kind: Kind = "lines", opened_by: str = "",
    ) -> None:
        """Let a text be written; `then` makes the new document of it."""
        q = self.order[self.present][1]

        def accept(changes: dict[str, Any]) -> Message | None:
            try:
                document = then(changes.get("text", text) or "")
            except ReadycheckError as error:
                return error.problems[0].message()
            return self.taken(document)

        field = Field("text", label, "lines" if "\n" in text else kind, needed=needed)
        title = say("{prompt}", prompt=q.question.prompt)
        self.app.push_screen(FormScreen(
            self.tr, title, [field], {"text": text}, accept, note, (q.id, opened_by)))

    def action_note(self) -> None:
        """Write a note."""
        q = self.order[self.present][1]
        self.ask_text(say("Note"), self.given(q).note, lambda note: self._with(q, "note", note),
                      opened_by="question.note")

    def action_evidence(self) -> None:
        """Edit the list of evidence."""
        q = self.order[self.present][1]
        self.ask_text(
            say("Evidence"), "\n".join(self.given(q).evidence),
            lambda text: self._with(q, "evidence", [line.strip() for line in text.splitlines() if line.strip()]),
            note=say("A link or the path of a file on each line. Files stay where they are."),
            opened_by="question.evidence",
        )

    def _with(self, q: QuestionScore, name: str, value: object) -> Document:
        return self.with_value(["answers", q.id, name], value or REMOVED)

    def action_to_do(self) -> None:
        """Make an action of the remedy, due so early that it is in force before the first peak; never in the past."""
        q = self.order[self.present][1]
        first = {
            "title": self.tr(q.question.remedy), "owner": "", "fallback": "",
            "due": suggested_due(q.question.lead_days, first_peak(self.session.audit.season), self.session.today),
        }

        def accept(changes: dict[str, Any]) -> Message | None:
            complaint = self.taken(with_action(self.session.document, {**first, **changes}, q))
            if complaint is None:
                self.tell(say("Added to the actions ({key}).", key=key_of("go.more", "7")))
            return complaint

        self.app.push_screen(FormScreen(self.tr, say("New action"), ACTION_FIELDS, first, accept, None,
                                        (q.id, "question.action")))

    def action_observe(self) -> None:
        """Write an observation that belongs to this question."""
        from readycheck.tui.screens.observations import FIELDS, first_values

        q, first = self.order[self.present][1], first_values(self.session.today)

        def accept(changes: dict[str, Any]) -> Message | None:
            values = {**first, **changes, "question": q.id}
            return self.taken(with_item(self.session.document, ("observations",), values))

        self.app.push_screen(FormScreen(self.tr, say("New observation"), FIELDS, first, accept,
                                        say("{prompt}", prompt=q.question.prompt), (q.id, "question.observation")))

    def action_voice(self) -> None:
        """The next voice."""
        names = list(VOICES)
        now = names.index(self.session.places.get("voice", "owner"))
        self.session.places["voice"] = names[(now + 1) % len(names)]
        self.show_audit()

    def action_shop(self) -> None:
        """The shop's and the season's own details."""
        from readycheck.tui.screens.shop_details import shop_details_form

        self.app.push_screen(shop_details_form(self.session, self.taken))

    def action_data(self) -> None:
        """The arithmetic behind the figure; where there is no figure, the place that makes one."""
        q = self.order[self.present][1]
        measure = q.question.measure
        if measure is None:
            self.tell(say("There is no figure to check this question against."))
            return
        scored = scored_of(measure, self.session.scores)
        if q.measured is None:
            self._offer_ways(measure)
        else:
            steps, value = scored.steps if scored is not None else (), q.measured

            def lines(tr: Translator) -> list[str]:
                figure = say("{name}: {value} of 100.", name=measure_name(measure), value=tr.number(value))
                made = ["", tr(say("How the score that it belongs to is made:"))] if steps else []
                return [capital(tr(figure)), *made, *map(tr, steps)]

            self.app.push_screen(ReadingScreen(self.tr, say("Data"), lines))

    def _offer_ways(self, measure: str) -> None:
        """Where a figure that is not known yet can come from."""
        ways = {IMPORT: (say("Import an export"), say("Orders, contacts or a survey from the shop's systems."))}
        place = place_of(measure)
        if place != IMPORT:
            ways[place] = (BY_ID[place].short, BY_ID[place].tip)

        def chosen(way: str | None) -> None:
            if way == IMPORT:
                self.action_import()
            elif way:
                self.action_go(way)

        self.app.push_screen(ChooseScreen(self.tr, lambda tr: capital(tr(measure_name(measure))), ways), chosen)

    def action_scores(self) -> None:
        """What the readiness is made of."""
        from readycheck.tui.figures_text import figures_told

        session = self.session
        self.app.push_screen(ScoresScreen(
            self.tr, lambda tr: board(session.scores, tr, 66), lambda tr: figures_told(session, tr)))

    def action_conflict(self) -> None:
        """To the next contradiction or difference, round the end."""
        order, at = self.order, self.present
        for _, q in [*order[at + 1:], *order[:at + 1]]:
            if q.contradicted or q.difference > 0:
                self.go_to_question(q.id)
                return
        self.tell(say("No answer contradicts the data, and the voices agree."))


def with_action(document: Document, values: dict[str, Any], q: QuestionScore) -> Document:
    """The document with one more action, made of a question's remedy."""
    actions: list[dict[str, Any]] = list(document.get("actions", []))
    filled = {name: value for name, value in values.items() if value}
    action = {"id": free_action_id(actions), **filled, "lead_days": q.question.lead_days, "status": "open",
              "question": q.id}
    return {**document, "actions": [*actions, action]}
