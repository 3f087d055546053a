"""Actions as iCalendar: an all-day entry on each due date, under a name that stays the same.

Entries are events, for neither Google Calendar nor Outlook on the web takes a VTODO in. What is done keeps its day,
without its reminder and marked in words; what was dropped is cancelled, so that no calendar goes on asking for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from readycheck.core.audit import Action, Audit
from readycheck.core.deadlines import PlannedAction, is_open, reason_action
from readycheck.i18n import Translator

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING = timedelta(hours=9)
"""An all-day entry begins at midnight, which is no hour to be reminded at."""
SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Entry:
    """What one event tells; `planned` is None where there is nothing to do any more."""

    action: Action
    title: str
    planned: PlannedAction | None = None


def actions_ics(
    plan: Sequence[PlannedAction], audit: Audit, tr: Translator, today: date, saved: datetime
) -> bytes:
    """What has been agreed and has a due date, as one iCalendar file; what a checklist proposes is on no day yet.

    The same action of the same shop and season keeps its UID, so that a second import replaces the first. `saved`:
    when the audit file was last written (UTC); later states count higher.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//readycheck//actions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{audit.shop.name} {audit.season.year}")
    stamp = max(saved.replace(microsecond=0), datetime.combine(today, time(), UTC))
    for entry in _entries(plan, audit, tr):
        calendar.add_component(_event(entry, audit, tr, stamp))
    data: bytes = calendar.to_ical()
    return data


def in_calendar(plan: Sequence[PlannedAction], audit: Audit) -> bool:
    """Whether there is anything for a calendar: an action that has a date."""
    return any(_dated(plan)) or any(_closed(audit))


def uid(audit: Audit, action: str) -> str:
    """An action's name in calendars: of the shop's name, the season and the action's id.

    Not of the audit's folder, which is another one on the consultant's machine: both make the same entry.
    """
    shop = " ".join(audit.shop.name.casefold().split())
    return f"{sha256(f'{shop}/{audit.season.year}/{action}'.encode()).hexdigest()[:32]}@readycheck"


def _entries(plan: Sequence[PlannedAction], audit: Audit, tr: Translator) -> Iterator[_Entry]:
    for planned in _dated(plan):
        title = planned.title if isinstance(planned.title, str) else tr(planned.title)
        yield _Entry(planned.action, title, planned)
    for action in _closed(audit):
        yield _Entry(action, tr("✓ Done: {title}", title=action.title) if action.status == "done" else
                     tr("Dropped: {title}", title=action.title))


def _dated(plan: Sequence[PlannedAction]) -> Iterator[PlannedAction]:
    return (planned for planned in plan if planned.agreed and planned.action.due is not None)


def _closed(audit: Audit) -> Iterator[Action]:
    """What is done or dropped and had a day; of contact reasons, what somebody has verified."""
    yield from (action for action in audit.actions if action.due is not None and not is_open(action))
    for code, reason in audit.reasons.items():
        if reason.action.strip() and reason.done.strip() and reason.due is not None:
            yield reason_action(code, reason)


def _event(entry: _Entry, audit: Audit, tr: Translator, stamp: datetime) -> Event:
    from icalendar import Event

    event, action = Event(), entry.action
    due = action.due or stamp.date()
    event.add("uid", uid(audit, action.id))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", int((stamp - SEQUENCE_FROM).total_seconds()))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if action.status == "dropped" else "CONFIRMED")
    event.add("summary", f"{entry.title} ({audit.shop.name})")
    if details := "\n".join(_details(entry, tr)):
        event.add("description", details)
    if entry.planned is not None:
        event.add_component(_reminder(action.lead_days, entry.title))
    return event


def _details(entry: _Entry, tr: Translator) -> Iterator[str]:
    action = entry.action
    if action.owner.strip():
        yield tr("Owner: {owner}", owner=action.owner.strip())
    if entry.planned is None:
        return
    if action.lead_days:
        yield tr.plural("Takes one day.", "Takes {n} days.", action.lead_days)
    if entry.planned.late:
        yield tr("Not ready before the first peak.")
    if action.fallback.strip():
        yield tr("Instead: {fallback}", fallback=action.fallback.strip())


def _reminder(lead_days: int, title: str) -> Alarm:
    """A reminder in the morning of the day by which the work must begin."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", MORNING - timedelta(days=lead_days))
    return alarm
