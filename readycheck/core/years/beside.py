"""What the season before says beside a question of this one (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readycheck.core.audit import Action, Answer, AnswerValue, Audit, Observation
from readycheck.core.checklist import LocalText, Question
from readycheck.core.sections import counting_voice
from readycheck.core.years.links import questions_of, same_meaning, under_other_ids
from readycheck.core.years.promises import promises


@dataclass(frozen=True)
class Beside:
    """The earlier season's question `id` with the answer that counted and its note.

    `asks_alike`: the answer was given to the same question, be it in other words or under another id; where not,
    `prompt` tells what was asked. `not_done` are that season's actions on it that were not kept since, `carried` those
    of them that are open on this season's list, as they stand there.
    """

    season: int
    id: str
    prompt: LocalText | None
    asks_alike: bool
    answer: AnswerValue | None
    note: str
    not_done: tuple[Action, ...]
    carried: tuple[Action, ...]
    observations: tuple[Observation, ...]


def beside(question: str, before: Audit, after: Audit) -> Beside | None:
    """What `before` has on a question of `after`; None where it says nothing of it."""
    then, now = questions_of(before), questions_of(after)
    earlier = _earlier(question, then, now)
    answer, asked = before.answers.get(earlier, Answer()), then.get(earlier)
    voice, became = counting_voice(answer), promises(before.actions, after.actions)
    found = Beside(
        before.season.year, earlier, asked.prompt if asked else None,
        _asks_alike(question, earlier, then, now), voice.value if voice else None, answer.note,
        tuple(action for action in became.not_kept if action.question in (earlier, question)),
        tuple(action for action in became.carried if action.question in (earlier, question)),
        tuple(seen for seen in before.observations if seen.question in (earlier, question)),
    )
    said = found.answer or found.note or found.not_done or found.observations
    return found if said else None


def _earlier(question: str, then: Mapping[str, Question], now: Mapping[str, Question]) -> str:
    """The id it had: its own, or that of the question it supersedes, whichever is newer, or in another section."""
    if question in then:
        return question
    return under_other_ids(then, now).get(question, question)


def _asks_alike(question: str, earlier: str, then: Mapping[str, Question], now: Mapping[str, Question]) -> bool:
    if question != earlier:
        return True
    return question in then and question in now and same_meaning(then[question], now[question])
