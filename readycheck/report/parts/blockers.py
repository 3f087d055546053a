"""What must not stand: blockers, claims that the data contradicts, and two voices that differ."""

from __future__ import annotations

from readycheck.core.audit import Answer, PathRun, PathStep, Voice
from readycheck.core.names import ANSWER_NAMES, device_name, measure_name
from readycheck.core.results import Blocker, Contradiction, QuestionScore
from readycheck.report.case import Case
from readycheck.report.model import Block, Bullets, Claim, Claims, Item, Link, Paragraph, Section, Table
from readycheck.report.parts.first_steps import failed_step


def blockers(case: Case) -> Section:
    """Blockers one by one, or the sentence that there are none."""
    title = case.tr("What blocks")
    items = tuple(_blocker(case, blocker) for blocker in case.scores.blockers)
    if not items:
        none = case.tr("None: no critical question is answered no, and no tester was stopped.")
        return Section("blockers", title, (Paragraph(none),))
    return Section("blockers", title, (Bullets(items),))


def _blocker(case: Case, blocker: Blocker) -> Item:
    if blocker.kind == "path":
        return Item(step_failed(case, blocker), _test_notes(case, blocker))
    question = case.scores.question(blocker.id)
    if question is None:
        return Item(blocker.id)
    return Item(
        case.tr("{question} – no", question=case.tr(question.question.prompt)),
        case.tr("What to do: {remedy}", remedy=case.tr(question.question.remedy)),
    )


def step_failed(case: Case, blocker: Blocker) -> str:
    """Which step of the purchase path blocks."""
    return case.tr("Purchase path: {step} failed in a test.", step=case.tr(failed_step(blocker)))


def _test_notes(case: Case, blocker: Blocker) -> str:
    """What the testers wrote where they failed."""
    step = blocker.id.removeprefix("path/")
    return " ".join(
        ": ".join(part for part in (_tried_with(case, run, entry), entry.note) if part)
        for run in case.audit.path_runs for entry in run.steps
        if entry.step == step and entry.result == "fail" and entry.note.strip()
    )


def _tried_with(case: Case, run: PathRun, entry: PathStep) -> str:
    return " · ".join(part for part in (case.tr(device_name(run.device)), entry.payment_method) if part)


def contradictions(case: Case) -> Section:
    """Claim and data side by side."""
    tr = case.tr
    title = tr("Said and measured")
    claims = tuple(_claim(case, found) for found in case.scores.contradictions)
    blocks: list[Block] = []
    if claims:
        blocks.append(Paragraph(tr(
            "Here the answer is yes, but the shop's own data falls short of what the question requires."
        )))
        blocks.append(Claims(title, (tr("Question"), tr("The claim"), tr("The data")), claims))
    elif not any(value is not None for value in case.scores.measures.values()):
        blocks.append(Paragraph(tr("There is no data yet to check the answers against.")))
    else:
        blocks.append(Paragraph(tr("The data does not contradict any \"yes\".")))
    return Section("contradictions", title, tuple(blocks))


def voices(case: Case) -> Section:
    """Where owner and consultant answer differently; nothing where they agree."""
    table = _voices(case)
    return Section("voices", case.tr("Owner and consultant see it differently"), (table,) if table.rows else ())


def _claim(case: Case, found: Contradiction) -> Claim:
    question = case.scores.question(found.question)
    answer = case.audit.answers.get(found.question, Answer())
    return Claim(
        case.tr(question.question.prompt) if question else found.question,
        case.tr(ANSWER_NAMES[found.claim]),
        case.figures.share(found.value / 100, 1),
        case.tr(measure_name(found.measure)),
        case.figures.share(found.at_least / 100),
        case.tr(question.question.remedy) if question else "",
        answer.note,
        tuple(Link(evidence) for evidence in answer.evidence),
    )


def _voices(case: Case) -> Table:
    tr = case.tr
    return Table(
        tr("Answers that differ, the largest difference first"),
        (tr("Question"), tr("The owner says"), tr("The consultant says")),
        tuple(_voice_row(case, question) for question in case.scores.differences),
    )


def _voice_row(case: Case, question: QuestionScore) -> tuple[str, str, str]:
    answer = case.audit.answers.get(question.id, Answer())
    return case.tr(question.question.prompt), _said(case, answer.owner), _said(case, answer.consultant)


def _said(case: Case, voice: Voice | None) -> str:
    return case.tr(ANSWER_NAMES[voice.value]) if voice else "–"
