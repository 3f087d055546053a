"""The rows and words of the actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from readycheck.core.audit import Action, Audit
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import PlannedAction
from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.widgets.rows import Cell, Column, Row

STATUSES: Mapping[Any, Message] = {
    "open": say("to do"), "doing": say("under way"), "done": say("done"), "dropped": say("dropped"),
}
ORIGIN = {"audit": say("action"), "reason": say("reason"), "checklist": say("checklist")}
SHOWN: Mapping[str, Message] = {
    "all": say("everything"), "open": say("agreed and open"), "closed": say("done and dropped"),
}
"""What the list can be narrowed to; "everything" has the checklists' remedies too."""


def head_text(planned: Iterable[PlannedAction], audit: Audit, today: date, tr: Translator) -> str:
    """How many are open, how many come too late for the peak."""
    own = [p for p in planned if p.from_ == "audit"]
    peak = first_peak(audit.season)
    count = tr.plural("{n} open action", "{n} open actions", len(own))
    late = sum(p.late or p.overdue for p in own)
    days = (peak - today).days
    if days < 0:
        return tr(say("{count}, {late} late · the first peak was {peak}", count=count, late=late, peak=peak))
    return tr(say(
        "{count}, {late} late · {days} days to the first peak ({peak})", count=count, late=late, peak=peak, days=days,
    ))


def filter_text(shown: str, owner: str, tr: Translator) -> str:
    """What the list is narrowed to; empty where it has everything."""
    parts = [tr(SHOWN[shown])] if shown != "all" else []
    parts += [owner] if owner else []
    return tr(say("Only: {what} (f, w)", what=" · ".join(parts))) if parts else ""


def columns(tr: Translator, *, wide: bool) -> Sequence[Column]:
    """When, what, who, how far; in a small terminal the words need the room more than the lead time does."""
    always = [
        Column("", 10), Column(tr(say("due")), 11), Column(tr(say("what"))), Column(tr(say("who")), 10),
        Column(tr(say("status")), 10),
    ]
    return [*always, Column(tr(say("days")), 6, right=True)] if wide else always


def planned_row(planned: PlannedAction, tr: Translator, *, wide: bool) -> Row:
    """Something that is still to be done."""
    status = STATUSES[planned.action.status] if planned.from_ == "audit" else ORIGIN[planned.from_]
    return _row(planned.action, _mark(planned, tr), tr(planned.title), tr(status), tr, wide=wide)


def closed_row(action: Action, tr: Translator, *, wide: bool) -> Row:
    """Something that is done or dropped."""
    mark = Cell("✓" if action.status == "done" else "–")
    return _row(action, mark, action.title, tr(STATUSES[action.status]), tr, wide=wide)


def _row(action: Action, mark: Cell, title: str, status: str, tr: Translator, *, wide: bool) -> Row:
    lead = [str(action.lead_days)] if wide else []
    return [mark, tr.date(action.due), title, action.owner or "–", status, *lead]


def _mark(planned: PlannedAction, tr: Translator) -> Cell:
    if planned.late:
        return Cell(tr(say("⚠ too late")), "bold")
    if planned.overdue:
        return Cell(tr(say("! overdue")), "bold")
    return Cell(tr.plural("{n} day", "{n} days", planned.days_left))


def detail_text(planned: PlannedAction, peak: date, tr: Translator) -> str:
    """The whole text; where it comes too late, by how much and what instead."""
    text = tr(planned.title)
    if not planned.late:
        return text
    why = tr(say("⚠ Begun today it is ready {day}, not before the peak ({peak}).", day=planned.ready_by, peak=peak))
    fallback = planned.action.fallback.strip()
    instead = tr(say("Instead: {fallback}", fallback=fallback)) if fallback else (
        tr(say("Write down what is done instead (e).")))
    return f"{text}\n{why} {instead}"
