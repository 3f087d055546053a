"""The hands that January needs, week by week; figures can be tried out before they are taken."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.core.staffing.months import weeks_or_months
from readycheck.core.staffing.results import JanuaryStaffing, WeekNeed
from readycheck.tui import january_text as words
from readycheck.tui.january_board import BoardRow, board, figures_of
from readycheck.tui.january_settings import january_settings
from readycheck.tui.january_tables import Table, bare_table, days_table, planned_from, week_of, weeks_table
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.january_extras import JanuaryExtras
from readycheck.tui.screens.january_scenarios import JanuaryScenarios
from readycheck.tui.widgets.rows import Cell, Column, Rows
from readycheck.tui.widgets.season_chart import SeasonChart
from readycheck.tui.widgets.value_line import ValueLine

VIEWS = ("january", "season", "days")
LOW = 24
"""In fewer lines than these everything is shorter still, so that the line at the foot stays in sight."""
LEAST_VALUE, MOST_VALUE = 16, 44
"""The column of values is as wide as they are, within these."""
TALL = 34
"""From so many lines on the picture and the table have room together."""


class JanuaryScreen(JanuaryScenarios, JanuaryExtras, AuditScreen):
    """Figures and weeks above, what they follow from below; a trial stands beside what is saved until it is taken."""

    PLACE = "january"
    CSS_PATH = ["base.tcss", "january.tcss"]  # type: ignore[assignment]  # Textual takes both
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (LOW, "-low"), (TALL, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        key("w", "view", say("Weeks, days"), say("January's weeks, all weeks of the season, January's days."),
            id="january.weeks"),
        key("p", "picture", say("Picture"), say("The weeks as a picture, or as a table."), id="january.picture"),
    ]
    _view = "january"
    _by_week = False
    """Whether January's weeks are wanted even where there are so few contacts that months would tell more."""
    _picture: bool | None = None
    _hidden = False
    """Whether the picture has taken the keyboard from the weeks, to give it back to them."""

    def compose_body(self) -> ComposeResult:
        yield Static(id="board", markup=False)
        yield Static(id="outcome", markup=False)
        yield SeasonChart(self.tr, id="picture")
        yield Rows(id="weeks")
        yield Rows(id="settings")
        yield ValueLine(self, id="line")

    def on_mount(self) -> None:
        """Start at the weeks."""
        self.start_trying()
        super().on_mount()
        self.query_one("#weeks", Rows).focus()
        self.grade_last_year()

    def on_screen_suspend(self) -> None:
        """What was told here does not stand beside a window as well."""
        self.app.clear_notifications()
        self.query("Toast").remove()  # the app clears those of the window in front only

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self.later(self.show_audit)

    # showing

    def show_audit(self) -> None:
        """Everything; a trial of an audit that has changed since is dropped."""
        self.follow()
        saved = self.saved
        now = self.counted if self.trial is not None and self.counted is not None else saved
        self._show_board(now, saved)
        imported = self.tried_audit.contacts is not None
        self._say("outcome", words.outcome_text(now, self.tr, imported=imported))
        self._lay_out(drawn=bool(now.days))
        self._show_weeks(now, saved)
        self._show_settings(now, saved)
        self.show_help()
        self.refresh_bindings()

    def _show_board(self, now: JanuaryStaffing, saved: JanuaryStaffing) -> None:
        tr = self.tr
        trial = BoardRow(tr(say("trial")), (), tr(say("nothing yet: {key} types a value, {second_key} and "
                                                      "{third_key} step it",
                                                      key=key_of("january.change", "e"),
                                                      second_key=key_of("january.more", "+"),
                                                      third_key=key_of("january.less", "-"))))
        if self.trial is not None:
            name = self.trial.name or tr(say("trial"))
            trial = BoardRow(name, figures_of(now, tr)) if self.counted else BoardRow(name, (), tr(say("Counting…")))
        rows = (BoardRow(tr(say("saved")), figures_of(saved, tr)), trial)
        place = self.query_one("#board", Static)
        place.update(board(rows, tr, max(0, place.scrollable_content_region.width)))

    def _lay_out(self, *, drawn: bool = True) -> None:
        """The picture above the table, or instead of it where there is no room for both; none without a forecast."""
        tall = self.has_class("-tall")
        picture = drawn and (tall if self._picture is None else self._picture)
        self.query_one(SeasonChart).display = picture
        self.query_one("#weeks", Rows).display = tall or not picture

    def _show_weeks(self, now: JanuaryStaffing, saved: JanuaryStaffing) -> None:
        planned = self.tried_audit.plan.hours is not None
        before = None if now is saved else saved
        weeks = self._weeks(now)
        self.query_one(SeasonChart).show(weeks, planned=planned, saved=self._weeks(saved) if before else None)
        rows = self.query_one("#weeks", Rows)
        table = self._table_of(now, before, rows)
        rows.show_rows(table.columns, table.rows)

    def _table_of(self, now: JanuaryStaffing, before: JanuaryStaffing | None, rows: Rows) -> Table:
        audit, tr = self.tried_audit, self.tr
        if not now.days:
            self._by_week = True  # whoever begins with weeks keeps them: none turn into months under the cursor
            return bare_table(audit, tr, whole_season=self._view == "season")
        if self._view == "days":
            return days_table(audit, now.days, tr)
        saved = self._weeks(before) if before else None
        return weeks_table(self._weeks(now), saved, tr, rows.flexible_width, begins=planned_from(audit),
                           saved_begins=planned_from(self.session.audit))

    def _weeks(self, found: JanuaryStaffing) -> tuple[WeekNeed, ...]:
        """The weeks that are looked at, or months where there are few contacts."""
        if self._view == "season":
            return (*found.before_weeks, *found.weeks)
        return found.weeks if self._by_week else weeks_or_months(found, self.session.audit.season)

    def _show_settings(self, now: JanuaryStaffing, saved: JanuaryStaffing) -> None:
        tr = self.tr
        before = {each.key: each.text(tr) for each in january_settings(self.session.audit, saved.kernel)}
        rows: dict[str, tuple[str, Cell]] = {}
        for setting in january_settings(self.tried_audit, now.kernel):
            text, old = setting.text(tr), before.get(setting.key, "–")
            moved = text != old
            rows[setting.key] = tr(setting.label), Cell(f"{old} → {text}" if moved else text, "bold" if moved else "")
        widest = max(cell_len(row[1].text) for row in rows.values())
        width = min(max(LEAST_VALUE, widest), MOST_VALUE)
        columns = [Column(tr(say("What it follows from"))), Column(tr(say("value")), width, right=True)]
        self.query_one("#settings", Rows).show_rows(columns, rows)

    def _say(self, place: str, text: str) -> None:
        self.query_one(f"#{place}", Static).update(text)

    # what is looked at

    def action_view(self) -> None:
        """January's weeks, then all weeks from the season's first day, then January's days."""
        week, self._by_week = self.week_here(), False
        self._view = VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)]
        self.show_audit()
        rows = self.query_one("#weeks", Rows)
        names = [key.value or "" for key in rows.rows]
        rows.go_to(next((name for name in names if week_of(name) == week), ""))

    def to_weeks(self) -> None:
        """Weeks instead of months, at the first week of the one under the cursor."""
        rows = self.query_one("#weeks", Rows)
        month, self._by_week = rows.chosen or "", True
        self.show_audit()
        of_month = (key.value or "" for key in rows.rows if month in _months_of(key.value or ""))
        rows.go_to(next(of_month, ""))

    def action_picture(self) -> None:
        """The picture, or the table, or both."""
        shown = self.query_one(SeasonChart).display
        if not shown and not (self.counted or self.saved).days:
            self.tell(say("No forecast yet."))
            return
        self._picture = not shown
        self._lay_out()
        weeks = self.query_one("#weeks", Rows).display
        if weeks and self._hidden:
            self._table = "weeks"
        self._hidden = not weeks and self._table == "weeks"
        self.to_rows()
        self.later(self.show_audit)

    @on(Rows.Moved)
    def _row_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.show_help()

    @on(Rows.Opened)
    def _row_opened(self, event: Rows.Opened) -> None:
        if event.by_key and self.trial is not None:
            self.action_take()
        else:
            self.action_change()


def _months_of(week: str) -> tuple[str, ...]:
    """The months that an ISO week's first and last day are in: "2026-12" and "2027-01"."""
    year, _, number = week.strip().partition("-W")
    return tuple(f"{date.fromisocalendar(int(year), int(number), day):%Y-%m}" for day in (1, 7)) if number else ()
