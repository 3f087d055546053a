"""Two seasons held against each other, or any two files; and all of the shop's seasons in a line."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.widgets import Static

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.years.demand_moved import Moved
from readycheck.core.years.trend import Trend
from readycheck.tui import compare_pair as pairs
from readycheck.tui import compare_text as words
from readycheck.tui.compare_contacts import contact_table, map_legend, marks_on
from readycheck.tui.compare_headline import headline, short_headline
from readycheck.tui.compare_pair import Compared, Pair
from readycheck.tui.compare_promises import promise_table
from readycheck.tui.compare_trend import trend_table
from readycheck.tui.forecast_text import forecast_table
from readycheck.tui.keys import key, key_of
from readycheck.tui.latest_job import LatestJob
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.compare_tools import OF_VIEW, ONE_SEASON, TOOL_KEYS, CompareTools
from readycheck.tui.widgets.name_tabs import NameTabs
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.week_pair import WeekPair, WeekPairPicture

LOW, NARROW = 22, 76
"""In fewer lines or columns the headline has its two figures alone."""
WORDS_AT = {"questions": (-1, 100), "contacts": (-1, NARROW), "promises": (0, NARROW)}
"""Which column of a view gives way to its sign, and in what width it need not: questions are long."""


class CompareScreen(CompareTools, AuditScreen):
    """Headline, then one view at a time; what the row under the cursor says in full stands below."""

    PLACE = "compare"
    CSS_PATH = ["base.tcss", "compare.tcss"]  # type: ignore[assignment]  # Textual takes both
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (LOW, "-low"), (36, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,tab", "view(1)", say("Next view"),
            say("Scores, questions, promises, demand, trend, forecast, settings."), id="compare.next", display="→"),
        key("left", "view(-1)", say("View before"), say("The view before."), id="compare.previous", show=False,
            display="←"),
        *TOOL_KEYS,
    ]
    compared: Compared | None = None
    _trend: Trend | None = None
    _problem: Message | None = None
    _made_of: tuple[Pair, Audit] | None = None
    _trend_of: Audit | None = None
    _details: words.Details = {}

    def compose_body(self) -> ComposeResult:
        yield Static(id="headline", markup=False)
        yield NameTabs(id="views")
        yield Rows(id="rows", opens=False)
        yield WeekPair([self.tr.weekday(day) for day in range(7)], id="map")
        yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """Start at the view that was looked at last."""
        self._job = LatestJob(self, self._told)
        self._trend_job = LatestJob(self, self._told_trend)
        super().on_mount()
        self.query_one(Rows).focus()

    @property
    def pair(self) -> Pair | None:
        """The chosen two, the last two seasons unless chosen; None where there is one season only."""
        chosen: Pair | None = self.session.places.get(self.PLACE)
        return chosen or pairs.last_two(self.session)

    @property
    def view(self) -> str:
        """The id of the view that is shown."""
        name: str = self.session.places.get("compare.view", "scores")
        return name

    # counting, beside the keys: files are read and forecasts graded

    def _count(self, pair: Pair) -> None:
        """Compare unless that was done; the trend once somebody looks at it."""
        audit = self.session.audit
        if self._made_of is None or self._made_of[0] != pair or self._made_of[1] is not audit:
            self._made_of = (pair, audit)
            self._job.want(partial(pairs.compared, self.session, pair))
        if self.view == "trend" and self._trend_of is not audit:
            self._trend_of = audit
            self._trend_job.want(partial(pairs.trend_of, self.session))

    def _told(self, found: Compared | Message) -> None:
        self.compared, self._problem = (None, found) if isinstance(found, Message) else (found, None)
        if self.whole:  # else F3 shows it in a moment
            self.show_audit()

    def _told_trend(self, found: Trend | None) -> None:
        self._trend = found
        if self.whole:
            self.show_audit()

    # showing

    def show_audit(self) -> None:
        """Headline and the chosen view."""
        pair = self.pair
        if pair is not None:
            self._count(pair)
        self.query_one(NameTabs).show_names("", {name: self.tr(title) for name, title in words.VIEWS.items()},
                                            self.view)
        if pair is None or self.compared is None:
            why = ONE_SEASON if pair is None else self._problem or say("Comparing…")
            self.query_one("#headline", Static).update(self.tr(why))
            self._show_rows(([], {}, {}))
            return
        self.query_one("#headline", Static).update(self._headline(self.compared))
        table, (words_at, wide) = self._table(self.compared), WORDS_AT.get(self.view, (0, 0))
        if self.app.size.width < wide:
            table = words.narrowed(table, words_at)
        self._show_rows(table)

    def _headline(self, compared: Compared) -> str:
        width, height = self.app.size
        small = width < NARROW or height < LOW
        return short_headline(compared, self.tr) if small else headline(compared, self.tr)

    def _show_rows(self, table: words.Table) -> None:
        columns, rows, self._details = table
        self.query_one(Rows).show_rows(columns, rows)
        self._show_map()
        self._show_detail()

    def _table(self, compared: Compared) -> words.Table:
        match self.view:
            case "questions":
                return words.question_table(compared, self.kind, self.tr)
            case "promises":
                return promise_table(compared, self.takes, self.tr)
            case "contacts":
                return contact_table(compared, self.tr)
            case "trend":
                return ([], {}, {}) if self._trend is None else trend_table(self._trend, self.size.width, self.tr)
            case "forecast":
                return forecast_table(compared.found, self.tr)
            case "settings":
                return words.setting_table(compared, self.tr)
        return words.score_table(compared, self.tr)

    def on_resize(self) -> None:
        """More has room, or less."""
        self.later(self.show_audit)

    def _show_map(self) -> None:
        """In the demand's view: on a high screen under the table, on a low one in its place while it is wanted."""
        moved = self.map_shown
        picture = None
        if self.compared is not None and moved is not None and moved.grid_before and moved.grid_after:
            picture = WeekPairPicture(moved.grid_before, moved.grid_after, self.compared.sides.names,
                                      marks_on(moved))
        self.query_one(WeekPair).show(picture)
        self.set_class(picture is not None, "-map")
        self.set_class(picture is not None and self.map_wanted, "-map-wanted")

    @property
    def map_shown(self) -> Moved | None:
        """Whose hours are to be drawn: those that were asked for; where there is room, contacts' of themselves."""
        found = self.maps
        return found[min(max(self.map_number, 1), len(found)) - 1] if found and self.view == "contacts" else None

    def _show_detail(self) -> None:
        chosen = self.query_one(Rows).chosen
        text = self._details.get(chosen or "", "") if chosen is not None else self.tr(self._nothing())
        if self.view == "questions":
            shown = words.kind_words(self.kind, self.compared) if self.kind and self.compared else say("all questions")
            text = self.tr(say("Shown: {kind} ({key}). {text}",
                               key=key_of("compare.filter", "f"), kind=shown, text=text))
        moved = self.map_shown
        if moved is not None and self.map_wanted:
            text = self.tr(map_legend(moved))
        self.query_one("#detail", Static).update(text)

    def _nothing(self) -> Message:
        """Why a view is empty."""
        if self.compared is None:
            return say("")
        return {
            "questions": say("No question of this kind."),
            "promises": say("Nothing was promised or seen in the earlier season."),
            "trend": say("Counting…") if self._trend_job.busy else ONE_SEASON,
            "forecast": say("The earlier season's January forecast is not graded: {why}.",
                            why=self.compared.found.not_graded or ""),
            "settings": say("The settings are the same."),
        }.get(self.view, say("Nothing to compare."))

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_detail()

    # moving

    def action_view(self, by: int) -> None:
        """Another view, round and round."""
        names = list(words.VIEWS)
        self.look_at(names[(names.index(self.view) + by) % len(names)])

    @on(NameTabs.Picked)
    def _view_picked(self, event: NameTabs.Picked) -> None:
        self.look_at(event.key)

    def look_at(self, view: str) -> None:
        """Show a view."""
        self.session.places["compare.view"] = view
        self.show_audit()
        self.query_one(Rows).focus()
        self.refresh_bindings()

    @property
    def bindings_now(self) -> dict[str, ActiveBinding]:
        """In the line at the bottom a view's own key stands in that view alone; it is heeded in all."""
        return {
            pressed: bound if OF_VIEW.get(bound.binding.id or "", self.view) == self.view
            else bound._replace(binding=replace(bound.binding, show=False))
            for pressed, bound in super().bindings_now.items()
        }
