"""The words around January's weeks and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich.cells import cell_len

from readycheck.core.message import Message, placed, say
from readycheck.core.profile import Demand
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, PlanOutcome, WeekNeed
from readycheck.core.years.comparison import ForecastGrade
from readycheck.i18n import Translator
from readycheck.report.charts.lag_words import lag_caption
from readycheck.report.figures import Figures
from readycheck.report.periods import period_name
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.bars import interval_bar
from readycheck.tui.widgets.quick_table import BAR as BAR_STYLE
from readycheck.tui.widgets.rows import Cell, Column

HERE = {
    "at_channel": say(" – press {key}", key=key_of("january.add", "a")),
    "at_share": say(" – Tab, {key}", key=key_of("january.change", "e")),
    "at_rate": say(" – Tab, {key}", key=key_of("january.change", "e")),
    "at_orders": say(" – press {key}", key=key_of("january.orders", "o")),
    "at_hours": say(" – press {key}", key=key_of("january.hours", "h")),
}
"""The keys by which each thing that is missing is typed here; Tab leads to the list of settings."""

MOST = 0.5
"""From this share of the need on, mere presence is told."""

LEAST_BAR = 8
"""A shorter bar tells nothing."""


def outcome_text(found: JanuaryStaffing, tr: Translator, *, imported: bool = True) -> str:
    """What the plan leads to, and whether all of it is `imported` or a person's word; or what is missing."""
    if found.missing:
        return missing_text([placed(each, HERE) for each in found.missing], tr)
    if found.outcome is None:
        return tr(say("Nothing is required in January."))
    ratio = say("Contacts a day in January: {share:.0%} of the peak's.", share=found.ratio) if found.ratio else ""
    told = "" if imported else say("From typed numbers, not tried on a past season.")
    return " ".join(filter(None, (_backlog(found.outcome, tr), tr(ratio), _presence(found, tr), tr(told))))


def missing_text(missing: Sequence[Message], tr: Translator) -> str:
    """One thing at a time, and whole: the next is told once it is there."""
    if len(missing) == 1:
        return tr(say("Missing: {missing}.", missing=missing[0]))
    return tr(say("Missing, 1 of {n}: {missing}.", n=len(missing), missing=missing[0]))


def _presence(found: JanuaryStaffing, tr: Translator) -> str:
    """Why so few contacts take so many hours, where it is the being open that does."""
    presence, required = (sum(getattr(week, name) for week in found.weeks) for name in ("presence", "required"))
    if presence < MOST * required:
        return ""
    return tr(say("{hours} h of the need is presence: being open while nobody asks.", hours=tr.number(presence, 0)))


def _backlog(outcome: PlanOutcome, tr: Translator) -> str:
    if outcome.backlog_peak_on is None:
        return tr(say("No backlog builds up."))
    figures = Figures(tr)
    peak, on, cleared = tr.number(outcome.backlog_peak, 0), outcome.backlog_peak_on, outcome.backlog_cleared_on
    if cleared is None:
        return tr(say("The backlog peaks on {day} at {hours} h and is not cleared in January.",
                      day=figures.short_day(on), hours=peak))
    return tr(say("The backlog peaks on {day} at {hours} h and is cleared on {cleared}.",
                  day=figures.short_day(on), hours=peak, cleared=figures.short_day(cleared)))


def lag_note(found: JanuaryStaffing, demand: Demand, tr: Translator) -> str:
    """What the lag is and where it comes from, in a line."""
    return "" if found.kernel is None else lag_caption(found.kernel, demand, tr)


def grade_text(grade: ForecastGrade, tr: Translator) -> str:
    """How last year's forecast went, in a line."""
    facts = {
        "forecast": tr.number(grade.forecast, 0), "low": tr.number(grade.low, 0), "high": tr.number(grade.high, 0),
        "came": tr.number(grade.outcome, 0),
    }
    if grade.held:
        return tr(say("Last January: {forecast} forecast ({low}–{high}), {came} came: the interval held.", **facts))
    return tr(say("Last January: {forecast} forecast ({low}–{high}), {came} came: outside the interval.", **facts))


def week_columns(
    tr: Translator, *, trial: bool, month: int, divided: bool, contacts: int = 0
) -> list[Column]:
    """The heads of the table of weeks; `trial` adds the saved difference, `divided` room for "52 1/2".

    `month` characters are the longest name of a month (0: weeks), `contacts` the longest of the contacts with their
    interval.
    """
    first = Column(tr(say("month")) if month else tr(say("wk")), month or (6 if divided else 3))
    saved = [_figure(tr(say("saved ±")))] if trial else []
    return [first, Column("", least=1), *_figures(tr, contacts), *saved, _figure(tr(say("backlog")))]


def day_columns(tr: Translator, *, contacts: int) -> list[Column]:
    """The heads of the table of days: no bars, as hours given to a day itself stand apart."""
    return [Column(tr(say("day")), least=10), *_figures(tr, contacts), _figure(tr(say("extra h"))),
            _figure(tr(say("backlog")))]


def contacts_text(need: WeekNeed | DayNeed, tr: Translator) -> str:
    """ "360 (242–536)"."""
    return f"{tr.number(need.contacts, 0)} ({tr.number(need.low, 0)}–{tr.number(need.high, 0)})"


def _figures(tr: Translator, contacts: int) -> list[Column]:
    head = tr(say("contacts (8 in 10)"))
    hours = (say("need h"), say("plan h"), say("± h"))
    return [Column(head, max(contacts, cell_len(head)), right=True), *(_figure(tr(each)) for each in hours)]


def _figure(title: str) -> Column:
    return Column(title, max(7, cell_len(title)), right=True)


def week_row(
    week: WeekNeed, saved: WeekNeed | None, tr: Translator, *, most: float, bar: int, planned: bool,
    saved_planned: bool = False, part: str = "",
) -> list[str | Cell]:
    """One week, a `part` of it such as " 1/2", or a month; `most` contacts fill the `bar` characters."""
    name = period_name(week.week, tr) if "W" not in week.week else week.week.partition("-W")[2].lstrip("0")
    ends = (week.low / most, week.contacts / most, week.high / most)
    beside = [] if saved is None else [_difference(saved, tr) if saved_planned else "–"]
    return [
        name + part, Cell(interval_bar(*ends, bar) if bar >= LEAST_BAR else "", BAR_STYLE),
        *_amounts(week, tr, planned=planned),
        *beside, _backlog_of(week, tr, planned=planned),
    ]


def day_row(day: DayNeed, extra: float | None, tr: Translator, *, planned: bool) -> list[str | Cell]:
    """One day; `extra` are the agent-hours that are given to it alone."""
    return [
        day_name(day.day, tr), *_amounts(day, tr, planned=planned), tr.number(extra) if extra is not None else "",
        _backlog_of(day, tr, planned=planned),
    ]


def day_name(day: date, tr: Translator) -> str:
    """ "Mon 4 Jan"."""
    return f"{tr.weekday(day.weekday())} {Figures(tr).short_day(day)}"


def _amounts(need: WeekNeed | DayNeed, tr: Translator, *, planned: bool) -> list[str | Cell]:
    hours: list[str | Cell] = [tr.number(need.planned), _difference(need, tr)] if planned else ["–", "–"]
    return [contacts_text(need, tr), tr.number(need.required), *hours]


def _backlog_of(need: WeekNeed | DayNeed, tr: Translator, *, planned: bool) -> str:
    return tr.number(need.backlog, 0) if planned else "–"


def _difference(need: WeekNeed | DayNeed, tr: Translator) -> Cell:
    """Hours to spare with a plus, hours short with a minus and a mark."""
    spare = need.planned - need.required
    if abs(spare) < 0.5:
        return Cell("0")
    return Cell(f"▼{tr.number(spare, 0)}", "bold") if spare < 0 else Cell(f"+{tr.number(spare, 0)}")


def longest(needs: Iterable[WeekNeed | DayNeed]) -> float:
    """The highest interval end, at least one contact."""
    return max((need.high for need in needs), default=1.0) or 1.0
