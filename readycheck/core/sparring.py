"""The sparring session: what owner and consultant must talk about, what it is worth, what may be seen (DOMAIN §1).

The agenda holds an item for each question on which two voices differ, one person knows and the other does not, the
data contradicts a "yes", or a critical "no" blocks. Until both have answered, nobody may see what the other said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from readycheck.core.audit import Action, Answer, Audit
from readycheck.core.results import QuestionScore, Scores, SectionScore
from readycheck.core.sections import applies, score_question

BlindState = Literal["nobody", "owner", "consultant", "both"]
Kind = Literal["contradiction", "blocker", "one_knows", "difference"]
Asked = tuple[SectionScore, QuestionScore]
TALK_PARTS = 2
"""A question to be talked about takes as long as asking this many more."""
HEAVY = 3


@dataclass(frozen=True)
class AgendaItem:
    """A question to talk about. `worth`: the headline points (0–100) that hang on it; 0 outside the headline.

    `own` is the same within its own section: weight × difference. `kinds` are why it is here, judged by the two
    voices; an agreed answer does not take it off, but decides it, as an action for the question does.
    """

    section: SectionScore
    score: QuestionScore
    answer: Answer
    kinds: tuple[Kind, ...]
    worth: float
    own: float
    actions: tuple[Action, ...]

    @property
    def decided(self) -> bool:
        """Whether an answer was agreed on, or something is going to be done."""
        return self.answer.agreed is not None or bool(self.actions)

    @property
    def seen(self) -> bool:
        """Whether both may look at it."""
        return may_be_seen(self.answer)


def blind_state(answer: Answer) -> BlindState:
    """Whose answer is there."""
    if answer.owner is None:
        return "nobody" if answer.consultant is None else "consultant"
    return "owner" if answer.consultant is None else "both"


def may_be_seen(answer: Answer) -> bool:
    """Whether the answers may be shown: both were given, or the talk is over already."""
    return answer.agreed is not None or blind_state(answer) == "both"


def agenda(audit: Audit, scores: Scores) -> tuple[AgendaItem, ...]:
    """All there is to talk about: blockers first, then by worth; among equals contradictions, then the sections' order.

    It also holds what only one voice has answered: who shows it to two people leaves out what is not `seen`.
    """
    voices = replace(audit, answers={key: replace(given, agreed=None) for key, given in audit.answers.items()})
    points = headline_points(audit, scores)
    found = [
        item for section, q in asked(audit, scores)
        if (item := _item(audit, section, q, score_question(voices, q.id, q.question, scores.measures), points))
    ]
    return tuple(sorted(found, key=_urgency))


def agreed_on(audit: Audit, scores: Scores, items: Sequence[AgendaItem]) -> tuple[QuestionScore, ...]:
    """Every question with an agreed answer: what still blocks, then the agenda (`items`) in its order, then by points.

    Where both said the same there was nothing for the agenda, and still they agreed.
    """
    place, points = {item.score.id: n for n, item in enumerate(items)}, headline_points(audit, scores)
    agreed = [q for _, q in asked(audit, scores) if audit.answers.get(q.id, Answer()).agreed is not None]
    return tuple(sorted(agreed, key=lambda q: (
        not q.blocker, place.get(q.id, len(place)), -round(points[q.id], 6), -q.question.weight)))


def _urgency(item: AgendaItem) -> tuple[bool, float, bool, float]:
    """Smallest first. Rounded, so that equal points do not differ by how they were added up."""
    return (
        "blocker" not in item.kinds, -round(item.worth, 6), "contradiction" not in item.kinds, -round(item.own, 6)
    )


def asked(audit: Audit, scores: Scores, *, heavy: bool = False) -> tuple[Asked, ...]:
    """Every question that concerns the shop, with its section, whatever was answered; `heavy`: if it `needs_talk`."""
    return tuple(
        (section, q) for section in scores.sections for q in section.questions
        if applies(audit, q.question) and (needs_talk(q) or not heavy)
    )


def needs_talk(q: QuestionScore) -> bool:
    """Whether a question is among those to ask first; answers do not count, as that would give them away."""
    return q.question.critical or q.question.weight >= HEAVY or q.falls_short


def headline_points(audit: Audit, scores: Scores) -> Mapping[str, float]:
    """What each question is worth in the headline, from "no" to "yes" (0–100); 0 outside the headline.

    What does not concern the shop weighs nothing in its section, once both may see that it was said.
    """
    share = {part.id: part.points + part.lost for part in scores.readiness.contributions}
    weights: dict[str, int] = {}
    for section, q in asked(audit, scores):
        gone = q.claim == "na" and may_be_seen(audit.answers.get(q.id, Answer()))
        weights[section.id] = weights.get(section.id, 0) + (0 if gone else q.question.weight)
    return {
        q.id: share.get(section.id, 0.0) * q.question.weight / max(weights[section.id], q.question.weight)
        for section, q in asked(audit, scores)
    }


def minutes_by_section(
    questions: Sequence[Asked], items: Sequence[AgendaItem], minutes: float
) -> Mapping[str, float]:
    """A sitting's minutes shared out: 1 part for each of the questions to be asked, 2 more for each agenda item.

    Only what both may see counts, so that the shares tell nothing of a hidden answer.
    """
    parts: dict[str, int] = {}
    for section, _ in questions:
        parts[section.id] = parts.get(section.id, 0) + 1
    for item in items:
        if item.seen:
            parts[item.section.id] = parts.get(item.section.id, 0) + TALK_PARTS
    total = sum(parts.values())
    return {section: minutes * part / total for section, part in parts.items()}


@dataclass(frozen=True)
class Progress:
    """How far a sitting is: questions answered by both, of all; agenda items left, and decided."""

    both: int
    asked: int
    left: int
    decided: int


def progress(audit: Audit, questions: Sequence[Asked], items: Sequence[AgendaItem]) -> Progress:
    """How far these questions and agenda items are, as far as both may see."""
    seen = [item for item in items if item.seen]
    decided = sum(1 for item in seen if item.decided)
    both = sum(1 for _, q in questions if may_be_seen(audit.answers.get(q.id, Answer())))
    return Progress(both, len(questions), len(seen) - decided, decided)


def _item(
    audit: Audit, section: SectionScore, q: QuestionScore, voices: QuestionScore, points: Mapping[str, float]
) -> AgendaItem | None:
    """`voices` is the question's score without what was agreed."""
    answer = audit.answers.get(q.id, Answer())
    said = [voice.value for voice in (answer.owner, answer.consultant, answer.agreed) if voice is not None]
    gaps: dict[Kind, float] = {}
    if q.blocker or voices.blocker:
        gaps["blocker"] = 1.0
    if q.falls_short and "yes" in said:  # even where the other's lower answer is the one that counts
        gaps["contradiction"] = 1.0 - max(0.0, q.measured or 0.0) / 100
    if voices.difference:
        gaps["one_knows" if "unknown" in said[:2] else "difference"] = voices.difference
    if not gaps:
        return None
    gap = max(gaps.values())
    actions = tuple(a for a in audit.actions if a.question == q.id and a.status != "dropped")
    return AgendaItem(section, q, answer, tuple(gaps), points[q.id] * gap, q.question.weight * gap, actions)
