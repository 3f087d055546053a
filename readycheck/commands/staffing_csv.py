"""The need hour by hour as a CSV file for a rota tool or a spreadsheet (RFC 4180, UTF-8, a decimal point)."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.staffing_missing import with_keys
from readycheck.commands.staffing_trial import Trial
from readycheck.core.forecast.season import season_forecast
from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import in_a_row, say
from readycheck.core.staffing.hourly_need import NeedRow, hourly_need
from readycheck.errors import wrong
from readycheck.report.csv_file import Value, field

COLUMNS = ("date", "weekday", "start", "end", "kind", "channels", "contacts", "erlangs", "agents", "agent_hours")
BETWEEN_CHANNELS = "+"
STANDARD_OUTPUT = "-"


def write_need(season: Season, trial: Trial | None, target: str) -> None:
    """To the file, or to standard output for "-"; ReadycheckError where nothing is known to be needed."""
    desk, audit = season.desk, season.audit if trial is None else trial.audit
    path = None if target == STANDARD_OUTPUT else output_path(target, (".csv",))
    rows = hourly_need(audit)
    if not rows:
        missing = in_a_row(with_keys(season_forecast(audit).missing))
        raise wrong(say("there is no need to write: {missing}.", missing=missing), key="--csv")
    if path is None:
        desk.raw(csv_of(rows))
        return
    write_file(path, csv_of(rows).encode())
    desk.write(desk.tr("The need hour by hour is here: {path}", path=str(path)))


def csv_of(rows: Iterable[NeedRow]) -> str:
    """The whole table with its header row."""
    return "".join(",".join(map(field, row)) + "\r\n" for row in (COLUMNS, *map(_cells, rows)))


def _cells(row: NeedRow) -> tuple[Value, ...]:
    """What can wait binds no agents to a time: its workload is in its agent-hours."""
    live = row.kind == "live"
    return (
        row.day.isoformat(), WEEKDAYS[row.day.weekday()], _clock(row.start), _clock(row.end), row.kind,
        BETWEEN_CHANNELS.join(row.channels), row.contacts, row.load if live else None, row.agents if live else None,
        row.hours,
    )


def _clock(minutes: int) -> str:
    """HH:MM; the day ends at 24:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
