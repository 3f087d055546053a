"""Last season's January forecast against what came: error, interval, what drifted, and what is learned (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, iso_week, january_window
from readycheck.core.forecast.contacts import LEAST_DRIFT, Z_90, Spread, learned_drift, total
from readycheck.core.forecast.drift_factors import drift_factors
from readycheck.core.forecast.season import SeasonForecast, season_forecast
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.profile import ContactProfile, by_day
from readycheck.core.staffing.months import FEW_CONTACTS_A_WEEK
from readycheck.core.years.comparison import ForecastGrade, WeekGrade

WINDOW_WEEKS = 36 / 7
"""27 December – 31 January."""
MOST_DRIFT = 3.0
"""What `plan.drift` can hold: e³ is twenty times the contacts, or a twentieth."""


def grade_forecast(before: Audit, after: Audit) -> ForecastGrade | None:
    """The January forecast of season N, as its audit `before` stands, held against what came.

    What came in season N is in the profile of `after`, the audit of season N + 1 (DOMAIN §2). None where that cannot
    be told: `why_not_graded` says why. The drift learned is that of the window's total; this January weighs as one
    season against four of what was believed before it (`learned_drift` of core/forecast/contacts).
    """
    found = grade_or_why(before, after)
    return found if isinstance(found, ForecastGrade) else None


def why_not_graded(before: Audit, after: Audit) -> Message | None:
    """Why the forecast of `before` cannot be held against the contacts that `after` knows; None where it can."""
    found = grade_or_why(before, after)
    return None if isinstance(found, ForecastGrade) else found


def grade_or_why(before: Audit, after: Audit) -> ForecastGrade | Message:
    """The grade, or why there is none; the forecast is made once."""
    if after.season.year != before.season.year + 1:
        return say("the season after {season} is {next}: what came of its forecast is in that audit",
                   season=str(before.season.year), next=str(before.season.year + 1))
    found = season_forecast(before)
    if found.missing:
        return say("the audit of {season} has no January forecast ({missing})",
                   season=str(before.season.year), missing=in_a_row(found.missing))
    if after.contacts is None:
        first, last = january_window(before.season)
        return say("the contacts of {first} – {last} are not imported into the audit of {season} yet",
                   first=first, last=last, season=str(after.season.year))
    return _too_short(before, after, after.contacts) or _grade(before, after, found, by_day(after.contacts))


def telling_weeks(grade: ForecastGrade) -> tuple[WeekGrade, ...]:
    """The weeks; none where one holds under ten contacts on average: chance alone tells them apart (DOMAIN §3.4)."""
    return grade.weeks if grade.forecast / WINDOW_WEEKS >= FEW_CONTACTS_A_WEEK else ()


def _grade(before: Audit, after: Audit, found: SeasonForecast, came: Mapping[date, int]) -> ForecastGrade:
    days = tuple(days_between(*january_window(before.season)))
    forecast, outcome = total(found.contacts, days), sum(came[day] for day in days)
    low, high = found.weekly.interval(forecast)
    learned = min(MOST_DRIFT, learned_drift([(forecast, outcome)], found.drift, found.kernel.noise))
    drifted = drift_factors(before, after, found, came)
    return ForecastGrade(
        forecast, low, high, outcome,
        error=(forecast - outcome) / max(outcome, 1),  # where nothing came, of one contact
        held=low <= outcome <= high, drift=found.drift, learned_drift=learned,
        weeks=_weeks(found, came, days), factors=drifted.factors,
        steps=(
            *_forecast_steps(found.weekly, days, forecast, (low, high)), *drifted.steps,
            _learned_step(found.weekly, forecast, outcome, learned),
        ),
    )


def _too_short(before: Audit, after: Audit, contacts: ContactProfile) -> Message | None:
    first, last = january_window(before.season)
    if contacts.first > first or contacts.last < last:
        return say("the contacts in the audit of {season} ({from} – {to}) do not reach over the whole of"
                   " {first} – {last}", season=str(after.season.year), first=first, last=last,
                   **{"from": contacts.first, "to": contacts.last})
    return None


def _weeks(found: SeasonForecast, came: Mapping[date, int], days: tuple[date, ...]) -> tuple[WeekGrade, ...]:
    """The window's ISO weeks, each with its own interval."""
    weeks: dict[str, list[date]] = {}
    for day in days:
        weeks.setdefault(iso_week(day), []).append(day)
    return tuple(
        WeekGrade(week, expected, *found.weekly.interval(expected), sum(came[day] for day in members))
        for week, members in weeks.items() for expected in [total(found.contacts, members)]
    )


def _forecast_steps(
    spread: Spread, days: tuple[date, ...], forecast: float, interval: tuple[float, float]
) -> tuple[Message, ...]:
    """The forecast and its interval: √(ln(e^τ² + noise / forecast)) is the interval's spread as a logarithm."""
    if not forecast:
        return (say("Forecast for {first} – {last}: no contact.", first=days[0], last=days[-1]),)
    return (say(
        "Forecast for {first} – {last}: {forecast:.2f} contacts; × e^(±{z:.4f} × √(ln(e^({drift:g}²) + {noise:.3f} /"
        " {forecast:.2f}))) = {low:.2f} … {high:.2f}",
        first=days[0], last=days[-1], forecast=forecast, z=Z_90, drift=spread.drift, noise=spread.noise,
        low=interval[0], high=interval[1],
    ),)


def _learned_step(spread: Spread, forecast: float, outcome: int, learned: float) -> Message:
    return say(
        "Drift: at most {most:g}, √(max({least:g}², (4 × {drift:g}² + ln(({came} + ½) / ({forecast:.2f} + ½))² −"
        " {noise:.3f} / {counted:.2f}) / 5)) = {learned:.4f}",
        most=MOST_DRIFT, least=LEAST_DRIFT, drift=spread.drift, came=outcome, forecast=forecast, noise=spread.noise,
        counted=max(forecast, 1.0), learned=learned,
    )
