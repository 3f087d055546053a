"""Sections: answers weighed, held against the data, with what is known of them (DOMAIN §1)."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import Answer, AnswerValue, Audit, Voice
from readycheck.core.channels import offered
from readycheck.core.checklist import Question, Section
from readycheck.core.countries import among
from readycheck.core.message import Message, say
from readycheck.core.results import QuestionScore, Scores, SectionScore

VALUES: Mapping[AnswerValue, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0, "unknown": 0.0}
LOWER_FIRST: tuple[AnswerValue, ...] = ("no", "unknown", "partly", "yes", "na")
Measures = Mapping[str, float | None]


def score_sections(audit: Audit, measures: Measures) -> tuple[SectionScore, ...]:
    """Every section of the checklists that the audit keeps, in order."""
    return tuple(
        _section(audit, f"{checklist.id}/{section.id}", section, measures)
        for checklist in audit.checklists for section in checklist.sections
    )


def counting_voice(answer: Answer) -> Voice | None:
    """The agreed answer; until there is one, the lower of the two voices."""
    if answer.agreed is not None:
        return answer.agreed
    voices = [voice for voice in (answer.owner, answer.consultant) if voice is not None]
    return min(voices, key=lambda voice: LOWER_FIRST.index(voice.value), default=None)


def difference(answer: Answer) -> float:
    """How far owner and consultant are apart (0–1), until they have agreed; "na" against a value is whole."""
    if answer.agreed or answer.owner is None or answer.consultant is None:
        return 0.0
    owner, consultant = answer.owner.value, answer.consultant.value
    if owner == consultant:
        return 0.0
    if "na" in (owner, consultant):
        return 1.0
    # no and unknown count the same but do not say the same
    return abs(VALUES[owner] - VALUES[consultant]) or 0.25


def applies(audit: Audit, question: Question) -> bool:
    """Whether a question concerns this shop and season at all."""
    when, season = question.applies_when, audit.season
    return all((
        question.since is None or question.since <= season.ends,
        question.until is None or question.until >= season.starts,
        not when.country or among(audit.shop.country, when.country),
        not when.channel or any(offered(audit, channel) for channel in when.channel),
        not when.data or any(getattr(audit.demand, kind) is not None for kind in when.data),
    ))


def score_question(audit: Audit, identifier: str, question: Question, measures: Measures) -> QuestionScore:
    """The claim, what the data says of it, and the value that counts."""
    answer = audit.answers.get(identifier, Answer())
    voice = counting_voice(answer)
    claim = voice.value if voice else None
    relevant = applies(audit, question)
    applicable = relevant and claim != "na"
    measured = measures.get(question.measure) if question.measure else None
    below = measured is not None and question.at_least is not None and measured < question.at_least
    return QuestionScore(
        identifier, question.in_country(audit.shop.country), claim,
        counted=_counted(claim, measured if below else None) if applicable else None,
        measured=measured,
        known=applicable and claim not in (None, "unknown"),
        applicable=applicable,
        contradicted=applicable and below and claim == "yes",
        blocker=applicable and question.critical and claim == "no",
        difference=difference(answer) if relevant else 0.0,
    )


def answered(scores: Scores) -> tuple[int, int]:
    """How many of the questions that concern the shop have an answer, and how many there are."""
    asked = [q for section in scores.sections for q in section.questions if q.applicable]
    return sum(q.claim is not None for q in asked), len(asked)


def _counted(claim: AnswerValue | None, measured_below: float | None) -> float:
    """min(claim, measured / 100) where the measure is below its threshold, for yes and partly alike."""
    value = VALUES.get(claim, 0.0) if claim is not None else 0.0
    return value if measured_below is None else min(value, max(0.0, measured_below / 100))


def _section(audit: Audit, identifier: str, section: Section, measures: Measures) -> SectionScore:
    questions = tuple(
        score_question(audit, f"{identifier}.{question.id}", question, measures) for question in section.questions
    )
    counting = [q for q in questions if q.applicable]
    weight = sum(q.question.weight for q in counting)
    if not weight:
        return SectionScore(identifier, section.title, None, None, questions)
    score = 100 * sum(q.question.weight * (q.counted or 0.0) for q in counting) / weight
    known = sum(q.question.weight for q in counting if q.known) / weight
    return SectionScore(
        identifier, section.title, score, known, questions, _arithmetic(counting, weight, score, known)
    )


def _arithmetic(
    counting: list[QuestionScore], weight: int, score: float, known: float
) -> tuple[Message, ...]:
    lines = [
        say("{question}: weight {weight} × {value:.3f}",
            question=q.id, weight=q.question.weight, value=q.counted or 0.0)
        for q in counting
    ]
    summed = sum(q.question.weight * (q.counted or 0.0) for q in counting)
    return (*lines, say(
        "Section = 100 × {summed:.3f} / {weight} = {score:.2f}, {known:.0%} known",
        summed=summed, weight=weight, score=score, known=known,
    ))
