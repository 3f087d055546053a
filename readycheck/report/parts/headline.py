"""The first page's words: how ready the shop is, in a sentence, and what most stands behind it."""

from __future__ import annotations

from readycheck.core.calendar import first_peak
from readycheck.core.message import Message, say
from readycheck.core.standing import begun
from readycheck.report.case import Case


def headline(case: Case) -> str:
    """How ready the shop is, in one sentence."""
    readiness = case.scores.readiness
    if readiness.score is None or not begun(case.scores):
        return case.tr("It is too early to say how ready the shop is: the season checklist has no answers.")
    return case.tr(_verdict(readiness.band), score=case.tr.number(readiness.score))


def _verdict(band: str | None) -> Message:
    if band == "ready":
        return say("Ready for the season: {score} points out of 100.")
    if band == "nearly":
        return say("Nearly ready for the season: {score} points out of 100.")
    if band == "not_ready":
        return say("Not ready for the season yet: {score} points out of 100.")
    return say("Readiness for the season is {score} points out of 100.")


def summary(case: Case) -> tuple[str, ...]:
    """The sentences after the headline; those that have nothing to say are left out."""
    told = (_known, _blockers, _contradictions, _largest_loss, _january, _overdue, _time_left)
    return tuple(sentence for tell in told if (sentence := tell(case)))


def known_and_blockers(case: Case) -> tuple[str, ...]:
    """How much of the figure is known, and what blocks, for a page that has no room for more."""
    return tuple(sentence for tell in (_known, _blockers) if (sentence := tell(case)))


def _known(case: Case) -> str:
    known = case.scores.readiness.known
    if known >= 0.9995:
        return case.tr(
            "Nothing is missing from this figure: every question behind it is answered and the data is there."
        )
    return case.tr(
        "{known} of what is assessed is known; missing answers and missing data count as zero.",
        known=case.tr.percent(known),
    )


def _blockers(case: Case) -> str:
    count = len(case.scores.blockers)
    if not count:
        return ""
    return case.tr.plural(
        "There is one blocker: while it is open, the shop is not ready.",
        "There are {n} blockers: while any of them is open, the shop is not ready.", count,
    )


def _contradictions(case: Case) -> str:
    count = len(case.scores.contradictions)
    if not count:
        return ""
    return case.tr.plural(
        "In one place the answer is yes, but the shop's own data says otherwise.",
        "In {n} places the answer is yes, but the shop's own data says otherwise.", count,
    )


def _largest_loss(case: Case) -> str:
    losses = case.scores.readiness.losses
    if not losses:
        return ""
    return case.tr(
        "Most points are lost in “{name}”: {points}.",
        name=case.listed_title(losses[0].id), points=case.tr.number(losses[0].lost),
    )


def _january(case: Case) -> str:
    january = case.scores.january
    if january.score is None or not january.weeks:
        return ""
    required = sum(week.required for week in january.weeks)
    planned = sum(week.planned for week in january.weeks)
    return case.tr(
        "From 27 December to 31 January, {required} agent-hours are needed; {planned} are planned.",
        required=case.figures.hours(required).text, planned=case.figures.hours(planned).text,
    )


def _overdue(case: Case) -> str:
    count = sum(planned.overdue for planned in case.plan)
    if not count:
        return ""
    return case.tr.plural("One agreed action is overdue.", "{n} agreed actions are overdue.", count)


def _time_left(case: Case) -> str:
    peak = first_peak(case.audit.season)
    days = (peak - case.today).days
    if days < 0:
        return ""
    if days == 0:
        return case.tr("The first peak day is today.")
    return case.tr.plural(
        "One day is left before the first peak, {peak}.", "{n} days are left before the first peak, {peak}.",
        days, peak=case.tr.date(peak),
    )
