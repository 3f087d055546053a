"""What comes next on the way through an audit: questions, data, hours, reasons, January, path, report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from readycheck.core.audit import Action, Answer, Audit
from readycheck.core.calendar import first_peak, january_window, monday_of
from readycheck.core.message import Message, say
from readycheck.core.reasons import PLANNED, maturity
from readycheck.core.results import QuestionScore, Scores

StepId = Literal[
    "edition", "questions", "data", "hours", "reasons", "january", "path", "other-questions", "conflicts", "blockers",
    "actions", "observations", "report", "done",
]
EACH_QUESTION: tuple[StepId, ...] = ("questions", "other-questions", "conflicts", "blockers")
"""Steps that are done question by question."""


@dataclass(frozen=True)
class NextStep:
    """What is still to be done, in a few words.

    `place` is the screen where it is done ("audit", "hours" …), "import" or "report"; none once all is done.
    `question` is the first question it is about.
    """

    id: StepId
    place: str
    what: Message
    question: str = ""


DONE = NextStep("done", "", say("Everything is done. A good season to you!"))
NEWER = NextStep("edition", "checklists", say("look at the newer version of the checklists"))


def steps_left(
    audit: Audit, scores: Scores, today: date, *, reported: bool = False, newer_lists: bool = False
) -> tuple[NextStep, ...]:
    """Everything that is still to be done, in the order of an evening; empty once all is.

    First the list that readiness is made of, then what the data needs, then the other lists and what they brought
    to light. `reported`: a report of the audit as it stands has been written. `newer_lists`: newer versions of its
    checklists have come and nobody has looked at them; better before the questions than after, and in the season only.
    """
    found = (
        NEWER if newer_lists and today <= audit.season.ends else None,
        _open_questions(audit, scores, "questions"), _data(audit), _hours(audit), _reasons(audit, scores),
        _january(audit), _path(scores), _open_questions(audit, scores, "other-questions"), _conflicts(audit, scores),
        _blockers(audit, scores), _actions(audit), _observations(audit, scores, today),
        None if reported else NextStep("report", "report", say("write the report")),
    )
    return tuple(step for step in found if step is not None)


def next_step(left: tuple[NextStep, ...], after: str = "", here: str = "") -> NextStep:
    """The first that is left, or the one behind `after`, the step that one was led to last, round the end.

    Newer checklists and the questions that readiness is made of come first in any case. One stands on the screen `here`
    already: its step is not led to again while another is left.
    """
    if left and left[0].id in ("edition", "questions"):
        return left[0]
    order = [*get_args(StepId)]
    start = order.index(after) + 1 if after in order else 0
    turned = sorted(left, key=lambda step: (order.index(step.id) - start) % len(order))
    elsewhere = [step for step in turned if step.place != here or step.id in EACH_QUESTION]
    return next(iter(elsewhere or turned), DONE)


def _questions(audit: Audit, scores: Scores, which: StepId) -> Iterator[QuestionScore]:
    """Those of the lists that readiness is made of, or those of the other lists."""
    weighed = {checklist.id for checklist in audit.checklists if checklist.readiness}
    for section in scores.sections:
        if (section.id.partition("/")[0] in weighed) is (which == "questions"):
            yield from section.questions


def _open_questions(audit: Audit, scores: Scores, which: StepId) -> NextStep | None:
    found = [q for q in _questions(audit, scores, which) if q.applicable and q.claim is None]
    if which == "questions":
        return _about(which, found, lambda n: (
            say("one readiness question has no answer") if n == 1
            else say("{n} readiness questions have no answer", n=n)
        ))
    return _about(which, found, lambda n: (
        say("one question of the other lists has no answer") if n == 1
        else say("{n} questions of the other lists have no answer", n=n)
    ))


def _data(audit: Audit) -> NextStep | None:
    if audit.orders is None and audit.contacts is None:
        return NextStep("data", "import", say("last season's orders and contacts"))
    if audit.orders is None:
        return NextStep("data", "import", say("last season's orders"))
    return NextStep("data", "import", say("last season's contacts")) if audit.contacts is None else None


def _hours(audit: Audit) -> NextStep | None:
    painted = any(week.on_weekday(day) for week in audit.hours.values() for day in range(7))
    return None if painted else NextStep("hours", "hours", say("opening hours are not filled in"))


def _reasons(audit: Audit, scores: Scores) -> NextStep | None:
    """Of the reasons asked most; where nobody has counted, of those that are written down."""
    codes = scores.reasons.top or tuple(audit.reasons)
    if not codes:
        return NextStep("reasons", "reasons", say("no contact reasons are written down"))
    peak = first_peak(audit.season)
    n = sum(code not in audit.reasons or maturity(audit.reasons[code], peak) < PLANNED for code in codes)
    what = say("a contact reason has no plan") if n == 1 else say("{n} contact reasons have no plan", n=n)
    return NextStep("reasons", "reasons", what) if n else None


def _january(audit: Audit) -> NextStep | None:
    first, last = january_window(audit.season)
    weeks = [monday_of(week) for week in audit.plan.hours or ()]
    planned = any(monday <= last and monday + timedelta(days=6) >= first for monday in weeks)
    return None if planned else NextStep("january", "january", say("January's hours are not planned"))


def _path(scores: Scores) -> NextStep | None:
    walked = scores.path.score is not None
    return None if walked else NextStep("path", "path", say("nobody has walked the purchase path"))


def _conflicts(audit: Audit, scores: Scores) -> NextStep | None:
    """What the data contradicts, or two voices see differently, and nobody has said anything about."""
    apart = [q for section in scores.sections for q in section.questions if q.contradicted or q.difference > 0]
    found = [q for q in apart if not _spoken_of(audit, q)]
    return _about("conflicts", found, lambda n: (
        say("one contradiction nobody has dealt with") if n == 1 else
        say("{n} contradictions nobody has dealt with", n=n)
    ))


def _spoken_of(audit: Audit, q: QuestionScore) -> bool:
    """A contradiction is settled by an agreed answer, a note or an action too: what is so may stay so for now."""
    answer = audit.answers.get(q.id, Answer())
    return answer.agreed is not None or bool(answer.note.strip()) or _has_action(audit, q.id)


def _blockers(audit: Audit, scores: Scores) -> NextStep | None:
    found = [
        q for section in scores.sections for q in section.questions if q.blocker and not _has_action(audit, q.id)
    ]
    return _about("blockers", found, lambda n: (
        say("one blocker has no action") if n == 1 else say("{n} blockers have no action", n=n)
    ))


def _has_action(audit: Audit, question: str) -> bool:
    return any(action.question == question and action.status != "dropped" for action in audit.actions)


def _actions(audit: Audit) -> NextStep | None:
    n = sum(_without_date(action) for action in audit.actions)
    what = say("one action has no date") if n == 1 else say("{n} actions have no date", n=n)
    return NextStep("actions", "actions", what) if n else None


def _without_date(action: Action) -> bool:
    return action.status in ("open", "doing") and action.due is None


def _observations(audit: Audit, scores: Scores, today: date) -> NextStep | None:
    """Once the peak is there, and until a success and a difficulty are kept."""
    if today < first_peak(audit.season) or scores.data.observations >= 100:
        return None
    return NextStep("observations", "observations", say("write down what went well and what was hard"))


def _about(id: StepId, found: list[QuestionScore], what: Callable[[int], Message]) -> NextStep | None:
    return NextStep(id, "audit", what(len(found)), found[0].id) if found else None
