"""What to do first: blockers, then what would win back the most points. Three things, no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from readycheck.core.calendar import first_peak
from readycheck.core.message import Message, say
from readycheck.core.names import EFFORT_NAMES, step_name
from readycheck.core.results import Blocker, Contribution, QuestionScore, SectionScore, WeekNeed
from readycheck.core.suggest import suggest_hours
from readycheck.report.case import Case
from readycheck.report.model import Bullets, Item, Paragraph, Section

STEPS = 3
EXTRA_HOURS = 6
"""A weekly budget that a small shop can find: two evenings of three hours."""


def first_steps(case: Case) -> Section:
    """The first things to do, each with what it is about."""
    title = case.tr("What to do first")
    chosen: dict[str, Item] = {}
    for item in (*_for_blockers(case), *_for_losses(case)):
        chosen.setdefault(item.text, item)
    items = tuple(chosen.values())[:STEPS]
    if not items:
        nothing = case.tr("Nothing is lost and nothing blocks. Keep the plan, and write down what you learn.")
        return Section("first-steps", title, (Paragraph(nothing),))
    return Section("first-steps", title, (Bullets(items, numbered=True),))


def _for_blockers(case: Case) -> Iterator[Item]:
    for blocker in case.scores.blockers:
        yield _for_step(case, blocker) if blocker.kind == "path" else _for_question(case, blocker)


def _for_question(case: Case, blocker: Blocker) -> Item:
    question = case.scores.question(blocker.id)
    if question is None:
        return Item(blocker.id)
    more = case.tr("Blocks readiness: “{question}” is answered no.", question=case.tr(question.question.prompt))
    return Item(case.tr(question.question.remedy), more)


def _for_step(case: Case, blocker: Blocker) -> Item:
    step = case.tr(failed_step(blocker))
    return Item(
        case.tr("Mend the purchase path at “{step}” and test it again.", step=step),
        case.tr("Blocks readiness: a tester could not get past this step."),
    )


def failed_step(blocker: Blocker) -> Message:
    """The name of the step that a blocker `path/<step>` is about."""
    from readycheck.core.audit import STEPS as ALL_STEPS

    name = blocker.id.removeprefix("path/")
    return next((step_name(step) for step in ALL_STEPS if step == name), say("{name}", name=name))


def _for_losses(case: Case) -> Iterator[Item]:
    by_size = sorted(case.scores.readiness.contributions, key=lambda part: -part.lost)
    for part in by_size:
        text = _advice(case, part) if part.lost > 0 else ""
        if text:
            yield Item(text, _worth(case, part))


def _worth(case: Case, part: Contribution) -> str:
    return case.tr(
        "{name}: up to {points} points to win.", name=case.listed_title(part.id), points=case.tr.number(part.lost)
    )


def _advice(case: Case, part: Contribution) -> str:
    section = case.scores.section(part.id)
    if section is not None:
        return _for_section(case, section)
    scored = COVERAGES.get(part.id)
    return scored(case) if scored else ""


def _for_section(case: Case, section: SectionScore) -> str:
    """The costliest question's remedy; where answers are what is missing, to answer them."""
    open_questions = [q for q in section.questions if q.applicable and q.claim in (None, "unknown")]
    unanswered = sum(q.question.weight for q in open_questions)
    worst = max((q for q in section.questions if _cost(q) > 0), key=_cost, default=None)
    if open_questions and (worst is None or unanswered >= _cost(worst)):
        return case.tr.plural(
            "Answer the open question of “{section}”.", "Answer the {n} open questions of “{section}”.",
            len(open_questions), section=case.tr(section.title),
        )
    if worst is None:
        return ""
    effort = case.tr(EFFORT_NAMES[worst.question.effort])
    return case.tr("{remedy} ({effort})", remedy=case.tr(worst.question.remedy).rstrip("."), effort=effort) + "."


def _cost(question: QuestionScore) -> float:
    """What an answered question leaves on the table, in weights."""
    if not question.applicable or not question.known or question.counted is None:
        return 0.0
    return question.question.weight * (1 - question.counted)


def _opening_hours(case: Case) -> str:
    if case.scores.hours.score is None:
        return _missing(case, case.scores.hours.missing)
    suggestion = suggest_hours(case.audit, EXTRA_HOURS)
    if not suggestion.runs:
        return ""
    runs = ", ".join(
        f"{case.tr.weekday(weekday)} {start:02d}–{end:02d}" for weekday, start, end in suggestion.runs
    )
    return case.tr(
        "Answer live at these hours too: {runs}. Coverage goes from {before} to {after}.",
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
        "Plan {hours} agent-hours more for January; week {week} is short of the most, {most}.",
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
