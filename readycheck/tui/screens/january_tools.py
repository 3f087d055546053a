"""Changing what January follows from: hours and orders by week, settings, staffed channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.names import CHANNEL_NAMES, channel_name
from readycheck.storage.document import audit_of, with_value
from readycheck.tui.changes import plain, with_changes, without
from readycheck.tui.fields import Field
from readycheck.tui.january_settings import january_settings, weeks_of_january, weeks_of_season
from readycheck.tui.keys import key
from readycheck.tui.saving import Document
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.settings import Setting
from readycheck.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

EVERY: Mapping[Any, Message] = {
    "one": say("this week"), "january": say("every week of January"), "season": say("every week of the season"),
}
HOURS_STEP = 5.0


class JanuaryTools(Base):
    """A part of the January screen: everything here is tried out first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "change", say("Change value"), say("Type another value for the row under the cursor."),
            id="january.change"),
        key("h", "hours", say("Plan hours"), say("Planned agent-hours of the week under the cursor."),
            id="january.hours"),
        key("o", "orders", say("Orders"), say("This season's orders of the week under the cursor."),
            id="january.orders"),
        key("plus", "step(1)", say("Raise"), say("The value under the cursor a step up."), id="january.more",
            display="+"),
        key("minus", "step(-1)", say("Lower"), say("The value under the cursor a step down."), id="january.less",
            display="-"),
        key("a", "add_channel", say("Add channel"), say("Staff another channel."), id="january.add-channel",
            show=False),
        key("delete", "remove_channel", say("Remove channel"), say("Staff this channel no longer."),
            id="january.remove-channel", show=False, display="del"),
    ]

    if TYPE_CHECKING:
        draft: Document | None

        def try_out(self, document: Document) -> Message | None:
            """Show what a document would lead to."""

        def drop(self) -> None:
            """Forget the trial."""

    @property
    def tried(self) -> Document:
        """The document with what is being tried out."""
        return self.session.document if self.draft is None else self.draft

    @property
    def tried_audit(self) -> Audit:
        """The same as typed values."""
        return self.session.audit if self.draft is None else audit_of(self.draft, self.session.path.name)

    def action_leave(self) -> None:
        """Drop the trial; without one, leave."""
        if self.draft is None:
            super().action_leave()
        else:
            self.drop()

    def action_change(self) -> None:
        """Ask for another value: of the setting, or of the week's hours."""
        setting = self._setting()
        if setting is None:
            self.action_hours()
            return

        def accept(changes: dict[str, Any]) -> Message | None:
            return self._try_value(setting.path, changes["value"]) if "value" in changes else None

        self.app.push_screen(FormScreen(self.tr, setting.label, [setting.field()], {"value": setting.value}, accept))

    def action_step(self, by: int) -> None:
        """The setting or the week's hours a step up or down."""
        setting, week = self._setting(), self._week()
        complaint = None
        if setting is not None:
            value = setting.stepped(by)
            complaint = self._try_value(setting.path, value) if value is not None else say("Type a value first (e).")
        elif week is not None:
            hours = (self.tried_audit.plan.hours or {}).get(week, 0.0)
            complaint = self._try_value(("plan", "hours", week), max(0.0, hours + by * HOURS_STEP))
        if complaint is not None:
            self.tell(complaint)

    def action_hours(self) -> None:
        """Ask for planned agent-hours."""
        given = self.tried_audit.plan.hours or {}
        self._ask_week("hours", say("Planned agent-hours"), given)

    def action_orders(self) -> None:
        """Ask for this season's orders."""
        note = say("Typed weeks replace last season's orders: give every week from the first typed one to 31 January.")
        self._ask_week("orders", say("Orders"), self.tried_audit.plan.orders, note)

    def _ask_week(self, name: str, label: Message, given: Mapping[str, float], note: Message | None = None) -> None:
        week = self._week()
        if week is None:
            self.tell(say("These are typed by week: w shows the weeks."))
            return
        title = say("{what}, week {week}", what=label, week=week)
        fields = [Field("value", label, "number"), Field("every", say("For"), "choice", EVERY)]
        values = {"value": given.get(week), "every": "one"}

        def accept(changes: dict[str, Any]) -> Message | None:
            entered = {**values, **changes}
            weeks = self._weeks_of(entered["every"], week)
            return self.try_out(with_changes(self.tried, ("plan", name), dict.fromkeys(weeks, entered["value"])))

        self.app.push_screen(FormScreen(self.tr, title, fields, values, accept, note))

    def _weeks_of(self, every: str, week: str) -> Iterable[str]:
        if every == "one":
            return [week]
        audit = self.session.audit
        return weeks_of_january(audit) if every == "january" else weeks_of_season(audit)

    def _try_value(self, path: tuple[str, ...], value: Any) -> Message | None:
        return self.try_out(with_value(self.tried, path, plain(value)))

    def _setting(self) -> Setting | None:
        """The setting under the cursor, while the settings have the keyboard."""
        rows = self.query_one("#settings", Rows)
        if not rows.has_focus:
            return None
        return next((each for each in january_settings(self.tried_audit) if each.key == rows.chosen), None)

    def _week(self) -> str | None:
        """The week under the cursor; None where months are shown."""
        chosen = (self.query_one("#weeks", Rows).chosen or "").strip()
        return chosen if "-W" in chosen else None

    # staffed channels

    def action_add_channel(self) -> None:
        """Choose a channel and give its handling time."""
        audit = self.tried_audit
        counted = audit.contacts.channels if audit.contacts else {}
        free = [name for name in dict.fromkeys((*counted, *audit.hours, *CHANNEL_NAMES)) if name not in audit.staffing]
        choices = {name: (channel_name(name), _about(counted.get(name, 0))) for name in free}
        self.app.push_screen(ChooseScreen(self.tr, say("Which channel is staffed?"), choices), self._channel_chosen)

    def _channel_chosen(self, name: str | None) -> None:
        if name is None:
            return
        field = Field("aht", say("Handling time (AHT), s"), "seconds", hint=say("480 or 8:00"), needed=True)
        self.app.push_screen(FormScreen(self.tr, channel_name(name), [field], {}, lambda changes: self.try_out(
            with_value(self.tried, ("staffing", name), {"aht": changes["aht"]})
        )))

    def action_remove_channel(self) -> None:
        """Staff the channel of the setting under the cursor no longer."""
        setting = self._setting()
        if setting is None or setting.path[0] != "staffing":
            self.tell(say("Put the cursor on a setting of the channel first."))
            return
        complaint = self.try_out(without(self.tried, setting.path[:2]))
        if complaint is not None:
            self.tell(complaint)


def _about(contacts: int) -> Message:
    return say("{n:,} contacts in the data", n=contacts) if contacts else say("no contacts known")
