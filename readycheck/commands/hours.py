"""`readycheck hours --suggest`: where the next weekly opening hours should go, and which serve least."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Iterator

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.hours.suggest import Suggestion, suggest_hours, with_runs
from readycheck.core.hours.week import WEEKDAYS, ChannelHours
from readycheck.core.message import say
from readycheck.core.names import channel_name
from readycheck.errors import wrong
from readycheck.report.figures import Figures

MOST_HOURS = 7 * 24
LEAST_SHOWN = 5


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the suggestion and the command that would take it over."""
    for name, value in (("--suggest", arguments.suggest), ("--min-shift", arguments.min_shift)):
        if not 1 <= value <= MOST_HOURS:
            raise wrong(say("must be from 1 to {most} hours.", most=MOST_HOURS), key=name)
    season = Season.open(desk, arguments.shop)
    found = suggest_hours(season.audit, arguments.suggest, arguments.min_shift)
    if desk.json:
        desk.facts(_facts(season, found))
    else:
        desk.write(season.title, "", *_told(season, found, arguments.shop))
    return DONE


def _told(season: Season, found: Suggestion, reference: str) -> Iterator[str]:
    tr, room = season.desk.tr, season.desk.columns
    if found.missing:
        for missing in found.missing:
            yield from wrapped(tr("There is nothing to suggest hours from: {missing}.", missing=missing), room)
        return
    if not found.runs:
        yield tr("No closed hours would serve anybody.")
        return
    yield from wrapped(tr(
        "With these hours in “{channel}” coverage goes from {before} to {after}:", channel=channel_name(found.channel),
        before=tr.number(found.coverage_before), after=tr.number(found.coverage_after),
    ), room)
    yield ""
    rows = [(tr.weekday(day), f"{start:02d}–{end:02d}", tr("+{hours} h", hours=end - start))
            for day, start, end in found.runs]
    yield from table([], rows, room)
    yield ""
    yield tr("To take them over:")
    yield from _commands(season, found, reference)
    if found.least_useful:
        yield ""
        yield tr("The open hours that serve least, as a share of the week's demand:")
        yield from table([], _least(season, found), room)


def _least(season: Season, found: Suggestion) -> list[tuple[str, str, str]]:
    share = Figures(season.desk.tr).share
    return [
        (season.desk.tr.weekday(day), f"{hour:02d}–{hour + 1:02d}", str(share(part, 1)))
        for day, hour, part in found.least_useful[:LEAST_SHOWN]
    ]


def _commands(season: Season, found: Suggestion, reference: str) -> Iterator[str]:
    """What to type, a line a weekday: a line that is copied must be whole and name what was named."""
    hours = season.audit.hours.get(found.channel, ChannelHours())
    if not hours.live:  # hours of a channel that nobody answers at once would cover nothing
        yield _command(reference, f"hours.{found.channel}.live=true")
    week = with_runs(hours, found.runs)
    for day in sorted({day for day, _, _ in found.runs}):
        spans = ",".join(str(span) for span in week.on_weekday(day))
        yield _command(reference, f"hours.{found.channel}.{WEEKDAYS[day]}={spans}")


def _command(reference: str, assignment: str) -> str:
    return "  " + shlex.join(("readycheck", "set", reference, assignment))


def _facts(season: Season, found: Suggestion) -> dict[str, object]:
    return {
        "shop": season.shop, "season": season.audit.season.year, "channel": found.channel,
        "hours": [{"weekday": WEEKDAYS[day], "hour": hour} for day, hour in found.hours],
        "runs": [{"weekday": WEEKDAYS[day], "start": start, "end": end} for day, start, end in found.runs],
        "coverage": {"before": found.coverage_before, "after": found.coverage_after, "gained": found.gained},
        "least_useful": [
            {"weekday": WEEKDAYS[day], "hour": hour, "share": share} for day, hour, share in found.least_useful
        ],
        "missing": [str(missing) for missing in found.missing],
    }
