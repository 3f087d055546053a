"""Where a measure comes from: the score that holds its arithmetic, and the place where it is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.results import QuestionScore, Scores
from readycheck.core.scored import Scored

IMPORT = "import"
_OF_HOURS = ("opening_hours", "evenings", "weekends", "holidays", "any_channel")
_OF_REASONS = ("contact_reasons", "canned_replies", "escalation")
_OF_DATA = ("coded", "timed", "with_channel", "months", "data")
_OF_SERVICE = ("first_response", "fcr", "csat", "grade_quality", "grade_overall", "handled")
_OF_CHANNELS = ("channel_fit", "channels_owned", "same_answers")

SOURCES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(_OF_HOURS, ("hours", "hours")),
    "faq": ("faq", "reasons"),
    **dict.fromkeys(_OF_REASONS, ("reasons", "reasons")),
    **dict.fromkeys(_OF_DATA, ("data", IMPORT)),
    "observations": ("data", "observations"),
    **dict.fromkeys(("january", "before"), ("january", "january")),
    **dict.fromkeys(_OF_SERVICE, ("service", "service")),
    **dict.fromkeys(_OF_CHANNELS, ("channels", "channels")),
    **dict.fromkeys(("stages", "lead_time_told"), ("", "stages")),
}


def scored_of(measure: str, scores: Scores) -> Scored | None:
    """The score whose arithmetic explains `measure`; None where there is none to show."""
    name, _ = _source(measure)
    found: Scored | None = getattr(scores, name) if name else None
    return found


def place_of(measure: str) -> str:
    """The screen where what `measure` measures is filled in ("import": an export brings it)."""
    return _source(measure)[1]


def contradicted_at(place: str, scores: Scores) -> tuple[QuestionScore, ...]:
    """The questions answered yes that are measured at `place`, where the measure says less."""
    return tuple(
        q for section in scores.sections for q in section.questions
        if q.contradicted and q.question.measure is not None and place_of(q.question.measure) == place
    )


def _source(measure: str) -> tuple[str, str]:
    if measure.startswith("confirmation"):
        return "confirmation", "confirmation"
    return SOURCES.get(measure, ("path", "path"))
