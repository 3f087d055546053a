"""Changing what January follows from: hours and orders by week, hours by day, settings, channels, campaigns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.events import DescendantFocus

from readycheck.core.audit import Audit
from readycheck.core.calendar import peaks
from readycheck.core.message import Message, say
from readycheck.core.names import CHANNEL_NAMES, channel_name
from readycheck.storage.document import with_value
from readycheck.tui.changes import plain, without
from readycheck.tui.fields import Field
from readycheck.tui.january_settings import january_settings
from readycheck.tui.january_tables import week_of
from readycheck.tui.january_targets import Target, extra_target, hours_target, orders_target, setting_target
from readycheck.tui.keys import key
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.january_typing import JanuaryTyping
from readycheck.tui.settings import Setting
from readycheck.tui.widgets.rows import Rows

ADDABLE = {
    "channel": (say("Staffed channel"), say("A channel with its handling time.")),
    "campaign": (say("Campaign"), say("Days on which more is ordered than last season.")),
}
CAMPAIGN = (
    Field("name", say("Name"), needed=True), Field("first", say("From"), "date", needed=True),
    Field("last", say("To"), "date", needed=True), Field("orders", say("Orders × usual"), "number", needed=True),
)
BY_WEEK: Mapping[str, Callable[[Audit, str], Target]] = {"orders": orders_target, "hours": hours_target}
"""What is typed by week, by its table in the plan."""


class JanuaryTools(JanuaryTyping):
    """A part of the January screen: everything here is tried out first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("plus", "step(1)", say("Adjust"), say("The value under the cursor a step up."), id="january.more",
            display="+ -"),
        key("minus", "step(-1)", say("Step down"), say("The value under the cursor a step down."), id="january.less",
            show=False, display="-"),
        key("h", "hours", say("Plan hours"), say("Planned agent-hours of the week under the cursor; Tab: of every"
            " week."), id="january.hours"),
        key("o", "orders", say("Orders"), say("This season's orders of the week under the cursor; Tab:"
            " of every week."), id="january.orders", show=False),
        key("a", "add", say("Add"), say("Staff another channel, or add a campaign."), id="january.add", show=False),
        key("delete", "remove", say("Remove"), say("Staff the channel of this row no longer; do without the campaign of"
            " this row."), id="january.remove", show=False, display="del"),
    ]
    _table = "weeks"

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember which table has the cursor that is meant."""
        if isinstance(event.widget, Rows) and event.widget.id is not None:
            self._table = event.widget.id
            self.set_class(self._table == "settings", "-in-settings")  # who types there needs the rows there
            self.show_help()

    def to_weeks(self) -> None:
        """Show weeks where months are shown."""

    def show_help(self) -> None:
        """What can be done with the row under the cursor."""

    # where the cursor stands

    def to_rows(self) -> None:
        """Back to the table; the picture may stand in its place."""
        if not self.query_one(f"#{self._table}", Rows).display:
            self._table = "settings"
        self.set_focus(self.query_one(f"#{self._table}", Rows))

    def to_row(self, by: int) -> Target | None:
        """One row up or down in the same table, at its end the same row: what is typed there is the same thing."""
        rows = self.query_one(f"#{self._table}", Rows)
        rows.move_cursor(row=self._row_beyond(rows, by))
        return self.same_here() if self._table == "weeks" else self._target_at_cursor()

    def _row_beyond(self, rows: Rows, by: int) -> int:
        """The next row; the rows of one week, which is typed as a whole, are passed together."""
        names = [key.value or "" for key in rows.rows]
        at = min(max(0, rows.cursor_row + by), len(names) - 1)
        if self._table == "settings" or self._typed_table not in BY_WEEK:
            return at
        here = week_of(names[rows.cursor_row])
        beyond = (row for row in range(at, len(names) if by > 0 else -1, by) if week_of(names[row]) != here)
        return next(beyond, rows.cursor_row)

    @property
    def _typed_table(self) -> str | None:
        return self.series if self.target is None else self.target.table

    def same_here(self) -> Target | None:
        """What is typed or was typed last, for the row of the weeks under the cursor."""
        if self._table != "weeks":
            return None
        week = self.week_here()
        of = BY_WEEK.get(self._typed_table or "") if week is not None else None
        return self._target_at_cursor() if of is None or week is None else of(self.tried_audit, week)

    def target_here(self) -> Target | None:
        """The setting, the week's hours or the day's; where months are shown, they give way to weeks."""
        target = self._target_at_cursor()
        if target is None:
            self.to_weeks()
            target = self._target_at_cursor()
        return target

    def _target_at_cursor(self) -> Target | None:
        setting = self.setting_here()
        if setting is not None:
            return setting_target(setting)
        day = self.day_here()
        if day is not None:
            return extra_target(self.tried_audit, day, self.tr)
        week = self.week_here()
        return None if week is None else hours_target(self.tried_audit, week)

    def setting_here(self) -> Setting | None:
        """The setting under the cursor, where the cursor of the settings is meant."""
        if self._table != "settings":
            return None
        chosen = self.query_one("#settings", Rows).chosen
        kernel = self.counted.kernel if self.counted else None
        return next((each for each in january_settings(self.tried_audit, kernel) if each.key == chosen), None)

    def week_here(self) -> str | None:
        """The week under the cursor, or that of the day; None where months are shown."""
        week = week_of(self.query_one("#weeks", Rows).chosen or "")
        return week if "-W" in week else None

    def day_here(self) -> date | None:
        """The day under the cursor, where days are shown."""
        chosen = self.query_one("#weeks", Rows).chosen or ""
        return date.fromisoformat(chosen) if len(chosen) == len("2027-01-04") else None

    # what can be typed

    def action_step(self, by: int) -> None:
        """The setting, the week's hours or the day's a step up or down."""
        target = self.target_here()
        if target is not None:
            self.step(target, by)

    def action_hours(self) -> None:
        """Type planned agent-hours."""
        week = self._asked_week()
        if week is not None:
            self.begin(hours_target(self.tried_audit, week))

    def action_orders(self) -> None:
        """Type this season's orders."""
        week = self._asked_week()
        if week is not None:
            self.begin(orders_target(self.tried_audit, week))

    def _asked_week(self) -> str | None:
        if self.week_here() is None:
            self.to_weeks()
        week = self.week_here()
        if week is not None:
            self._table = "weeks"
        return week

    # channels and campaigns

    def action_add(self) -> None:
        """A channel; where there is one, perhaps a campaign."""
        if not self.tried_audit.staffing:
            self._add_channel()
            return
        self.app.push_screen(ChooseScreen(self.tr, say("What is added?"), ADDABLE), self._add_chosen)

    def _add_chosen(self, what: str | None) -> None:
        if what == "channel":
            self._add_channel()
        elif what == "campaign":
            first, *_, last = (*peaks(self.session.audit.season), peaks(self.session.audit.season)[-1])
            values = {"first": first, "last": last, "orders": 1.5}
            self.app.push_screen(FormScreen(self.tr, say("Campaign"), CAMPAIGN, values,
                                            lambda changes: self._campaign({**values, **changes})))

    def _campaign(self, entered: dict[str, Any]) -> Message | None:
        given = {name: plain(value) for name, value in entered.items() if name != "name"}
        return self.try_out(with_value(self.tried, ("plan", "campaigns", entered["name"]), given))

    def _add_channel(self) -> None:
        """Choose a channel and give its handling time."""
        audit = self.tried_audit
        counted = audit.contacts.channels if audit.contacts else {}
        free = [name for name in dict.fromkeys((*counted, *audit.hours, *CHANNEL_NAMES)) if name not in audit.staffing]
        choices = {name: (channel_name(name), _about(counted.get(name, 0)) if counted else None) for name in free}
        self.app.push_screen(ChooseScreen(self.tr, say("Which channel is staffed?"), choices), self._channel_chosen)

    def _channel_chosen(self, name: str | None) -> None:
        if name is None:
            return
        field = Field("aht", say("Handling time (AHT)"), "seconds", hint=say("9 min, 540 s or 9:00"), needed=True)
        self.app.push_screen(FormScreen(self.tr, channel_name(name), [field], {}, lambda changes: self.try_out(
            with_value(self.tried, ("staffing", name), {"aht": changes["aht"]})
        )))

    def action_remove(self) -> None:
        """The channel or campaign of the setting under the cursor is done without."""
        setting = self.setting_here()
        whole = {"staffing": 2, "campaigns": 3}
        parts = setting.path if setting is not None else ()
        depth = next((deep for name, deep in whole.items() if name in parts[:2] and len(parts) > deep), None)
        if depth is None:
            self.tell(say("Put the cursor on a setting of a channel or a campaign first."))
            return
        complaint = self.try_out(without(self.tried, parts[:depth]))
        if complaint is not None:
            self.tell(complaint)


def _about(contacts: int) -> Message:
    return say("{n:,} contacts in the data", n=contacts) if contacts else say("no contacts known")
