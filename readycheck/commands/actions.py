"""`readycheck actions`: what to do by when, on paper and as a calendar; ticked off, taken over, done otherwise."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from readycheck.commands.action_changes import changed, last_seasons, offer_counted, offer_facts, offers_told
from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import PlannedAction
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.report.calendar_file import actions_ics, in_calendar
from readycheck.report.case import Case
from readycheck.storage.action_edits import fallback_action
from readycheck.storage.files import saved_at

REMEDIES_SHOWN = 10


def run(arguments: Namespace, desk: Desk) -> int:
    """Change what is asked for, then print the plan; with `--ics` write it as a calendar too."""
    season = changed(Season.open(desk, arguments.shop), arguments)
    case = season.case()
    if arguments.ics:
        _write_calendar(season, case, arguments.ics)
    if desk.json:
        desk.facts({"shop": season.shop, "season": season.audit.season.year,
                    "actions": [_facts(case, planned) for planned in case.plan],
                    "offered": [offer_facts(offer) for offer in last_seasons(season)]})
        return DONE
    if arguments.carry == []:
        desk.write(season.title, "", *offers_told(season, arguments.shop))
        return DONE
    desk.write(season.title, "", *_told(case, season.desk.columns))
    if told := list(offer_counted(season, arguments.shop)):
        desk.write("", *told)
    if arguments.ics:
        desk.write("", desk.tr("The calendar is here: {path}", path=arguments.ics))
    return DONE


def _write_calendar(season: Season, case: Case, target: str) -> None:
    path = output_path(target, (".ics",))
    if not in_calendar(case.plan, case.audit):
        raise wrong(say("no action that has been agreed has a date: a calendar would be empty."))
    write_file(path, actions_ics(case.plan, case.audit, case.tr, case.today, saved_at(season.file.path)))


def _told(case: Case, room: int) -> Iterator[str]:
    tr = case.tr
    agreed = [planned for planned in case.plan if planned.agreed]
    remedies = [planned for planned in case.plan if not planned.agreed]
    yield tr("First peak: {day}.", day=first_peak(case.audit.season))
    yield ""
    yield tr("Agreed actions, by due date") if agreed else tr("No actions have been agreed yet.")
    for planned in agreed:
        yield from _action(case, planned, room)
    yield from _instead_hint(case, agreed, room)
    if remedies:
        yield ""
        yield tr("Not taken up yet, the most important first:")
        for planned in remedies[:REMEDIES_SHOWN]:
            yield from wrapped(f"- {case.words(planned.title)}", room, "  ", "    ")
        if len(remedies) > REMEDIES_SHOWN:
            yield "  " + tr.plural("and one more", "and {n} more", len(remedies) - REMEDIES_SHOWN)


def _instead_hint(case: Case, agreed: Sequence[PlannedAction], room: int) -> Iterator[str]:
    """How what is done instead gets on the list, where there is such a thing that is not there yet."""
    late = [planned.action for planned in agreed if planned.late and planned.action.fallback.strip()]
    if first := next((action for action in late if fallback_action(case.audit.actions, action) is None), None):
        yield ""
        yield from wrapped(case.tr("To put on the list what is done instead: --instead {id}", id=first.id), room)


def _action(case: Case, planned: PlannedAction, room: int) -> Iterator[str]:
    """A line to act on; under it what is amiss."""
    tr, action = case.tr, planned.action
    due = case.figures.day(action.due).text
    owner = f" – {action.owner.strip()}" if action.owner.strip() else ""
    yield from wrapped(f"{due:>12}  {case.words(planned.title)}{owner} [{action.id}]", room, "", " " * 14)
    if said := list(_amiss(case, planned)):
        yield from wrapped("! " + " ".join(said), room, " " * 14, " " * 16)
    if action.first_promised is not None:
        yield from wrapped(tr("First promised for season {year}.", year=str(action.first_promised)), room, " " * 14)


def _amiss(case: Case, planned: PlannedAction) -> Iterator[str]:
    """Past its day, too late before the peak; and what is done instead."""
    tr, action = case.tr, planned.action
    if planned.overdue:
        yield tr("Overdue.")
    if planned.late:
        yield tr("Not ready before the first peak.")
        if action.fallback.strip():
            yield tr("Instead: {fallback}", fallback=action.fallback.strip())


def _facts(case: Case, planned: PlannedAction) -> dict[str, Any]:
    action = planned.action
    return {
        "id": action.id, "title": case.words(planned.title), "from": planned.from_, "owner": action.owner,
        "due": action.due, "lead_days": action.lead_days, "status": action.status, "question": action.question,
        "ready_by": planned.ready_by, "days_left": planned.days_left, "late": planned.late,
        "overdue": planned.overdue, "fallback": action.fallback,
        "first_promised": action.first_promised,
    }
