"""Which question of one list goes on as which of another: in other words, under another id, in another section."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from readycheck.core.audit import Audit
from readycheck.core.checklist import Question


def questions_of(audit: Audit) -> dict[str, Question]:
    """Full id → question of all lists that an audit keeps, in order."""
    return {key: question for checklist in audit.checklists for key, question in checklist.questions().items()}


def same_meaning(before: Question, after: Question) -> bool:
    """Asked in the same words, or in what is known for other words of the same, and held against the same measure."""
    def held(question: Question) -> tuple[object, ...]:
        return question.measure, question.at_least
    return before.asks_the_same(after) and held(before) == held(after)


def supersedes(key: str, question: Question) -> str:
    """The full id that a question supersedes, "" for none; its file may leave out the checklist's own id."""
    short = question.supersedes or ""
    return short if "/" in short or not short else f"{key.split('/')[0]}/{short}"


def linked(older: Mapping[str, Question], newer: Mapping[str, Question]) -> dict[str, str]:
    """Newer id → older id of questions of which one supersedes the other, whichever of the two says so.

    Each question is in one link, and in the same one from either side.
    """
    onwards, back = _superseded_by(newer, older), _superseded_by(older, newer)
    links: dict[str, str] = {}
    for key, before in sorted({*onwards.items(), *((key, before) for before, key in back.items())}, key=sorted):
        if key not in links and before not in links.values():
            links[key] = before
    return links


def under_other_ids(older: Mapping[str, Question], newer: Mapping[str, Question]) -> dict[str, str]:
    """Newer id → older id of every question that goes on under another id: linked, or in another section."""
    links = linked(older, newer)
    return {**links, **dict(_moved_elsewhere(older, newer, {*links, *links.values()}))}


def _superseded_by(newer: Mapping[str, Question], older: Mapping[str, Question]) -> dict[str, str]:
    """Newer id → the older id that it supersedes; of several that supersede one question the first is its heir."""
    links: dict[str, str] = {}
    for key, question in newer.items():
        full = supersedes(key, question)
        if key not in older and full in older and full not in newer and full not in links.values():
            links[key] = full
    return links


def _moved_elsewhere(
    older: Mapping[str, Question], newer: Mapping[str, Question], taken: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Newer id and older id of questions that kept their own id and meaning in another section of the same list.

    Only where there is no doubt which is which; `taken` are ids that are paired already.
    """
    left: dict[tuple[str, str], list[str]] = {}
    came: dict[tuple[str, str], list[str]] = {}
    for asked, others, by_name in ((older, newer, left), (newer, older, came)):
        for key in asked:
            if key not in others and key not in taken:
                by_name.setdefault((key.partition("/")[0], key.rpartition(".")[2]), []).append(key)
    for name, keys in came.items():
        found = left.get(name, [])
        if len(keys) == len(found) == 1 and same_meaning(older[found[0]], newer[keys[0]]):
            yield keys[0], found[0]
