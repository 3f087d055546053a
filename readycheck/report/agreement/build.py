"""An audit after its sparring session into one page that two people sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.results import QuestionScore, Scores
from readycheck.core.sparring import AgendaItem, Kind, agenda, agreed_on, asked, headline_points, progress
from readycheck.i18n import Lang, Translator
from readycheck.report.agreement.model import Agreement, Line, Part
from readycheck.report.agreement.page import ANSWER_CHARACTERS, PAGE_LINES, fitting, height, needed, short
from readycheck.report.case import Case
from readycheck.report.parts.blockers import step_failed
from readycheck.report.parts.headline import headline, known_and_blockers

LONGEST_NAME = 80
ACTIONS_SHARE, OPEN_SHARE = 0.39, 0.21
"""What the actions and the open questions may keep of a crowded page; where they need less, the answers get it."""
WHY: Mapping[Kind, Message] = {
    "contradiction": say("the data says otherwise"), "blocker": say("a \"no\" blocks"),
    "one_knows": say("one knows, the other does not"), "difference": say("the answers differ"),
}


def build(audit: Audit, scores: Scores, lang: Lang, today: date) -> Agreement:
    """The agreement in `lang`. What only one has answered stays out of it; so do all private notes."""
    tr = Translator(lang)
    case = Case(audit, scores, None, None, plan_of_actions(audit, scores, today), tr, today)
    items = agenda(audit, scores)
    return Agreement(
        lang=lang,
        kicker=tr("Sparring session {day}: what we agreed", day=today),
        title=tr("{shop} – season {year}", shop=short(audit.shop.name, LONGEST_NAME), year=str(audit.season.year)),
        headline=headline(case),
        known=" ".join((*known_and_blockers(case), *_failed_steps(case), _answered(case, items))),
        parts=_parts(case, items),
        signers=(tr("For the shop"), tr("Consultant")),
        signing=tr("Signature, place and date"),
        colophon=tr("Made with readycheck on {day}.", day=today),
    )


def _failed_steps(case: Case) -> list[str]:
    """What blocks without being a question: no line of the tables below says it."""
    return [step_failed(case, blocker) for blocker in case.scores.blockers if blocker.kind == "path"]


def _answered(case: Case, items: Sequence[AgendaItem]) -> str:
    """How much of the checklist the session has been through: what is not on the page may not have been asked."""
    at = progress(case.audit, asked(case.audit, case.scores), items)
    return case.tr("Both have answered {both} of the {asked} questions.", both=at.both, asked=at.asked)


def _parts(case: Case, items: Sequence[AgendaItem]) -> tuple[Part, ...]:
    """Three lists on one page: what one of them does not need, the next one gets."""
    left = [item for item in items if item.seen and not item.decided]
    plan = [planned for planned in case.plan if planned.agreed]
    kept_open = min(needed(_open_lines(case, left)), PAGE_LINES * OPEN_SHARE)
    kept_actions = min(needed([_action(case, planned) for planned in plan]), PAGE_LINES * ACTIONS_SHARE)
    agreed = _agreed(case, agreed_on(case.audit, case.scores, items), PAGE_LINES - kept_actions - kept_open)
    room = PAGE_LINES - height(agreed.lines, ANSWER_CHARACTERS)
    actions = _actions(case, plan, room - kept_open)
    return agreed, actions, _open(case, left, room - height(actions.lines))


def _agreed(case: Case, questions: Sequence[QuestionScore], room: float) -> Part:
    """The weightiest where not all fit; a "no" that blocks says so."""
    tr = case.tr
    lines = [
        Line(tr(q.question.prompt), (tr(ANSWER_NAMES[voice.value]),), tr("blocks") if q.blocker else "")
        for q in questions if (voice := case.audit.answers[q.id].agreed) is not None
    ]
    kept = fitting(lines, room, ANSWER_CHARACTERS)
    return Part(
        "agreed", tr("What we agreed on"), (tr("Question"), tr("Agreed answer")), kept,
        _more_agreed(case, len(lines) - len(kept)), tr("No answer was agreed on."),
    )


def _actions(case: Case, plan: Sequence[PlannedAction], room: float) -> Part:
    """The weightiest where not all fit; those that are kept, by due date."""
    tr, points = case.tr, headline_points(case.audit, case.scores)
    by_weight = sorted(plan, key=lambda planned: -points.get(planned.action.question, 0.0))
    kept = by_weight[: len(fitting([_action(case, planned) for planned in by_weight], room))]
    lines = fitting([_action(case, planned) for planned in plan if planned in kept], room)
    return Part(
        "actions", tr("What will be done"), (tr("Action"), tr("Owner"), tr("Due")), lines,
        _more(case, len(plan) - len(kept)), tr("No action was agreed on."),
    )


def _action(case: Case, planned: PlannedAction) -> Line:
    tr, action = case.tr, planned.action
    mark = ""
    if planned.overdue:
        mark = tr("overdue")
    elif planned.late:
        mark = tr("too late for the peak")
    return Line(case.words(planned.title), (action.owner.strip() or "–", tr.date(action.due)), mark)


def _open(case: Case, items: Sequence[AgendaItem], room: float) -> Part:
    tr, lines = case.tr, _open_lines(case, items)
    kept = fitting(lines, room)
    return Part(
        "open", tr("What stayed open"), (tr("Question"), tr("Why")), kept, _more(case, len(lines) - len(kept)),
        tr("Of what was discussed, nothing stayed open."),
    )


def _open_lines(case: Case, items: Sequence[AgendaItem]) -> list[Line]:
    tr = case.tr
    return [Line(tr(item.score.question.prompt), (", ".join(tr(WHY[kind]) for kind in item.kinds),)) for item in items]


def _more_agreed(case: Case, count: int) -> str:
    if not count:
        return ""
    return case.tr.plural(
        "The one other agreed answer is in the report's appendix.",
        "The other {n} agreed answers are in the report's appendix.", count,
    )


def _more(case: Case, count: int) -> str:
    if not count:
        return ""
    return case.tr.plural("One more is in the report.", "{n} more are in the report.", count)
