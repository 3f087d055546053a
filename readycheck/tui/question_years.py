"""What the season before says beside a question, and what has been seen of it in this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from readycheck.core.audit import Action, Audit, Observation
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.years.beside import Beside, beside
from readycheck.core.years.promises import on_later_list
from readycheck.i18n import Translator

OBSERVED: Mapping[Any, Message] = {"success": say("+ success"), "difficulty": say("! difficulty")}


def last_year_text(question: str, audit: Audit, previous: Audit | None, tr: Translator) -> str:
    """The answer that counted, its note, actions not done, observations; of the question that this one replaces too."""
    found = None if previous is None else beside(question, previous, audit)
    if found is None:
        return ""
    promises = [tr(_not_done(action, found)) for action in found.not_done]
    return "\n".join(filter(None, [_answer(found, tr), *promises, observed_text(found.observations, tr)]))


def _not_done(action: Action, found: Beside) -> Message:
    if on_later_list(action, found.carried) is not None:
        return say("Not done, on this season's list again: {title}", title=action.title)
    return say("Not done: {title}", title=action.title)


def _answer(found: Beside, tr: Translator) -> str:
    """What was asked then stands there too, where it was something else."""
    if found.answer is None:
        return found.note
    said = say("{year}: {answer}.", year=str(found.season), answer=ANSWER_NAMES[found.answer])
    other = "" if found.asks_alike or found.prompt is None else tr(say("Asked then: {prompt}", prompt=found.prompt))
    return "\n".join(filter(None, (f"{tr(said)} {found.note}".strip(), other)))


def observed_text(observations: Iterable[Observation], tr: Translator) -> str:
    """A line for each: "+ success: the text"."""
    return "\n".join(f"{tr(OBSERVED[seen.kind])}: {seen.text}" for seen in observations)
