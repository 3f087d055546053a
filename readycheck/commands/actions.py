"""`readycheck actions`: what to do by when, on paper and as a calendar."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import PlannedAction
from readycheck.report.calendar_file import actions_ics
from readycheck.report.case import Case

REMEDIES_SHOWN = 10


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the plan; with `--ics` write it as a calendar too."""
    season = Season.open(desk, arguments.shop)
    case = season.case()
    if arguments.ics:
        data = actions_ics(case.plan, season.shop, season.audit, desk.tr, desk.today)
        write_file(output_path(arguments.ics, (".ics",)), data)
    if desk.json:
        desk.facts({"shop": season.shop, "season": season.audit.season.year,
                    "actions": [_facts(case, planned) for planned in case.plan]})
        return DONE
    desk.write(season.title, "", *_told(case, desk.columns))
    if arguments.ics:
        desk.write("", desk.tr("The calendar is here: {path}", path=arguments.ics))
    return DONE


def _told(case: Case, room: int) -> Iterator[str]:
    tr = case.tr
    agreed = [planned for planned in case.plan if planned.agreed]
    remedies = [planned for planned in case.plan if not planned.agreed]
    yield tr("First peak: {day}.", day=first_peak(case.audit.season))
    yield ""
    yield tr("Agreed actions, by due date") if agreed else tr("No actions have been agreed yet.")
    for planned in agreed:
        yield from _action(case, planned, room)
    if remedies:
        yield ""
        yield tr("Not taken up yet, the most important first:")
        for planned in remedies[:REMEDIES_SHOWN]:
            yield from wrapped(f"- {case.words(planned.title)}", room, "  ", "    ")
        if len(remedies) > REMEDIES_SHOWN:
            yield "  " + tr.plural("and one more", "and {n} more", len(remedies) - REMEDIES_SHOWN)


def _action(case: Case, planned: PlannedAction, room: int) -> Iterator[str]:
    """A line to act on; under it what is amiss."""
    tr, action = case.tr, planned.action
    due = case.figures.day(action.due).text
    owner = f" – {action.owner.strip()}" if action.owner.strip() else ""
    yield from wrapped(f"{due:>12}  {case.words(planned.title)}{owner}", room, "", " " * 14)
    said = [tr("Overdue.")] if planned.overdue else []
    if planned.late:
        said.append(tr("Not ready before the first peak."))
        if action.fallback.strip():
            said.append(tr("Instead: {fallback}", fallback=action.fallback.strip()))
    if said:
        yield from wrapped("! " + " ".join(said), room, " " * 14, " " * 16)


def _facts(case: Case, planned: PlannedAction) -> dict[str, Any]:
    action = planned.action
    return {
        "id": action.id, "title": case.words(planned.title), "from": planned.from_, "owner": action.owner,
        "due": action.due, "lead_days": action.lead_days, "status": action.status, "question": action.question,
        "ready_by": planned.ready_by, "days_left": planned.days_left, "late": planned.late,
        "overdue": planned.overdue, "fallback": action.fallback,
    }
