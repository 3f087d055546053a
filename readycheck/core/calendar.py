"""The season's calendar: peaks, ISO weeks, and the days that customers live by (DOMAIN §5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readycheck.core.audit import Season
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.message import Message, say


@dataclass(frozen=True)
class CalendarDay:
    """A day of the season that has a name."""

    day: date
    name: Message


def black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    first_thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    return first_thursday + timedelta(days=22)


def cyber_monday(year: int) -> date:
    """The Monday after Black Friday."""
    return black_friday(year) + timedelta(days=3)


def peaks(season: Season) -> tuple[date, ...]:
    """The season's peak days, in order: as given, else Black Friday and Cyber Monday."""
    return tuple(sorted(season.peaks)) or (black_friday(season.year), cyber_monday(season.year))


def first_peak(season: Season) -> date:
    """The earliest of the peaks: what must be ready is ready before this day."""
    return peaks(season)[0]


def moved_with_peak(day: date, earlier: Season, later: Season) -> date:
    """The day that lies as many days from the later season's first peak as `day` from the earlier one's."""
    return first_peak(later) + (day - first_peak(earlier))


def days_between(first: date, last: date) -> Iterator[date]:
    """Every date from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def iso_week(day: date) -> str:
    """The ISO week of a date, as 2026-W53."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(week: str) -> date:
    """The Monday of an ISO week such as 2026-W53."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def same_day_in(year: int, day: date) -> date:
    """The same month and day in another year; 29 February becomes 28."""
    last_of_february = day.month == 2 and day.day == 29
    return date(year, day.month, 28) if last_of_february else day.replace(year=year)


def source_season(season: Season) -> tuple[date, date]:
    """The first and last day of the season before: this one's own dates a year earlier (DOMAIN §2)."""
    return same_day_in(season.starts.year - 1, season.starts), same_day_in(season.ends.year - 1, season.ends)


def january_window(season: Season) -> tuple[date, date]:
    """27 December – 31 January, both included (DOMAIN §3.4)."""
    return date(season.year, 12, 27), date(season.year + 1, 1, 31)


def season_calendar(season: Season, country: str) -> tuple[CalendarDay, ...]:
    """The named days of a season in a country (ISO 3166-1), in order; the return window is the usual extended one."""
    year = season.year
    epiphany = date(year + 1, 1, 6)
    named = [
        CalendarDay(date(year, 11, 11), say("Singles' Day")),
        CalendarDay(black_friday(year), say("Black Friday")),
        CalendarDay(cyber_monday(year), say("Cyber Monday")),
        CalendarDay(date(year, 12, 24), say("Christmas Eve")),
        CalendarDay(date(year, 12, 27), say("returns and gift questions begin")),
        CalendarDay(date(year + 1, 1, 31), say("usual end of the extended return window")),
    ]
    if country == "FI":
        named.append(CalendarDay(date(year, 12, 6), say("Independence Day")))
    if epiphany in public_holidays(country, epiphany, epiphany):
        named.append(CalendarDay(epiphany, say("Epiphany")))
    own = [CalendarDay(day, say("peak day")) for day in season.peaks if day not in {n.day for n in named}]
    return tuple(sorted(named + own, key=lambda entry: entry.day))
