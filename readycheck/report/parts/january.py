"""January staffing: contacts lag the sales; hours needed against hours planned, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from readycheck.core.calendar import january_window, monday_of
from readycheck.core.forecast.contacts import january_contacts
from readycheck.core.staffing.months import weeks_or_months
from readycheck.core.staffing.results import WeekNeed
from readycheck.report.case import Case
from readycheck.report.charts.weeks import WeekBar, Weeks, tops
from readycheck.report.model import Block, Cell, Chart, KeyFigure, KeyFigures, Missing, Paragraph, Section, Table
from readycheck.report.parts.advice import shortage
from readycheck.report.parts.january_lag import lag_chart
from readycheck.report.parts.what_if import what_if
from readycheck.report.periods import period_name


def january(case: Case) -> Section:
    """The score, what the plan leads to, the picture and the weeks."""
    tr, found = case.tr, case.scores.january
    blocks: list[Block] = [
        Paragraph(tr("Contacts come after the sales: are there enough people for about a month after the peaks?"))
    ]
    if found.score is None:
        remedy = tr("What is not imported can be typed in the app, on the January page.")
        blocks.append(Missing(tuple(case.sentence(missing) for missing in found.missing), remedy))
    if found.weeks:
        blocks += [_figures(case), *_outcome(case), *_by_week(case), *_lag(case), *_notes(case), *what_if(case)]
    return Section("january", case.title("coverage/january"), tuple(blocks))


def _has_plan(case: Case) -> bool:
    return case.audit.plan.hours is not None


def _figures(case: Case) -> KeyFigures:
    tr, found, figures = case.tr, case.scores.january, case.figures
    required = sum(week.required for week in found.weeks)
    planned = sum(week.planned for week in found.weeks) if _has_plan(case) else None
    window = tr("27 December – 31 January")
    contacts, low, high = january_contacts(found)
    between = tr("8 cases of 10: {low}–{high}", low=figures.contacts(low).text, high=figures.contacts(high).text)
    shown = [
        KeyFigure(tr("January staffing"), figures.score(found.score), window),
        KeyFigure(tr("Before that"), figures.score(found.before), tr("to 26 December")),
        KeyFigure(tr("Contacts expected"), figures.contacts(contacts), between),
        KeyFigure(tr("Agent-hours needed"), figures.hours(required), window),
        KeyFigure(tr("Agent-hours planned"), figures.hours(planned), window),
    ]
    if found.ratio is not None:
        of = tr("of the busiest week's contacts a day")
        shown.append(KeyFigure(tr("January to peak"), figures.share(found.ratio), of))
    return KeyFigures(tr("January staffing"), tuple(shown))


def _outcome(case: Case) -> list[Block]:
    """What the plan leads to, in a sentence or two."""
    outcome, tr = case.scores.january.outcome, case.tr
    if outcome is None:
        return []
    sentences = [_backlog(case, outcome.backlog_peak, outcome.backlog_peak_on, outcome.backlog_cleared_on)]
    if outcome.answered_in_time is not None:
        sentences.insert(0, tr(
            "With the planned hours, {answered} of chats and calls are answered in time and {gone} give up.",
            answered=tr.percent(outcome.answered_in_time), gone=tr.percent(outcome.abandoned),
        ))
    return [Paragraph(" ".join(sentences), "lead")]


def _backlog(case: Case, peak: float, on: date | None, cleared: date | None) -> str:
    hours = case.figures.hours(peak).text
    if on is None:
        return case.tr("No backlog builds up.")
    if cleared is None:
        return case.tr(
            "The backlog peaks on {day} at {hours} agent-hours and is not cleared by the end of January.",
            day=on, hours=hours,
        )
    return case.tr(
        "The backlog peaks on {day} at {hours} agent-hours and is cleared on {cleared}.",
        day=on, hours=hours, cleared=cleared,
    )


def _lag(case: Case) -> list[Block]:
    kernel = case.scores.january.kernel
    return [lag_chart(case, kernel)] if kernel is not None and kernel.rate > 0 else []


def _by_week(case: Case) -> list[Block]:
    """The picture and its table."""
    tr = case.tr
    rows = weeks_or_months(case.scores.january, case.audit.season)
    bars = tuple(_bar(case, row) for row in rows)
    contacts, hours, backlog = (tuple(tr.number(tick, _decimals(axis)) for tick in axis) for axis in tops(bars))
    picture = Weeks(
        bars, tr("contacts expected"), tr("8 cases of 10 fall in this band"), tr("agent-hours needed"),
        tr("in 8 cases of 10"), tr("agent-hours planned"), tr("short of the need"),
        tr("backlog at the end, agent-hours"), (contacts, hours, backlog),
    )
    by_month = rows != case.scores.january.weeks
    title = tr("January by month") if by_month else tr("January week by week")
    head = tr("Month") if by_month else tr("Week")
    return [
        Chart("january-weeks", title, _in_words(case, rows), picture, _interval(case, head, rows)),
        _table(case, title, head, rows),
    ]


def _interval(case: Case, head: str, rows: Sequence[WeekNeed]) -> Table:
    """The hours that few and many contacts would require: in the picture, but not in the table under it."""
    tr, figures = case.tr, case.figures
    columns = (head, tr("Needed"), tr("needed at least"), tr("needed at most"))
    cells = tuple(
        (_about(case, row), figures.hours(row.required), figures.hours(row.required_low),
         figures.hours(row.required_high)) for row in rows
    )
    return Table(tr("Agent-hours needed in 8 cases of 10"), columns, cells)


def _in_words(case: Case, rows: Sequence[WeekNeed]) -> str:
    worst = max(rows, key=shortage)
    if not _has_plan(case):
        return case.tr("These are the hours needed; none are planned yet.")
    if not shortage(worst):
        return case.tr("The planned hours cover the need all through.")
    return case.tr(
        "The shortage is largest in {name}: {required} agent-hours needed, {planned} planned.",
        name=period_name(worst.week, case.tr),
        required=case.figures.hours(worst.required).text, planned=case.figures.hours(worst.planned).text,
    )


def _decimals(axis: Sequence[float]) -> int:
    return 0 if all(tick == int(tick) for tick in axis) else 1


def _about(case: Case, row: WeekNeed) -> str:
    return f"{period_name(row.week, case.tr)}, {_dates(case, row)}"


def _dates(case: Case, row: WeekNeed) -> str:
    """The days of a week or a month that lie in the January window."""
    first, last = january_window(case.audit.season)
    if "W" in row.week:
        monday = monday_of(row.week)
        first, last = max(first, monday), min(last, monday + timedelta(days=6))
    elif row.week.endswith("-12"):
        last = date(first.year, 12, 31)
    else:
        first = date(last.year, 1, 1)
    days = dict.fromkeys((case.figures.short_day(first), case.figures.short_day(last)))
    return "–".join(days)


def _bar(case: Case, row: WeekNeed) -> WeekBar:
    """Without a plan there is neither a stroke for it nor a backlog."""
    figures, has_plan = case.figures, _has_plan(case)
    return WeekBar(
        period_name(row.week, case.tr), _dates(case, row), row.contacts, row.low, row.high,
        row.required, row.required_low, row.required_high, row.planned if has_plan else None,
        row.backlog if has_plan else 0.0,
        figures.contacts(row.contacts).text, figures.hours(row.required).text,
        figures.hours(row.backlog if has_plan else None).text,
    )


def _table(case: Case, title: str, head: str, rows: Sequence[WeekNeed]) -> Table:
    tr = case.tr
    columns = (
        head, tr("Contacts"), tr("at least"), tr("at most"), tr("Needed"), tr("Planned"), tr("Short"),
        tr("Mere presence"), tr("Backlog"),
    )
    return Table(title, columns, tuple(_row(case, row) for row in rows))


def _row(case: Case, row: WeekNeed) -> tuple[Cell, ...]:
    figures, has_plan = case.figures, _has_plan(case)
    return (
        _about(case, row), figures.contacts(row.contacts), figures.contacts(row.low),
        figures.contacts(row.high), figures.hours(row.required), figures.hours(row.planned if has_plan else None),
        figures.hours(shortage(row) if has_plan else None), figures.hours(row.presence),
        figures.hours(row.backlog if has_plan else None),
    )


def _notes(case: Case) -> list[Block]:
    """What the figures stand on, and what of the need is mere presence."""
    tr, found = case.tr, case.scores.january
    presence = sum(week.presence for week in found.weeks)
    notes = [tr(
        "All hours here are agent-hours, breaks and absences included. {hours} of the hours needed in January are mere "
        "presence: what being open takes beyond the work itself.", hours=case.figures.hours(presence).text,
    )]
    notes += [case.sentence(note) for note in found.notes]
    return [Paragraph(" ".join(notes), "note")]
