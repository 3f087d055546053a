"""A checklist taken up in another edition, added or removed: one edit of the document, and nothing lost by it.

What a copy gives way to another for stays in `[[earlier_checklists]]`: the whole copy, the day when it was `left`, and
those of its `answers` that nothing asks any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from readycheck.core.audit import Answer, Audit
from readycheck.core.checklist import Checklist
from readycheck.core.editions.answers import Earlier, Settled, settled
from readycheck.core.editions.change import EditionChange, edition_change
from readycheck.core.message import say
from readycheck.errors import Problem, ReadycheckError, did_you_mean, wrong
from readycheck.storage.carrying import EARLIER
from readycheck.storage.checklists import checklist_to_document, newer_shipped, shipped_checklists
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.document import REMOVED, Document, with_value

Table = Mapping[str, Any]
OF_A_QUESTION = ("actions", "observations")
"""Lists whose items may name the question that they are about."""


@dataclass(frozen=True)
class TakenUp:
    """`document` with `offered` in the place of `kept`. Without `kept` it is new there, without `offered` removed."""

    document: Document
    kept: Checklist | None
    offered: Checklist | None
    change: EditionChange | None
    answers: Settled[Table]


def take_up(document: Table, audit: Audit, offered: Checklist, on: date, *, older: bool = False) -> TakenUp:
    """The audit's copy of the list gives way to `offered`; a list that it has not is added, its answers found again.

    ReadycheckError for an earlier version than the copy's, unless `older` is asked for.
    """
    kept = audit.checklist(offered.id)
    if kept is not None and offered.version < kept.version and not older:
        what = say("is version {offered}, and the audit has version {kept} already.", offered=offered.version,
                   kept=kept.version)
        raise wrong(what, say("To go back to it, write --older."), file=offered.id)
    return _given_up(document, kept, offered, on)


def remove_list(document: Table, audit: Audit, identifier: str, on: date) -> TakenUp:
    """The audit without a list; its answers stay in the file, and adding the list again finds them."""
    kept = audit.checklist(identifier)
    if kept is None:
        known = [each.id for each in audit.checklists]
        remedy = did_you_mean(identifier, known, say("It has: {known}.", known=", ".join(known) or "–"))
        raise wrong(say("the audit has no checklist \"{name}\".", name=identifier[:80]), remedy)
    if len(audit.checklists) == 1:
        raise wrong(say("\"{name}\" is the audit's only checklist, so it stays.", name=identifier),
                    say("Add another one first."))
    return _given_up(document, kept, None, on)


def newer_editions(audit: Audit) -> tuple[Checklist, ...]:
    """The lists that ship with the program in a later edition than the audit's copy."""
    newer = newer_shipped(audit.checklists)
    return tuple(each for each in shipped_checklists() if each.id in newer) if newer else ()


def earlier_copies(document: Table, file: str | None = None) -> tuple[Earlier[Table], ...]:
    """The copies that were left, the last one last; ReadycheckError where one of them has mistakes."""
    return tuple(copy for copy, _ in _earlier(document, file))


def with_typed_answers(copy: Earlier[Table]) -> Earlier[Answer]:
    """The copy with those of its answers that can be read."""
    read = {key: decode(Answer, table, Mistakes(unknown_keys=False)) for key, table in copy.answers.items()}
    return Earlier(copy.checklist, copy.left, {key: answer for key, answer in read.items() if answer is not None})


def removed_lists(document: Table, audit: Audit) -> tuple[Checklist, ...]:
    """Lists that the audit had and has no more, as they were left the last time."""
    found = {copy.checklist.id: copy.checklist for copy in earlier_copies(document)}
    return tuple(each for each in found.values() if audit.checklist(each.id) is None)


def _given_up(document: Table, kept: Checklist | None, offered: Checklist | None, on: date) -> TakenUp:
    copies = list(_earlier(document))
    found = settled(kept, offered, document.get("answers", {}), [copy for copy, _ in copies], on)
    lists = _lists(document, kept, offered)
    change = edition_change(kept, offered) if kept is not None and offered is not None else None
    moved = {old: new for new, old in change.carried.items() if new != old} if change is not None else {}
    raw = [(copy.checklist, table) for copy, table in copies]
    if kept is not None:
        raw.insert(0, (kept, next(each for each in document["checklists"] if each.get("id") == kept.id)))
    changes = {
        "answers": dict(found.now), "checklists": lists, EARLIER: [_entry(each, raw) for each in found.earlier],
        **{name: _following(document.get(name, []), moved) for name in OF_A_QUESTION},
    }
    made: Document = dict(document)
    for key, value in changes.items():
        if value != document.get(key, type(value)()):
            made = with_value(made, (key,), value or REMOVED)
    return TakenUp(made, kept, offered, change, found)


def _lists(document: Table, kept: Checklist | None, offered: Checklist | None) -> list[Table]:
    """In the place of the old copy, or behind all others."""
    lists = list(document.get("checklists", []))
    made = [] if offered is None else [checklist_to_document(offered)]
    if kept is None:
        return [*lists, *made]
    if kept == offered:
        return lists
    at = next(n for n, each in enumerate(lists) if each.get("id") == kept.id)
    return [*lists[:at], *made, *lists[at + 1:]]


def _following(items: Iterable[Table], moved: Mapping[str, str]) -> list[Table]:
    """An action or an observation follows the question that it is about, answered or not."""
    return [
        {**item, "question": moved[item["question"]]} if item.get("question") in moved else item for item in items
    ]


def _entry(copy: Earlier[Table], raw: Sequence[tuple[Checklist, Table]]) -> Table:
    """As it stands in the file, with what a later version may have put into it."""
    table = next(table for checklist, table in raw if checklist == copy.checklist)
    made = {**table, "answers": dict(copy.answers)}
    day = {} if copy.left is None else {"left": copy.left}
    return {**{key: value for key, value in made.items() if key != "answers" or value}, **day}


def _earlier(document: Table, file: str | None = None) -> Iterator[tuple[Earlier[Table], Table]]:
    """Each copy with its table in the file."""
    entries = document.get(EARLIER, [])
    for place, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        mistakes = Mistakes(unknown_keys=False)
        found = decode(Checklist, entry, mistakes, (EARLIER, place))
        if found is None:
            raise ReadycheckError(
                *(Problem(what, remedy, file, key=key_text(where)) for where, what, remedy in mistakes.found))
        answers, left = entry.get("answers"), entry.get("left")
        yield Earlier(
            found, left if isinstance(left, date) else None, answers if isinstance(answers, Mapping) else {},
        ), entry
