"""The words around January's weeks."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.core.message import say
from readycheck.core.staffing_results import JanuaryStaffing, PlanOutcome, WeekNeed
from readycheck.i18n import Translator
from readycheck.tui.hours_text import figure
from readycheck.tui.widgets.bars import interval_bar
from readycheck.tui.widgets.rows import Cell, Column

HERE = {"plan.orders": say("o"), "plan.hours": say("h"), "plan.contact_rate": say("\"Contacts per order\"")}
"""What is typed under a field's name elsewhere is here a key's or a row's."""


def figures_line(now: JanuaryStaffing, saved: JanuaryStaffing, tr: Translator) -> str:
    """The score, the one before Christmas and the January-to-peak ratio; the saved ones before the arrow."""
    parts = [
        figure(tr(say("January")), now.score, saved.score, tr),
        figure(tr(say("before 27 Dec")), now.before, saved.before, tr),
    ]
    if now is saved and now.ratio is not None:
        parts.append(tr(say("contacts in January/at the peak {share}", share=tr.percent(now.ratio))))
    return "   ".join(part.replace(" ", "\u00a0") for part in parts)


def outcome_text(found: JanuaryStaffing, tr: Translator) -> str:
    """What the plan leads to; or what is missing."""
    if found.missing:
        missing = "; ".join(tr(each) for each in found.missing)
        for field, here in HERE.items():
            missing = missing.replace(field, tr(here))
        return tr(say("Missing: {missing}.", missing=missing))
    if found.outcome is None:
        return tr(say("Nothing is required in January."))
    return f"{_answered(found.outcome, tr)} {_backlog(found.outcome, tr)}".strip()


def _answered(outcome: PlanOutcome, tr: Translator) -> str:
    if outcome.answered_in_time is None:
        return ""
    return tr(say(
        "With the planned hours, {answered} of chats and calls are answered in time and {gone} give up.",
        answered=tr.percent(outcome.answered_in_time), gone=tr.percent(outcome.abandoned),
    ))


def _backlog(outcome: PlanOutcome, tr: Translator) -> str:
    if outcome.backlog_peak_on is None:
        return tr(say("No backlog builds up."))
    peak, on, cleared = tr.number(outcome.backlog_peak, 0), outcome.backlog_peak_on, outcome.backlog_cleared_on
    if cleared is None:
        return tr(say("The backlog peaks on {day} at {hours} h and is not cleared by the end of January.",
                      day=on, hours=peak))
    return tr(say("The backlog peaks on {day} at {hours} h and is cleared on {cleared}.",
                  day=on, hours=peak, cleared=cleared))


def note_text(found: JanuaryStaffing, tr: Translator) -> str:
    """Where the forecast comes from."""
    notes = [tr(note) for note in found.notes]
    if found.kernel is not None:
        notes.append(tr(say(
            "Half of the contacts come within {days} days of the order.", days=tr.number(found.kernel.median_days, 0),
        )))
    return " ".join(notes)


def week_columns(tr: Translator, *, trial: bool, month: bool, divided: bool) -> list[Column]:
    """The heads of the table of weeks; `trial` adds the saved difference, `divided` room for "52 1/2"."""
    columns = [
        Column(tr(say("month")) if month else tr(say("wk")), 7 if month else 6 if divided else 3),
        Column("", 0, least=4),
        Column(tr(say("contacts (8 in 10)")), 19, right=True),
        Column(tr(say("need h")), 7, right=True),
        Column(tr(say("plan h")), 7, right=True),
        Column(tr(say("± h")), 7, right=True),
    ]
    if trial:
        columns.append(Column(tr(say("saved ±")), 7, right=True))
    return [*columns, Column(tr(say("backlog")), 7, right=True)]


def week_row(
    week: WeekNeed, saved: WeekNeed | None, tr: Translator, *, most: float, bar: int, planned: bool, part: str = ""
) -> list[str | Cell]:
    """One week, a `part` of it such as " 1/2", or a month; `most` contacts fill the `bar` characters."""
    name = week.week[:7] if "W" not in week.week else week.week.partition("-W")[2].lstrip("0")
    contacts = f"{tr.number(week.contacts, 0)} ({tr.number(week.low, 0)}–{tr.number(week.high, 0)})"
    row: list[str | Cell] = [
        name + part, interval_bar(week.low / most, week.contacts / most, week.high / most, bar), contacts,
        tr.number(week.required, 1),
        tr.number(week.planned, 1) if planned else "–",
        _difference(week, tr) if planned else "–",
    ]
    if saved is not None:
        row.append(_difference(saved, tr) if planned else "–")
    return [*row, tr.number(week.backlog, 0) if planned else "–"]


def saved_text(saved: JanuaryStaffing, tr: Translator) -> str:
    """The saved outcome in a few words, to stand under the trial's."""
    outcome = saved.outcome
    if outcome is None:
        return tr(say("Saved: no figures yet."))
    if outcome.answered_in_time is None:
        return tr(say("Saved: backlog up to {hours} h.", hours=tr.number(outcome.backlog_peak, 0)))
    return tr(say(
        "Saved: in time {answered}, give up {gone}, backlog up to {hours} h.",
        answered=tr.percent(outcome.answered_in_time), gone=tr.percent(outcome.abandoned),
        hours=tr.number(outcome.backlog_peak, 0),
    ))


def _difference(week: WeekNeed, tr: Translator) -> Cell:
    """Hours to spare with a plus, hours short with a minus and a mark."""
    spare = week.planned - week.required
    if abs(spare) < 0.5:
        return Cell("0")
    return Cell(f"▼{tr.number(spare, 0)}", "bold") if spare < 0 else Cell(f"+{tr.number(spare, 0)}")


def longest(weeks: Iterable[WeekNeed]) -> float:
    """The highest interval end, at least one contact."""
    return max((week.high for week in weeks), default=1.0) or 1.0
