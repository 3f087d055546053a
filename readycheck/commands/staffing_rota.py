"""`staffing --suggest`: on which days of January more agent-hours would do most good, and putting them there."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from readycheck.commands.season import Season
from readycheck.commands.staffing_missing import with_keys
from readycheck.commands.staffing_trial import Trial
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import in_a_row
from readycheck.core.staffing.rota import RotaDay, RotaSuggestion, suggest_rota
from readycheck.report.figures import Figures
from readycheck.storage.rota_edits import with_rota


def suggest(season: Season, trial: Trial | None, budget: int, min_shift: int, arguments: Namespace) -> None:
    """Print the days that get hours and what they change; with `--take` the plan gets them."""
    desk = season.desk
    found = suggest_rota(season.audit if trial is None else trial.audit, budget, min_shift)
    taken = _take(season, found) if arguments.take else ()
    if desk.json:
        desk.facts(_facts(season, trial, found, taken))
        return
    desk.write(season.title, "", *_told(season, trial, found, budget))
    if found.days:
        desk.write("", *(_written(season, taken) if arguments.take else _to_take(season, trial)))


def _take(season: Season, found: RotaSuggestion) -> tuple[tuple[str, float], ...]:
    """Save the hours; each date with what it now has of extra hours."""
    if not found.days:
        return ()
    saved = season.desk.save(season.file, with_rota(season.file.document, found))
    days = (day.day.isoformat() for day in found.days)
    return tuple((day, saved.audit.plan.extra[day]) for day in days)


def _told(season: Season, trial: Trial | None, found: RotaSuggestion, budget: int) -> Iterator[str]:
    tr, room = season.desk.tr, season.desk.columns
    if trial is not None:
        yield from wrapped(tr("What if {changes} (nothing is saved):", changes=trial.title), room, "  ")
        yield ""
    if not found.days:
        yield from wrapped(_none(season, found), room, "  ")
        return
    given = sum(day.hours for day in found.days)
    yield from wrapped(tr.plural(
        "{n} agent-hour more in January, on the days where it does most good:",
        "{n} agent-hours more in January, on the days where they do most good:", given,
    ), room, "  ")
    yield ""
    columns = (tr("Day"), tr("More h"), tr("Needed h"), tr("Planned h"))
    yield from table(columns, [_row(season, day) for day in found.days], room)
    yield ""
    yield from wrapped(_gain(season, found), room, "  ")
    if given < budget:
        yield from wrapped(tr("More than these {given} hours would help nobody in January.", given=given), room, "  ")


def _gain(season: Season, found: RotaSuggestion) -> str:
    """What the hours bring; a backlog only where one builds up."""
    tr, figures = season.desk.tr, Figures(season.desk.tr)
    told = tr(
        "They cover {gained} agent-hours that the plan lacks. January staffing goes from {before} to {after}.",
        gained=figures.hours(found.gained).text, before=figures.score(found.score_before).text,
        after=figures.score(found.score_after).text,
    )
    if not found.backlog_before and not found.backlog_after:
        return told
    return f"{told} " + tr(
        "The backlog at its largest goes from {queue} to {rest} agent-hours.",
        queue=figures.hours(found.backlog_before).text, rest=figures.hours(found.backlog_after).text,
    )


def _none(season: Season, found: RotaSuggestion) -> str:
    tr = season.desk.tr
    if found.missing:
        return tr("There is nothing to suggest hours from: {missing}.", missing=in_a_row(with_keys(found.missing)))
    return tr("The plan covers the need of every day in January: no more hours are needed.")


def _row(season: Season, day: RotaDay) -> tuple[Any, ...]:
    tr, figures = season.desk.tr, Figures(season.desk.tr)
    more = figures.hours(day.hours)
    return (
        f"{tr.weekday(day.day.weekday())} {tr.date(day.day)}", type(more)(more.value, f"+{more.text}", more.unit),
        figures.hours(day.required), figures.hours(day.planned),
    )


def _to_take(season: Season, trial: Trial | None) -> Iterable[str]:
    if trial is not None:
        return ()
    return wrapped(season.desk.tr("To put them into the plan, say the same with --take."), season.desk.columns, "  ")


def _written(season: Season, taken: tuple[tuple[str, float], ...]) -> Iterator[str]:
    yield "  " + season.desk.tr("Saved into the plan, on top of its weekly hours:")
    for day, hours in taken:
        yield f"    plan.extra.{day} = {hours:g}"


def _facts(
    season: Season, trial: Trial | None, found: RotaSuggestion, taken: tuple[tuple[str, float], ...]
) -> dict[str, Any]:
    return {
        "shop": season.shop, "season": season.audit.season.year,
        "changes": [] if trial is None else list(trial.changes),
        "days": [_day(day) for day in found.days], "gained": found.gained,
        "score": {"before": found.score_before, "after": found.score_after},
        "backlog": {"before": found.backlog_before, "after": found.backlog_after},
        "lacking": [_day(day) for day in found.lacking], "missing": [str(missing) for missing in found.missing],
        "taken": dict(taken),
    }


def _day(day: RotaDay) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(), "weekday": WEEKDAYS[day.day.weekday()], "hours": day.hours,
        "required": day.required, "planned": day.planned,
    }
