"""The hands that January needs, week by week; figures can be tried out before they are taken."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.january import january
from readycheck.core.message import Message, say
from readycheck.core.months import weeks_or_months
from readycheck.core.staffing_results import JanuaryStaffing, WeekNeed
from readycheck.errors import ReadycheckError
from readycheck.storage.document import audit_of
from readycheck.tui import january_text as words
from readycheck.tui.january_settings import january_settings, weeks_of_january, weeks_of_season
from readycheck.tui.keys import key
from readycheck.tui.saving import Document
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.january_tools import JanuaryTools
from readycheck.tui.widgets.rows import Cell, Column, Row, Rows


class JanuaryScreen(JanuaryTools, AuditScreen):
    """Weeks above, what they follow from below; a trial stands beside what is saved until it is taken."""

    PLACE = "january"
    CSS_PATH = ["base.tcss", "january.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "take", say("Take"), say("Take what is being tried out into the audit."), id="january.take",
            display="⏎"),
        key("w", "weeks", say("All weeks"), say("January alone, or the whole season."), id="january.weeks"),
    ]
    draft: Document | None = None
    _tried: Document | None = None
    _trial: JanuaryStaffing | None = None
    _whole_season = False

    def compose_body(self) -> ComposeResult:
        yield Static(id="figures", markup=False)
        yield Static(id="outcome", markup=False)
        yield Rows(id="weeks")
        yield Rows(id="settings")
        yield Static(id="note", markup=False)

    def on_mount(self) -> None:
        """Start at the weeks."""
        super().on_mount()
        self.query_one("#weeks", Rows).focus()

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self.call_after_refresh(self.show_audit)

    # trying out

    def try_out(self, document: Document) -> Message | None:
        """Show what `document` would lead to beside what is saved; what is wrong where it is not valid."""
        try:
            found = january(audit_of(document, self.session.path.name))
        except ReadycheckError as error:
            return error.problems[0].message()
        self._tried, self.draft, self._trial = self.session.document, document, found
        self.show_audit()
        return None

    def drop(self) -> None:
        """Forget the trial."""
        self.draft = self._trial = None
        self.show_audit()

    def action_take(self) -> None:
        """Make the trial the audit."""
        if self.draft is not None:
            document, self.draft, self._trial = self.draft, None, None
            if self.edit(document):
                self.tell(say("Taken. Ctrl+Z takes it back."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a trial can be taken."""
        return self.draft is not None if action == "take" else True

    # showing

    def show_audit(self) -> None:
        """Everything; a trial of an audit that has changed since is dropped."""
        if self.draft is not None and self._tried is not self.session.document:
            self.draft = self._trial = None
        saved = self.session.scores.january
        now = self._trial or saved
        trial = self._trial is not None
        self.set_class(trial, "-trial")
        self._say("figures", (self.tr(say("Trial: ")) if trial else "") + words.figures_line(now, saved, self.tr))
        self._say("outcome", self._outcome(now, saved))
        hint = say("A trial: Enter takes it into the audit, Esc drops it, e and h change more.")
        self._say("note", self.tr(hint) if trial else words.note_text(now, self.tr))
        self._show_weeks(now, saved)
        self._show_settings()
        self.refresh_bindings()

    def _outcome(self, now: JanuaryStaffing, saved: JanuaryStaffing) -> str:
        text = words.outcome_text(now, self.tr)
        if not self.tried_audit.staffing:
            text += " " + self.tr(say("Add the first channel with a."))
        if now is saved:
            return text
        return f"{text}\n{words.saved_text(saved, self.tr)}"

    def _show_weeks(self, now: JanuaryStaffing, saved: JanuaryStaffing) -> None:
        weeks, rows = self._weeks(now), self.query_one("#weeks", Rows)
        before = self._weeks(saved) if now is not saved else {}
        month = any("W" not in name for name in weeks)
        divided = {name.strip() for name in weeks if name.endswith(" ")}
        columns = words.week_columns(self.tr, trial=bool(before), month=month, divided=bool(divided))
        most, bar = words.longest(weeks.values()), rows.flexible_width(columns)
        planned = self.tried_audit.plan.hours is not None
        shown: dict[str, Row] = {
            name: words.week_row(
                week, before.get(name), self.tr, most=most, bar=bar, planned=planned,
                part=" 2/2" if name.endswith(" ") else " 1/2" if name in divided else "",
            )
            for name, week in weeks.items()
        }
        rows.show_rows(columns, shown or self._bare_weeks(len(columns)))

    def _weeks(self, found: JanuaryStaffing) -> dict[str, WeekNeed]:
        """The shown weeks by row."""
        if self._whole_season:
            return _by_row((*found.before_weeks, *found.weeks))
        return _by_row(weeks_or_months(found, self.session.audit.season))

    def _bare_weeks(self, columns: int) -> dict[str, Row]:
        """Without a forecast: the weeks alone, so that hours can be typed."""
        audit = self.tried_audit
        names = weeks_of_season(audit) if self._whole_season else weeks_of_january(audit)
        hours = audit.plan.hours or {}
        return {
            name: [name.partition("-W")[2].lstrip("0"), "", "", "", self.tr.number(hours.get(name, 0.0), 1),
                   *[""] * (columns - 5)]
            for name in names
        }

    def _show_settings(self) -> None:
        tr = self.tr
        saved = {setting.key: setting.text(tr) for setting in january_settings(self.session.audit)}
        columns = [Column(tr(say("What it follows from"))), Column(tr(say("value")), 32, right=True)]
        rows: dict[str, Row] = {}
        for setting in january_settings(self.tried_audit):
            text, before = setting.text(tr), saved.get(setting.key, "–")
            moved = text != before
            value = Cell(f"{before} → {text}" if moved else text, "bold" if moved else "")
            rows[setting.key] = [tr(setting.label), value]
        self.query_one("#settings", Rows).show_rows(columns, rows)

    def _say(self, place: str, text: str) -> None:
        self.query_one(f"#{place}", Static).update(text)

    def action_weeks(self) -> None:
        """January alone, or all weeks from the season's first day."""
        self._whole_season = not self._whole_season
        self.show_audit()

    @on(Rows.Opened)
    def _row_opened(self, event: Rows.Opened) -> None:
        if event.by_key and self.draft is not None:
            self.action_take()
        else:
            self.action_change()


def _by_row(weeks: tuple[WeekNeed, ...]) -> dict[str, WeekNeed]:
    """Weeks by the key of their row: the one that 27 December divides has two, the second with a space."""
    rows: dict[str, WeekNeed] = {}
    for week in weeks:
        rows[week.week if week.week not in rows else f"{week.week} "] = week
    return rows
