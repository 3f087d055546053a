"""The appendix: what is still to be done, how each score is made, and what it was made from."""

from __future__ import annotations

from readycheck.core.deadlines import PlannedAction
from readycheck.core.message import Message
from readycheck.core.scored import Scored
from readycheck.core.staffing.january_beside import beside_steps
from readycheck.core.years.compare import coverages
from readycheck.report.case import Case
from readycheck.report.model import Bullets, Item, Section, Steps, Table
from readycheck.report.parts.actions import standing
from readycheck.report.parts.answers import answers
from readycheck.report.parts.graded import graded_steps
from readycheck.report.parts.sources import settings, sources
from readycheck.report.parts.years_changes import changes
from readycheck.report.parts.years_steps import years_steps


def appendix(case: Case) -> Section:
    """Everything that backs the pages before it."""
    parts = (
        _remedies(case), answers(case), _methods(case), _arithmetic(case), changes(case), settings(case), sources(case),
    )
    return Section("appendix", case.tr("Appendix"), (), tuple(part for part in parts if part.blocks or part.parts))


def _remedies(case: Case) -> Section:
    """What the checklists would have done, where no agreed action takes it up."""
    tr = case.tr
    plan = [planned for planned in case.plan if not planned.agreed]
    columns = (tr("Remedy"), tr("Section"), tr("Days it takes"), tr("Where it stands"))
    rows = tuple(
        (case.words(planned.title), _section_of(case, planned), case.figures.days(planned.action.lead_days),
         standing(case, planned))
        for planned in plan
    )
    table = Table(tr("Remedies from the checklists not taken up yet, the most important first"), columns, rows)
    return Section("remedies", tr("What else could be done"), (table,) if rows else ())


def _section_of(case: Case, planned: PlannedAction) -> str:
    """The title of the section whose question the remedy is for."""
    return case.title(planned.action.question.rpartition(".")[0])


def _methods(case: Case) -> Section:
    """Each formula in words."""
    tr = case.tr
    items = (
        Item(tr("Answers"), tr(
            "yes 1, partly ½, no and don't know 0; unanswered counts as 0; what does not concern the shop is left out. "
            "Where the data falls short of what the question requires, the smaller of the answer and the data counts."
        )),
        Item(tr("Readiness"), tr(
            "the weighted mean of the checklist's sections and the four coverages; a coverage without data counts as 0 "
            "and as not known."
        )),
        Item(tr("Opening-hours coverage"), tr(
            "demand by weekday and hour over every date of the season, holidays and exceptions included: 100 × the "
            "demand while a live channel is staffed / all demand."
        )),
        Item(tr("FAQ coverage"), tr(
            "each coded reason's share × the quality of its best entry, over the reasons that self-service can answer."
        )),
        Item(tr("Contact-reason readiness"), tr(
            "each top reason's share × its plan's maturity: 0 nothing, 0.25 cause, 0.6 cause, action, owner and a date "
            "before the first peak, 1 done."
        )),
        Item(tr("January staffing"), tr(
            "orders lagged into contacts, contacts into agent-hours (Erlang C for live channels, workload for the "
            "rest); 100 × the smaller of planned and required, week by week / required."
        )),
        Item(tr("Purchase path"), tr("passed 1, stumbled ½, failed 0; the mean of the steps, payment double.")),
        *_beside_readiness(case),
    )
    return Section("methods", tr("How the scores are made"), (Bullets(items),))


def _beside_readiness(case: Case) -> tuple[Item, ...]:
    """What is measured without weighing in the readiness, and how two seasons are held together."""
    tr = case.tr
    return (
        Item(case.title("coverage/confirmation"), tr(
            "of the most common reasons that come after the order: 100 × the contacts whose reason the confirmation "
            "answers / all of theirs."
        )),
        Item(case.title("coverage/data"), tr(
            "the plain mean of five shares: contacts with a reason, with a time of day and with a channel, the "
            "season's months that the data covers, and observations written (a success and a difficulty)."
        )),
        Item(case.title("service"), tr(
            "100 × the channels whose first response keeps its target / the channels that have one. Survey answers "
            "are shares with a 95% interval (Wilson); NPS is the share of 9–10 less the share of 0–6."
        )),
        Item(case.title("channels"), tr(
            "the share of the contacts that come in channels which are offered and keep their response target."
        )),
        Item(tr("Year against year"), tr(
            "only what was asked and answered in both seasons is compared, with the mean of both seasons' weights; "
            "what the change of the checklist did is a figure of its own."
        )),
    )


def _arithmetic(case: Case) -> Section:
    """The steps of every score, to be redone with a calculator; sections have theirs under their answers."""
    parts = [_steps(case, "readiness", case.tr("Readiness"), case.scores.readiness.steps)]
    parts += [_scored(case, key, scored) for key, scored in coverages(case.scores).items()]
    beside = beside_steps(case.audit, case.scores.january)
    parts.append(_steps(case, "january-beside", case.tr("January: what stands beside the score"), beside))
    if case.comparison is not None:
        parts += [graded_steps(case, case.comparison), *years_steps(case, case.comparison)]
    return Section("arithmetic", case.tr("The arithmetic"), (), tuple(part for part in parts if part.blocks))


def _scored(case: Case, key: str, scored: Scored) -> Section:
    return _steps(case, key, case.title(key), scored.steps)


def _steps(case: Case, key: str, title: str, steps: tuple[Message, ...]) -> Section:
    identifier = "steps-" + key.replace("/", "-")
    return Section(identifier, title, (Steps(tuple(case.tr(step) for step in steps)),) if steps else ())
