"""What would win back the points that a score loses: one sentence a score."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readycheck.core.calendar import first_peak
from readycheck.core.message import Message
from readycheck.core.names import EFFORT_NAMES
from readycheck.core.results import Contribution, QuestionScore, SectionScore
from readycheck.core.staffing.results import WeekNeed
from readycheck.report.case import Case


def advice(case: Case, part: Contribution) -> str:
    """What to do about a score's loss; empty where there is nothing to say."""
    section = case.scores.section(part.id)
    if section is not None:
        return _for_section(case, section)
    scored = COVERAGES.get(part.id)
    return scored(case) if scored else ""


def _for_section(case: Case, section: SectionScore) -> str:
    """The costliest question's remedy; where answers are what is missing, to answer them."""
    worst = remedied(section)
    if worst is not None:
        effort = case.tr(EFFORT_NAMES[worst.question.effort])
        return case.tr("{remedy} ({effort})", remedy=case.tr(worst.question.remedy).rstrip("."), effort=effort) + "."
    unanswered = len(_open(section))
    return case.tr.plural(
        "Answer the open question of “{section}”.", "Answer the {n} open questions of “{section}”.",
        unanswered, section=case.tr(section.title),
    ) if unanswered else ""


def remedied(section: SectionScore) -> QuestionScore | None:
    """The question whose remedy is advised: the costliest, unless more hangs on what is not answered."""
    worst = max((q for q in section.questions if _cost(q) > 0), key=_cost, default=None)
    unanswered = sum(q.question.weight for q in _open(section))
    return None if worst is None or unanswered >= _cost(worst) else worst


def _open(section: SectionScore) -> list[QuestionScore]:
    return [q for q in section.questions if q.applicable and q.claim in (None, "unknown")]


def _cost(question: QuestionScore) -> float:
    """What an answered question leaves on the table, in weights."""
    if not question.applicable or not question.known or question.counted is None:
        return 0.0
    return question.question.weight * (1 - question.counted)


def _opening_hours(case: Case) -> str:
    if case.scores.hours.score is None:
        return _missing(case, case.scores.hours.missing)
    suggestion = case.suggested
    if not suggestion.runs:
        return ""
    runs = ", ".join(
        f"{case.tr.weekday(weekday)} {start:02d}–{end:02d}" for weekday, start, end in suggestion.runs
    )
    return case.tr(
        "Answer live at these times too: {runs}. Coverage goes from {before} to {after}.",
        runs=runs, before=case.tr.number(suggestion.coverage_before), after=case.tr.number(suggestion.coverage_after),
    )


def _faq(case: Case) -> str:
    faq = case.scores.faq
    worst = max(faq.reasons, key=lambda row: row.share * (1 - row.quality), default=None)
    if faq.score is None or worst is None:
        return _missing(case, faq.missing)
    facts = {"reason": case.reason(worst.reason), "share": case.tr.percent(worst.share)}
    if worst.quality == 0:
        return case.tr("Write a FAQ answer to “{reason}”: {share} of what self-service could answer.", **facts)
    return case.tr("Check the FAQ answer to “{reason}” ({share}): easy to find, and up to date?", **facts)


def _contact_reasons(case: Case) -> str:
    reasons = case.scores.reasons
    top = [row for row in reasons.pareto if row.reason in reasons.top]
    worst = max(top, key=lambda row: row.share * (1 - row.maturity), default=None)
    if reasons.score is None or worst is None:
        return _missing(case, reasons.missing)
    facts = {"reason": case.reason(worst.reason), "peak": first_peak(case.audit.season)}
    if worst.maturity >= 0.6:
        return case.tr("Carry out what is planned for “{reason}”, and note how it was checked.", **facts)
    if worst.maturity > 0:
        return case.tr("Give “{reason}” an action, an owner and a date before {peak}.", **facts)
    return case.tr("Find out what causes “{reason}”, then an action, an owner and a date before {peak}.", **facts)


def _january(case: Case) -> str:
    january = case.scores.january
    if january.score is None:
        return _missing(case, january.missing)
    worst = max(january.weeks, key=shortage)
    total = sum(shortage(week) for week in january.weeks)
    return case.tr(
        "Plan {hours} more agent-hours for January; week {week} has the biggest shortage, {most}.",
        hours=case.figures.hours(total).text, week=int(worst.week[6:]), most=case.figures.hours(shortage(worst)).text,
    )


def shortage(week: WeekNeed) -> float:
    """Agent-hours that a week lacks; what another week has over does not help it."""
    return max(0.0, week.required - week.planned)


def _missing(case: Case, missing: tuple[Message, ...]) -> str:
    return case.sentence(missing[0]) if missing else ""


COVERAGES: Mapping[str, Callable[[Case], str]] = {
    "coverage/opening_hours": _opening_hours, "coverage/faq": _faq,
    "coverage/contact_reasons": _contact_reasons, "coverage/january": _january,
}
