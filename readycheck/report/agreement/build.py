"""An audit after its sparring session into one page that two people sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.results import Scores
from readycheck.core.sparring import AgendaItem, Kind, agenda, headline_points
from readycheck.i18n import Lang, Translator
from readycheck.report.agreement.model import Agreement, Line, Part
from readycheck.report.agreement.page import PAGE_LINES, fitting, height, short
from readycheck.report.case import Case
from readycheck.report.parts.headline import headline, summary

LONGEST_NAME = 80
WHY: Mapping[Kind, Message] = {
    "contradiction": say("the data says otherwise"), "blocker": say("a \"no\" blocks"),
    "one_knows": say("one knows, the other does not"), "difference": say("the answers differ"),
}


def build(audit: Audit, scores: Scores, lang: Lang, today: date) -> Agreement:
    """The agreement in `lang`. What only one has answered stays out of it; so do all private notes."""
    tr = Translator(lang)
    case = Case(audit, scores, None, None, plan_of_actions(audit, scores, today), tr, today)
    return Agreement(
        lang=lang,
        kicker=tr("Sparring session {day}: what we agreed", day=today),
        title=tr("{shop} – season {year}", shop=short(audit.shop.name, LONGEST_NAME), year=str(audit.season.year)),
        headline=headline(case),
        known=next(iter(summary(case)), ""),
        parts=_parts(case),
        signers=(tr("For the shop"), tr("Consultant")),
        signing=tr("Signature, place and date"),
        colophon=tr("Made with readycheck on {day}.", day=today),
    )


def _parts(case: Case) -> tuple[Part, ...]:
    """Three lists on one page: what one of them does not need, the next one gets."""
    items = [item for item in agenda(case.audit, case.scores) if item.seen]
    agreed = _agreed(case, [item for item in items if item.answer.agreed is not None], PAGE_LINES * 0.4)
    room = PAGE_LINES - height(agreed.lines)
    actions = _actions(case, [planned for planned in case.plan if planned.from_ != "checklist"], room * 0.65)
    room -= height(actions.lines)
    return agreed, actions, _open(case, [item for item in items if not item.decided], room)


def _agreed(case: Case, items: Sequence[AgendaItem], room: float) -> Part:
    tr = case.tr
    lines = [
        Line(tr(item.score.question.prompt), (tr(ANSWER_NAMES[item.answer.agreed.value]),))
        for item in items if item.answer.agreed is not None
    ]
    kept = fitting(lines, room)
    return Part(
        "agreed", tr("What we agreed on"), (tr("Question"), tr("Agreed answer")), kept,
        _more(case, len(lines) - len(kept)), tr("No answer was agreed on."),
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
    tr = case.tr
    lines = [
        Line(tr(item.score.question.prompt), (", ".join(tr(WHY[kind]) for kind in item.kinds),)) for item in items
    ]
    kept = fitting(lines, room)
    return Part(
        "open", tr("What stayed open"), (tr("Question"), tr("Why")), kept, _more(case, len(lines) - len(kept)),
        tr("Nothing stayed open."),
    )


def _more(case: Case, count: int) -> str:
    if not count:
        return ""
    return case.tr.plural("One more is in the report.", "{n} more are in the report.", count)
