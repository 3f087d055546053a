"""The rows and words of the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from readycheck.core.audit import Action
from readycheck.core.deadlines import Origin, PlannedAction, Standing, standings
from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.rows import Cell, Column, Row

STATUSES: Mapping[Any, Message] = {
    "open": say("to do"), "doing": say("under way"), "done": say("done"), "dropped": say("dropped"),
}
ORIGIN: Mapping[Origin, Message] = {"audit": say("own"), "reason": say("reason"), "checklist": say("list")}
SHOWN: Mapping[str, Message] = {
    "all": say("everything"), "open": say("agreed and open"), "closed": say("done and dropped"),
}
"""What the list can be narrowed to; "everything" has the checklists' remedies too."""


def head_lines(plan: Sequence[PlannedAction], peak: date, today: date, tr: Translator) -> list[str]:
    """How many are agreed on, how many the checklists propose, and how they stand."""
    agreed = [planned for planned in plan if planned.agreed]
    proposed = len(plan) - len(agreed)
    first = tr.plural("{n} agreed and open{how}", "{n} agreed and open{how}", len(agreed), how=_standings(agreed, tr))
    when = say("first peak {peak}", peak=peak) if peak >= today else say("the first peak was {peak}", peak=peak)
    lines = [f"{first} · {tr(when)}"]
    if proposed:
        how = _standings([planned for planned in plan if not planned.agreed], tr)
        lines.append(tr.plural("{n} proposed by the checklists{how}", "{n} proposed by the checklists{how}", proposed,
                               how=how))
    return lines


def _standings(plan: Sequence[PlannedAction], tr: Translator) -> str:
    """": 2 overdue, 1 on time"; nothing of nothing."""
    names: Mapping[Standing, Message] = {
        "overdue": say("overdue"), "too_late": say("too late"), "on_time": say("on time"),
    }
    told = ", ".join(f"{count} {tr(names[standing])}" for standing, count in standings(plan).items())
    return f": {told}" if told else ""


def filter_text(shown: str, owner: str, tr: Translator) -> str:
    """What the list is narrowed to; empty where it has everything."""
    parts = [tr(SHOWN[shown])] if shown != "all" else []
    parts += [owner] if owner else []
    return tr(say("Only: {what} (f, w)", what=" · ".join(parts))) if parts else ""


def columns(tr: Translator, *, wide: bool) -> Sequence[Column]:
    """When, what, who, how far, whence; in a small terminal the words need the room more than year and lead time do."""
    always = [
        Column(tr(say("in time?")), 10), Column(tr(say("by")), 11 if wide else 8), Column(tr(say("what"))),
        Column(tr(say("who")), 12 if wide else 8), Column(tr(say("status")), 11 if wide else 9),
        Column(tr(say("from")), 6),
    ]
    return [*always, Column(tr(say("takes")), 8, right=True)] if wide else always


def planned_row(planned: PlannedAction, tr: Translator, *, wide: bool) -> Row:
    """Something that is still to be done."""
    status = STATUSES[planned.action.status] if planned.agreed else say("proposed")
    due = _due(planned.action.due, tr, wide=wide) if planned.action.due else tr(say("(peak)"))
    start: Row = [_mark(planned, tr), due, tr(planned.title)]
    return _row(planned.action, start, [tr(status), tr(ORIGIN[planned.from_])], tr, wide=wide)


def closed_row(action: Action, tr: Translator, *, wide: bool) -> Row:
    """Something that is done or dropped."""
    mark = Cell("✓" if action.status == "done" else "–")
    start: Row = [mark, _due(action.due, tr, wide=wide), action.title]
    return _row(action, start, [tr(STATUSES[action.status]), tr(ORIGIN["audit"])], tr, wide=wide)


def _row(action: Action, start: Row, standing: Row, tr: Translator, *, wide: bool) -> Row:
    lead = [tr.plural("{n} day", "{n} days", action.lead_days)] if wide and action.lead_days else ["–"] if wide else []
    return [*start, action.owner or "–", *standing, *lead]


def _due(day: date | None, tr: Translator, *, wide: bool) -> str:
    return tr.date(day) if wide else tr.day_and_month(day)


def _mark(planned: PlannedAction, tr: Translator) -> Cell:
    match planned.standing:
        case "overdue":
            return Cell(tr(say("! overdue")), "bold")
        case "too_late":
            return Cell(tr(say("⚠ too late")), "bold")
    return Cell(tr.plural("{n} day", "{n} days", planned.days_left))


def detail_text(planned: PlannedAction, peak: date, tr: Translator) -> str:
    """The whole text; what its dates mean, and what Enter does with what is no action yet."""
    told = (tr(planned.title), _dates_told(planned, peak, tr), _origin_told(planned.from_, tr))
    return "\n".join(filter(None, told))


def _dates_told(planned: PlannedAction, peak: date, tr: Translator) -> str:
    """What is amiss with its date, and what is done instead; or that it has none."""
    action, told = planned.action, []
    if planned.overdue:
        told.append(say("! It was due {day}.", day=action.due))
    if planned.late:
        told.append(say("⚠ Started today it is ready {day}, not before the peak ({peak}).", day=planned.ready_by,
                        peak=peak) if planned.ready_by >= peak else
                    say("⚠ Its date, {day}, is not before the peak ({peak}).", day=action.due, peak=peak))
        if fallback := action.fallback.strip():
            told.append(say("Instead: {fallback}", fallback=fallback))
        elif planned.from_ != "reason":  # a contact reason's plan has no room for it
            told.append(say("Write down what you will do instead ({key}).", key=key_of("listing.edit", "e")))
    elif action.due is None:
        told.append(say("It has no date of its own: the days are those to the first peak, {peak}.", peak=peak))
    return " ".join(map(tr, told))


def _origin_told(origin: Origin, tr: Translator) -> str:
    match origin:
        case "reason":
            return tr(say("From a contact reason: {key} goes there.", key=key_of("rows.open", "Enter")))
        case "checklist":
            return tr(say("Proposed by a checklist: {key} makes an action of it.", key=key_of("rows.open", "Enter")))
    return ""
