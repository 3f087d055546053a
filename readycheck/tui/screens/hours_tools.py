"""What can be done with a channel's hours beside painting: typing, exceptions, suggestions, channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import ActiveBinding, BindingType

from readycheck.core.hours.suggest import Suggestion, suggest_hours, with_runs
from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import Message, say
from readycheck.core.names import CHANNEL_NAMES, channel_name
from readycheck.storage.document import with_value
from readycheck.tui.changes import plain, with_changes, without
from readycheck.tui.fields import Field
from readycheck.tui.keys import called, key, key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.hours_dates import NEW, SPANS, HoursDates
from readycheck.tui.widgets.heat_map import HeatMap

WITH_SUGGESTION = {
    "hours.type": (say("Take"), say("Take the suggestion: open the hours with a +.")),
    "leave": (say("Drop"), say("Drop the suggestion: the hours stay as they are.")),
}
"""What keys do while a suggestion is shown."""
LIVE_AT_FIRST = ("chat", "phone")
BUDGET_FIELDS = (
    Field("budget", say("More hours a week"), "whole", needed=True),
    Field("shift", say("Shortest shift, hours"), "whole", needed=True),
)


class HoursTools(HoursDates):
    """A part of the hours screen; needs its `channel`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("s", "suggest", say("Suggest"), say("Where the next weekly hours should go."), id="hours.suggest"),
        key("l", "live", say("Live"), say("Whether somebody answers at once in this channel."), id="hours.live",
            show=False),
        key("h", "holidays", say("Holidays"), say("Open or closed on public holidays."), id="hours.holidays",
            show=False),
        key("x", "exceptions", say("Exceptions"), say("Dates with hours of their own."), id="hours.exceptions",
            show=False),
        key("k", "copy_day", say("Copy day"), say("Give the next day the same hours, and go there."),
            id="hours.copy-day", show=False),
        key("a", "add_channel", say("Add channel"), say("Add a channel."), id="hours.add-channel"),
        key("delete", "remove_channel", say("Remove channel"), say("Remove this channel's hours."),
            id="hours.remove-channel", show=False, display="del"),
        key("plus", "budget(1)", say("An hour more"), say("Suggest one hour more."), id="hours.more",
            show=False, display="+"),
        key("minus", "budget(-1)", say("An hour less"), say("Suggest one hour less."), id="hours.less",
            show=False, display="-"),
    ]
    suggestion: Suggestion | None = None
    suggested_of: Document | None = None
    _budget, _min_shift = 6, 2

    if TYPE_CHECKING:
        def look_at(self, channel: str | None) -> None:
            """Show a channel's week."""

    @property
    def bindings_now(self) -> dict[str, ActiveBinding]:
        """While a suggestion is shown, keys are called by what they do to it."""
        now = super().bindings_now
        return now if self.suggestion is None or not self.suggestion.hours else called(now, WITH_SUGGESTION)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a channel there is nothing to set."""
        needs_channel = ("suggest", "live", "holidays", "exceptions", "copy_day", "remove_channel", "type_or_take")
        return self.channel is not None if action in needs_channel else True

    # typing

    def action_type_or_take(self) -> None:
        """Take the suggestion that is shown; without one, type the day's hours."""
        if self.suggestion is not None and self.suggestion.hours:
            self._take(self.suggestion)
            return
        day = self.query_one(HeatMap).cursor[0]
        title = say("{channel}, {day}", channel=channel_name(self.channel or ""), day=self.tr.weekday(day))
        self.form(title, [SPANS], {"spans": self.kept.on_weekday(day)}, lambda changes: self.taken(
            with_changes(self.session.document, ("hours", self.channel or ""), _on(changes, WEEKDAYS[day]))
        ))

    def action_copy_day(self) -> None:
        """The next weekday gets this one's hours."""
        heat_map = self.query_one(HeatMap)
        day, hour = heat_map.cursor
        if day < 6 and self.edit(self.with_hours(WEEKDAYS[day + 1], self.kept.on_weekday(day))):
            heat_map.cursor = (day + 1, hour)

    def action_live(self) -> None:
        """Live or not."""
        self.edit(self.with_hours("live", not self.kept.live))

    def action_holidays(self) -> None:
        """Open on public holidays or not."""
        self.edit(self.with_hours("holidays", "closed" if self.kept.holidays == "open" else "open"))

    # suggestion

    def action_suggest(self) -> None:
        """Show where more hours should go; again: ask how many, and in what shifts."""
        if not self.kept.live:
            self.tell(say("Only live channels cover demand: make this one live first ({key}).",
                          key=key_of("hours.live", "l")))
            return
        if self.session.audit.orders is None and self.session.audit.contacts is None:
            self.tell(say("A suggestion needs demand figures: import orders or contacts first ({key}).",
                          key=key_of("import", "i")))
            return
        values = {"budget": self._budget, "shift": self._min_shift}
        if self.suggestion is None:
            self._suggest(values)
        else:
            self.form(say("Where should the next hours go?"), BUDGET_FIELDS, values,
                      lambda changes: self._suggest({**values, **changes}))

    def _suggest(self, asked: dict[str, int]) -> Message | None:
        if not 1 <= asked["budget"] <= 168 or not 1 <= asked["shift"] <= 24:
            return say("Give 1–168 hours a week, in shifts of 1–24 hours.")
        self._budget, self._min_shift = asked["budget"], asked["shift"]
        self.suggestion = suggest_hours(self.session.audit, self._budget, self._min_shift, self.channel)
        self.suggested_of = self.session.document
        self.later(self.show_audit)
        return None

    def action_budget(self, by: int) -> None:
        """Suggest again for more or fewer hours."""
        if self.suggestion is None:
            self.tell(say("Ask for a suggestion first ({key}).", key=key_of("hours.suggest", "s")))
            return
        self._suggest({"budget": min(168, max(1, self._budget + by)), "shift": self._min_shift})

    def _take(self, found: Suggestion) -> None:
        week = with_runs(self.kept, found.runs)
        document = self.session.document
        for day in sorted({day for day, _, _ in found.runs}):
            path = ("hours", self.channel or "", WEEKDAYS[day])
            document = with_value(document, path, plain(week.on_weekday(day)))
        self.suggestion = None
        if self.edit(document):
            self.tell(say("Taken: {n} h more a week. {key} takes it back.",
                          key=key_of("undo", "Ctrl+Z"), n=len(found.hours)))

    def action_leave(self) -> None:
        """Drop the suggestion; without one, leave."""
        if self.suggestion is None:
            super().action_leave()
            return
        self.suggestion = None
        self.show_audit()

    # channels

    def action_add_channel(self) -> None:
        """Choose a channel that contacts came in, most first, or a usual one; or name another."""
        counted = self.session.audit.contacts.channels if self.session.audit.contacts else {}
        known = dict.fromkeys((*sorted(counted, key=lambda name: -counted[name]), *CHANNEL_NAMES))
        free = [name for name in known if name not in self.session.audit.hours]
        choices = {name: (channel_name(name), _about(name, counted.get(name, 0))) for name in free}
        choices[NEW] = (say("Another"), say("Name it yourself."))
        self.app.push_screen(ChooseScreen(self.tr, say("Add channel"), choices), self._channel_chosen)

    def _channel_chosen(self, chosen: str | None) -> None:
        if chosen == NEW:
            self.form(say("Add channel"), [Field("name", say("Name"), needed=True)], {},
                       lambda changes: self._add(changes["name"]))
        elif chosen is not None:
            self._add(chosen)

    def _add(self, name: str) -> Message | None:
        if name in self.session.audit.hours:
            return say("{channel} is there already.", channel=channel_name(name))
        complaint = self.taken(with_value(
            self.session.document, ("hours", name), {"live": name in LIVE_AT_FIRST, "holidays": "closed"}
        ))
        if complaint is None:
            self.look_at(name)
        return complaint

    def action_remove_channel(self) -> None:
        """Take the channel's hours away; undo brings them back."""
        if self.channel is not None and self.edit(without(self.session.document, ("hours", self.channel))):
            self.tell(say("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))


def _on(changes: dict[str, Any], weekday: str) -> dict[str, Any]:
    return {weekday: changes["spans"]} if "spans" in changes else {}


def _about(name: str, contacts: int) -> Message:
    if contacts:
        return say("{n:,} contacts in the data", n=contacts)
    return say("Somebody answers at once.") if name in LIVE_AT_FIRST else say("Answered later.")
