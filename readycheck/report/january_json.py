"""January as facts for programs: briefly beside the other scores, whole for `staffing --json`; numbers unrounded."""

from __future__ import annotations

from typing import Any

from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, Kernel, PlanOutcome, WeekNeed
from readycheck.i18n import Translator

Facts = dict[str, Any]


def january_score(january: JanuaryStaffing) -> Facts:
    """January as `score --json` has it (INTERFACE.md)."""
    return {
        "score": january.score, "before": january.before,
        "weeks": [_week(week) for week in january.weeks],
        "before_weeks": [_week(week) for week in january.before_weeks],
        "ratio": january.ratio, "missing": [str(message) for message in january.missing],
    }


def january_facts(january: JanuaryStaffing, tr: Translator) -> Facts:
    """The same with the days, the lag, what each week's interval would require and what the plan leads to.

    `missing` stays English, as in `score --json`; `notes` are in the reader's language.
    """
    return {
        **january_score(january),
        "weeks": [_whole_week(week) for week in january.weeks],
        "before_weeks": [_whole_week(week) for week in january.before_weeks],
        "days": [_day(day, january) for day in january.days],
        "kernel": None if january.kernel is None else _kernel(january.kernel),
        "drift": january.drift,
        "outcome": None if january.outcome is None else _outcome(january.outcome),
        "notes": [tr(note) for note in january.notes],
    }


def _week(week: WeekNeed) -> Facts:
    return {
        "week": week.week, "contacts": week.contacts, "low": week.low, "high": week.high, "required": week.required,
        "planned": week.planned, "presence": week.presence, "backlog": week.backlog,
    }


def _whole_week(week: WeekNeed) -> Facts:
    return {**_week(week), "required_low": week.required_low, "required_high": week.required_high}


def _day(day: DayNeed, january: JanuaryStaffing) -> Facts:
    return {
        "day": day.day.isoformat(), "orders": january.orders.get(day.day), "contacts": day.contacts, "low": day.low,
        "high": day.high, "required": day.required, "required_low": day.required_low,
        "required_high": day.required_high, "planned": day.planned, "presence": day.presence, "backlog": day.backlog,
    }


def _kernel(kernel: Kernel) -> Facts:
    return {
        "kind": kernel.kind, "rate": kernel.rate, "median_days": kernel.median_days, "after_30": kernel.after_30,
        "weights": list(kernel.weights), "noise": kernel.noise, "daily_noise": kernel.daily_noise,
        "activity": {"weekdays": list(kernel.activity.weekdays), "closed": list(kernel.activity.closed)},
    }


def _outcome(outcome: PlanOutcome) -> Facts:
    return {
        "answered_in_time": outcome.answered_in_time, "abandoned": outcome.abandoned,
        "backlog_peak": outcome.backlog_peak, "backlog_peak_on": outcome.backlog_peak_on,
        "backlog_cleared_on": outcome.backlog_cleared_on,
    }
