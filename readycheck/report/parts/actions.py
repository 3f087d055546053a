"""The plan of actions by due date, and the season's calendar that the dates stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readycheck.core.calendar import season_calendar
from readycheck.core.deadlines import PlannedAction
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Number, Paragraph, Section, Table


def actions(case: Case) -> Section:
    """What is agreed on, by due date; the calendar."""
    tr = case.tr
    agreed = [planned for planned in case.plan if planned.from_ != "checklist"]
    blocks: list[Block] = []
    if agreed:
        blocks.append(_table(case, tr("Agreed actions, by due date"), agreed))
    else:
        blocks.append(Paragraph(tr(
            "No actions have been agreed yet. The appendix lists what the checklists suggest doing first."
        )))
    calendar = Section("calendar", tr("The season's calendar"), (_calendar(case),))
    return Section("actions", tr("Plan of actions"), tuple(blocks), (calendar,))


def _table(case: Case, caption: str, plan: Sequence[PlannedAction]) -> Table:
    tr = case.tr
    columns = (tr("Action"), tr("Owner"), tr("Due"), tr("Days left"), tr("Where it stands"))
    return Table(caption, columns, tuple(_row(case, planned) for planned in plan))


def _row(case: Case, planned: PlannedAction) -> tuple[Cell, ...]:
    action = planned.action
    owner = action.owner.strip() or "–"
    due, days = case.figures.day(action.due), _days_left(case, planned)
    return case.words(planned.title), owner, due, days, standing(case, planned)


def _days_left(case: Case, planned: PlannedAction) -> Number:
    """Days to its date; once the season is over, thousands of days below zero tell nothing."""
    found = case.figures.days(planned.days_left if planned.action.due else None)
    if found.value is None or case.today <= case.audit.season.ends:
        return found
    return replace(found, text=case.tr("season over"))


def standing(case: Case, planned: PlannedAction) -> str:
    """Late or overdue, with the fallback; else whether it is begun; and since when it has been promised."""
    tr, said = case.tr, []
    if planned.overdue:
        said.append(tr("Overdue."))
    if planned.late:
        said.append(tr("Not ready before the first peak."))
        if planned.action.fallback.strip():
            said.append(tr("Instead: {fallback}", fallback=planned.action.fallback.strip()))
    if not said:
        said.append(tr("In progress") if planned.action.status == "doing" else tr("Not started"))
    told, first = " ".join(said), planned.action.first_promised
    if first is None:
        return told
    return f"{told.removesuffix('.')}. {tr('First promised for season {year}.', year=str(first))}"


def _calendar(case: Case) -> Table:
    tr = case.tr
    rows = tuple(
        (case.capital(entry.name), tr.weekday(entry.day.weekday()), case.figures.day(entry.day))
        for entry in season_calendar(case.audit.season, case.audit.shop.country)
    )
    return Table(tr("Days that matter to customers"), (tr("Day"), tr("Weekday"), tr("Date")), rows)
