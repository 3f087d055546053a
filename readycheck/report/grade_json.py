"""A graded forecast for programs: `compare --json` and whoever else shows one as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from readycheck.core.years.comparison import ForecastGrade


def grade_json(grade: ForecastGrade) -> dict[str, Any]:
    """Contacts unrounded; `factors` multiply to outcome / forecast, null where not known; words in English."""
    return {
        "forecast": grade.forecast, "low": grade.low, "high": grade.high, "outcome": grade.outcome,
        "error": grade.error, "held": grade.held, "weeks_held": grade.weeks_held,
        "weeks": [{**asdict(week), "held": week.held} for week in grade.weeks],
        "factors": [{"kind": each.kind, "value": each.value, "words": str(each.words)} for each in grade.factors],
        "drift": grade.drift, "learned_drift": grade.learned_drift, "steps": [str(step) for step in grade.steps],
    }
