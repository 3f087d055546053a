"""Which answers go on counting when a checklist is taken up in another edition, and where the others stay.

Answers are of any type here: an audit's typed ones, or the tables of its document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from readycheck.core.checklist import Checklist, Question
from readycheck.core.editions.change import Ids, same_questions
from readycheck.core.years.links import same_meaning

A = TypeVar("A")


@dataclass(frozen=True)
class Earlier(Generic[A]):
    """A copy that the audit was answered against until `left`, with those answers that nothing asks any more."""

    checklist: Checklist
    left: date | None
    answers: Mapping[str, A]


@dataclass(frozen=True)
class Settled(Generic[A]):
    """The answers once a copy has given way to another: `now` count, the rest stays in `earlier`, newest last.

    `carried`: new id → old id of answers that went on under a new id. `back`: ids whose answers were found with an
    earlier copy. `left`: ids whose answers stay with the copy that was given up and are counted no more.
    """

    now: Mapping[str, A]
    earlier: tuple[Earlier[A], ...]
    stays: tuple[str, ...]
    carried: Ids
    back: tuple[str, ...]
    left: tuple[str, ...]


def settled(
    kept: Checklist | None, offered: Checklist | None, answers: Mapping[str, A], earlier: Sequence[Earlier[A]], on: date
) -> Settled[A]:
    """`kept` given up for `offered` on a day; without `kept` a list is added, without `offered` it is removed.

    An answer goes on under the id that asks the same. Every other answer of the list stays with the copy that it was
    given against, and comes back when that question is asked again.
    """
    old, new = (each.questions() if each is not None else {} for each in (kept, offered))
    same = same_questions(old, new)
    stays = tuple(key for key in answers if same.get(key) == key)
    moves = {key: before for key, before in same.items() if key != before and before in answers and key not in answers}
    set_aside = {key: answer for key, answer in answers.items() if key in old and key not in stays}
    now = {key: answer for key, answer in answers.items() if key not in set_aside}
    now |= {key: answers[before] for key, before in moves.items()}
    copies = [*earlier] if kept is None or kept == offered else _with_copy(earlier, Earlier(kept, on, set_aside))
    back, copies = _found_again(new, now.keys(), copies)
    return Settled(
        {**now, **back}, tuple(_without_spent(copies, offered)), stays, moves, tuple(back),
        tuple(key for key in set_aside if key not in moves.values()),
    )


def _with_copy(earlier: Sequence[Earlier[A]], copy: Earlier[A]) -> list[Earlier[A]]:
    """The same copy is kept once, with what either time was answered against it."""
    before = {key: a for each in earlier if each.checklist == copy.checklist for key, a in each.answers.items()}
    others = [each for each in earlier if each.checklist != copy.checklist]
    return [*others, replace(copy, answers={**before, **copy.answers})]


def _found_again(
    new: Mapping[str, Question], taken: Iterable[str], copies: Sequence[Earlier[A]]
) -> tuple[dict[str, A], list[Earlier[A]]]:
    """Answers to questions that are asked again, out of the copy that was left last; they are in one place only."""
    found: dict[str, A] = {}
    left: list[Earlier[A]] = []
    known = {*taken}
    for copy in reversed(copies):
        asked = copy.checklist.questions()
        again = {
            key: answer for key, answer in copy.answers.items()
            if key in new and key not in known and key in asked and same_meaning(asked[key], new[key])
        }
        known |= again.keys()
        found |= again
        left.insert(0, replace(copy, answers={key: a for key, a in copy.answers.items() if key not in again}))
    return found, left


def _without_spent(copies: Iterable[Earlier[A]], offered: Checklist | None) -> Iterable[Earlier[A]]:
    """The copy that is the audit's own again needs no second place, unless answers stay with it."""
    return (each for each in copies if each.answers or each.checklist != offered)
