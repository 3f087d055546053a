"""Actions as iCalendar: an all-day entry on each due date, under a name that stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from readycheck.core.audit import Audit
from readycheck.core.deadlines import PlannedAction
from readycheck.i18n import Translator

if TYPE_CHECKING:
    from icalendar import Alarm, Event


def actions_ics(
    plan: Sequence[PlannedAction], shop: str, audit: Audit, tr: Translator, today: date
) -> bytes:
    """The actions that have a due date, as one iCalendar file; `shop` is the archive's slug.

    The same action of the same shop and season keeps its UID, so that a second import replaces the first.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//readycheck//actions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{audit.shop.name} {audit.season.year}")
    for planned in plan:
        if planned.action.due is not None:
            key = uid(shop, audit.season.year, planned.action.id)
            calendar.add_component(_event(planned, planned.action.due, key, audit.shop.name, tr, today))
    data: bytes = calendar.to_ical()
    return data


def uid(shop: str, season: int, action: str) -> str:
    """An action's name in calendars: it depends on the shop's slug, the season and the action's id alone."""
    return f"{sha256(f'{shop}/{season}/{action}'.encode()).hexdigest()[:32]}@readycheck"


def _event(planned: PlannedAction, due: date, key: str, shop: str, tr: Translator, today: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", key)
    # the day of the export, not the clock's: the same export gives the same bytes
    event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{_title(planned, tr)} ({shop})")
    event.add("description", "\n".join(_details(planned, tr)))
    if planned.action.lead_days:
        event.add_component(_reminder(planned.action.lead_days, _title(planned, tr)))
    return event


def _title(planned: PlannedAction, tr: Translator) -> str:
    return planned.title if isinstance(planned.title, str) else tr(planned.title)


def _details(planned: PlannedAction, tr: Translator) -> Iterator[str]:
    action = planned.action
    if action.owner.strip():
        yield tr("Owner: {owner}", owner=action.owner.strip())
    if action.lead_days:
        yield tr.plural("Takes one day.", "Takes {n} days.", action.lead_days)
    if planned.late:
        yield tr("Not ready before the first peak.")
    if action.fallback.strip():
        yield tr("Instead: {fallback}", fallback=action.fallback.strip())


def _reminder(days: int, title: str) -> Alarm:
    """A reminder on the day by which the work must begin."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days))
    return alarm
