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
from readycheck.report.agreement.page import ANSWERS, MORE_LINES, WHYS, fitting, height, needed, room, short
from readycheck.report.case import Case
from readycheck.report.parts.blockers import step_failed
from readycheck.report.parts.headline import headline, known_and_blockers

LONGEST_NAME = 80
PARTS = 3
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
    title = tr("{shop} – season {year}", shop=short(audit.shop.name, LONGEST_NAME), year=str(audit.season.year))
    head = headline(case)
    known = " ".join((*known_and_blockers(case), *_failed_steps(case), _answered(case, items)))
    return Agreement(
        lang=lang,
        kicker=tr("Sparring session {day}: what we agreed", day=today),
        title=title,
        headline=head,
        known=known,
        parts=_parts(case, items, room(title, head, known, PARTS)),
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


def _parts(case: Case, items: Sequence[AgendaItem], page: float) -> tuple[Part, ...]:
    """Three lists on one page: what one of them does not need, the next one gets."""
    left = [item for item in items if item.seen and not item.decided]
    plan = [planned for planned in case.plan if planned.agreed]
    answers = _agreed_lines(case, agreed_on(case.audit, case.scores, items))
    promised, asked_on = [_action(case, each) for each in plan], _open_lines(case, left)
    need = [needed(answers, ANSWERS), needed(promised), needed(asked_on, WHYS)]
    if sum(need) > page:
        page -= MORE_LINES * sum(lines > 0 for lines in need)
    kept_actions, kept_open = min(need[1], page * ACTIONS_SHARE), min(need[2], page * OPEN_SHARE)
    agreed = _agreed(case, answers, page - kept_actions - kept_open)
    page -= height(agreed.lines, ANSWERS)
    actions = _actions(case, plan, page - kept_open)
    return agreed, actions, _open(case, left, page - height(actions.lines))


def _agreed_lines(case: Case, questions: Sequence[QuestionScore]) -> list[Line]:
    return [
        Line(case.tr(q.question.prompt), (case.tr(ANSWER_NAMES[voice.value]),), _beside(case, q))
        for q in questions if (voice := case.audit.answers[q.id].agreed) is not None
    ]


def _beside(case: Case, q: QuestionScore) -> str:
    """What nobody should sign without seeing it: that a "no" blocks, or the figure that a "yes" does not hold to."""
    if q.contradicted and q.measured is not None:
        return case.tr("the data: {value}", value=case.tr.percent(q.measured / 100))
    return case.tr("blocks") if q.blocker else ""


def _agreed(case: Case, lines: Sequence[Line], room: float) -> Part:
    """The weightiest where not all fit."""
    tr = case.tr
    kept = fitting(lines, room, ANSWERS)
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
    due = tr.date(action.due) if action.due else tr("no date")
    return Line(case.words(planned.title), (action.owner.strip() or "–", due), mark)


def _open(case: Case, items: Sequence[AgendaItem], room: float) -> Part:
    tr, lines = case.tr, _open_lines(case, items)
    kept = fitting(lines, room, WHYS)
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
