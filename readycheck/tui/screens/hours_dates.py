"""Dates with hours of their own: exceptions, and the season's public holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from readycheck.core.calendar import first_peak
from readycheck.core.checklist import LocalText
from readycheck.core.hours.public_holidays import holiday_names
from readycheck.core.hours.week import ChannelHours
from readycheck.core.message import Message, say
from readycheck.storage.document import with_value
from readycheck.tui.changes import plain
from readycheck.tui.fields import YES_NO, Field
from readycheck.tui.hours_text import spans_told
from readycheck.tui.saving import Document
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

SPANS = Field("spans", say("Open hours"), "spans", hint=say("08:00-16:00, 17:00-20:00; empty: closed"))
NEW = "\n"


class HoursDates(Base):
    """A part of the hours screen; needs its `channel`."""

    if TYPE_CHECKING:
        channel: str | None

    @property
    def kept(self) -> ChannelHours:
        """The channel's hours as they are saved."""
        return self.session.audit.hours.get(self.channel or "", ChannelHours())

    def with_hours(self, name: str, value: object) -> Document:
        """The document with one thing of the channel's changed."""
        return with_value(self.session.document, ("hours", self.channel or "", name), plain(value))

    def form(self, title: Message | str, fields: Sequence[Field], values: dict[str, Any], accept: Any,
             begin_at: str = "") -> None:
        """Fields in a window."""
        self.app.push_screen(FormScreen(self.tr, title, fields, values, accept, begin_at=begin_at))

    def action_exceptions(self) -> None:
        """A new exception, one of those that there are, or a public holiday that has none: by date."""
        dated = {**self._excepted(), **self._holidays()}
        choices: dict[str, tuple[Message, Message]] = {
            NEW: (say("New exception"), say("A date with hours of its own.")),
            **{name: dated[name] for name in sorted(dated, key=self._date_of)},
        }
        self.app.push_screen(ChooseScreen(self.tr, say("Exceptions"), choices), self._exception_chosen)

    def _excepted(self) -> dict[str, tuple[Message, Message]]:
        names = self._holiday_names()
        return {
            str(n): (
                _called(each.date, names.get(each.date)), spans_told(each.open),
            )
            for n, each in enumerate(self.kept.exceptions)
        }

    def _date_of(self, chosen: str) -> date:
        """Of an exception by its place, or of a holiday by its day."""
        return self.kept.exceptions[int(chosen)].date if chosen.isdigit() else date.fromisoformat(chosen)

    def _holidays(self) -> dict[str, tuple[Message, Message]]:
        """The season's public holidays that follow the rule of holidays; none where the country is not known."""
        excepted = {each.date for each in self.kept.exceptions}
        names = {day: name for day, name in self._holiday_names().items() if day not in excepted}
        return {
            day.isoformat(): (
                _called(day, name),
                say("public holiday: {hours}", hours=spans_told(self.kept.on(day, frozenset(names)))),
            )
            for day, name in names.items()
        }

    def _holiday_names(self) -> dict[date, LocalText]:
        shop, season = self.session.audit.shop, self.session.audit.season
        finnish, english = (holiday_names(shop.country, season.starts, season.ends, lang) for lang in ("fi", "en"))
        return {day: LocalText(finnish.get(day, name), name) for day, name in english.items()}

    def _exception_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen == NEW:
            self._exception(None, first_peak(self.session.audit.season), "date")
        else:  # the date is chosen already
            self._exception(int(chosen) if chosen.isdigit() else None, self._date_of(chosen), "spans")

    def _exception(self, n: int | None, day: date, begin_at: str) -> None:
        fields = [Field("date", say("Date"), "date", needed=True), SPANS]
        values: dict[str, Any] = {"date": day, "spans": self.kept.on_weekday(day.weekday())}
        if n is not None:
            given = self.kept.exceptions[n]
            values = {"date": given.date, "spans": given.open, "keep": True}
            fields.append(Field("keep", say("Keep this exception"), "choice", YES_NO))

        def accept(changes: dict[str, Any]) -> Message | None:
            return self.taken(self._with_exception(n, {**values, **changes}))

        self.form(say("Exception: its hours replace the weekday's"), fields, values, accept, begin_at)

    def _with_exception(self, n: int | None, values: dict[str, Any]) -> Document:
        """The document with the n-th exception changed, taken away or added; one date has one entry."""
        dated: dict[date, Any] = {e.date: e.open for at, e in enumerate(self.kept.exceptions) if at != n}
        if values.get("keep", True):
            dated[values["date"]] = values["spans"]
        kept = [{"date": day, "open": plain(dated[day])} for day in sorted(dated)]
        return with_value(self.session.document, ("hours", self.channel or "", "exceptions"), kept)


def _called(day: date, holiday: LocalText | None) -> Message:
    """ "24 Dec 2026 Christmas Eve"; a day that is no holiday has no name."""
    return say("{day}", day=day) if holiday is None else say("{day} {name}", day=day, name=holiday)
