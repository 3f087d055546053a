"""`staffing --json`: January whole, the what-if beside it, and how good last season's forecast was."""

from __future__ import annotations

from typing import Any

from readycheck.commands.season import Season
from readycheck.commands.staffing_past import grade_facts, graded
from readycheck.commands.staffing_trial import Trial
from readycheck.core.audit import Audit
from readycheck.core.forecast.steps import forecast_steps
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.report.january_json import january_facts

Facts = dict[str, Any]


def facts(season: Season, trial: Trial | None, *, explain: bool) -> Facts:
    """Everything unrounded; notes and steps in the chosen language."""
    found: Facts = {
        "shop": season.shop, "season": season.audit.season.year,
        "january": _facts(season, season.audit, january(season.audit), explain=explain),
        "grade": grade_facts(graded(season)),
    }
    if trial is not None:
        found["what_if"] = {
            "changes": list(trial.changes), **_facts(season, trial.audit, trial.january, explain=explain),
        }
    return found


def _facts(season: Season, audit: Audit, found: JanuaryStaffing, *, explain: bool) -> Facts:
    facts = january_facts(found, season.desk.tr)
    if explain:
        facts["steps"] = [season.desk.tr(step) for step in (*forecast_steps(audit, found), *found.steps)]
    return facts
