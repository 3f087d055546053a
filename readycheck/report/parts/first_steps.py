"""What to do first: blockers, then what would win back the most points. Three things, no more."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import STEPS
from readycheck.core.calendar import first_peak
from readycheck.core.message import Message, say
from readycheck.core.names import step_name
from readycheck.core.results import Blocker, Contribution
from readycheck.report.case import Case
from readycheck.report.model import Bullets, Item, Paragraph, Section
from readycheck.report.parts.advice import advice, remedied

MOST = 3


def first_steps(case: Case) -> Section:
    """The first things to do, each with what it is about."""
    title = case.tr("What to do first")
    chosen: dict[str, Item] = {}
    for item in (*_for_blockers(case), *_for_losses(case)):
        chosen.setdefault(item.text, item)
    items = tuple(chosen.values())[:MOST]
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
    return Item(case.tr(question.question.remedy), more + _too_late(case, blocker.id))


def _for_step(case: Case, blocker: Blocker) -> Item:
    step = case.tr(failed_step(blocker))
    return Item(
        case.tr("Fix the purchase path at “{step}” and test it again.", step=step),
        case.tr("Blocks readiness: a tester could not get past this step."),
    )


def failed_step(blocker: Blocker) -> Message:
    """The name of the step that a blocker `path/<step>` is about."""
    name = blocker.id.removeprefix("path/")
    return next((step_name(step) for step in STEPS if step == name), say("{name}", name=name))


def _for_losses(case: Case) -> Iterator[Item]:
    by_size = sorted(case.scores.readiness.contributions, key=lambda part: -part.lost)
    for part in by_size:
        text = advice(case, part) if part.lost > 0 else ""
        if text:
            yield Item(text, _worth(case, part))


def _worth(case: Case, part: Contribution) -> str:
    section = case.scores.section(part.id)
    advised = remedied(section) if section is not None else None
    return case.tr(
        "{name}: up to {points} points to gain.", name=case.listed_title(part.id), points=case.tr.number(part.lost)
    ) + (_too_late(case, advised.id) if advised is not None else "")


def _too_late(case: Case, question: str) -> str:
    """That a remedy will not be in force before the peak, while that is still ahead."""
    if case.today >= first_peak(case.audit.season):
        return ""
    late = [planned for planned in case.plan if planned.action.question == question and planned.late]
    if not late:
        return ""
    return " " + case.tr("Not ready before the first peak: it would be in force on {day}.", day=late[0].ready_by)
