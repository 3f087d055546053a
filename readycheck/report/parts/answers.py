"""The checklists: every section's score, and every answer with what the data says of it."""

from __future__ import annotations

from readycheck.core.audit import Answer
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.report.case import Case
from readycheck.report.model import Block, Bullets, Cell, Item, Missing, Paragraph, Section, Table


def sections(case: Case) -> Section:
    """Each section's score, how much of it is known, and how many questions are answered."""
    tr, title = case.tr, case.tr("Checklists, section by section")
    if not case.scores.sections:
        nothing = Missing((tr("The audit holds no checklist."),), tr("Start again with readycheck new."))
        return Section("sections", title, (nothing,))
    columns = (tr("Section"), tr("Score"), tr("Known"), tr("Answered"), tr("Questions"))
    tables = tuple(
        Table(tr(checklist.title), columns, tuple(
            _section(case, section) for section in case.scores.sections if section.id.startswith(f"{checklist.id}/")
        ))
        for checklist in case.audit.checklists
    )
    return Section("sections", title, tables)


def _section(case: Case, section: SectionScore) -> tuple[Cell, ...]:
    figures = case.figures
    applicable = sum(1 for question in section.questions if question.applicable)
    return (
        case.tr(section.title), figures.score(section.score), figures.share(section.known),
        figures.count(section.answered), figures.count(applicable),
    )


def answers(case: Case) -> Section:
    """Every question with its answer, weight and note; under each section, how its score comes of them.

    Sections that nobody has begun are told by their questions alone.
    """
    blocks: list[Block] = []
    asked = [section for section in case.scores.sections if section.questions]
    untouched = [section for section in asked if _untouched(case, section)]
    for section in asked:
        if section not in untouched:
            blocks.append(_answer_table(case, section))
            blocks += [Paragraph(case.tr(step), "note") for step in section.steps[-1:]]
    if untouched:
        blocks.append(Paragraph(case.tr("Sections without an answer so far:")))
        blocks.append(Bullets(tuple(_only_asked(case, section) for section in untouched)))
    return Section("answers", case.tr("Every answer"), tuple(blocks))


def _untouched(case: Case, section: SectionScore) -> bool:
    """Whether all that can be told of a section is what it asks."""
    noted = (case.audit.answers.get(question.id, Answer()) for question in section.questions)
    return (
        all(question.claim is None for question in section.questions)
        and any(question.applicable for question in section.questions)
        and not any(answer.note.strip() or answer.evidence for answer in noted)
    )


def _only_asked(case: Case, section: SectionScore) -> Item:
    prompts = [case.tr(question.question.prompt) for question in section.questions if question.applicable]
    head = case.tr.plural("{title}: one question", "{title}: {n} questions", len(prompts), title=case.tr(section.title))
    return Item(head, " · ".join(prompts))


def _answer_table(case: Case, section: SectionScore) -> Table:
    tr = case.tr
    columns = (tr("Question"), tr("Answer"), tr("The data"), tr("Counts as"), tr("Weight"), tr("Note"))
    return Table(tr(section.title), columns, tuple(_answer(case, question) for question in section.questions), True)


def _answer(case: Case, question: QuestionScore) -> tuple[Cell, ...]:
    said = case.tr(ANSWER_NAMES[question.claim]) if question.claim else case.tr("not answered yet")
    if not question.applicable and question.claim != "na":
        said = case.tr("does not apply")
    answer = case.audit.answers.get(question.id, Answer())
    if answer.agreed is not None and question.claim == answer.agreed.value:
        said = case.tr("{answer} (agreed)", answer=said)
    note = " ".join((answer.note.strip(), *answer.evidence)).strip()
    measured = None if question.measured is None else question.measured / 100
    return (
        case.tr(question.question.prompt), said, case.figures.share(measured, 1), case.figures.share(question.counted),
        case.figures.weight(question.question.weight), note or "–",
    )
