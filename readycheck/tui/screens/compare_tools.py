"""What can be chosen and done on the comparison: which two, which questions, what to take over, the page of it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from readycheck.core.audit import Action
from readycheck.core.carried import offered
from readycheck.core.message import Message, say
from readycheck.core.years.comparison import RowKind
from readycheck.core.years.demand_moved import Moved
from readycheck.errors import ReadycheckError
from readycheck.storage.carrying import carry_action
from readycheck.tui import compare_pair as pairs
from readycheck.tui.compare_pair import Compared, Pair
from readycheck.tui.compare_promises import action_of, promised
from readycheck.tui.compare_text import KINDS
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.choose import Choices, ChooseScreen
from readycheck.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

ONE_SEASON = say(
    "There is one season only. To compare it with another, begin that one: {key}. With a file: {second_key}.",
    key=key_of("season.new", "Ctrl+N"), second_key=key_of("compare.years", "y"),
)
FILE = "file"
ANY_FILE = say("A file of one of this shop's seasons in another folder, or what somebody else has answered.")
TOOL_KEYS = (
    key("f", "filter", say("Filter"), say("Questions of one kind: better, worse, new …"), id="compare.filter"),
    key("y", "years", say("Years"), say("Choose the two seasons, or a file."), id="compare.years"),
    key("m", "map", say("Map"), say("The week's hours of both seasons side by side: contacts, then orders."),
        id="compare.map"),
    key("t", "take", say("Take over"), say("Take what was promised and not done into this season's list."),
        id="compare.take"),
    key("enter", "to_question", say("Open"), say("To the question of this row, in this season's list."),
        id="compare.question", display="⏎"),
    key("w", "page", say("As a page"), say("Write the comparison as an HTML file beside the audit, and open it."),
        id="compare.page"),
)
OF_VIEW = {"compare.filter": "questions", "compare.question": "questions",
           "compare.map": "contacts", "compare.take": "promises"}
"""Keys that belong to one view."""


class CompareTools(Base):
    """A part of the compare screen; needs its `compared`, `pair` and `view`."""

    kind: RowKind | None = None
    """Of which kind the questions are that are shown; None: all."""

    if TYPE_CHECKING:
        compared: Compared | None

        @property
        def pair(self) -> Pair | None:
            """The files of the two."""

        @property
        def view(self) -> str:
            """Which view is shown."""

        def look_at(self, view: str) -> None:
            """Show a view."""

    # which two

    def action_years(self) -> None:
        """Choose two seasons, or a file."""
        found = self._pairs()
        choices: Choices = {
            name: (say("{before} → {after}", before=pair[0].stem, after=pair[1].stem),
                   say("the later against the earlier"))
            for name, pair in found.items()
        }
        choices = {**choices, FILE: (say("a file …"), ANY_FILE)}
        marked = next((name for name, pair in found.items() if pair == self.pair), None)
        self.app.push_screen(
            ChooseScreen(self.tr, say("Which two?"), choices, marked), lambda name: self._chosen(found, name))

    def _pairs(self) -> dict[str, Pair]:
        years = pairs.seasons_of(self.session)
        return {
            f"{a}-{b}": (pairs.season_path(self.session, a), pairs.season_path(self.session, b))
            for a, b in sorted(combinations(years, 2), reverse=True)
        }

    def _chosen(self, found: dict[str, Pair], name: str | None) -> None:
        if name == FILE:
            self._ask_file()
        elif name is not None:
            self._take_pair(found[name])

    def _ask_file(self) -> None:
        from readycheck.tui.screens.ask_file import AskFileScreen

        def taken(path: Path | None) -> None:
            if path is not None:
                self._take_pair(pairs.with_file(self.session, path))

        self.app.push_screen(AskFileScreen(self.tr, say("Compare with a file"), ANY_FILE, self._refused), taken)

    def _refused(self, path: Path) -> Message | None:
        """Why a file cannot stand beside the open audit."""
        if path.resolve() == self.session.path.resolve():
            return say("This is the audit that is open.")
        try:
            pairs.with_file(self.session, path)
        except ReadycheckError as error:
            return error.problems[0].message()
        return None

    def _take_pair(self, pair: Pair) -> None:
        self.session.places[self.PLACE] = pair
        self.show_audit()

    # what is shown

    def action_filter(self) -> None:
        """The next kind of questions that there are, then all again."""
        there = {row.kind for row in self.compared.found.questions} if self.compared is not None else set()
        kinds: list[RowKind | None] = [None, *(kind for kind in KINDS if kind in there)]
        now = kinds.index(self.kind) if self.kind in kinds else 0
        self.kind = kinds[(now + 1) % len(kinds)]
        self.look_at("questions")

    @on(Rows.Opened)
    def action_to_question(self) -> None:
        """To the question under the cursor, or to that of what was promised; nowhere from other rows."""
        row = self.query_one(Rows).chosen or ""
        wanted = row if self.view == "questions" else self._promised_on(row)
        asked = {q.id for section in self.session.scores.sections for q in section.questions}
        if wanted in asked:
            self.go_and_stand("audit", question=wanted)
        elif self.view in ("questions", "promises"):
            self.tell(say("This row has no question in this season's list."))

    def _promised_on(self, row: str) -> str:
        if self.view != "promises" or self.compared is None:
            return ""
        action = action_of(self.compared.found, row)
        return action.question if action is not None else ""

    @property
    def maps(self) -> list[Moved]:
        """The splits by hour that both sides have."""
        demand = self.compared.found.demand if self.compared is not None else ()
        return [moved for moved in demand if moved.grid_before is not None and moved.grid_after is not None]

    @property
    def map_number(self) -> int:
        """Which of the maps is wanted, from 1; 0: none."""
        number: int = self.session.places.get("compare.map", 0)
        return number

    @property
    def map_wanted(self) -> bool:
        """Whether somebody asked for a map."""
        return 0 < self.map_number <= len(self.maps)

    def action_map(self) -> None:
        """The next map, then the table again."""
        if self.compared is not None and not self.maps:
            self.tell(say("The hours of contacts or orders are not known in both: there is no map to be drawn."))
            return
        shown = self.map_number if self.view == "contacts" else 0
        self.session.places["compare.map"] = (shown + 1) % (max(1, len(self.maps)) + 1)
        self.look_at("contacts")

    def action_page(self) -> None:
        """Write the comparison and offer to open it."""
        if self.compared is None:
            self.tell(ONE_SEASON if self.pair is None else say("Comparing…"))
        else:
            self.shell.reports.write_comparison(self.session, self.compared)

    # what was promised

    @property
    def takes(self) -> bool:
        """Whether what was not done can be taken into the open audit: it is the later of the two."""
        return self.pair is not None and self.pair[1] == self.session.path

    def action_take(self) -> None:
        """Take the action under the cursor into this season's list; undo takes it back."""
        if self.view != "promises" or self.compared is None:
            self.look_at("promises")
            return
        action = promised(self.compared.found, self.query_one(Rows).chosen)
        if not self.takes:
            self.tell(say("Actions are taken into the season that is open: it is not the later of these two."))
        elif action is None:
            self.tell(say("Only what is marked \"not done\" is taken over."))
        else:
            self._take_on(self.compared, action)

    def _take_on(self, compared: Compared, action: Action) -> None:
        """As a new season takes it, where it is offered what is open."""
        session = self.session
        offer = next((each for each in offered(compared.before, session.audit, session.today)
                      if (each.action.title, each.action.question) == (action.title, action.question)), None)
        if offer is None:
            self.tell(say("This season's list has it already, or another plan for it."))
        elif self.edit(carry_action(session.document, compared.earlier, [offer.id], session.today)):
            self.tell(say("On this season's list now, due {due}: \"{title}\". {key} takes it back.",
                          due=offer.action.due or "–", title=action.title, key=key_of("undo", "Ctrl+Z")))
