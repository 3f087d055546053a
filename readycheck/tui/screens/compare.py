"""This season against the one before, or any two of the shop's."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.scoring import score
from readycheck.core.standing import begun
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison, RowKind
from readycheck.errors import ReadycheckError
from readycheck.storage.references import years_in
from readycheck.tui import compare_text as words
from readycheck.tui.forecast_text import forecast_table
from readycheck.tui.keys import key, key_of
from readycheck.tui.latest_job import LatestJob
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.session import Session
from readycheck.tui.widgets.name_tabs import NameTabs
from readycheck.tui.widgets.rows import Rows

Years = tuple[int, int]
ONE_SEASON = say(
    "There is one season only. To compare it with another, begin that one: {key}.", key=key_of("season.new", "Ctrl+N"),
)


@dataclass(frozen=True)
class Compared:
    """Two seasons compared, and the readiness of all where there are three or more; or why that could not be done."""

    found: Comparison | None = None
    seasons: dict[int, float | None] = field(default_factory=dict)
    problem: Message | None = None


class CompareScreen(AuditScreen):
    """Headline, then one view at a time; what the row under the cursor says in full stands below."""

    PLACE = "compare"
    CSS_PATH = ["base.tcss", "compare.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,tab", "view(1)", say("Next view"), say("Scores, questions, promises, forecast, settings."),
            id="compare.next", display="→"),
        key("left", "view(-1)", say("View before"), say("The view before."), id="compare.previous", show=False,
            display="←"),
        key("f", "filter", say("Filter"), say("Questions of one kind: better, worse, new …"), id="compare.filter"),
        key("y", "years", say("Years"), say("Choose the two seasons."), id="compare.years"),
    ]
    _compared = Compared()
    _made_of: tuple[Any, ...] = ()
    _kind: RowKind | None = None
    _details: words.Details = {}

    def compose_body(self) -> ComposeResult:
        yield Static(id="headline", markup=False)
        yield NameTabs(id="views")
        yield Rows(id="rows", opens=False)
        yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """Start at the view that was looked at last."""
        self._job = LatestJob(self, self._told)
        super().on_mount()
        self.query_one(Rows).focus()

    # which two seasons

    @property
    def years(self) -> list[int]:
        """The shop's seasons, the open one among them, in order."""
        return sorted({*years_in(self.session.path.parent), self.session.audit.season.year})

    @property
    def pair(self) -> Years | None:
        """The chosen two, the last two unless chosen; None where there is one season only."""
        chosen: Years | None = self.session.places.get(self.PLACE)
        if chosen is not None:
            return chosen
        return (self.years[-2], self.years[-1]) if len(self.years) > 1 else None

    def _compare(self, pair: Years) -> None:
        """Compare unless that was done; beside the keys, for files are read and forecasts graded."""
        made_of = (pair, id(self.session.audit))
        if made_of != self._made_of:
            self._made_of = made_of
            self._job.want(partial(_compared, self.session, pair, self.years))

    def _told(self, compared: Compared) -> None:
        self._compared = compared
        if self.whole:  # else F3 shows it in a moment
            self.show_audit()

    @property
    def _found(self) -> Comparison | None:
        return self._compared.found

    # showing

    @property
    def view(self) -> str:
        """The id of the view that is shown."""
        name: str = self.session.places.get("compare.view", "scores")
        return name

    def show_audit(self) -> None:
        """Headline and the chosen view."""
        pair = self.pair
        if pair is not None:
            self._compare(pair)
        views = {name: self.tr(title) for name, title in words.VIEWS.items()}
        self.query_one(NameTabs).show_names("", views, self.view)
        if pair is None or self._found is None:
            self.query_one("#headline", Static).update(self.tr(self._why_nothing(pair)))
            self.query_one(Rows).show_rows((), {})
            return
        self.query_one("#headline", Static).update(words.headline(self._found, self._trend(), self.tr))
        columns, rows, self._details = self._table(self._found)
        self.query_one(Rows).show_rows(columns, rows)
        self._show_detail()

    def _table(self, found: Comparison) -> words.Table:
        match self.view:
            case "questions":
                return words.question_table(found, self._kind, self.tr)
            case "promises":
                return words.promise_table(found, self.tr)
            case "forecast":
                return forecast_table(found, self.tr)
            case "settings":
                return words.setting_table(found, self.tr)
        return words.score_table(found, self.tr)

    def _why_nothing(self, pair: Years | None) -> Message:
        if pair is None:
            return ONE_SEASON
        return self._compared.problem or say("Comparing…")

    def _trend(self) -> dict[int, float | None]:
        """Readiness by season, this one's as it is now."""
        seasons = self._compared.seasons
        scores, year = self.session.scores, self.session.audit.season.year
        return {**seasons, year: scores.readiness.score if begun(scores) else None} if seasons else {}

    def _show_detail(self) -> None:
        chosen = self.query_one(Rows).chosen
        text = self._details.get(chosen or "", "") if chosen is not None else self.tr(self._nothing())
        if self.view == "questions":
            shown = words.KINDS[self._kind] if self._kind else say("all questions")
            text = self.tr(say("Shown: {kind} ({key}). {text}",
                               key=key_of("compare.filter", "f"), kind=shown, text=text))
        self.query_one("#detail", Static).update(text)

    def _nothing(self) -> Message:
        """Why a view is empty."""
        why = self._found.not_graded if self._found else None
        return {
            "questions": say("No question of this kind."),
            "promises": say("Nothing was promised or seen in the earlier season."),
            "forecast": say("The earlier season's January forecast is not graded: {why}.", why=why or ""),
            "settings": say("The settings are the same."),
        }.get(self.view, say("Nothing to compare."))

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_detail()

    # choosing

    def action_view(self, by: int) -> None:
        """Another view, round and round."""
        names = list(words.VIEWS)
        self._look_at(names[(names.index(self.view) + by) % len(names)])

    @on(NameTabs.Picked)
    def _view_picked(self, event: NameTabs.Picked) -> None:
        self._look_at(event.key)

    def _look_at(self, view: str) -> None:
        self.session.places["compare.view"] = view
        self.show_audit()

    def action_filter(self) -> None:
        """The next kind of questions that there are, then all again."""
        there = {row.kind for row in self._found.questions} if self._found else set()
        kinds: list[RowKind | None] = [None, *(kind for kind in words.KINDS if kind in there)]
        now = kinds.index(self._kind) if self._kind in kinds else 0
        self._kind = kinds[(now + 1) % len(kinds)]
        self._look_at("questions")

    def action_years(self) -> None:
        """Choose two seasons."""
        pairs = {f"{a}-{b}": (a, b) for a, b in sorted(combinations(self.years, 2), reverse=True)}
        if not pairs:
            self.tell(ONE_SEASON)
            return
        choices = {
            name: (say("{before} → {after}", before=str(a), after=str(b)), say("the later against the earlier"))
            for name, (a, b) in pairs.items()
        }
        menu = ChooseScreen(self.tr, say("Which seasons?"), choices)
        self.app.push_screen(menu, lambda name: self._take(pairs, name))

    def _take(self, pairs: dict[str, Years], name: str | None) -> None:
        if name is not None:
            self.session.places[self.PLACE] = pairs[name]
            self.show_audit()


def _compared(session: Session, pair: Years, years: Sequence[int]) -> Compared:
    """In a thread. Damaged seasons are left out of the trend."""
    seasons: dict[int, float | None] = {}
    for year in years if len(years) > 2 else ():
        with suppress(ReadycheckError):
            scores = score(_audit_of(session, year))
            seasons[year] = scores.readiness.score if begun(scores) else None
    try:
        return Compared(compare(_audit_of(session, pair[0]), _audit_of(session, pair[1])), seasons)
    except ReadycheckError as error:
        return Compared(problem=error.problems[0].message())


def _audit_of(session: Session, year: int) -> Audit:
    if year == session.audit.season.year:
        return session.audit
    return session.archive.read(session.path.with_name(f"{year}.toml")).audit
