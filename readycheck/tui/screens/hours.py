"""Opening hours, painted over the hours when customers are there."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from readycheck.core.audit import Audit
from readycheck.core.hours.opening import DemandKind, demand_grid, demand_kind, opening_hours
from readycheck.core.hours.painting import painted
from readycheck.core.hours.week import WEEKDAYS, ChannelHours
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.results import HoursCoverage
from readycheck.storage.document import audit_of, with_value
from readycheck.tui import hours_text as words
from readycheck.tui.changes import plain
from readycheck.tui.keys import key, key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.claims import ClaimsHere
from readycheck.tui.screens.hours_tools import HoursTools
from readycheck.tui.widgets.claims_line import ClaimsLine
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.name_tabs import NameTabs
from readycheck.tui.widgets.week_cells import Cell, WeekPicture

_WORDS = (("cell", "day", "settings", "demand"), ("exceptions", "suggestion", "week"))
CLICKS = {
    "day": "screen.type_or_take", "exceptions": "screen.exceptions", "demand": "screen.other_demand",
    "suggestion": "screen.type_or_take",
}


class HoursScreen(HoursTools, ClaimsHere, AuditScreen):
    """One channel's week at a time; the figures are of all live channels together."""

    PLACE = "hours"
    CSS_PATH = ["base.tcss", "hours.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "type_or_take", say("Type"), say("Type this day's hours; with a suggestion: take it."),
            id="hours.type"),
        key("c,tab", "next_channel", say("Channel"), say("To the next channel."), id="hours.channel", display="c"),
        key("d", "other_demand", say("Orders/contacts"), say("Show the other kind of demand."), id="hours.demand",
            show=False),
    ]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    channel: str | None = None
    kind: DemandKind = "orders"
    _before: HoursCoverage
    _counted: tuple[Audit, DemandKind, HoursCoverage] | None = None
    _stroke: Audit | None = None
    _offering = False

    def compose_body(self) -> ComposeResult:
        yield NameTabs(id="channels")
        yield Static(id="figures", markup=False)
        yield ClaimsLine()
        yield HeatMap([self.tr.weekday(day) for day in range(7)])
        yield Static(self.tr(words.LEGEND), id="legend", markup=False)
        with Container(id="words"):
            for column in _WORDS:
                with Vertical(classes="column"):
                    for name in column:
                        yield Static(id=name, markup=False)

    def on_mount(self) -> None:
        """Start with the channel that was looked at last."""
        self._before = self.session.scores.hours
        self.kind = demand_kind(self.session.audit)
        self.channel = self.session.places.get(self.PLACE) or next(iter(self.session.audit.hours), None)
        super().on_mount()
        self.query_one(HeatMap).focus()

    def unfinished(self) -> Message | None:
        """A stroke of the mouse."""
        return say("Let go of the mouse first, then {key}.",
                   key=key_of("language", "F3")) if self._stroke is not None else None

    # showing

    @property
    def hours(self) -> ChannelHours:
        """The channel's week as it is being painted."""
        shown = self._stroke or self.session.audit
        return shown.hours.get(self.channel or "", ChannelHours())

    def show_audit(self) -> None:
        """Map, figures and words."""
        audit = self.session.audit
        if self.suggested_of is not self.session.document:
            self.suggestion = None  # it was worked out of other hours
        if self.channel not in audit.hours:
            self.channel = next(iter(audit.hours), None)
        names = {name: self.tr(channel_name(name)) for name in audit.hours}
        lead = say("Opening hours:") if names else say("No channel yet: {key} adds one.",
                                                       key=key_of("hours.add-channel", "a"))
        self.query_one("#channels", NameTabs).show_names(self.tr(lead), names, self.channel)
        self._show_week(self._stroke or audit)
        self.show_claims()
        self._show_suggestion()

    def _show_week(self, audit: Audit) -> None:
        now = self._coverage(audit)
        self._say("figures", words.coverage_line(now, self._before, self.tr))
        self.query_one(HeatMap).picture = WeekPicture(
            demand_grid(audit, self.kind), words.open_week(audit.hours, self.channel),
            frozenset(self.suggestion.hours) if self.suggestion else frozenset(),
        )
        profile = audit.orders if self.kind == "orders" else audit.contacts
        self._say("demand", words.demand_line(profile, self.kind, now.other, self.tr))
        alone = now.channels.get(self.channel or "")
        self._say("settings", words.settings_line(self.hours, alone, self.tr) if self.channel else "")
        self._say("exceptions", words.exceptions_line(self.hours.exceptions, self.tr) if self.channel else "")
        self._say("week", words.week_lines(self.hours, self.tr) if self.channel else "")
        self._show_cell()

    def _coverage(self, audit: Audit) -> HoursCoverage:
        """Counted once for an audit, however often it is shown."""
        if self._counted is None or self._counted[0] is not audit or self._counted[1] != self.kind:
            self._counted = (audit, self.kind, opening_hours(audit, self.kind))
        return self._counted[2]

    def _show_cell(self) -> None:
        heat_map = self.query_one(HeatMap)
        if heat_map.picture is not None:
            self._say("cell", words.cell_line(heat_map.picture, heat_map.cursor, self.kind, self.tr))
            told = words.day_line(self.hours, heat_map.cursor[0], self.tr)
            if self.channel and heat_map.cursor[0] < 6:
                told = f"{told} · {self.tr(say('{key} copies it to the next day', key=key_of('hours.copy-day', 'k')))}"
            self._say("day", told)

    def _show_suggestion(self) -> None:
        found = self.suggestion
        lines = [words.suggestion_line(found, self.tr), words.least_useful_line(found, self.tr)] if found else []
        if found and found.hours:
            lines.insert(1, self.tr(say("{key} takes it, {second_key} and {third_key} change the hours, "
                                        "{fourth_key} the shifts, {fifth_key} drops it.",
                                        key=key_of("hours.type", "Enter"), second_key=key_of("hours.more", "+"),
                                        third_key=key_of("hours.less", "-"), fourth_key=key_of("hours.suggest", "s"),
                                        fifth_key=key_of("leave", "Esc"))))
        self._say("suggestion", "\n".join(line for line in lines if line))
        if self._offering != (found is not None):
            self._offering = found is not None
            self.refresh_bindings()  # the keys do something else now

    def _say(self, place: str, text: str | Content) -> None:
        """Put a line into its place; what a key does to it, a click on it does too."""
        line = Content(text) if isinstance(text, str) else text
        action = CLICKS.get(place)
        said, widget = words.clicked(line, action) if action else line, self.query_one(f"#{place}", Static)
        if not isinstance(widget.content, Content) or not said.is_same(widget.content):
            widget.update(said)  # a new text costs a layout of the whole screen

    # painting

    @on(HeatMap.Moved)
    def _moved(self) -> None:
        self._show_cell()

    @on(HeatMap.Painted)
    def _painted(self, event: HeatMap.Painted) -> None:
        if self.channel is None:
            if event.finished:  # once for a stroke of the mouse
                self.tell(say("Add a channel first ({key}).", key=key_of("hours.add-channel", "a")))
            return
        document = self._with_paint(event.cells, event.open)
        if event.finished:
            self._stroke = None
            self.edit(document)
        else:
            self._stroke = audit_of(document, self.session.path.name)
            self._show_week(self._stroke)

    def _with_paint(self, cells: frozenset[Cell], opens: bool) -> Document:
        """The document with these hours of the channel opened or closed."""
        document, saved = self.session.document, self.session.audit.hours.get(self.channel or "", ChannelHours())
        for day in sorted({day for day, _ in cells}):
            hours = sorted(hour for at, hour in cells if at == day)
            spans = painted(saved.on_weekday(day), hours, open_=opens)
            document = with_value(document, ("hours", self.channel or "", WEEKDAYS[day]), plain(spans))
        return document

    # choosing

    @on(NameTabs.Picked)
    def _channel_picked(self, event: NameTabs.Picked) -> None:
        self.look_at(event.key)

    def action_next_channel(self) -> None:
        """The next channel, round and round."""
        names = list(self.session.audit.hours)
        if names:
            at = names.index(self.channel) if self.channel in names else -1
            self.look_at(names[(at + 1) % len(names)])

    def look_at(self, channel: str | None) -> None:
        """Show a channel's week; a suggestion for another is dropped."""
        self.channel = self.session.places[self.PLACE] = channel
        self.suggestion = None
        self.show_audit()

    def action_other_demand(self) -> None:
        """Orders instead of contacts, or the other way round, where both are known."""
        other: DemandKind = "contacts" if self.kind == "orders" else "orders"
        if demand_grid(self.session.audit, other) is None:
            self.tell(say("Only one kind of demand has been imported."))
            return
        self.kind = other
        self._before = opening_hours(self.session.audit, other)
        self.show_audit()
