"""Opening-hours coverage: the week's demand with the opening hours drawn on it."""

from __future__ import annotations

from readycheck.core.hours.opening import demand_grid, demand_kind
from readycheck.core.hours.week import WEEKDAYS, union
from readycheck.core.names import channel_name
from readycheck.core.profile import Grid
from readycheck.report.case import EXTRA_HOURS, Case
from readycheck.report.charts.heatmap import HeatMap
from readycheck.report.model import Block, Chart, KeyFigure, KeyFigures, Missing, Paragraph, Section, Table

Opened = tuple[tuple[tuple[int, int], ...], ...]


def opening_hours(case: Case) -> Section:
    """Coverage, evenings, weekends and channels; the heat map; where the next hours should go."""
    hours, tr = case.scores.hours, case.tr
    blocks: list[Block] = [
        Paragraph(tr("How much of the customers' demand comes while somebody is there to answer at once."))
    ]
    if hours.score is None:
        remedy = tr("Import orders with readycheck import orders; type the hours in the app or with readycheck set.")
        blocks.append(Missing(tuple(case.sentence(missing) for missing in hours.missing), remedy))
    else:
        blocks += [_figures(case), _channels(case)]
    grid = demand_grid(case.audit, demand_kind(case.audit))
    if grid is not None:
        blocks.append(_heat_map(case, grid))
    if hours.score is not None:
        blocks += _suggestion(case)
    return Section("opening-hours", case.title("coverage/opening_hours"), tuple(blocks))


def _figures(case: Case) -> KeyFigures:
    hours, tr, figures = case.scores.hours, case.tr, case.figures
    of = tr("of the orders") if hours.demand == "orders" else tr("of the contacts")
    other = tr("By the contacts") if hours.demand == "orders" else tr("By the orders")
    shown = [
        KeyFigure(tr("Coverage"), figures.score(hours.score), of),
        KeyFigure(tr("Weekday evenings"), figures.score(hours.evenings), "16–22"),
        KeyFigure(tr("Weekends"), figures.score(hours.weekends), ""),
        KeyFigure(tr("Public holidays"), figures.score(hours.holidays), ""),
    ]
    if hours.other is not None:
        shown.append(KeyFigure(other, figures.score(hours.other), tr("the same coverage")))
    return KeyFigures(tr("Opening-hours coverage"), tuple(shown))


def _channels(case: Case) -> Table:
    tr, hours = case.tr, case.scores.hours
    rows = [
        (tr(channel_name(name)), case.figures.score(score), _live(case, name)) for name, score in hours.channels.items()
    ]
    rows.append((tr("Any channel open"), case.figures.score(hours.any_channel), "–"))
    columns = (tr("Channel"), tr("Coverage"), tr("Answers at once"))
    return Table(tr("Coverage of each channel alone"), columns, tuple(rows))


def _live(case: Case, channel: str) -> str:
    return case.tr("yes") if case.audit.hours[channel].live else case.tr("no")


def _heat_map(case: Case, grid: Grid) -> Chart:
    tr, kind = case.tr, demand_kind(case.audit)
    total = sum(map(sum, grid))
    opened = open_spans(case)
    title = tr("Orders by weekday and hour") if kind == "orders" else tr("Contacts by weekday and hour")
    weekdays = tuple(tr.weekday(day) for day in range(7))
    heat = HeatMap(
        weekdays, grid, _tooltips(case, grid, weekdays), opened,
        tuple(tr.percent(sum(row) / total) for row in grid), tr("of the week"),
        tr("less"), tr("more"), tr("open: chat, phone or another live channel"),
    )
    table = _table(case, grid, weekdays, kind == "orders")
    return Chart("heat-map", title, _in_words(case, grid, opened), heat, table)


def open_spans(case: Case) -> Opened:
    """Each weekday's spans (minutes) while at least one live channel is staffed; holidays apart."""
    live = [hours for hours in case.audit.hours.values() if hours.live]
    return tuple(
        tuple((span.start, span.end) for span in union(s for hours in live for s in hours.on_weekday(day)))
        for day in range(len(WEEKDAYS))
    )


def _tooltips(case: Case, grid: Grid, weekdays: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    def tooltip(day: int, hour: int) -> str:
        return f"{weekdays[day]} {hour:02d}–{hour + 1:02d}: {case.tr.number(grid[day][hour], 0)}"

    return tuple(tuple(tooltip(day, hour) for hour in range(24)) for day in range(7))


def _in_words(case: Case, grid: Grid, opened: Opened) -> str:
    _, day, hour = max((count, -day, -hour) for day, row in enumerate(grid) for hour, count in enumerate(row))
    busiest = case.tr(
        "The busiest hour of the week is {weekday} {start}–{end}.",
        weekday=case.tr.weekday(-day), start=f"{-hour:02d}", end=f"{1 - hour:02d}",
    )
    if not any(opened):
        return busiest + " " + case.tr("No live channel has opening hours.")
    spans = "; ".join(
        f"{case.tr.weekday(weekday)} " + ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in spans)
        for weekday, spans in enumerate(opened) if spans
    )
    return busiest + " " + case.tr("Open: {spans}.", spans=spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _table(case: Case, grid: Grid, weekdays: tuple[str, ...], orders: bool) -> Table:
    number = case.figures.orders if orders else case.figures.contacts
    return Table(
        case.tr("The picture's figures"), (case.tr("Weekday"), *(f"{hour:02d}" for hour in range(24))),
        tuple((weekdays[day], *(number(count) for count in row)) for day, row in enumerate(grid)),
    )


def _suggestion(case: Case) -> list[Block]:
    """Where the next hours should go, and which open ones serve least."""
    tr = case.tr
    suggestion = case.suggested
    if not suggestion.runs:
        return []
    rows = tuple(
        (tr.weekday(weekday), f"{start:02d}:00–{end:02d}:00", case.figures.hours(end - start))
        for weekday, start, end in suggestion.runs
    )
    after = tr(
        "With these hours coverage goes from {before} to {after}. Each stretch is at least two hours long or touches "
        "hours that are open already.",
        before=tr.number(suggestion.coverage_before), after=tr.number(suggestion.coverage_after),
    )
    caption = tr.plural("Where one more hour a week serves most", "Where {n} more hours a week serve most", EXTRA_HOURS)
    return [Table(caption, (tr("Weekday"), tr("Time"), tr("Extra hours")), rows), Paragraph(after, "note")]
